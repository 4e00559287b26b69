"""Style sheets in parts: collected as one file, read as they are in development."""

import re

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from gi_site.core.static import JoinedSheetsStorage

SHEETS = {
    "css/site.css": '@layer base;\n@import "site/colours.css";\n@import "faces.css";\na{top:0}\n',
    "css/site/colours.css": '@import "deep/moon.css";\nb{left:0}\n',
    "css/site/deep/moon.css": 'i{background:url("../../../art/moon.svg")}\n',
    "css/faces.css": 's{background:url("../art/moon.svg"), url("data:,x")}\n',
    "art/moon.svg": "<svg/>",
    "wagtail/core.css": '@import "other.css";\n',
    "wagtail/other.css": "u{top:1px}\n",
}


@pytest.fixture
def collect(tmp_path):
    """Collects sheets as `collectstatic` does, and gives what is served under a name."""
    written = FileSystemStorage(tmp_path / "written")
    storage = JoinedSheetsStorage(location=tmp_path / "collected", base_url="/static/")

    def run(sheets):
        for name, text in sheets.items():
            if written.exists(name) and written.open(name).read() == text.encode():
                continue  # collectstatic does not copy it again
            for place in (written, storage):
                place.delete(name)
                FileSystemStorage.save(place, name, ContentFile(text))
        for _name, _stored, outcome in storage.post_process(
            {name: (written, name) for name in sheets}
        ):
            if isinstance(outcome, Exception):
                raise outcome
        return lambda name: storage.open(storage.stored_name(name)).read().decode()

    return run


def test_a_sheet_is_served_with_its_parts_in_their_order(collect):
    text = collect(SHEETS)("css/site.css")
    assert "@import" not in text
    assert re.findall(r"^@layer|^.(?={)", text, re.MULTILINE) == ["@layer", *"ibsa"]


def test_addresses_in_parts_lead_to_the_same_files(collect):
    text = collect(SHEETS)("css/site.css")
    moons = re.findall(r'url\("(\.\./art/moon\.[0-9a-f]+\.svg)"\)', text)
    assert len(moons) == 2
    assert 'url("data:,x")' in text


def test_a_changed_part_changes_the_whole_the_next_time(collect):
    collect(SHEETS)
    served = collect(SHEETS | {"css/site/colours.css": "b{left:1px}\n"})
    assert "b{left:1px}" in served("css/site.css")


def test_a_missing_part_stops_the_collecting(collect):
    with pytest.raises(KeyError, match=r"css/faces\.css"):
        collect({name: text for name, text in SHEETS.items() if "faces" not in name})


def test_sheets_of_others_stay_as_they_are(collect):
    assert "@import" in collect(SHEETS)("wagtail/core.css")


def test_every_import_of_the_site_stands_on_a_line_of_its_own():
    """Any other form would be served as it is, and pages would wait for one more file."""
    for path in (settings.BASE_DIR / "static" / "css").rglob("*.css"):
        lines = [line for line in path.read_text("utf-8").splitlines() if "@import" in line]
        for line in lines:
            name = re.fullmatch(r'@import "([\w/.-]+\.css)";', line)
            assert name, f"{path}: {line}"
            assert (path.parent / name[1]).exists(), line
