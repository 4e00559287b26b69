"""The content files of the programme: checked, loaded once, never over staff's changes."""

import pytest
import yaml
from wagtail.log_actions import log
from wagtail.models import Page

from home.programme import models
from home.programme.loading import CONTENT_DIR, load_programme, read_records
from products.catalogue.loading.schema import ContentError, read_sources
from tests.factories import UserFactory, site_tree
from tests.programme.conftest import source_keys


def test_every_source_of_the_files_is_one_of_the_catalogue():
    assert source_keys() <= set(read_sources())


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("indicators", {"unitt": "个"}, r"indicators.yaml\[0\]: unitt"),
        ("milestones", {"date": "2018-13"}, r"milestones.yaml\[0\]: date"),
        ("partners", {"sources": []}, r"partners.yaml\[0\]: sources"),
    ],
)
def test_a_wrong_field_is_named(tmp_path, name, change, message):
    data = yaml.safe_load((CONTENT_DIR / f"{name}.yaml").read_text("utf-8"))
    data[0].update(change)
    path = tmp_path / f"{name}.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    with pytest.raises(ContentError, match=message):
        read_records(name, tmp_path)


@pytest.mark.django_db
def test_loading_again_changes_nothing_and_keeps_what_staff_did(loaded_programme):
    staff = UserFactory()
    home = loaded_programme.get_parent().specific
    goal = models.Indicator.objects.get(key="gi-products")
    assert [(value.kind, value.value, value.period.year) for value in goal.values.all()] == [
        ("baseline", 15, 2020),
        ("target", 17, 2025),
    ]
    assert load_programme(home) == 0
    goal.name_en, goal.content_checksum = "Changed by staff", "old"
    goal.save()
    log(instance=goal, action="wagtail.edit", user=staff)
    gone = models.Partner.objects.first()
    log(instance=gone, action="wagtail.delete", user=staff)
    gone.delete()
    stale = models.Milestone.objects.first()
    stale.content_checksum = stale.title_en = "old"
    stale.save()
    assert load_programme(home) == 1
    goal.refresh_from_db()
    stale.refresh_from_db()
    assert goal.name_en == "Changed by staff"
    assert stale.title_en != "old"
    assert not models.Partner.objects.filter(key=gone.key).exists()


@pytest.mark.django_db
def test_a_missing_source_is_named(db):
    with pytest.raises(ContentError, match="there is no “PLAN”"):
        load_programme(site_tree().home)


@pytest.mark.django_db
def test_the_page_is_live_in_both_languages_and_found_by_its_works(client, loaded_programme):
    assert Page.objects.live().filter(slug="programme").count() == 2
    assert "讲好故事" in " ".join(loaded_programme.search_bodies())
    english = client.get("/en/programme/").content.decode()
    assert "Tell the story and go abroad" in english
    assert "GI benefits farmers" in english
    assert "15 in 2020, 17 expected by 2025" in english
