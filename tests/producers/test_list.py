"""The list of producers: facets, search, budget."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import DistrictFactory, GIProductFactory
from tests.producers.factories import (
    CertificateFactory,
    ContactFactory,
    OfferFactory,
    ProducerClaimFactory,
    ProducerFactory,
    ProducerPageFactory,
    producer_list,
)
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
BUDGET = 12
# Registry, inquiries and stories add sections to an entry.
ENTRY_BUDGET = 16


@pytest.fixture
def names(client):
    """Names of the producers that the list shows for a query string."""
    producer_list()

    def ask(query=""):
        response = client.get(f"/producers/{query}")
        assert response.status_code == 200
        return {producer.legal_name_zh for producer in response.context["items"]}

    return ask


@pytest.fixture
def pair():
    """Two producers, of which only the first has everything that a facet asks for."""
    lychee = GIProductFactory(slug="lychee", bare=True)
    first = ProducerFactory(
        legal_name_zh="甲",
        products=[lychee],
        district=DistrictFactory(slug="boluo"),
        is_processor=True,
        export_markets=["europe"],
        welcomes_visits=True,
    )
    AuthorisationFactory(producer=first)
    second = ProducerFactory(legal_name_zh="乙", products=[GIProductFactory(bare=True)])
    return first, second


@pytest.mark.parametrize(
    "choice",
    [
        "product=lychee",
        "district=boluo",
        "role=processor",
        "mark=today",
        "export=ready",
        "visits=welcome",
    ],
)
def test_a_facet_narrows_the_list(names, pair, choice):
    assert names() == {"甲", "乙"}
    assert names(f"?{choice}") == {"甲"}


def test_values_of_one_facet_add_up_and_facets_narrow(names, pair):
    assert names("?role=processor&role=grower") == {"甲", "乙"}
    assert names("?role=grower&visits=welcome") == {"甲"}


def test_counts_follow_the_other_choices(client, names, pair):
    facets = client.get("/producers/?visits=welcome").context["facets"]()
    counts = {facet.name: {o.value: o.count for o in facet.options} for facet in facets}
    assert counts["role"] == {"grower": 1, "processor": 1}
    assert counts["mark"] == {"today": 1}
    assert counts["product"] == {"lychee": 1}


def test_a_firm_whose_authorisation_ended_is_no_lawful_user(names, pair):
    AuthorisationFactory(producer=pair[1], valid_until=datetime.date(2024, 1, 1))
    assert names("?mark=today") == {"甲"}


def test_lawful_users_come_first(client, names, pair):
    items = client.get("/producers/").context["items"]
    assert [producer.is_lawful_today for producer in items] == [True, False]


@pytest.mark.parametrize("choice", ["role=king", "mark=x", "product=%00", "sort=price"])
def test_a_wrong_value_is_ignored_with_a_note(client, names, pair, choice):
    response = client.get(f"/producers/?{choice}")
    assert response.context["ignored"]
    assert names(f"?{choice}&visits=welcome") == {"甲"}


@pytest.mark.parametrize("page", ["0", "abc", "9999"])
def test_a_page_out_of_range_is_not_found(client, names, page):
    assert client.get(f"/producers/?page={page}").status_code == 404


@pytest.mark.parametrize("query", ["果香", "guoxiang", "gxny", "Guoxiang"])
def test_it_is_found_by_name_pinyin_initials_and_english(names, query):
    ProducerFactory(legal_name_zh="惠州市果香农业有限公司", name_en="Huizhou Guoxiang")
    ProducerFactory(legal_name_zh="博罗县山前合作社", name_en="Shanqian")
    assert names(f"?q={query}") == {"惠州市果香农业有限公司"}


def test_htmx_gets_only_the_results(client, names, pair):
    html = client.get("/producers/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in html
    assert "甲" in html


def test_a_sample_is_marked_in_both_languages(client, names):
    ProducerFactory(is_sample=True)
    assert "seal--sample" in client.get("/producers/").content.decode()
    assert "Sample" in client.get("/en/producers/").content.decode()


@pytest.mark.parametrize("number", [3, 30])
def test_the_list_costs_the_same_with_few_and_with_many(client, names, number):
    products = [GIProductFactory(bare=True) for _ in range(3)]
    for _ in range(number):
        ProducerFactory(products=products)
    client.get("/producers/?visits=welcome")
    with CaptureQueriesContext(connection) as queries:
        client.get("/producers/?sort=name")
    assert len(queries) <= BUDGET


@pytest.mark.parametrize("number", [1, 10])
def test_an_entry_costs_the_same_with_few_and_with_many_facts(client, names, number):
    producer = ProducerFactory(products=[GIProductFactory(bare=True) for _ in range(number)])
    for _ in range(number):
        for build in (ProducerClaimFactory, CertificateFactory, ContactFactory, OfferFactory):
            build(producer=producer)
        AuthorisationFactory(producer=producer)
    client.get(f"/producers/{ProducerFactory().slug}/")  # what is remembered between requests
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/producers/{producer.slug}/").status_code == 200
    assert len(queries) <= ENTRY_BUDGET


def test_a_page_costs_no_more_than_its_entry(client, names):
    page = ProducerPageFactory()
    client.get(f"/producers/{ProducerFactory().slug}/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page.url).status_code == 200
    assert len(queries) <= ENTRY_BUDGET
