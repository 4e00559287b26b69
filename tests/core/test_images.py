"""Pictures in named sizes: made after upload, never on a visitor's time."""

import pytest
from django.utils.translation import override

from gi_site.core import signal_handlers
from gi_site.core.images import PRESETS, all_specs
from gi_site.core.models import ILLUSTRATOR, SiteImage
from gi_site.core.tasks import make_renditions
from gi_site.core.templatetags.site import picture_of
from tests.factories import SiteImageFactory

pytestmark = pytest.mark.django_db


def test_upload_makes_every_rendition(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = SiteImageFactory()
    made = set(image.renditions.values_list("filter_spec", flat=True))
    assert made == set(all_specs(image))


def test_changed_words_make_no_renditions(django_capture_on_commit_callbacks, monkeypatch):
    with django_capture_on_commit_callbacks(execute=True):
        image = SiteImageFactory()
    monkeypatch.setattr(signal_handlers, "make_renditions", None)  # would fail if it were called
    with django_capture_on_commit_callbacks(execute=True):
        image.alt_en = "Another sentence."
        image.save()


def test_deleted_picture_is_passed_over():
    make_renditions.func(0)


def test_picture_before_its_renditions_is_an_empty_moon():
    image = SiteImageFactory()
    markup = picture_of(image, "card", alt="荔枝")
    assert "<img" not in markup
    assert "荔枝" in markup
    assert not image.renditions.exists()


@pytest.mark.parametrize("preset", PRESETS)
def test_picture_offers_modern_formats_and_its_size(preset):
    image = SiteImageFactory()
    make_renditions.func(image.pk)
    markup = picture_of(image, preset)
    assert "image/avif" in markup
    assert "image/webp" in markup
    assert 'width="' in markup
    assert 'height="' in markup
    assert image.default_alt_text in markup


def test_only_the_opening_picture_is_eager():
    image = SiteImageFactory()
    make_renditions.func(image.pk)
    assert 'loading="lazy"' in picture_of(image, "card")
    assert 'fetchpriority="high"' in picture_of(image, "card", eager=True)


def test_picture_of_prefetched_renditions_costs_no_query(django_assert_num_queries):
    image = SiteImageFactory()
    make_renditions.func(image.pk)
    image = type(image).objects.prefetch_renditions().get(pk=image.pk)
    with django_assert_num_queries(0):
        assert "<img" in picture_of(image, "card")


def test_no_picture_is_no_markup():
    assert picture_of(None, "card") == ""


def test_the_site_s_own_illustrators_are_named_in_the_reader_s_language():
    assert SiteImage(author=ILLUSTRATOR).credit == "本站插图作者"
    with override("en"):
        assert SiteImage(author=ILLUSTRATOR).credit == ILLUSTRATOR
    assert SiteImage(author="Somebody").credit == "Somebody"
