"""The quiz: a form of the questions, and what its answers are worth."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from home.knowledge.models.quiz import QuizQuestion

# In the address, so that a result can be sent on. No parameter of our lists has such a name:
# the page cache therefore stores no result.
PREFIX = "answer"
# Share of right answers that deserves praise.
GOOD = 0.6


class QuizForm(forms.Form):
    """One group of circles for each question; nothing is asked about the person."""

    def __init__(self, questions: Sequence[QuizQuestion], data=None):
        super().__init__(data, prefix=PREFIX)
        self.questions = questions
        for question in questions:
            self.fields[question.slug] = forms.ChoiceField(
                label=question.question,
                choices=question.choices,
                widget=forms.RadioSelect,
                error_messages={
                    "required": gettext_lazy("Choose an answer."),
                    "invalid_choice": gettext_lazy("Choose one of these answers."),
                },
            )

    @property
    def missing_count(self) -> int:
        """How many questions still want an answer."""
        return len(self.errors)

    @property
    def reminder(self) -> str:
        """What is left to do before there is a result."""
        return ngettext(
            "%(count)d question still wants an answer; it is marked below.",
            "%(count)d questions still want an answer; they are marked below.",
            self.missing_count,
        ) % {"count": self.missing_count}


@dataclass(frozen=True)
class Marked:
    """One question with the answer that was given."""

    question: QuizQuestion
    given: str

    @property
    def is_right(self) -> bool:
        """Whether the answer given is the right one."""
        return self.given == self.question.right_letter

    @property
    def given_text(self) -> str:
        """The answer given, in words."""
        return dict(self.question.choices)[self.given]


@dataclass(frozen=True)
class Result:
    """All questions with their answers."""

    marked: list[Marked]

    @property
    def right_count(self) -> int:
        """How many answers are right."""
        return sum(each.is_right for each in self.marked)

    @property
    def is_good(self) -> bool:
        """Whether enough is right for praise."""
        return self.right_count >= GOOD * len(self.marked)

    @property
    def remark(self) -> str:
        """A friendly word about the score."""
        if self.right_count == len(self.marked):
            return _("Everything right. You can explain the mark to others.")
        if self.is_good:
            return _("Well done. The explanations below fill the gaps.")
        return _("These are questions that many people get wrong. Read on below, and try again.")


def quiz_context(request) -> dict:
    """The form and, if every question is answered, the result."""
    questions = list(QuizQuestion.objects.for_quiz())
    form = QuizForm(questions, request.GET if is_sent(request) else None)
    if not questions or not form.is_bound or not form.is_valid():
        return {"form": form, "result": None}
    marked = [Marked(question, form.cleaned_data[question.slug]) for question in questions]
    return {"form": form, "result": Result(marked)}


def is_sent(request) -> bool:
    """Whether the form was sent, be it empty: its button has a name of the same kind."""
    return any(name.startswith(PREFIX) for name in request.GET)
