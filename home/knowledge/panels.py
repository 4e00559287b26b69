"""The admin forms of terms and quiz questions."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList

from gi_site.core.admin_forms import RowsPanel, show_constraints_at
from products.catalogue.panels import FOOTING, SlugForm, both, group, row

show_constraints_at(quiz_wrong_answer_once="text_zh")


class TermForm(SlugForm):
    """A term; it does not point to itself."""

    def clean_see_also(self):
        terms = self.cleaned_data["see_also"]
        if self.instance in terms:
            raise ValidationError(_("A term does not point to itself."))
        return terms


class QuizQuestionForm(SlugForm):
    """A question; no wrong answer says the same as the right one."""

    def is_valid(self):
        valid = super().is_valid()
        rows = self.formsets["wrong_answers"]
        for name in ("text_zh", "text_en"):
            right = self.cleaned_data.get(name.replace("text", "right")) if valid else None
            for form in rows.forms if right else ():
                if form.cleaned_data.get(name) == right and not form.cleaned_data.get("DELETE"):
                    form.add_error(name, _("This is the right answer."))
                    valid = False
        return valid


TERM_PANELS = ObjectList(
    [
        both("term"),
        row("slug", "pinyin"),
        FieldPanel("explanation_zh"),
        FieldPanel("explanation_en"),
        FieldPanel("see_also", widget=forms.CheckboxSelectMultiple),
        group(_("Basis"), *FOOTING),
    ],
    base_form_class=TermForm,
)

QUIZ_PANELS = ObjectList(
    [
        both("question"),
        row("slug", "sort_order"),
        both("right"),
        RowsPanel(
            "wrong_answers",
            [both("text")],
            heading=_("Wrong answers"),
            help_text=_("At least one; the answers are mixed by the site."),
            min_num=1,
            max_num=5,
        ),
        FieldPanel("explanation_zh"),
        FieldPanel("explanation_en"),
        group(_("Basis"), *FOOTING),
    ],
    base_form_class=QuizQuestionForm,
)
