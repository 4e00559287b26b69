"""Publish a page's English translation from text that was written beside the Chinese."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def publish_translation(page: Page, translated: Page, locale: Locale) -> Page:
    """Publish `page` in `locale` with the texts of `translated` and return that page.

    `translated` is an unsaved copy of `page` with the same block ids. Translators later find
    every string filled in. Raises `ValidationError` if the two are not built alike.
    """
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    texts = _texts_by_path(translated)
    for segment in source.stringsegment_set.select_related("context", "string").order_by("order"):
        path = segment.context.path
        if not texts[path]:
            raise ValidationError(f"{page}: no {locale} text for {path}")
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={
                "data": texts[path].pop(0),
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            },
        )
    # Published here and not by save_target(): that waits for the commit and then writes back the
    # number of children as it was at this moment.
    translation.save_target(publish=False)
    page.get_translation(locale).get_latest_revision().publish()
    return page.get_translation(locale)


def _texts_by_path(page: Page) -> dict[str, list[str]]:
    texts = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            texts[segment.path].append(segment.string.data)
    return texts
