"""The home page and content pages from the files in `home/content`."""

import uuid
from html import escape
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field
from wagtail.models import Locale, Page, Site

from gi_site.core.localize import publish_translation
from home.models import ContentPage, HomePage
from products.catalogue.loading.schema import Bilingual, Line, Slug, Strict, read_yaml, validate
from products.catalogue.models import GIProduct, Source

CONTENT_DIR = Path(__file__).resolve().parent / "content"
NAMESPACE = uuid.UUID("4f1a8d7e-4413-5000-8000-000000000001")


class Heading(Bilingual):
    type: Literal["heading"]
    anchor: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")] = ""


class Paragraph(Bilingual):
    type: Literal["paragraph"]
    sources: list[Line] = []


class ListOfItems(Strict):
    type: Literal["list"]
    items: Annotated[list[Bilingual], Field(min_length=1)]
    ordered: bool = False
    sources: list[Line] = []


class Callout(Bilingual):
    type: Literal["callout"]
    tone: Literal["note", "warning"] = "note"
    sources: list[Line] = []


class Step(Strict):
    """What to do, with which papers (one a line), and where."""

    heading: Bilingual
    text: Bilingual | None = None
    papers: list[Bilingual] = []
    place: Bilingual | None = None


class Steps(Strict):
    type: Literal["steps"]
    steps: Annotated[list[Step], Field(min_length=1)]
    sources: Annotated[list[Line], Field(min_length=1)]


class Question(Strict):
    type: Literal["question"]
    anchor: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
    question: Bilingual
    answer: Annotated[list[Bilingual], Field(min_length=1)]
    sources: Annotated[list[Line], Field(min_length=1)]


Block = Annotated[
    Heading | Paragraph | ListOfItems | Callout | Steps | Question, Field(discriminator="type")
]


class ContentFile(Strict):
    """One entry of pages.yaml."""

    slug: Slug
    parent: Slug | None = None
    in_menu: bool = False
    title: Bilingual
    summary: Bilingual
    body: list[Block]


class Section(Strict):
    """A heading of the home page with an optional sentence."""

    heading: Bilingual
    text: Bilingual | None = None


class Featured(Section):
    products: list[Slug]


class Door(Strict):
    audience: Literal["public", "buyer", "producer"]
    heading: Bilingual
    text: Bilingual
    page: Line


class Doors(Strict):
    heading: Bilingual
    items: list[Door]


class HomeFile(Strict):
    """home.yaml."""

    title: Bilingual
    summary: Bilingual
    hero: Section
    season_now: Section
    featured: Featured
    map: Section
    doors: Doors


def block_id(*parts) -> str:
    """The same id for the same place in both languages."""
    return str(uuid.uuid5(NAMESPACE, "/".join(str(part) for part in parts)))


def load_site_tree() -> HomePage:
    """The languages, the site and its (still empty) Chinese home page."""
    chinese, _created = Locale.objects.get_or_create(language_code="zh-hans")
    Locale.objects.get_or_create(language_code="en")
    home = HomePage.objects.filter(locale=chinese).first()
    if home:
        return home
    root = Page.get_first_root_node()
    content = _read_home()
    home = HomePage(
        slug="huizhou", locale=chinese, title=content.title.zh, summary=content.summary.zh
    )
    root.add_child(instance=home)
    home.save_revision().publish()
    welcome = Page.objects.child_of(root).filter(slug="home").first()
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "hostname": "localhost", "site_name": content.title.zh},
    )
    if welcome:
        welcome.delete()
    english = HomePage(slug="huizhou-en", title=content.title.en, summary=content.summary.en)
    publish_translation(home, english, Locale.objects.get(language_code="en"))
    return home


def load_content_pages(home: HomePage) -> int:
    """Create the content pages that are missing, in both languages; how many."""
    contents = [
        validate(ContentFile, item, file=f"pages.yaml[{index}]")
        for index, item in enumerate(read_yaml(CONTENT_DIR / "pages.yaml"))
    ]
    return sum(_load_content_page(home, content) for content in contents)


def _load_content_page(home: HomePage, content: ContentFile) -> bool:
    parent = home
    if content.parent:
        parent = ContentPage.objects.child_of(home).get(slug=content.parent)
    if ContentPage.objects.child_of(parent).filter(slug=content.slug).exists():
        return False
    page = _content_page(content, "zh")
    parent.add_child(instance=page)
    page.save_revision().publish()
    publish_translation(page, _content_page(content, "en"), Locale.objects.get(language_code="en"))
    return True


def _content_page(content: ContentFile, language: str) -> ContentPage:
    return ContentPage(
        slug=content.slug,
        title=getattr(content.title, language),
        summary=getattr(content.summary, language),
        show_in_menus=content.in_menu,
        body=body_blocks(content.slug, content.body, language),
    )


def body_blocks(slug: str, blocks: list[Block], language: str) -> list[dict]:
    """The blocks of a body in `language`, with the same ids in both."""
    source_ids = dict(Source.objects.values_list("key", "pk"))
    body = []
    for index, block in enumerate(blocks):
        kind = {"paragraph": "text", "list": "text"}.get(block.type, block.type)
        value = _block_value(block, language, (slug, index))
        if block.type != "heading":
            value["sources"] = [source_ids[key] for key in block.sources]
        body.append({"type": kind, "id": block_id(slug, index), "value": value})
    return body


def _block_value(block: Block, language: str, place: tuple) -> dict:
    match block:
        case Heading():
            return {"text": getattr(block, language), "anchor": block.anchor}
        case Steps():
            return {
                "steps": [_step(each, language, *place, n) for n, each in enumerate(block.steps)]
            }
        case Question():
            answer = "".join(f"<p>{escape(getattr(text, language))}</p>" for text in block.answer)
            question = getattr(block.question, language)
            return {"question": question, "anchor": block.anchor, "text": answer}
        case Callout():
            return {"text": _html(block, language), "tone": block.tone}
    return {"text": _html(block, language)}


def _step(step: Step, language: str, *place) -> dict:
    value = {
        "heading": getattr(step.heading, language),
        "text": _html(step.text, language) if step.text else "",
        "papers": "\n".join(getattr(paper, language) for paper in step.papers),
        "place": getattr(step.place, language) if step.place else "",
    }
    return {"type": "item", "id": block_id(*place), "value": value}


def _html(block: Bilingual | ListOfItems, language: str) -> str:
    if isinstance(block, ListOfItems):
        tag = "ol" if block.ordered else "ul"
        items = "".join(f"<li>{escape(getattr(item, language))}</li>" for item in block.items)
        return f"<{tag}>{items}</{tag}>"
    return f"<p>{escape(getattr(block, language))}</p>"


def load_home_body(home: HomePage) -> bool:
    """Compose the home page, unless it already has content; whether it was composed."""
    if home.body:
        return False
    content = _read_home()
    home.body = _home_body(content, "zh", home)
    home.save_revision().publish()
    english = HomePage(
        slug="huizhou-en",
        title=content.title.en,
        summary=content.summary.en,
        body=_home_body(content, "en", home),
    )
    publish_translation(home, english, Locale.objects.get(language_code="en"))
    return True


def _read_home() -> HomeFile:
    return validate(HomeFile, read_yaml(CONTENT_DIR / "home.yaml"), file="home.yaml")


def _home_body(content: HomeFile, language: str, home: HomePage) -> list[dict]:
    def section(value: Section) -> dict:
        text = getattr(value.text, language) if value.text else ""
        return {"heading": getattr(value.heading, language), "text": text}

    products = dict(GIProduct.objects.values_list("slug", "pk"))
    doors = [
        {
            "type": "item",
            "id": block_id("doors", index),
            "value": {
                "audience": door.audience,
                "heading": getattr(door.heading, language),
                "text": getattr(door.text, language),
                "page": home.get_descendants().get(url_path=f"{home.url_path}{door.page}/").pk,
            },
        }
        for index, door in enumerate(content.doors.items)
    ]
    values = {
        "hero": section(content.hero),
        "season_now": section(content.season_now),
        "featured_products": section(content.featured)
        | {"products": [products[slug] for slug in content.featured.products]},
        "map": section(content.map),
        "doors": {"heading": getattr(content.doors.heading, language), "doors": doors},
    }
    return [
        {"type": kind, "id": block_id("home", kind), "value": value}
        for kind, value in values.items()
    ]
