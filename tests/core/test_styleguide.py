"""The style guide shows every component and is not for the public."""

import re

import pytest
from django.conf import settings

from tests.factories import UserFactory

COMPONENTS = settings.BASE_DIR / "gi_site" / "templates" / "components"
# Parts of other components; the map needs the districts, results a finder, contents a long page.
PARTS = {
    "contents",
    "map",
    "results",
    "plate_blank",
    "season_words",
    "weak",
    "footnote_refs",
    "source",
    "timeline_item",
}

pytestmark = pytest.mark.django_db


def test_public_cannot_see_it(client):
    assert client.get("/styleguide/").status_code == 404


@pytest.mark.parametrize("path", ["/styleguide/", "/en/styleguide/"])
def test_staff_see_it_in_both_languages(client, path):
    client.force_login(UserFactory(is_superuser=True))
    assert client.get(path).status_code == 200


def test_it_shows_every_component():
    text = (COMPONENTS.parent / "styleguide.html").read_text("utf-8")
    shown = set(re.findall(r"components/(\w+)\.html", text))
    assert {path.stem for path in COMPONENTS.glob("*.html")} - PARTS == shown


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.stem)
def test_component_names_its_arguments_first(path):
    assert re.match(r"\{# .+ Takes .+#\}|\{# .+#\}", path.read_text("utf-8").splitlines()[0])
