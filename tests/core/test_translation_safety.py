"""Chinese text never goes live under /en/, whatever an editor clicks."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page, Workflow
from wagtail_localize.models import (
    LocaleSynchronization,
    StringTranslation,
    Translation,
    TranslationSource,
)

from gi_site.core.english import ChineseTextError, is_chinese
from tests.factories import ContentPageFactory, UserFactory, english_of

pytestmark = pytest.mark.django_db

CHINESE_TITLE = "镇隆荔枝的来历"
NEW_TITLE = "镇隆荔枝的新来历"


@pytest.fixture
def english(tree):
    return Locale.objects.get(language_code="en")


@pytest.fixture
def staff(client, tree):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture
def story(tree):
    """A live Chinese page with one short text."""
    story = ContentPageFactory(title=CHINESE_TITLE, slug="story", summary="", body=[])
    story.save_revision().publish()
    return story


def submit(staff, story, english):
    url = reverse("wagtail_localize:submit_page_translation", args=[story.pk])
    assert staff.post(url, {"locales": [english.pk]}).status_code == 302
    return story.get_translation(english)


def translate(translated, text="The story of Zhenlong lychee", **only):
    """Fill in every open string, as the translator does in the editor."""
    translation = Translation.objects.get(source__object_id=translated.translation_key)
    for segment in translation.source.stringsegment_set.filter(**only):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": text},
        )
    return translation


def publish(staff, translated, on_commit):
    with on_commit(execute=True):
        return staff.post(
            reverse("wagtailadmin_pages:edit", args=[translated.pk]), {"action": "publish"}
        )


def sync(staff, story, on_commit, **fields):
    source = TranslationSource.objects.get(object_id=story.translation_key)
    with on_commit(execute=True):
        return staff.post(reverse("wagtail_localize:update_translations", args=[source.pk]), fields)


def retitle(story):
    story.title = NEW_TITLE
    story.save_revision().publish()


@pytest.fixture
def translated(staff, story, english, django_capture_on_commit_callbacks):
    """Its full translation, published through the admin."""
    translated = submit(staff, story, english)
    translate(translated)
    publish(staff, translated, django_capture_on_commit_callbacks)
    translated.refresh_from_db()
    assert translated.live
    return translated


def assert_no_chinese(client):
    """No address under /en/ answers with Chinese titles, not even by another slug."""
    client.logout()
    live = Page.objects.live().filter(locale__language_code="en")
    assert not [each.title for each in live if is_chinese(each.title)]
    for slug in ("story", "story-en"):
        response = client.get(f"/en/{slug}/")
        assert response.status_code in (200, 404)
        if response.status_code == 200:
            shown = response.context["page"]
            assert not is_chinese(shown.title)


def test_submitting_for_translation_makes_a_draft(staff, story, english):
    assert not submit(staff, story, english).live
    assert_no_chinese(staff)


def test_incomplete_translation_is_not_published(
    staff, story, english, django_capture_on_commit_callbacks
):
    translated = submit(staff, story, english)
    response = publish(staff, translated, django_capture_on_commit_callbacks)
    assert response.status_code == 302
    translated.refresh_from_db()
    assert not translated.live
    assert_no_chinese(staff)


def test_complete_translation_is_published(translated, client):
    assert translated.title == "The story of Zhenlong lychee"
    assert_no_chinese(client)


def test_sync_with_publish_leaves_the_old_english(
    staff, story, translated, django_capture_on_commit_callbacks
):
    retitle(story)
    response = sync(staff, story, django_capture_on_commit_callbacks, publish_translations="on")
    assert response.status_code == 302
    translated.refresh_from_db()
    assert translated.live
    assert translated.title == "The story of Zhenlong lychee"
    assert_no_chinese(staff)


def test_sync_without_publish_leaves_the_old_english(
    staff, story, translated, django_capture_on_commit_callbacks
):
    retitle(story)
    sync(staff, story, django_capture_on_commit_callbacks)
    translated.refresh_from_db()
    assert translated.title == "The story of Zhenlong lychee"
    assert_no_chinese(staff)


def test_publishing_after_a_sync_waits_for_the_translator(
    staff, story, translated, django_capture_on_commit_callbacks
):
    retitle(story)
    sync(staff, story, django_capture_on_commit_callbacks)
    publish(staff, translated, django_capture_on_commit_callbacks)
    translated.refresh_from_db()
    assert translated.title == "The story of Zhenlong lychee"

    translate(translated, "The new story")
    publish(staff, translated, django_capture_on_commit_callbacks)
    translated.refresh_from_db()
    assert translated.title == "The new story"


def test_sync_with_publish_publishes_a_full_translation(
    staff, story, translated, django_capture_on_commit_callbacks
):
    story.summary = ""
    story.save_revision().publish()
    sync(staff, story, django_capture_on_commit_callbacks, publish_translations="on")
    translated.refresh_from_db()
    assert translated.live
    assert not translated.has_unpublished_changes


def test_tree_sync_makes_no_live_page(staff, story, english):
    LocaleSynchronization.objects.create(locale=english, sync_from=story.locale)
    assert not story.get_translation(english).live
    assert_no_chinese(staff)


def test_publishing_the_original_wakes_no_alias(staff, story, english):
    story.copy_for_translation(english, copy_parents=True, alias=True)
    retitle(story)
    assert not story.get_translation(english).live
    assert_no_chinese(staff)


def test_parent_copied_along_with_a_child_is_no_live_page(staff, story, english):
    child = ContentPageFactory(parent=story, title="子页面", slug="child")
    submit(staff, child, english)
    assert not story.get_translation(english).live
    assert_no_chinese(staff)


def test_bulk_publish_refuses_chinese_text(staff, story, english):
    translated = submit(staff, story, english)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert staff.post(f"{url}?id={translated.pk}&next=/admin/").status_code == 302
    assert_no_chinese(staff)


def test_stopped_translation_with_chinese_text_stays_a_draft(staff, story, english):
    translated = submit(staff, story, english)
    Translation.objects.update(enabled=False)
    form = {
        "title": CHINESE_TITLE,
        "slug": "story",
        "summary": "",
        "body-count": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
    }
    response = staff.post(reverse("wagtailadmin_pages:edit", args=[translated.pk]), form)
    assert response.status_code == 302
    translated.refresh_from_db()
    assert not translated.live
    assert_no_chinese(staff)


def test_copy_of_a_chinese_page_below_en_is_no_live_page(staff, story, tree):
    story.copy(to=tree.english.home, update_attrs={"slug": "copied"})
    assert not Page.objects.get(slug="copied").live
    assert staff.get("/en/copied/").status_code == 404


def test_english_page_with_a_chinese_name_in_brackets_is_published(story):
    assert english_of(story, title="Zhenlong lychee (镇隆荔枝)").live


def test_english_page_with_chinese_text_is_never_published(story):
    with pytest.raises(ChineseTextError):
        english_of(story, title=CHINESE_TITLE)


def test_the_first_workflow_has_a_chinese_name():
    assert not Workflow.objects.filter(name="Moderators approval").exists()
    assert Workflow.objects.filter(name="发布前审核").exists()


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("Locale", "语言"), ("Promote", "搜索与分享"), ("Add locale", "添加语言")],
)
def test_wagtails_terms_are_those_of_staff(english, chinese):
    with translation.override("zh-hans"):
        assert translation.gettext(english) == chinese
