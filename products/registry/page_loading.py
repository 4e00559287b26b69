"""The registry's page in both languages from `content/registry.yaml`."""

from pathlib import Path

from wagtail.models import Locale, Page

from gi_site.core.localize import publish_translation
from products.catalogue.loading.schema import Bilingual, Strict, read_yaml, validate
from products.registry.models import RegistryIndexPage

CONTENT_FILE = Path(__file__).resolve().parent / "content" / "registry.yaml"


class RegistryContent(Strict):
    """registry.yaml."""

    title: Bilingual
    summary: Bilingual
    introduction: Bilingual
    check_introduction: Bilingual


def load_registry_page(home: Page) -> bool:
    """The page below `home` (the Chinese home page) with its English twin; whether it was made."""
    if RegistryIndexPage.objects.child_of(home).exists():
        return False
    content = validate(RegistryContent, read_yaml(CONTENT_FILE), file=CONTENT_FILE.name)
    page = _page(content, "zh")
    home.add_child(instance=page)
    page.save_revision().publish()
    publish_translation(page, _page(content, "en"), Locale.objects.get(language_code="en"))
    return True


def _page(content: RegistryContent, language: str) -> RegistryIndexPage:
    texts = {name: getattr(text, language) for name, text in content}
    return RegistryIndexPage(slug="registry", **texts)
