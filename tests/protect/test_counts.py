"""The yearly public counts: what counts, and how small numbers are protected."""

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from home.protect.closing import close, deletion_day
from home.protect.counts import public_counts
from home.protect.enums import Outcome
from home.protect.loading import load_protect_page
from home.protect.models import Report
from products.catalogue.loading.records import load_sources
from products.catalogue.loading.schema import CONTENT_DIR, read_sources
from tests.factories import GIProductFactory
from tests.protect.factories import ReportFactory

pytestmark = pytest.mark.django_db
NEXT_YEAR_IN_HUIZHOU = datetime.datetime(2025, 12, 31, 17, tzinfo=datetime.UTC)


@pytest.fixture
def text(tree):
    """The page with its text."""
    load_sources(read_sources(CONTENT_DIR))
    load_protect_page(tree.home)


def counts():
    with override("en"):
        return public_counts(Report.objects.counted())


def shown(groups):
    return {group.label: group.shown for group in groups}


def closed(number, outcome, product, **fields):
    return ReportFactory.create_batch(
        number,
        product=product,
        outcome=outcome,
        closed_at=timezone.now(),
        delete_after=deletion_day(),
        **fields,
    )


def test_each_report_counts_once_by_outcome_and_product(product):
    other = GIProductFactory(bare=True)
    closed(4, Outcome.CONFIRMED, product)
    closed(3, Outcome.NO_MISUSE, other)
    ReportFactory.create_batch(3, product=other)
    (year,) = counts()
    assert (year.received, year.handled) == ("10", "7")
    assert shown(year.outcomes) == {
        "Misuse confirmed by the authority": "4",
        "No misuse: what was reported is allowed": "3",
    }
    assert shown(year.products) == {product.name_en: "4", other.name_en: "6"}


def test_samples_and_spam_do_not_count_withdrawn_ones_do(product):
    closed(3, Outcome.SPAM, product)
    ReportFactory.create_batch(3, product=product, is_sample=True)
    assert counts() == []
    ReportFactory.create_batch(3, product=product, withdrawn_at=timezone.now())
    assert counts()[0].received == "3"


def test_year_is_that_of_huizhou(product):
    ReportFactory(product=product, received_at=NEXT_YEAR_IN_HUIZHOU)
    assert [year.year for year in counts()] == [2026]


def test_small_groups_are_not_shown_and_cannot_be_had_by_subtraction(product):
    closed(2, Outcome.CONFIRMED, product)
    assert counts()[0].received == "fewer than 3"
    closed(4, Outcome.NO_MISUSE, product)
    closed(5, Outcome.NOT_CONFIRMED, None, product_text="x")
    (year,) = counts()
    assert [group.shown for group in year.outcomes] == ["5", "3 or more", "fewer than 3"]
    assert year.received == "11"


def test_counts_cost_the_same_for_few_and_many(product, django_assert_num_queries):
    ReportFactory(product=product)
    for _round in range(2):
        with django_assert_num_queries(2):
            counts()
        ReportFactory.create_batch(5)


def test_page_tells_counts_or_that_there_are_none_in_both_languages(client, tree, text, product):
    assert load_protect_page(tree.home) is False
    chinese = client.get("/protect/").content.decode()
    assert "还没有收到举报" in chinese
    assert "项目办公室不是执法机关" in chinese
    closed(3, Outcome.CONFIRMED, product)
    english = client.get("/en/protect/").content.decode()
    assert "Misuse confirmed by the authority" in english
    assert "How this is computed" in english


def test_closing_refreshes_the_stored_page(
    client, text, product, django_capture_on_commit_callbacks
):
    reports = ReportFactory.create_batch(3, product=product)
    assert "Misuse confirmed" not in client.get("/en/protect/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        for report in reports:
            close(report, Outcome.CONFIRMED)
    assert "Misuse confirmed" in client.get("/en/protect/").content.decode()


def test_small_groups_that_follow_from_the_sum_blur_the_next_larger_one(product):
    others = GIProductFactory.create_batch(2, bare=True)
    ReportFactory.create_batch(5, product=product)
    for other in others:
        ReportFactory(product=other)
    (year,) = counts()
    assert sorted(shown(year.products).values()) == ["3 or more", *["fewer than 3"] * 2]
