"""The glossary, the quiz and the pages around them from the files in `home/knowledge/content`."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field
from wagtail.models import Locale

from gi_site.core.localize import publish_translation
from home.knowledge.models import (
    GlossaryPage,
    QuizPage,
    QuizQuestion,
    RecognisePage,
    SheetsPage,
    Term,
    WrongAnswer,
)
from home.loading import Block, body_blocks
from home.models import ContentPage, HomePage
from products.catalogue.loading.records import both
from products.catalogue.loading.schema import (
    Bilingual,
    ContentError,
    Slug,
    Sourced,
    Strict,
    read_yaml,
    validate,
)
from products.catalogue.loading.staff import was_deleted_by_staff
from products.catalogue.models import Source

CONTENT_DIR = Path(__file__).resolve().parent / "content"
PAGES = {
    "glossary": GlossaryPage,
    "quiz": QuizPage,
    "recognise": RecognisePage,
    "sheets": SheetsPage,
}


class TermContent(Sourced):
    """One entry of terms.yaml."""

    slug: Slug
    term: Bilingual
    explanation: Bilingual
    see_also: list[Slug] = []


class QuestionContent(Sourced):
    """One entry of quiz.yaml; the questions are asked in the order of the file."""

    slug: Slug
    question: Bilingual
    right: Bilingual
    wrong: Annotated[list[Bilingual], Field(min_length=1)]
    explanation: Bilingual


class PageContent(Strict):
    """One entry of pages.yaml; the kind is also the address below /knowledge/."""

    kind: Literal["glossary", "quiz", "recognise", "sheets"]
    title: Bilingual
    summary: Bilingual
    body: list[Block]


def load_knowledge(home: HomePage, directory: Path = CONTENT_DIR) -> tuple[int, int, int]:
    """Create what is missing and was not deleted by staff; how many terms, questions, pages.

    Raises `ContentError` if a file is wrong.
    """
    terms = _load_terms(_read(TermContent, directory / "terms.yaml"))
    questions = _load_questions(_read(QuestionContent, directory / "quiz.yaml"))
    return terms, questions, _load_pages(home, _read(PageContent, directory / "pages.yaml"))


def _read(model: type[Strict], path: Path) -> list:
    return [
        validate(model, item, file=f"{path.name}[{index}]")
        for index, item in enumerate(read_yaml(path))
    ]


def _load_terms(contents: list[TermContent]) -> int:
    known = {content.slug for content in contents}
    for content in contents:
        if strange := set(content.see_also) - known:
            raise ContentError(f"terms.yaml: {content.slug}: see_also: unknown {sorted(strange)}")
    created = {}
    for content in _missing(Term, contents, lambda content: content.term):
        created[content.slug] = term = Term(
            slug=content.slug,
            **both("term", content.term),
            **both("explanation", content.explanation),
            **_footing(content, "terms.yaml"),
        )
        _save(term)
    # Terms point to each other, so only when all are there.
    terms = {term.slug: term for term in Term.objects.all()}
    for content in contents:
        if content.slug in created:
            term = created[content.slug]
            term.see_also = [terms[slug] for slug in content.see_also if slug in terms]
            term.save()
    return len(created)


def _load_questions(contents: list[QuestionContent]) -> int:
    missing = _missing(QuizQuestion, contents, lambda content: content.question)
    for content in missing:
        question = QuizQuestion(
            slug=content.slug,
            sort_order=contents.index(content) + 1,
            **both("question", content.question),
            **both("right", content.right),
            **both("explanation", content.explanation),
            **_footing(content, "quiz.yaml"),
        )
        question.wrong_answers = [WrongAnswer(**both("text", wrong)) for wrong in content.wrong]
        _save(question)
    return len(missing)


def _missing(model, contents: list, name) -> list:
    """Those of `contents` that are not there; what staff deleted stays deleted."""
    known = set(model.objects.values_list("slug", flat=True))
    return [
        content
        for content in contents
        if content.slug not in known
        and not was_deleted_by_staff(model, label__in=[name(content).zh, name(content).en])
    ]


def _footing(content: Sourced, file: str) -> dict:
    sources = Source.objects.in_bulk(content.sources, field_name="key")
    if unknown := [key for key in content.sources if key not in sources]:
        raise ContentError(f"{file}: {content.slug}: unknown source {', '.join(unknown)}")
    first, second = ([sources[key] for key in content.sources] + [None])[:2]
    return {"source": first, "second_source": second, "confidence": content.confidence}


def _save(record):
    record.full_clean()
    record.save()


def _load_pages(home: HomePage, contents: list[PageContent]) -> int:
    parent = ContentPage.objects.child_of(home).filter(slug="knowledge").first()
    if parent is None:  # staff have deleted or renamed it
        return 0
    english, created = Locale.objects.get(language_code="en"), 0
    for content in contents:
        model = PAGES[content.kind]
        if model.objects.child_of(parent).exists():
            continue
        page = _page(model, content, "zh")
        parent.add_child(instance=page)
        page.save_revision().publish()
        publish_translation(page, _page(model, content, "en"), english)
        created += 1
    return created


def _page(model, content: PageContent, language: str):
    return model(
        slug=content.kind,
        title=getattr(content.title, language),
        summary=getattr(content.summary, language),
        body=body_blocks(content.kind, content.body, language),
    )
