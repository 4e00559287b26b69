"""How far a product has come follows from its rights and authorisations."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.programme.enums import Footing, Stage
from products.catalogue.enums import EndReason, ProductState
from tests.factories import (
    GIProductFactory,
    ProtectionFactory,
    RecognitionFactory,
    SourceFactory,
)
from tests.programme.factories import DemonstrationAreaFactory
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
PAGE = "/en/programme/pipeline/"


def way(client, product):
    ways = client.get(PAGE, {"_": "1"}).context["pipeline"].ways
    return next(each for each in ways if each.product == product)


def footings(client, product) -> list[Footing]:
    return [step.footing for step in way(client, product).steps]


def test_a_candidate_has_come_no_further(client, programme):
    product = GIProductFactory(bare=True, state=ProductState.CANDIDATE)
    assert footings(client, product) == [Footing.REPORTED, *[Footing.OPEN] * 3]


def test_an_application_without_a_day_is_reported(client, programme):
    right = ProtectionFactory(unverified=True, is_application_only=True)
    assert footings(client, right.product)[1:] == [Footing.REPORTED, Footing.OPEN, Footing.OPEN]


def test_an_application_with_its_day_is_proven(client, programme):
    right = ProtectionFactory(
        unverified=True, is_application_only=True, applied=datetime.date(2024, 6, 1)
    )
    assert way(client, right.product).furthest.stage == Stage.APPLIED
    assert "1 June 2024" in client.get(PAGE).content.decode()


def test_a_right_in_force_is_announced_with_number_day_and_source(client, programme):
    right = ProtectionFactory()
    step = way(client, right.product).steps[2]
    assert step.footing == Footing.PROVEN
    assert right.announcement_number in step.words
    assert "Announcement on record" in client.get(PAGE).content.decode()
    assert step.stated[0] == right.announced
    assert step.notes


def test_an_unverified_right_is_reported(client, programme):
    right = ProtectionFactory(unverified=True)
    assert footings(client, right.product)[2] == Footing.REPORTED
    assert way(client, right.product).furthest.stage == Stage.ANNOUNCED
    assert "So far: Announced · Reported, to be verified" in client.get(PAGE).content.decode()


def test_a_right_that_has_ended_does_not_count(client, programme):
    right = ProtectionFactory(end_reason=EndReason.REVOKED)
    assert footings(client, right.product)[2] == Footing.OPEN


def test_the_mark_is_in_use_with_an_entry_in_force_and_leads_to_it(client, programme):
    entry = AuthorisationFactory()
    AuthorisationFactory(protection=entry.protection, waiting=True)
    step = way(client, entry.product).steps[3]
    assert (step.footing, step.words) == (Footing.PROVEN, "Entries in force: 1")
    assert step.list_path == f"registry/?product={entry.product.slug}&status=in_force"
    assert way(client, entry.product).furthest.stage == Stage.IN_USE


def test_reported_users_are_to_be_verified_and_samples_are_none(client, programme):
    reported = AuthorisationFactory(reported=True)
    sample = AuthorisationFactory(is_sample=True)
    assert footings(client, reported.product)[3] == Footing.REPORTED
    assert footings(client, sample.product)[3] == Footing.OPEN


def test_the_moons_count_the_rows(client, programme):
    ProtectionFactory()
    ProtectionFactory(unverified=True)
    reached = {
        step["stage"]: (step["proven"], step["reported"])
        for step in client.get(PAGE).context["pipeline"].reached()
    }
    assert reached[Stage.ANNOUNCED] == (1, 1)


def test_demonstration_areas_are_those_of_places_and_the_titles_of_products(client, programme):
    area = DemonstrationAreaFactory(source=SourceFactory(title_en="The area's notice"))
    RecognitionFactory(title_zh="示范村", title_en="A demonstration village")
    RecognitionFactory(title_zh="名特优新", title_en="A fine product")
    page = client.get(PAGE).content.decode()
    assert area.name_en in page
    assert "The area&#x27;s notice" in page
    assert "A demonstration village" in page
    assert "A fine product" not in page


def test_the_pipeline_costs_the_same_with_2_and_12_products(client, programme):
    def queries():
        client.get(PAGE, {"_": "1"})
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE, {"_": "1"})
        return len(captured)

    for _number in range(2):
        AuthorisationFactory()
    few = queries()
    for _number in range(10):
        AuthorisationFactory()
    assert queries() <= few
