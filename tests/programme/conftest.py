"""The pages of the programme in both languages, empty or with their real texts and records."""

import pytest

from home.programme.loading import RECORDS, load_programme, read_page, read_records
from home.programme.models import ProgrammePage
from tests.factories import SourceFactory, site_tree


@pytest.fixture
def programme(db) -> ProgrammePage:
    """The bare page, live in both languages; gives its Chinese one."""
    tree = site_tree()
    page = ProgrammePage(title="地标惠农", slug="programme")
    tree.home.add_child(instance=page)
    english = ProgrammePage(
        title="GI benefits farmers",
        slug="programme",
        locale=tree.english.home.locale,
        translation_key=page.translation_key,
    )
    tree.english.home.add_child(instance=english)
    return page


def source_keys() -> set[str]:
    """Every source that the content files name."""
    facts = [fact for name in RECORDS for fact in read_records(name)]
    facts += [value for fact in facts for value in getattr(fact, "values", [])]
    keys = {key for fact in facts for key in getattr(fact, "sources", [])}
    return keys | {work.source for work in read_page().works}


@pytest.fixture
def loaded_programme(db) -> ProgrammePage:
    """The Chinese page with all that the content files say."""
    for key in sorted(source_keys()):
        SourceFactory(key=key)
    load_programme(site_tree().home)
    return ProgrammePage.objects.get(locale__language_code="zh-hans")
