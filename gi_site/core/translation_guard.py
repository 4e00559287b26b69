"""Chinese text never goes live under /en/.

wagtail-localize fills what is not translated yet with the Chinese text and lets that be
published. Here publishing waits until everything is translated; drafts are kept.
"""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from gi_site.core.english import chinese_texts


def is_complete(translation: Translation) -> bool:
    """Whether every string of `translation` is translated."""
    total, translated = translation.get_progress()
    return total == translated


def keep_chinese_off_english_pages(request, page):
    """Hook `before_publish_page`: the page stays a draft; says which texts are Chinese."""
    texts = chinese_texts(page)
    if not texts:
        return None
    messages.error(
        request,
        _("Saved as a draft, not published: this English page still has Chinese text: %(texts)s")
        % {"texts": " · ".join(text[:40] for text in texts[:5])},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def publish_only_full_translations(request, page):
    """Hook `before_edit_page`: “publish” in the translation editor needs every translation."""
    if request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None or is_complete(translation):
        return None
    total, translated = translation.get_progress()
    messages.error(
        request,
        _("Not published: %(count)d texts are not translated yet.") % {"count": total - translated},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


class SafeUpdateTranslationsView(UpdateTranslationsView):
    """Brings changes of the Chinese page to its translations; publishes those that are full."""

    def get_form(self):
        form = super().get_form()
        form.fields["publish_translations"].help_text = _(
            "Publishes each translation that is complete. One that still lacks texts stays a draft,"
            " and what is live in that language stays as it is."
        )
        return form

    def form_valid(self, form):
        publish = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        response = super().form_valid(form)
        translations = self.object.translations.filter(enabled=True) if publish else []
        for translation in translations:
            if is_complete(translation):
                translation.save_target(user=self.request.user, publish=True)
            else:
                messages.warning(
                    self.request,
                    _("The translation into %(language)s is not published: it is not complete.")
                    % {"language": translation.target_locale.get_display_name()},
                )
        return response
