"""The content files of the knowledge pages, and what is said about broken ones."""

import re

import pytest
from django.test import TestCase
from wagtail.log_actions import log

from gi_site.accounts.models import User
from home.knowledge.loading import CONTENT_DIR, load_knowledge
from home.knowledge.models import QuizPage, QuizQuestion, Term
from home.loading import load_content_pages, load_site_tree
from home.models import ContentPage
from products.catalogue.loading.records import load_sources
from products.catalogue.loading.schema import ContentError, read_sources

SLUGS = (
    "",
    "what-is-a-gi/",
    "schemes/",
    "the-mark/",
    "how-we-verify/",
    "apply/",
    "questions/",
    "glossary/",
    "recognise/",
    "sheets/",
    "quiz/",
)


class LoadKnowledgeTests(TestCase):
    """One load for all of them."""

    @classmethod
    def setUpTestData(cls):
        cls.home = load_site_tree()
        load_sources(read_sources())
        with cls.captureOnCommitCallbacks(execute=True):
            load_content_pages(cls.home)
            cls.created = load_knowledge(cls.home)

    def html_of(self, path):
        response = self.client.get(path)
        assert response.status_code == 200, path
        return response.content.decode()

    def test_every_knowledge_page_cites_a_source_in_both_languages(self):
        for prefix in ("/knowledge/", "/en/knowledge/"):
            for slug in SLUGS:
                assert 'class="source"' in self.html_of(prefix + slug), prefix + slug

    def test_terms_and_questions_are_as_many_as_promised(self):
        terms, questions, pages = self.created
        assert (terms >= 25, questions, pages) == (True, 8, 4)
        assert len(ContentPage.objects.get(title="问与答").questions) >= 12

    def test_every_term_leads_only_to_terms_of_the_page(self):
        for path in ("/knowledge/glossary/", "/en/knowledge/glossary/"):
            html = self.html_of(path)
            anchors = set(re.findall(r'id="([\w-]+)"', html))
            assert set(re.findall(r'href="#([\w-]+)"', html)) <= anchors

    def test_a_second_load_changes_nothing(self):
        assert load_knowledge(self.home) == (0, 0, 0)

    def test_what_staff_changed_stays(self):
        Term.objects.filter(slug="mu").update(explanation_zh="改过。")
        load_knowledge(self.home)
        assert Term.objects.get(slug="mu").explanation_zh == "改过。"

    def test_what_staff_deleted_stays_deleted(self):
        staff = User.objects.create(username="editor")
        for record in (Term.objects.get(slug="jin"), QuizQuestion.objects.get(slug="what-matters")):
            log(record, "wagtail.delete", user=staff)
            record.delete()
        load_knowledge(self.home)
        assert not Term.objects.filter(slug="jin").exists()
        assert not QuizQuestion.objects.filter(slug="what-matters").exists()

    def test_without_the_page_on_knowledge_records_are_loaded_and_no_pages(self):
        ContentPage.objects.filter(slug="knowledge").update(slug="learning")
        QuizPage.objects.all().delete()
        assert load_knowledge(self.home) == (0, 0, 0)


@pytest.fixture
def files(db, tmp_path):
    """Content files with one term and one question; a function changes one of them."""
    load_sources({"LAW_MARK": read_sources()["LAW_MARK"]})
    texts = {
        "terms.yaml": "- slug: mu\n  term: {zh: 亩, en: mu}\n"
        "  explanation: {zh: 单位, en: A unit}\n  sources: [LAW_MARK]\n",
        "quiz.yaml": "- slug: one\n  question: {zh: 问, en: Q}\n  right: {zh: 对, en: R}\n"
        "  wrong: [{zh: 错, en: W}]\n  explanation: {zh: 因, en: B}\n  sources: [LAW_MARK]\n",
        "pages.yaml": "[]\n",
    }

    def broken(name, old, new):
        for file, text in texts.items():
            changed = text.replace(old, new) if file == name else text
            (tmp_path / file).write_text(changed, "utf-8")
        with pytest.raises(ContentError) as error:
            load_knowledge(load_site_tree(), tmp_path)
        return str(error.value)

    return broken


def test_an_unknown_source_is_named(files):
    assert "terms.yaml: mu: unknown source X" in files("terms.yaml", "LAW_MARK", "X")


def test_a_term_that_points_nowhere_is_named(files):
    message = files("terms.yaml", "  sources", "  see_also: [li]\n  sources")
    assert "terms.yaml: mu: see_also: unknown ['li']" in message


def test_a_question_without_a_wrong_answer_is_named(files):
    assert "quiz.yaml[0]: wrong" in files("quiz.yaml", "[{zh: 错, en: W}]", "[]")


def test_the_files_hold_no_absolute_or_medical_words():
    for path in CONTENT_DIR.glob("*.yaml"):
        text = path.read_text("utf-8")
        for word in ("最好", "第一名", "治", "养生"):
            assert word not in text, f"{path.name}: {word}"
