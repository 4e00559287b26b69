"""Products, protections, figures and districts as open data."""

from django.db.models import Exists, OuterRef, Prefetch
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.open_data import filters
from home.open_data.fields import Field, Kind
from products.catalogue.enums import (
    Comparator,
    EndReason,
    LimitKind,
    NameKind,
    ProductState,
    ProtectionStatus,
    Scheme,
    SeasonKind,
)
from products.catalogue.facets import Finder
from products.catalogue.filters import ProductFilterSet
from products.catalogue.models import District, GIProduct, Protection, QualityLimit

from .base import Dataset
from .shared import FOOTING, IDENTIFIER, PRODUCT, SOURCE, names_of, slug_of, titles_of


def is_protected_products():
    """Products with the answer whether one of their rights is in force today."""
    rights = Protection.objects.in_force(timezone.localdate()).filter(product=OuterRef("pk"))
    return GIProduct.objects.annotate(is_protected_today=Exists(rights))


PRODUCTS = Dataset(
    name="products",
    title=_("GI products"),
    about=_("The city's geographical-indication products and candidates, with their seasons."),
    identifier="slug",
    records=is_protected_products,
    orders={"number": ("number", "pk"), "name": ("pinyin", "pk")},
    filterset=ProductFilterSet,
    terms=lambda: Finder(QueryDict()).terms,
    takes_text=True,
    output=lambda queryset: queryset.select_related("category", "area_source").prefetch_related(
        "districts",
        "other_names",
        "seasons",
        Prefetch("quality_limits", QualityLimit.objects.select_related("source")),
    ),
    fields=(
        Field(
            "slug",
            Kind.TEXT,
            _("What identifies the product; part of its address, never changed."),
            example="zhenlong-lychee",
            is_required=True,
        ),
        Field(
            "number",
            Kind.INTEGER,
            _("Its place in the city's list; candidates from 51."),
            example=3,
            is_required=True,
        ),
        Field(
            "state",
            Kind.CODE,
            _("Whether it is on the city's list."),
            choices=ProductState,
            is_required=True,
        ),
        Field(
            "name", Kind.TEXTS, _("Its name."), example={"zh": "镇隆荔枝", "en": "Zhenlong Lychee"}
        ),
        Field("pinyin", Kind.TEXT, _("The Chinese name in pinyin."), example="Zhènlóng lìzhī"),
        Field(
            "other_names",
            Kind.ROWS,
            _("Its other names."),
            lambda product: product.shown_names,
            rows=(
                Field("name", Kind.TEXT, _("The name."), is_required=True),
                Field(
                    "kind",
                    Kind.CODE,
                    _("What kind of name it is."),
                    choices=NameKind,
                    is_required=True,
                ),
                Field("note", Kind.TEXTS, _("A remark.")),
            ),
        ),
        Field(
            "category", Kind.TEXT, _("Its class."), slug_of("category"), "fruit", is_required=True
        ),
        Field(
            "category_name",
            Kind.TEXTS,
            _("The name of the class."),
            names_of("category"),
            {"zh": "水果", "en": "Fruit"},
        ),
        Field(
            "gbt43583",
            Kind.TEXT,
            _("The code of the class in GB/T 43583, once checked."),
            lambda product: product.category.gbt43583,
        ),
        Field(
            "districts",
            Kind.NAMES,
            _("Where it comes from, by the “slug” in the districts."),
            lambda product: [district.slug for district in product.districts.all()],
            ["huiyang"],
        ),
        Field("area", Kind.TEXTS, _("The area, as the right or else other texts describe it.")),
        Field(
            "is_official_area",
            Kind.BOOLEAN,
            _("Whether the authority itself states the area, not a text that quotes it."),
            lambda product: product.has_official_area,
        ),
        Field(
            "area_source",
            Kind.TEXTS,
            _("The text from which the area is taken."),
            titles_of("area_source"),
        ),
        Field("west", Kind.NUMBER, _("Western edge of the area, in degrees east."), example=114.2),
        Field("east", Kind.NUMBER, _("Eastern edge of the area, in degrees east."), example=114.4),
        Field(
            "south", Kind.NUMBER, _("Southern edge of the area, in degrees north."), example=22.9
        ),
        Field(
            "north", Kind.NUMBER, _("Northern edge of the area, in degrees north."), example=23.1
        ),
        Field("hs_code", Kind.TEXT, _("Customs code (HS) of its main form.")),
        Field(
            "is_protected_today",
            Kind.BOOLEAN,
            _("Whether one of its rights is in force today; see the protections."),
        ),
        Field(
            "seasons",
            Kind.ROWS,
            _("When it is to be had."),
            lambda product: product.seasons.all(),
            rows=(
                Field(
                    "kind", Kind.CODE, _("What is to be had."), choices=SeasonKind, is_required=True
                ),
                Field(
                    "start",
                    Kind.INTEGER,
                    _("First half-month: 1 is early January, 24 late December."),
                    example=11,
                    is_required=True,
                ),
                Field(
                    "end",
                    Kind.INTEGER,
                    _("Last half-month; may lie in the next year."),
                    example=14,
                    is_required=True,
                ),
                Field("label", Kind.TEXTS, _("The variety or the work of the season.")),
            ),
        ),
        Field(
            "quality_values",
            Kind.ROWS,
            _("What is required of it, or was measured."),
            lambda product: product.quality_limits.all(),
            rows=(
                Field("indicator", Kind.TEXTS, _("What is measured.")),
                Field("variety", Kind.TEXTS, _("The variety for which it holds.")),
                Field(
                    "kind",
                    Kind.CODE,
                    _("Whether it is required or was measured."),
                    choices=LimitKind,
                    is_required=True,
                ),
                Field(
                    "comparator",
                    Kind.CODE,
                    _("How the value bounds the product."),
                    choices=Comparator,
                    is_required=True,
                ),
                Field(
                    "value", Kind.NUMBER, _("The value, or the lower one of two."), is_required=True
                ),
                Field("value_max", Kind.NUMBER, _("The upper value.")),
                Field("unit", Kind.TEXT, _("The unit."), example="%"),
                Field("note", Kind.TEXTS, _("A remark.")),
                SOURCE,
            ),
        ),
        Field("last_checked_on", Kind.DATE, _("When staff last checked these facts.")),
    ),
)

PROTECTIONS = Dataset(
    name="protections",
    title=_("Protections"),
    about=_("The rights, and applications for rights, that protect the names of the products."),
    identifier="id",
    records=Protection.objects.all,
    orders={"id": ("pk",)},
    filterset=filters.ProtectionFilterSet,
    terms=filters.protection_terms,
    output=lambda queryset: queryset.select_related(
        "product", "source", "second_source"
    ).prefetch_related("standards", "successors__successors__successors"),
    fields=(
        IDENTIFIER,
        *PRODUCT,
        Field(
            "scheme", Kind.CODE, _("The scheme of protection."), choices=Scheme, is_required=True
        ),
        Field("number", Kind.TEXT, _("Certificate or registration number."), example="AGI03006"),
        Field(
            "status", Kind.CODE, _("Its status today."), choices=ProtectionStatus, is_required=True
        ),
        Field("authority", Kind.TEXTS, _("The authority that grants it.")),
        Field(
            "announcement_number",
            Kind.TEXT,
            _("The number of the announcement, as printed."),
            example="农业农村部公告第290号",
        ),
        Field(
            "announced",
            Kind.PARTIAL_DATE,
            _("When it was announced, as exactly as is known."),
            lambda right: right.announced_stated,
            "2020-04-30",
        ),
        Field(
            "applied",
            Kind.PARTIAL_DATE,
            _("When it was applied for, as exactly as is known."),
            lambda right: right.applied_stated,
            "2018-03",
        ),
        Field("holder", Kind.TEXTS, _("The body that holds it.")),
        Field("valid_from", Kind.DATE, _("From when it holds, if not from its announcement.")),
        Field("valid_until", Kind.DATE, _("The last day on which it holds.")),
        Field("end_reason", Kind.CODE, _("Why it ended."), choices=EndReason),
        Field(
            "supersedes",
            Kind.INTEGER,
            _("The “id” of the protection whose place it takes."),
            lambda right: right.supersedes_id,
        ),
        Field(
            "standards",
            Kind.ROWS,
            _("Standards and technical specifications named with it."),
            lambda right: right.standards.all(),
            rows=(
                Field("number", Kind.TEXT, _("The number."), is_required=True),
                Field("title", Kind.TEXTS, _("The title.")),
            ),
        ),
        Field("note", Kind.TEXTS, _("A remark.")),
        *FOOTING,
    ),
)

DISTRICTS = Dataset(
    name="districts",
    title=_("Districts"),
    about=_("The districts and counties of the city and the development zones inside them."),
    identifier="slug",
    records=District.objects.all,
    orders={"slug": ("slug",)},
    output=lambda queryset: queryset.select_related("parent"),
    geometry=lambda district: district.boundary,
    formats=("csv", "xlsx", "geojson"),
    notes=(
        _("The boundaries are schematic and prove no boundary; development zones have none."),
        _("The boundaries are not under CC BY 4.0; see the page on the licence."),
    ),
    fields=(
        Field(
            "slug",
            Kind.TEXT,
            _("What identifies the district."),
            example="huiyang",
            is_required=True,
        ),
        Field(
            "adcode",
            Kind.TEXT,
            _("Administrative code of six digits; zones have none."),
            example="441303",
        ),
        Field("name", Kind.TEXTS, _("Its name."), example={"zh": "惠阳区", "en": "Huiyang"}),
        Field(
            "kind",
            Kind.CODE,
            _("What kind of place it is."),
            choices=District.Kind,
            is_required=True,
        ),
        Field("parent", Kind.TEXT, _("The district in which a zone lies."), slug_of("parent")),
    ),
)
