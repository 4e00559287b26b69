"""The pages of the programme in both languages, empty or with their real texts and records."""

import pytest

from home.programme.loading import load_programme, read_programme
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


@pytest.fixture
def sources(db):
    """Every source that the content file names."""
    content = read_programme()
    facts = [*content.milestones, *content.partners, *content.documents]
    facts += [value for indicator in content.indicators for value in indicator.values]
    keys = {key for fact in facts for key in fact.sources}
    for key in sorted(keys | {work.source for work in content.page.works}):
        SourceFactory(key=key)


@pytest.fixture
def loaded_programme(sources) -> ProgrammePage:
    """The Chinese page with all that the content file says."""
    load_programme(site_tree().home)
    return ProgrammePage.objects.get(locale__language_code="zh-hans")
