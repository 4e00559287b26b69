"""Factories of the knowledge pages: each builds a valid, saved object with no arguments."""

import factory
from factory.django import DjangoModelFactory

from home.knowledge import models
from tests.factories import ContentPageFactory, LivePageFactory, SourceFactory


class TermFactory(DjangoModelFactory):
    slug = factory.Sequence(lambda n: f"term-{n}")
    term_zh = factory.Sequence(lambda n: f"名词{n}")
    term_en = factory.Sequence(lambda n: f"term {n}")
    explanation_zh = "一句解释。"
    explanation_en = "One explanation."
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.Term


class QuizQuestionFactory(DjangoModelFactory):
    """A question with two wrong answers."""

    slug = factory.Sequence(lambda n: f"question-{n}")
    sort_order = factory.Sequence(lambda n: n)
    question_zh = factory.Sequence(lambda n: f"第{n}题？")
    question_en = factory.Sequence(lambda n: f"Question {n}?")
    right_zh, right_en = "对的", "The right one"
    explanation_zh, explanation_en = "因为公告这样写。", "Because the announcement says so."
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.QuizQuestion
        skip_postgeneration_save = True

    @factory.post_generation
    def wrong_answers(self, create, wrong, **kwargs):
        self.wrong_answers = [
            models.WrongAnswer(text_zh=zh, text_en=en)
            for zh, en in wrong or [("错的", "A wrong one"), ("也不对", "Not this either")]
        ]
        self.save()


class ToolPageFactory(LivePageFactory):
    """A page of one kind below the page on knowledge."""

    parent = factory.LazyFunction(lambda: knowledge_page())

    class Meta:
        abstract = True

    @factory.lazy_attribute
    def body(self):
        text = {"text": "<p>看包装。</p>", "sources": [SourceFactory().pk]}
        return [{"type": "text", "value": text}]


class GlossaryPageFactory(ToolPageFactory):
    slug = "glossary"

    class Meta:
        model = models.GlossaryPage


class QuizPageFactory(ToolPageFactory):
    slug = "quiz"

    class Meta:
        model = models.QuizPage


class RecognisePageFactory(ToolPageFactory):
    slug = "recognise"

    class Meta:
        model = models.RecognisePage


class SheetsPageFactory(ToolPageFactory):
    slug = "sheets"

    class Meta:
        model = models.SheetsPage


def knowledge_page():
    """The page on knowledge; made on the first call."""
    found = ContentPageFactory._meta.model.objects.filter(
        slug="knowledge", locale__language_code="zh-hans"
    ).first()
    return found or ContentPageFactory(slug="knowledge", title="知识")
