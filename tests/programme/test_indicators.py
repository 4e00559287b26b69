"""Indicators: counted by the site, or recorded with dates and sources; unknown ones say so."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.programme.enums import Computation, ValueKind
from products.catalogue.enums import EndReason, ProductState
from products.inquiries.statistics import ENOUGH
from tests.factories import GIProductFactory, ProtectionFactory, SourceFactory
from tests.inquiries.factories import InquiryFactory, RecipientFactory
from tests.programme.factories import (
    IndicatorFactory,
    IndicatorValueFactory,
    MilestoneFactory,
    PartnerFactory,
    ProgrammeDocumentFactory,
)
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
PAGE = "/en/programme/indicators/"


def counted(client, computation) -> str:
    IndicatorFactory(computation=computation)
    views = client.get(PAGE, {"_": "1"}).context["indicators"]
    return next(v.counted.text for v in views if v.indicator.computation == computation)


def test_products_are_counted_without_candidates(client, programme):
    right = ProtectionFactory()
    ProtectionFactory(product=right.product)
    ProtectionFactory(unverified=True)
    ProtectionFactory(product=GIProductFactory(bare=True, state=ProductState.CANDIDATE))
    assert counted(client, Computation.LISTED_PRODUCTS) == "2"
    assert counted(client, Computation.PROTECTED_PRODUCTS) == "1"


def test_lawful_users_are_those_the_registry_lists(client, programme):
    AuthorisationFactory()
    AuthorisationFactory(waiting=True)
    AuthorisationFactory(is_sample=True)
    AuthorisationFactory(reported=True)
    assert counted(client, Computation.LAWFUL_USERS) == "1"
    assert counted(client, Computation.REPORTED_USERS) == "1"


def test_inquiries_are_counted_without_samples_and_spam(client, programme):
    InquiryFactory()
    InquiryFactory(spam_at=timezone.now())
    InquiryFactory(is_sample=True)
    InquiryFactory(withdrawn_at=timezone.now())
    assert counted(client, Computation.INQUIRIES_RECEIVED) == "2"
    assert counted(client, Computation.INQUIRIES_HANDLED) == "1"


def test_the_reply_time_is_shown_only_of_enough_answers(client, programme):
    InquiryFactory()  # nobody has answered it
    for _number in range(ENOUGH - 1):
        RecipientFactory(answered_at=timezone.now())
    assert counted(client, Computation.FIRST_REPLY) == ""
    assert f"Fewer than {ENOUGH} answers so far" in client.get(PAGE).content.decode()


def test_the_reply_time_is_shown_of_enough_answers(client, programme):
    for _number in range(ENOUGH):
        RecipientFactory(answered_at=timezone.now())
    assert counted(client, Computation.FIRST_REPLY)


def test_a_recorded_value_names_kind_period_unit_and_source(client, programme):
    source = SourceFactory(title_en="The annual report", read_on="2026-11-22")
    IndicatorValueFactory(kind=ValueKind.TARGET, value=17, period="2025-01-01", source=source)
    page = client.get(PAGE).content.decode()
    for text in ("Target", "2025", "17", "households", "The annual report", "22 November 2026"):
        assert text in page


def test_an_indicator_without_value_says_that_it_is_not_known(client, programme):
    indicator = IndicatorFactory(note_en="Nobody has counted them.")
    page = client.get(PAGE).content.decode()
    assert indicator.name_en in page
    assert "Nobody has counted them." in page
    assert "Not yet known" in page


def test_the_first_page_shows_headline_indicators_alone(client, programme):
    shown, hidden = IndicatorFactory(is_headline=True), IndicatorFactory()
    page = client.get("/en/programme/").content.decode()
    assert shown.name_en in page
    assert hidden.name_en not in page


def test_only_an_announced_right_that_stands_is_a_filled_moon(client, programme):
    ProtectionFactory()
    ended = ProtectionFactory(
        announcement_number="2005年第7号",
        announced="2005-01-11",
        end_reason=EndReason.SCHEME_ENDED,
        note_en="An application had passed review.",
    )
    right, other = client.get("/en/programme/milestones/").context["moments"]
    assert (right.is_right, other.is_right) == (True, False)
    assert ended.note_en in other.text


def test_milestones_come_from_records_and_announcements_up_to_today(client, programme):
    ahead = MilestoneFactory(on="2999-01-01")
    recorded = MilestoneFactory(on="2019-05-01", on_precision="month")
    first = ProtectionFactory()
    second = ProtectionFactory()  # of the same announcement
    ProtectionFactory(unverified=True, announcement_number="2015年第1号", announced=None)
    moments = client.get("/en/programme/milestones/").context["moments"]
    assert [moment.title for moment in moments] == [first.announcement_number, recorded.title_en]
    assert [name for name, _url in moments[0].products] == [
        first.product.name_en,
        second.product.name_en,
    ]
    page = client.get("/en/programme/milestones/").content.decode()
    assert "Announcement No. 290" in page
    assert "May 2019" in page
    assert ahead.title_en not in page


def test_documents_and_partners_stand_with_their_sources(client, programme):
    document, partner = ProgrammeDocumentFactory(), PartnerFactory(url="https://example.org/p")
    page = client.get("/en/programme/milestones/").content.decode()
    assert document.title_en in page
    assert "Title only" in page
    assert partner.name_en in page
    assert 'href="https://example.org/p"' in page
    assert str(partner.source.title_en) in page


def test_pages_cost_the_same_with_2_and_8_records(client, programme):
    def queries():
        captured = []
        for path in ("", "indicators/", "milestones/"):
            client.get(f"/en/programme/{path}", {"_": "1"})
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/en/programme/{path}", {"_": "1"})
            captured.append(len(queries))
        return captured

    def add(number):
        for _number in range(number):
            IndicatorValueFactory(indicator__is_headline=True)
            MilestoneFactory(product=GIProductFactory(bare=True))
            ProtectionFactory()
            ProgrammeDocumentFactory()
            PartnerFactory()

    add(2)
    few = queries()
    add(6)
    assert all(many <= less for many, less in zip(queries(), few, strict=True))


def test_a_change_of_a_record_is_seen_at_once(
    client, programme, django_capture_on_commit_callbacks
):
    indicator = IndicatorFactory()
    assert indicator.name_en in client.get(PAGE).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        indicator.name_en = "Households reached"
        indicator.save()
    assert "Households reached" in client.get(PAGE).content.decode()
