"""The page of the open data in both languages from `content/data.yaml`."""

from pathlib import Path

from wagtail.models import Locale, Page

from gi_site.core.localize import publish_translation
from home.open_data.models import DataPage
from products.catalogue.loading.schema import Bilingual, Strict, read_yaml, validate

CONTENT_FILE = Path(__file__).resolve().parent / "content" / "data.yaml"


class DataContent(Strict):
    """data.yaml."""

    title: Bilingual
    summary: Bilingual
    introduction: Bilingual


def load_data_page(home: Page) -> bool:
    """The page below `home` (the Chinese home page) with its English twin; whether it was made."""
    if DataPage.objects.child_of(home).exists():
        return False
    content = validate(DataContent, read_yaml(CONTENT_FILE), file=CONTENT_FILE.name)
    page = _page(content, "zh")
    home.add_child(instance=page)
    page.save_revision().publish()
    publish_translation(page, _page(content, "en"), Locale.objects.get(language_code="en"))
    return True


def _page(content: DataContent, language: str) -> DataPage:
    return DataPage(slug="data", **{name: getattr(text, language) for name, text in content})
