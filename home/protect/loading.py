"""The page about the protection of rights in both languages, from `content/protect.yaml`."""

from pathlib import Path

from wagtail.models import Page

from home.loading import TextFile, add_text_page
from home.protect.models import ProtectPage
from products.catalogue.loading.schema import read_yaml, validate

CONTENT_FILE = Path(__file__).resolve().parent / "content" / "protect.yaml"


def load_protect_page(home: Page) -> bool:
    """The page below `home` (the Chinese home page) with its English twin; whether it was made."""
    if ProtectPage.objects.child_of(home).exists():
        return False
    content = validate(TextFile, read_yaml(CONTENT_FILE), file=CONTENT_FILE.name)
    add_text_page(home, ProtectPage, content)
    return True
