"""Factories: each builds a valid, saved object with no arguments.

product = GIProductFactory()                  # with one row in each of its lists
product = GIProductFactory(bare=True)         # without illustration and lists
page = ProductPageFactory()                   # live Chinese page in the site tree
english = english_of(page, title="Lychee")    # its live English translation
editor = UserFactory(role="editor")           # member of that group; no role: no rights
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import factory
import wagtail_factories
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory
from wagtail.models import Collection, Locale, Page, Site
from wagtail_localize.models import TranslatableObject

from gi_site.accounts.models import User
from gi_site.core.english import is_chinese
from gi_site.core.models import SiteDocument, SiteImage
from home.loading import load_site_tree
from home.models import ContentPage, HomePage
from products.catalogue import models
from products.catalogue.enums import (
    Comparator,
    LimitKind,
    Measure,
    Scheme,
    SeasonKind,
    SourceKind,
)
from products.catalogue.loading.pages import load_finder


@dataclass(frozen=True)
class SiteTree:
    """The fixed pages, all live; `english` holds the same pages in English."""

    home: HomePage
    finder: models.ProductIndexPage
    english: "SiteTree | None" = None


def site_tree() -> SiteTree:
    """The site with home page and finder in both languages; made on the first call."""
    if Page.get_first_root_node() is None:  # emptied by a test with transactions
        Page.add_root(
            title="Root",
            slug="root",
            locale=Locale.objects.get_or_create(language_code="zh-hans")[0],
        )
    home = load_site_tree()
    finder = load_finder(home)
    locale = Locale.objects.get(language_code="en")
    english = SiteTree(home.get_translation(locale), finder.get_translation(locale))
    for page in (english.home, english.finder):
        if not page.live:  # translations go live on commit, which a test never reaches
            page.get_latest_revision().publish()
            page.refresh_from_db()
    return SiteTree(home, finder, english)


def remove_site_tree():
    """Leave what `migrate` leaves: Chinese, and Wagtail's welcome page as the default site."""
    for home in HomePage.objects.all():
        home.delete()  # with the pages below, and the site
    TranslatableObject.objects.all().delete()
    Locale.objects.filter(language_code="en").delete()
    welcome = Page(title="Welcome to your new Wagtail site!", slug="home")
    Page.get_first_root_node().add_child(instance=welcome)
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


def english_of(page: Page, **fields) -> Page:
    """The English translation of `page`, live at the same slug, with `fields` set.

    Other Chinese texts become “English text”: none of them may go live below /en/.
    """
    locale = Locale.objects.get(language_code="en")
    translated = page.copy_for_translation(locale, copy_parents=True)
    texts = {
        name: _in_english(getattr(value, "raw_data", value))
        for name in ("title", "summary", "body", "not_yet_known")
        if (value := getattr(page, name, None))
    }
    for name, value in {"slug": page.slug, **texts, **fields}.items():
        setattr(translated, name, value)
    translated.save_revision().publish()
    translated.refresh_from_db()
    return translated


def _in_english(value):
    if isinstance(value, str):
        return "English text" if is_chinese(value) else value
    if isinstance(value, Mapping):
        return {key: _in_english(item) for key, item in value.items()}
    return [_in_english(item) for item in value] if isinstance(value, Sequence) else value


def root_collection() -> Collection:
    """The collection in which new files are put."""
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


class UserFactory(DjangoModelFactory):
    """A member of staff; `role` names the group."""

    username = factory.Sequence(lambda n: f"staff{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password("password")

    class Meta:
        model = User
        skip_postgeneration_save = True

    @factory.post_generation
    def role(self, create, name, **kwargs):
        if name:
            self.groups.add(Group.objects.get(name=name))


class SiteImageFactory(wagtail_factories.ImageFactory):
    title = factory.Sequence(lambda n: f"插图{n}")
    file = factory.django.ImageField(width=64, height=64, format="PNG")
    collection = factory.LazyFunction(root_collection)
    alt_zh = "龙门农民画风格的插图"
    alt_en = "Illustration in the manner of Longmen folk painting"
    author = "An Illustrator"
    licence = "CC BY 4.0"

    class Meta:
        model = SiteImage


class SiteDocumentFactory(wagtail_factories.DocumentFactory):
    title = factory.Sequence(lambda n: f"文件{n}")
    file = factory.django.FileField(filename="file.txt", data=b"text")
    collection = factory.LazyFunction(root_collection)

    class Meta:
        model = SiteDocument


class DistrictFactory(DjangoModelFactory):
    """A county with a square boundary."""

    adcode = factory.Sequence(lambda n: f"{441400 + n}")
    slug = factory.Sequence(lambda n: f"county-{n}")
    name_zh = factory.Sequence(lambda n: f"第{n}县")
    name_en = factory.Sequence(lambda n: f"County {n}")
    kind = models.District.Kind.COUNTY
    boundary = factory.LazyFunction(
        lambda: {
            "type": "Polygon",
            "coordinates": [[[114, 23], [115, 23], [115, 24], [114, 24], [114, 23]]],
        }
    )

    class Meta:
        model = models.District


class CategoryFactory(DjangoModelFactory):
    slug = factory.Sequence(lambda n: f"class-{n}")
    name_zh = factory.Sequence(lambda n: f"类别{n}")
    name_en = factory.Sequence(lambda n: f"Class {n}")
    sort_order = factory.Sequence(lambda n: n)

    class Meta:
        model = models.Category


class SourceFactory(DjangoModelFactory):
    key = factory.Sequence(lambda n: f"source-{n}")
    title_zh = factory.Sequence(lambda n: f"第{n}号公告")
    title_en = factory.Sequence(lambda n: f"Announcement no. {n}")
    publisher_zh = "农业农村部"
    publisher_en = "Ministry of Agriculture and Rural Affairs"
    kind = SourceKind.OFFICIAL
    published = datetime.date(2020, 4, 30)
    url = factory.LazyAttribute(lambda source: f"https://example.org/{source.key}")

    class Meta:
        model = models.Source


class FactFactory(DjangoModelFactory):
    """A fact of a product that has no others."""

    product = factory.SubFactory("tests.factories.GIProductFactory", bare=True)
    source = factory.SubFactory(SourceFactory)

    class Meta:
        abstract = True


class ProductNameFactory(FactFactory):
    # Search splits figures from Chinese characters: a bare number would also find a product's.
    name = factory.Sequence(lambda n: f"别名A{n}")

    class Meta:
        model = models.ProductName


class QualityLimitFactory(FactFactory):
    indicator_zh = "可溶性固形物"
    indicator_en = "Soluble solids"
    comparator = Comparator.MIN
    value = Decimal("16.5")
    unit = "%"
    kind = LimitKind.LIMIT

    class Meta:
        model = models.QualityLimit


class SeasonWindowFactory(FactFactory):
    """Early June to late July."""

    kind = SeasonKind.FRESH
    start = 11
    end = 14
    label_zh = "鲜果"
    label_en = "Fresh fruit"

    class Meta:
        model = models.SeasonWindow


class FigureFactory(FactFactory):
    measure = Measure.AREA
    definition_zh = "种植面积"
    definition_en = "Area planted"
    value = Decimal(12000)
    unit_zh = "亩"
    unit_en = "mu"
    period = datetime.date(2024, 1, 1)

    class Meta:
        model = models.Figure


class RecognitionFactory(FactFactory):
    title_zh = "全国名特优新农产品"
    title_en = "National catalogue of notable farm products"
    year = 2021
    conferred_by_zh = "农业农村部"
    conferred_by_en = "Ministry of Agriculture and Rural Affairs"

    class Meta:
        model = models.Recognition


class GIProductFactory(DjangoModelFactory):
    """A product with illustration, district and one row in each list; `bare` has neither."""

    slug = factory.Sequence(lambda n: f"product-{n}")
    # Above the numbers of the real content, so that both fit into one database.
    number = factory.Sequence(lambda n: 101 + n)
    name_zh = factory.Sequence(lambda n: f"惠州特产{n}")
    name_en = factory.Sequence(lambda n: f"Huizhou speciality {n}")
    pinyin = factory.Sequence(lambda n: f"Huìzhōu tèchǎn {n}")
    category = factory.SubFactory(CategoryFactory)
    area_zh = "镇隆镇"
    area_en = "Zhenlong Town"
    area_source = factory.SubFactory(SourceFactory)
    west, east, south, north = "114.2", "114.4", "22.9", "23.1"
    image = factory.SubFactory(SiteImageFactory)

    class Meta:
        model = models.GIProduct
        skip_postgeneration_save = True

    class Params:
        bare = factory.Trait(
            image=None,
            other_name=None,
            quality_limit=None,
            season=None,
            figure=None,
            recognition=None,
        )

    other_name = factory.RelatedFactory(ProductNameFactory, "product")
    quality_limit = factory.RelatedFactory(QualityLimitFactory, "product")
    season = factory.RelatedFactory(SeasonWindowFactory, "product")
    figure = factory.RelatedFactory(FigureFactory, "product")
    recognition = factory.RelatedFactory(RecognitionFactory, "product")

    @classmethod
    def _create(cls, model_class, *args, districts=None, **kwargs):
        """Saved once, with its districts: each save writes the search and reference indexes."""
        product = model_class(*args, **kwargs)
        product.districts = [DistrictFactory()] if districts is None else districts
        product.save()
        return product


class ProtectionFactory(DjangoModelFactory):
    """An agricultural GI in force; `unverified` lacks its announcement."""

    product = factory.SubFactory(GIProductFactory, bare=True)
    scheme = Scheme.AGI
    number = factory.Sequence(lambda n: f"AGI{n:05}")
    authority_zh = "农业农村部"
    authority_en = "Ministry of Agriculture and Rural Affairs"
    announcement_number = "农业农村部公告第290号"
    announced = datetime.date(2020, 4, 30)
    holder_zh = "惠州市农业技术推广中心"
    holder_en = "Huizhou Agricultural Extension Centre"
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.Protection

    class Params:
        unverified = factory.Trait(announcement_number="", announced=None)


class SpecificationFactory(DjangoModelFactory):
    protection = factory.SubFactory(ProtectionFactory)
    version = factory.Sequence(lambda n: f"{2000 + n}")
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.Specification


class LivePageFactory(wagtail_factories.PageFactory):
    """A live Chinese page at its place in the site tree."""

    title = factory.Sequence(lambda n: f"页面{n}")
    summary = "一句话说明。"

    class Meta:
        abstract = True

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        parent.refresh_from_db()  # the caller's copy may not know of later children
        return super()._create_instance(model_class, parent, kwargs)


class ProductPageFactory(LivePageFactory):
    """The page of a product, with one sourced passage."""

    parent = factory.LazyFunction(lambda: site_tree().finder)
    product = factory.SubFactory(GIProductFactory)
    title = factory.LazyAttribute(lambda page: page.product.name_zh)
    slug = factory.LazyAttribute(lambda page: page.product.slug)
    not_yet_known = "产量"

    class Meta:
        model = models.ProductPage

    @factory.lazy_attribute
    def body(self):
        passage = {
            "kind": "fact",
            "text": "产于惠阳区镇隆镇。",
            "sources": [SourceFactory().pk],
            "confidence": "high",
        }
        return [{"type": "section", "value": {"kind": "place", "passages": [passage]}}]


class ContentPageFactory(LivePageFactory):
    """A page of knowledge with a heading and a text."""

    parent = factory.LazyFunction(lambda: site_tree().home)
    slug = factory.Sequence(lambda n: f"page-{n}")

    class Meta:
        model = ContentPage

    @factory.lazy_attribute
    def body(self):
        return [
            {"type": "heading", "value": {"text": "小标题", "anchor": "heading"}},
            {"type": "text", "value": {"text": "<p>一段文字。</p>", "sources": []}},
        ]
