"""The quiz: a form without script, answers explained, nothing kept."""

import pytest
from django.utils.translation import override

from home.knowledge.models import QuizQuestion
from tests.knowledge.factories import QuizPageFactory, QuizQuestionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(tree):
    return QuizPageFactory().get_url()


def answers(*given):
    """The parameters of a form sent with `given` letters by question."""
    return {"answer": "1"} | {f"answer-{question.slug}": letter for question, letter in given}


def wrong_letter(question):
    return next(letter for letter, _ in question.choices if letter != question.right_letter)


def test_answers_are_mixed_alike_in_both_languages():
    question = QuizQuestionFactory()
    chinese = question.choices
    with override("en"):
        english = question.choices
    assert len(chinese) == 3
    letter = question.right_letter
    assert dict(chinese)[letter] == "对的"
    assert dict(english)[letter] == "The right one"


def test_the_right_answer_is_not_always_the_first():
    letters = {QuizQuestionFactory(slug=f"q{n}").right_letter for n in range(12)}
    assert letters == {"a", "b", "c"}


def test_the_score_counts_right_answers_and_explains_all(quiz, html_of):
    first, second = QuizQuestionFactory(), QuizQuestionFactory(source__title_zh="某号公告")
    html = html_of(quiz, **answers((first, first.right_letter), (second, wrong_letter(second))))
    assert "2题答对1题" in html
    assert html.count("因为公告这样写。") == 2
    assert "某号公告" in html
    assert "正确答案：对的" in html
    assert '<meta name="robots" content="noindex' in html


def test_sent_without_an_answer_it_says_what_to_do(quiz, html_of):
    QuizQuestionFactory.create_batch(2)
    html = html_of(quiz, answer="1")
    assert "还有2道题没有答" in html
    assert html.count("请选一个答案。") == 2


def test_given_answers_stay_when_others_are_missing(quiz, html_of):
    first, second = QuizQuestionFactory(), QuizQuestionFactory()
    html = html_of(quiz, **answers((first, "b")))
    assert "还有1道题没有答" in html
    assert html.count("checked") == 1
    assert f'id="id_answer-{second.slug}-wanted"' in html


def test_an_answer_that_does_not_exist_is_refused_at_its_question(quiz, html_of):
    question = QuizQuestionFactory()
    html = html_of(quiz, **answers((question, "z")))
    assert "请从下面的答案里选一个。" in html


def test_a_first_visit_shows_no_complaint(quiz, html_of):
    QuizQuestionFactory()
    html = html_of(quiz, utm="x")
    assert 'role="alert"' not in html
    assert "看看结果" in html


def test_a_result_is_not_kept_in_the_page_cache(client, quiz):
    question = QuizQuestionFactory()
    data = answers((question, question.right_letter))
    outcomes = [client.get(quiz, data)["X-Page-Cache"] for _time in range(2)]
    assert outcomes == ["miss", "miss"]
    assert [client.get(quiz)["X-Page-Cache"] for _time in range(2)] == ["miss", "hit"]


def test_without_questions_it_says_so(quiz, html_of):
    assert "还没有题目" in html_of(quiz, answer="1")


def test_many_questions_cost_no_more_queries_than_few(quiz, queries_of):
    QuizQuestionFactory()
    few = queries_of(quiz)
    QuizQuestionFactory.create_batch(8)
    assert queries_of(quiz) == few
    assert QuizQuestion.objects.count() == 9
