"""The content file of the programme: checked, loaded once, never over staff's changes."""

import pytest
import yaml
from wagtail.log_actions import log
from wagtail.models import Page

from home.programme import models
from home.programme.loading import CONTENT_FILE, load_programme, read_programme
from products.catalogue.loading.schema import ContentError, read_sources
from tests.factories import UserFactory, site_tree


def test_every_source_of_the_file_is_one_of_the_catalogue():
    content = read_programme()
    facts = [*content.milestones, *content.partners, *content.documents]
    facts += [value for indicator in content.indicators for value in indicator.values]
    assert {key for fact in facts for key in fact.sources} <= set(read_sources())
    assert {work.source for work in content.page.works} <= set(read_sources())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data["indicators"][0].update(unitt="个"), "indicators.0.unitt"),
        (lambda data: data["milestones"][0].update(date="2018-13"), "milestones.0.date"),
        (lambda data: data["partners"][0].update(sources=[]), "partners.0.sources"),
    ],
)
def test_a_wrong_field_is_named(tmp_path, change, message):
    data = yaml.safe_load(CONTENT_FILE.read_text("utf-8"))
    change(data)
    path = tmp_path / "programme.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    with pytest.raises(ContentError, match=message):
        read_programme(path)


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
