"""Terms and quiz questions in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.knowledge import models, panels
from products.catalogue.viewsets import RecordViewSet


class TermViewSet(RecordViewSet):
    model = models.Term
    icon = "openquote"
    menu_label = _("Glossary")
    edit_handler = panels.TERM_PANELS
    list_filter = ["confidence"]
    related = ("source",)
    ordering = ["pinyin", "pk"]
    list_display = [
        "term_zh",
        Column("term_en", label=_("English"), sort_key="term_en"),
        Column("pinyin", label=_("pinyin"), sort_key="pinyin"),
        Column("source", label=_("Source")),
    ]
    list_export = [
        "slug",
        "term_zh",
        "pinyin",
        "term_en",
        "explanation_zh",
        "explanation_en",
        "source.key",
    ]
    export_headings = {"source.key": _("Source")}
    export_filename = "glossary"


class QuizQuestionViewSet(RecordViewSet):
    model = models.QuizQuestion
    icon = "help"
    menu_label = _("Quiz")
    edit_handler = panels.QUIZ_PANELS
    list_filter = ["confidence"]
    related = ("source",)
    search_fields = ["question_zh", "question_en", "slug"]
    ordering = ["sort_order", "pk"]
    list_display = [
        "question_zh",
        Column("right_zh", label=_("Right answer")),
        NumberColumn("sort_order", label=_("Order"), sort_key="sort_order"),
        Column("source", label=_("Source")),
    ]
    list_export = [
        "sort_order",
        "slug",
        "question_zh",
        "question_en",
        "right_zh",
        "right_en",
        "explanation_zh",
        "explanation_en",
        "source.key",
    ]
    export_headings = {"source.key": _("Source")}
    export_filename = "quiz"


class KnowledgeViewSetGroup(SnippetViewSetGroup):
    """The menu of what the knowledge pages are made of."""

    menu_label = _("Knowledge")
    menu_icon = "openquote"
    menu_order = 190
    items = (TermViewSet, QuizQuestionViewSet)
