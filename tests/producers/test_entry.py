"""The public entry of a producer, with and without a page of its own."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from products.producers.enums import Footing, Visibility
from tests.factories import SiteDocumentFactory, SourceFactory, UserFactory, english_of
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


@pytest.fixture
def entry(client):
    """The HTML of a producer's entry."""
    producer_list()

    def ask(producer, language=""):
        response = client.get(f"{language}/producers/{producer.slug}/")
        assert response.status_code == 200
        return response.content.decode()

    return ask


def test_a_producer_without_a_page_has_an_entry_in_both_languages(entry):
    producer = ProducerFactory(legal_name_zh="果香农业", name_en="Guoxiang Farm")
    assert "<h1>果香农业</h1>" in entry(producer)
    assert "<h1>Guoxiang Farm</h1>" in entry(producer, "/en")


def test_an_unknown_producer_is_not_found(client):
    producer_list()
    assert client.get("/producers/nobody/").status_code == 404


def test_a_page_tells_the_story_at_the_same_address(entry):
    page = ProducerPageFactory()
    assert page.url == f"/producers/{page.producer.slug}/"
    assert "三代人种荔枝" in entry(page.producer)


def test_a_draft_page_leaves_the_entry(entry):
    page = ProducerPageFactory()
    page.unpublish()
    assert "三代人种荔枝" not in entry(page.producer)


def test_a_page_takes_the_address_of_its_record(entry):
    page = ProducerPageFactory(slug="something-else")
    assert page.slug == page.producer.slug


def test_a_producer_has_one_page_in_a_language():
    page = ProducerPageFactory()
    with pytest.raises(ValidationError):
        ProducerPageFactory(producer=page.producer)


def test_an_english_page_lies_below_en(entry):
    page = ProducerPageFactory()
    english_of(page, title="Guoxiang Farm")
    assert "<h1>Guoxiang Farm</h1>" in entry(page.producer, "/en")


@pytest.mark.parametrize(
    ("footing", "words"),
    [
        ({"footing": Footing.STATED}, "Stated by the producer"),
        (
            {"footing": Footing.CHECKED, "footing_on": datetime.date(2026, 5, 1)},
            "Checked by staff, 1 May 2026",
        ),
        ({"footing": Footing.REPORTED}, "Reported, not confirmed by the producer"),
        ({"footing": Footing.NOTICE}, "From a notice"),
    ],
)
def test_each_statement_shows_its_footing(entry, footing, words):
    if footing["footing"] in (Footing.REPORTED, Footing.NOTICE):
        footing["footing_source"] = SourceFactory(title_en="Where it was read")
    claim = ProducerClaimFactory(**footing)
    html = entry(claim.producer, "/en")
    assert words in html
    assert ("Where it was read" in html) == ("footing_source" in footing)


def test_only_public_contacts_are_shown(entry):
    producer = ProducerFactory()
    for visibility in Visibility:
        ContactFactory(producer=producer, visibility=visibility, value=f"number-{visibility}")
    html = entry(producer)
    assert "number-public" in html
    assert "number-buyers" not in html
    assert "number-staff" not in html


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_a_failing_code_is_shown_only_once_confirmed(entry, is_confirmed):
    producer = ProducerFactory(
        credit_code="91350211M0000XUF46",
        credit_code_evidence=SiteDocumentFactory(),
        entered_by=UserFactory(),
        credit_code_reviewer=UserFactory() if is_confirmed else None,
    )
    assert ("91350211M0000XUF46" in entry(producer)) == is_confirmed


def test_its_authorisations_come_from_the_registry(entry):
    authorisation = AuthorisationFactory(producer=ProducerFactory())
    html = entry(authorisation.producer)
    assert authorisation.public_number in html
    assert authorisation.notice.number in html


def test_an_unconfirmed_authorisation_is_not_shown(entry):
    authorisation = AuthorisationFactory(producer=ProducerFactory(), waiting=True)
    assert authorisation.public_number not in entry(authorisation.producer)


def test_offers_and_certificates_are_shown(entry):
    offer = OfferFactory(from_month=6, until_month=7, minimum_order=500)
    CertificateFactory(producer=offer.producer, valid_until=datetime.date(2020, 1, 1))
    html = entry(offer.producer, "/en")
    assert "Fresh fruit" in html
    assert "June – July" in html
    assert "valid until 1 January 2020" in html
    assert "seal--ended" in html


def test_a_sample_says_so_and_is_not_indexed(entry):
    html = entry(ProducerFactory(is_sample=True), "/en")
    assert "A sample: this producer is invented" in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("value", ["javascript:alert(1)", "shop.example.org"])
def test_a_contact_links_only_to_the_web(entry, value):
    contact = ContactFactory(kind="website", value=value)
    assert f'href="{value}' not in entry(contact.producer)


def test_nothing_is_fetched_from_another_host(entry):
    html = entry(ProducerFactory())
    assert 'src="http' not in html
