import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, RevisionMixin

from gi_site.core.bilingual import Localised
from products.catalogue.models.sources import Sourced


class QuizQuestionQuerySet(models.QuerySet):
    def for_quiz(self):
        """The questions in their order, with answers and sources: two queries."""
        return self.select_related("source", "second_source").prefetch_related("wrong_answers")


class QuizQuestion(RevisionMixin, ClusterableModel, Sourced):
    """Record: a question of the quiz. It has one right answer by its shape; wrong ones are rows."""

    slug = models.SlugField(
        _("key"), max_length=60, unique=True, help_text=_("Short ASCII name, never changed.")
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)
    question_zh = models.CharField(_("question (Chinese)"), max_length=120)
    question_en = models.CharField(_("question (English)"), max_length=200)
    right_zh = models.CharField(_("right answer (Chinese)"), max_length=120)
    right_en = models.CharField(_("right answer (English)"), max_length=200)
    explanation_zh = models.TextField(
        _("explanation (Chinese)"),
        max_length=400,
        help_text=_("Shown with the result, whatever was answered: why it is so."),
    )
    explanation_en = models.TextField(_("explanation (English)"), max_length=700)

    question = Localised()
    right = Localised()
    explanation = Localised()

    objects = QuizQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("quiz question")
        verbose_name_plural = _("quiz questions")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.question

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Letter and text of each answer, mixed, but alike for everybody and in both languages."""
        return [(letter, text) for letter, text, _is_right in self._lettered()]

    @property
    def right_letter(self) -> str:
        """The letter of the right answer."""
        return next(letter for letter, _text, is_right in self._lettered() if is_right)

    def _lettered(self):
        answers = [(self.right_zh, self.right, True)]
        answers += [(wrong.text_zh, wrong.text, False) for wrong in self.wrong_answers.all()]
        answers.sort(key=lambda answer: self._lot(answer[0]))
        return [
            (chr(ord("a") + place), text, is_right)
            for place, (_zh, text, is_right) in enumerate(answers)
        ]

    def _lot(self, text: str) -> bytes:
        return hashlib.blake2b(f"{self.slug} {text}".encode(), digest_size=8).digest()


class WrongAnswer(Orderable):
    """A wrong answer to choose from."""

    question = ParentalKey(QuizQuestion, on_delete=models.CASCADE, related_name="wrong_answers")
    text_zh = models.CharField(_("answer (Chinese)"), max_length=120)
    text_en = models.CharField(_("answer (English)"), max_length=200)

    text = Localised()

    class Meta(Orderable.Meta):
        verbose_name = _("wrong answer")
        verbose_name_plural = _("wrong answers")
        constraints = [
            models.UniqueConstraint(
                fields=["question", "text_zh"],
                name="quiz_wrong_answer_once",
                violation_error_message=_("This answer is already in the list."),
            )
        ]

    def __str__(self):
        return self.text
