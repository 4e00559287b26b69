"""Every number on a page of the programme leads to its source or to how it is counted."""

import re

import pytest
from bs4 import BeautifulSoup

from products.catalogue.enums import ProductState
from products.registry.page_loading import load_registry_page
from tests.factories import (
    FigureFactory,
    GIProductFactory,
    ProtectionFactory,
    RecognitionFactory,
    SpecificationFactory,
)
from tests.programme.factories import (
    DemonstrationAreaFactory,
    IndicatorValueFactory,
    MilestoneFactory,
    PartnerFactory,
    ProgrammeDocumentFactory,
)
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
PAGES = ["", "indicators/", "ledger/", "pipeline/", "standards/", "milestones/"]
# What a number belongs to: the nearest of these, or the figure it stands in, carries the link.
UNITS = ["tr", "li", "p", "dd"]
WHOLES = "figure, .figure, .measure, .work, .timeline__item, .entries-plain > li"
# Not facts of the programme: the sources themselves, controls, titles, how many were found.
EXEMPT = (
    "nav, form, h1, script, .footnotes, .finder__facets, .finder__count, .cluster, .lede,"
    " .note-refs"
)


def fill():
    """Something of every kind that the pages can show."""
    product = GIProductFactory(bare=True, name_zh="镇隆荔枝", name_en="Zhenlong Lychee")
    for year in (2019, 2023):
        FigureFactory(product=product, definition_zh="种植面积", value=year, period=f"{year}-01-01")
    RecognitionFactory(product=product, title_zh="示范村", title_en="Village", year=2012)
    right = ProtectionFactory(product=product)
    AuthorisationFactory(protection=right)
    tea = GIProductFactory(
        bare=True, state=ProductState.CANDIDATE, name_zh="仙人茶", name_en="Xianren Tea"
    )
    AuthorisationFactory(reported=True, protection__product=tea)
    SpecificationFactory(protection=right, in_force_from="2020-01-01")
    for factory in (
        DemonstrationAreaFactory,
        IndicatorValueFactory,
        MilestoneFactory,
        PartnerFactory,
        ProgrammeDocumentFactory,
    ):
        factory()


def loose_numbers(page: BeautifulSoup) -> list[str]:
    """Texts with a number around which nothing leads to a source or a computation."""
    ids = {element["id"] for element in page.select("[id]")}
    exempt = {id(element) for element in page.select(EXEMPT)}
    wholes = {id(whole) for whole in page.select(WHOLES)}
    loose = []
    for text in page.main.find_all(string=re.compile(r"\d")):
        if any(id(parent) in exempt for parent in text.parents):
            continue
        above = [parent for parent in text.parents if parent.name in UNITS or id(parent) in wholes]
        units = above[:1] + [parent for parent in above if id(parent) in wholes]
        if not any(leads_on(unit, ids) for unit in units):
            loose.append(text.strip())
    return loose


def leads_on(unit, ids: set[str]) -> bool:
    """Whether `unit` has a link to a note or a page, or says itself how its number is counted."""
    links = [link["href"] for link in unit.select("a[href]")]
    links += [link["href"] for link in unit.find_parents("a", href=True)]
    return bool(unit.select("[id^=how-]")) or any(
        link[1:] in ids if link.startswith("#") else link.startswith("/") for link in links
    )


@pytest.mark.parametrize("prefix", ["/programme/", "/en/programme/"])
def test_every_number_leads_to_its_source_or_its_computation(client, loaded_programme, prefix):
    load_registry_page(loaded_programme.get_parent().specific)
    fill()
    links, texts = set(), {}
    for path in PAGES:
        response = client.get(prefix + path)
        assert response.status_code == 200, path
        texts[prefix + path] = response.content.decode()
        page = BeautifulSoup(texts[prefix + path], "html.parser")
        links |= {link["href"] for link in page.main.select("a[href^='/']")}
        assert page.main.find_all(string=re.compile(r"\d")), path
        assert loose_numbers(page) == [], path
    for link in links:
        address, _, anchor = link.partition("#")
        if address not in texts:
            assert client.get(address).status_code == 200, link
        assert not anchor or f'id="{anchor}"' in texts[address], link


def test_a_number_without_source_would_be_found():
    text = "<main><p>12</p><p>3 <a href='#n'>?</a></p><p id='m'>4 <a href='#m'>?</a></p></main>"
    assert loose_numbers(BeautifulSoup(text, "html.parser")) == ["12", "3"]
