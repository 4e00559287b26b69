"""How far the English pages follow the Chinese ones."""

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

CHINESE, ENGLISH = "zh-hans", "en"


class TranslationState(models.TextChoices):
    """What is left to do for the English translation of a page."""

    MISSING = "missing", _("No live translation")
    BEHIND = "behind", _("Translation is behind")


def pages_to_translate():
    """Live Chinese pages whose English is missing or behind, as `translation_state`."""
    english = Page.objects.live().filter(
        translation_key=OuterRef("translation_key"), locale__language_code=ENGLISH
    )
    return (
        Page.objects.live()
        .filter(depth__gt=1, locale__language_code=CHINESE)
        .annotate(
            translation_state=Case(
                When(~Exists(english), then=models.Value(TranslationState.MISSING)),
                When(Exists(_translations_behind()), then=models.Value(TranslationState.BEHIND)),
                default=models.Value(""),
            )
        )
        .exclude(translation_state="")
    )


def _translations_behind():
    """Translations of the outer page with open strings or an older text than it has."""
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale__language_code=ENGLISH,
        has_error=False,
    )
    open_strings = StringSegment.objects.filter(source=OuterRef("source")).filter(
        ~Exists(translated)
    )
    return Translation.objects.filter(
        Q(Exists(open_strings)) | Q(source__last_updated_at__lt=OuterRef("last_published_at")),
        source__object_id=OuterRef("translation_key"),
        source__locale=OuterRef("locale"),
        target_locale__language_code=ENGLISH,
        enabled=True,
    )
