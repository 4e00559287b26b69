"""The producers that reports name, and the samples."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.log_actions import log

from gi_site.core.checks import check_no_samples
from products.catalogue.loading.schema import ContentError
from products.producers.enums import Footing
from products.producers.loading import load_producers, read_producers
from products.producers.models import Producer
from products.registry.enums import Status
from products.registry.models import Authorisation, Notice
from products.registry.reported import load_reported
from tests.factories import (
    DistrictFactory,
    GIProductFactory,
    ProtectionFactory,
    SourceFactory,
    UserFactory,
)


@pytest.fixture
def ground(db):
    """What the content file refers to."""
    contents = read_producers()
    for slug in {slug for content in contents for slug in content.products}:
        product = GIProductFactory(slug=slug, bare=True)
        ProtectionFactory(product=product, scheme="gi_product")
    for slug in {content.district for content in contents}:
        DistrictFactory(slug=slug)
    keys = {key for content in contents for key in content.sources}
    keys |= {key for content in contents for claim in content.claims for key in claim.sources}
    for key in keys:
        SourceFactory(key=key)
    return contents


def test_reported_producers_have_a_source_and_no_code(ground):
    assert load_producers() == len(ground)
    assert not Producer.objects.exclude(footing=Footing.REPORTED).exists()
    assert not Producer.objects.exclude(credit_code=None).exists()
    assert not Producer.objects.filter(contacts__isnull=False).exists()


def test_loading_again_changes_nothing(ground):
    load_producers()
    assert load_producers() == 0


def test_what_staff_changed_is_kept(ground):
    load_producers()
    Producer.objects.update(content_checksum="older")
    producer = Producer.objects.first()
    producer.trading_name_zh = "果香"
    producer.save()
    log(producer, "wagtail.edit", user=UserFactory())
    load_producers()
    producer.refresh_from_db()
    assert producer.trading_name_zh == "果香"
    assert producer.content_checksum == "older"


def test_what_staff_deleted_stays_deleted(ground):
    load_producers()
    producer = Producer.objects.filter(authorisations=None).first()
    log(producer, "wagtail.delete", user=UserFactory(), deleted=True)
    producer.delete()
    assert load_producers() == 0


def test_a_missing_source_is_named(ground, tmp_path):
    file = tmp_path / "producers.yaml"
    file.write_text(
        "- {slug: x, name: {zh: 果香, en: X}, kind: company, roles: [], products: [],"
        f" district: {ground[0].district}, sources: [NOWHERE]}}",
        encoding="utf-8",
    )
    with pytest.raises(ContentError, match=r"producers\.yaml: x: .*NOWHERE"):
        load_producers(file)


def test_reported_mark_users_are_to_be_verified_and_public(ground):
    load_producers()
    assert load_reported() == 3
    assert load_reported() == 0
    entries = Authorisation.objects.public()
    assert entries.count() == 3
    assert {entry.status for entry in entries} == {Status.REPORTED}
    assert {entry.credit_code_as_printed for entry in entries} == {""}
    assert not Authorisation.objects.in_force().exists()


def test_samples_are_all_marked_and_can_be_removed(ground, settings):
    call_command("load_samples")
    call_command("load_samples")
    assert Producer.objects.count() == 24
    for model in (Producer, Authorisation, Notice):
        assert model.objects.exists()
        assert not model.objects.filter(is_sample=False).exists()
    assert {Status.IN_FORCE, Status.SUSPENDED, Status.ENDED} <= {
        entry.status for entry in Authorisation.objects.all()
    }
    call_command("load_samples", remove=True)
    assert not Producer.objects.exists()
    assert not Authorisation.objects.exists()


def test_production_refuses_samples(ground, settings):
    settings.REFUSE_SAMPLES = True
    assert check_no_samples(None) == []
    with pytest.raises(CommandError):
        call_command("load_samples")
    settings.REFUSE_SAMPLES = False
    call_command("load_samples")
    assert check_no_samples(None) == []
    settings.REFUSE_SAMPLES = True
    assert [error.id for error in check_no_samples(None)] == ["core.E001"]
