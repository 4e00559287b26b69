"""Producers as open data: their public fields, never a way to reach a person."""

from django.db.models import Prefetch
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gi_site.ops.memo import cached_until_published
from home.open_data.fields import Field, Kind
from products.producers.enums import (
    CertificateKind,
    Footing,
    Language,
    Market,
    ProducerKind,
    Role,
    Storage,
    Unit,
)
from products.producers.filters import ProducerFilterSet, ProducerFinder
from products.producers.lawful_users import lawful_user_ids
from products.producers.models import Offer, Producer

from .base import Dataset
from .shared import slug_of, titles_of

FOOTING = Field("footing", Kind.CODE, _("On what this rests."), choices=Footing, is_required=True)


def _keys(day):
    # One row for each entry: a firm may stand there more than once.
    return (row["producer"] for row in lawful_user_ids(day))


def lawful_users_today() -> frozenset[int]:
    """Keys of the producers that may use a mark today; asked of the whole registry once a day."""
    today = timezone.localdate()
    return cached_until_published(f"open-data-lawful-{today}", lambda: frozenset(_keys(today)))


PRODUCERS = Dataset(
    name="producers",
    title=_("Producers"),
    about=_(
        "Firms and cooperatives that grow, make, pack or sell the products. Whether one may use"
        " a mark follows from the authorisations. There are no contacts in this data."
    ),
    identifier="slug",
    records=lambda: Producer.objects.real(),
    orders={"slug": ("slug",)},
    filterset=ProducerFilterSet,
    terms=lambda: ProducerFinder(QueryDict()).terms,
    takes_text=True,
    output=lambda queryset: (
        queryset.select_related("district", "footing_source")
        .defer("district__boundary")
        .prefetch_related(
            "products",
            "certificates",
            Prefetch("offers", Offer.objects.select_related("product")),
        )
    ),
    fields=(
        Field(
            "slug",
            Kind.TEXT,
            _("What identifies the producer; part of its address, never changed."),
            example="huizhou-guoxiang",
            is_required=True,
        ),
        Field(
            "legal_name",
            Kind.TEXT,
            _("Its name as in the business licence."),
            lambda producer: producer.legal_name_zh,
            is_required=True,
        ),
        Field("name_en", Kind.TEXT, _("Its English name.")),
        Field("trading_name", Kind.TEXTS, _("The name under which it trades.")),
        Field(
            "credit_code",
            Kind.TEXT,
            _("Unified social credit code, if it passes its check or two people confirmed it."),
            lambda producer: producer.confirmed_credit_code,
            "91350100M000100Y43",
        ),
        Field("kind", Kind.CODE, _("Its legal form."), choices=ProducerKind, is_required=True),
        Field("roles", Kind.CODES, _("What it does."), choices=Role),
        Field(
            "products",
            Kind.NAMES,
            _("The products it deals in, by their “slug”."),
            lambda producer: [product.slug for product in producer.products.all()],
            ["zhenlong-lychee"],
        ),
        Field(
            "district",
            Kind.TEXT,
            _("Where it is, by the “slug” in the districts."),
            slug_of("district"),
            "huiyang",
        ),
        Field("town", Kind.TEXTS, _("Its town or village.")),
        Field("languages", Kind.CODES, _("The languages in which it answers."), choices=Language),
        Field("export_markets", Kind.CODES, _("Where it exports to."), choices=Market),
        Field("welcomes_visits", Kind.BOOLEAN, _("Whether it welcomes visitors.")),
        Field(
            "may_use_mark_today",
            Kind.BOOLEAN,
            _("Whether it may use the mark today for at least one product."),
            lambda producer: producer.pk in lawful_users_today(),
        ),
        Field(
            "offers",
            Kind.ROWS,
            _("What it sells."),
            lambda producer: producer.offers.all(),
            rows=(
                Field(
                    "product",
                    Kind.TEXT,
                    _("The product, by its “slug” in the products."),
                    slug_of("product"),
                    is_required=True,
                ),
                Field("form", Kind.TEXTS, _("The form in which it is sold.")),
                Field("pack", Kind.TEXTS, _("The size of a pack.")),
                Field(
                    "unit",
                    Kind.CODE,
                    _("The unit of the quantities."),
                    choices=Unit,
                    is_required=True,
                ),
                Field("minimum_order", Kind.NUMBER, _("The smallest order.")),
                Field("monthly_capacity", Kind.NUMBER, _("The quantity a month in season.")),
                Field("from_month", Kind.INTEGER, _("The first month, 1 to 12.")),
                Field("until_month", Kind.INTEGER, _("The last month; may lie in the next year.")),
                Field("storage", Kind.CODE, _("How it is kept."), choices=Storage),
                Field("shelf_life_days", Kind.INTEGER, _("Shelf life in days.")),
                FOOTING,
            ),
        ),
        Field(
            "certificates",
            Kind.ROWS,
            _("Certificates other than the geographical indication."),
            lambda producer: producer.certificates.all(),
            rows=(
                Field(
                    "kind",
                    Kind.CODE,
                    _("What it certifies."),
                    choices=CertificateKind,
                    is_required=True,
                ),
                Field("number", Kind.TEXT, _("The number.")),
                Field("issuer", Kind.TEXTS, _("Who issued it.")),
                Field("valid_from", Kind.DATE, _("The first day on which it holds.")),
                Field("valid_until", Kind.DATE, _("The last day on which it holds.")),
                FOOTING,
            ),
        ),
        FOOTING,
        Field(
            "footing_source",
            Kind.TEXTS,
            _("The notice or report on which it rests."),
            titles_of("footing_source"),
        ),
        Field("footing_on", Kind.DATE, _("When it was stated or checked.")),
    ),
)
