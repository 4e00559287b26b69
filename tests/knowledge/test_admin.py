"""Staff keep terms and quiz questions in the admin."""

import pytest
from django.urls import reverse

from home.knowledge.models import QuizQuestion, Term
from tests.factories import SourceFactory, UserFactory
from tests.knowledge.factories import QuizQuestionFactory, TermFactory

pytestmark = pytest.mark.django_db


def url(model, name, *args):
    return reverse(f"wagtailsnippets_knowledge_{model}:{name}", args=args)


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(role="editor"))
    return client


def term_data(**values):
    return {
        "term_zh": "亩",
        "term_en": "mu",
        "slug": "mu",
        "pinyin": "",
        "explanation_zh": "田地面积的单位。",
        "explanation_en": "A unit of farmland.",
        "source": SourceFactory().pk,
        "confidence": "high",
    } | values


def quiz_data(*wrong, **values):
    rows = {}
    for number, text in enumerate(wrong):
        prefix = f"wrong_answers-{number}"
        rows |= {
            f"{prefix}-text_zh": text,
            f"{prefix}-text_en": f"Wrong {prefix[-1]}",
            f"{prefix}-ORDER": number + 1,
        }
    return {
        "question_zh": "问？",
        "question_en": "Q?",
        "slug": "one",
        "sort_order": 1,
        "right_zh": "对",
        "right_en": "right",
        "explanation_zh": "因为。",
        "explanation_en": "Because.",
        "source": SourceFactory().pk,
        "confidence": "high",
        "wrong_answers-TOTAL_FORMS": len(wrong),
        "wrong_answers-INITIAL_FORMS": 0,
        **rows,
    } | values


def test_an_editor_adds_a_term_and_its_pinyin_is_filled_in(editor):
    assert editor.post(url("term", "add"), term_data()).status_code == 302
    assert Term.objects.get().pinyin == "mǔ"


def test_a_term_without_a_source_is_refused_at_the_source(editor):
    response = editor.post(url("term", "add"), term_data(source=""))
    assert "source" in response.context["form"].errors
    assert "田地面积的单位。" in response.content.decode()


def test_a_term_does_not_point_to_itself(editor):
    term = TermFactory(slug="mu")
    response = editor.post(url("term", "edit", term.pk), term_data(see_also=[term.pk]))
    assert response.context["form"].errors["see_also"] == ["名词不能参见自己。"]


def test_a_term_that_is_there_already_is_refused_at_the_term(editor):
    TermFactory(term_zh="亩")
    response = editor.post(url("term", "add"), term_data())
    assert "term_zh" in response.context["form"].errors


def test_the_anchor_of_a_term_stays(editor):
    term = TermFactory(slug="mu")
    editor.post(url("term", "edit", term.pk), term_data(slug="other"))
    term.refresh_from_db()
    assert (term.slug, term.term_zh) == ("mu", "亩")


def test_an_editor_adds_a_question_with_wrong_answers(editor):
    assert editor.post(url("quizquestion", "add"), quiz_data("错", "也错")).status_code == 302
    assert len(QuizQuestion.objects.get().choices) == 3


def test_a_question_needs_a_wrong_answer(editor):
    response = editor.post(url("quizquestion", "add"), quiz_data())
    assert response.status_code == 200
    assert not QuizQuestion.objects.exists()


@pytest.mark.parametrize(("wrong", "message"), [(["对"], "这是正确答案。"), (["错", "错"], "已")])
def test_a_wrong_answer_is_neither_the_right_one_nor_there_twice(editor, wrong, message):
    response = editor.post(url("quizquestion", "add"), quiz_data(*wrong))
    assert response.status_code == 200
    assert message in response.content.decode()
    assert not QuizQuestion.objects.exists()


def test_lists_search_and_export(editor):
    TermFactory(term_zh="统一社会信用代码", term_en="=1+1")
    TermFactory(term_zh="集体成员")
    QuizQuestionFactory(question_zh="谁能用标志？")
    html = editor.get(url("term", "list"), {"q": "信用"}).content.decode()
    assert "统一社会信用代码" in html
    assert "集体成员" not in html
    assert "谁能用标志？" in editor.get(url("quizquestion", "list")).content.decode()
    exported = editor.get(url("term", "list"), {"export": "csv"})
    text = b"".join(exported.streaming_content).decode("utf-8-sig")
    assert "'=1+1" in text


@pytest.mark.parametrize("role", ["registrar", "trade officer"])
def test_others_do_not_change_terms(client, role):
    client.force_login(UserFactory(role=role))
    assert client.get(url("term", "add")).status_code == 302
    assert client.post(url("term", "add"), term_data()).status_code == 302
    assert not Term.objects.exists()
