"""Authorisations and notices as open data: what a second person has confirmed, and no samples."""

from django.db.models import Exists, OuterRef, Prefetch
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from home.open_data import filters
from home.open_data.fields import Field, Kind
from products.catalogue.enums import Scheme
from products.catalogue.models import District, GIProduct, Protection, Source
from products.registry.enums import EventKind, LawfulKind, Status
from products.registry.finder import ORDERS, AuthorisationFilterSet, RegistryFinder, Sort
from products.registry.models import Authorisation, AuthorisationEvent, Notice
from products.registry.views import last_updated

from .base import Dataset
from .shared import IDENTIFIER, PRODUCT, titles_of

# What the fields below read: rows of a hundred thousand are made of no more.
COLUMNS = (
    "public_number",
    "name_as_printed",
    "address_as_printed",
    "credit_code_as_printed",
    "lawful_kind",
    "applied_on",
    "valid_from",
    "valid_until",
    "note_zh",
    "note_en",
    "changed_at",
    "product",
    "protection",
    "district",
    "notice",
    "source",
    "producer__slug",
    "producer__is_sample",
    "successor_of__public_number",
    "successor_of__checked_at",
    "successor_of__entered_by",
    "successor_of__is_sample",
)
# Records that many entries share: read once for all of them.
SHARED = {
    "product": (GIProduct, ("slug", "name_zh", "name_en")),
    "protection": (Protection, ("scheme", "number", "valid_until", "end_reason")),
    "district": (District, ("slug",)),
    "notice": (Notice, ("number", "issued_on", "authority_zh", "authority_en")),
    "source": (Source, ("title_zh", "title_en")),
}


def _shared(name: str) -> Prefetch:
    model, columns = SHARED[name]
    return Prefetch(name, model.objects.only(*columns))


def with_relations(queryset):
    """The entries with all that their fields read, in a few queries."""
    events = AuthorisationEvent.objects.counting().order_by("on", "pk")
    events = events.prefetch_related(_shared("notice"))
    return (
        queryset.select_related("producer", "successor_of")
        .only(*COLUMNS)
        .prefetch_related(*map(_shared, SHARED), Prefetch("events", events))
    )


def stand(entry, day):
    """Notes on `entry` how it stands on `day`."""
    entry.standing = entry.standing_on(day)


def _of(relation: str, attribute: str):
    """Reads `attribute` of the record that `relation` points to."""

    def read(entry):
        other = getattr(entry, relation)
        return other and getattr(other, attribute)

    return read


def _producer(entry):
    producer = entry.producer
    return producer.slug if producer and not producer.is_sample else None


def _successor_of(entry):
    """The number of the entry before it, if everybody may see that one."""
    other = entry.successor_of
    is_public = other and not other.is_sample and (other.checked_at or not other.entered_by_id)
    return other.public_number if is_public else None


def _authority(record):
    return record.notice and (record.notice.authority_zh, record.notice.authority_en)


AUTHORISATIONS = Dataset(
    name="authorisations",
    title=_("Authorisations"),
    about=_(
        "The registry of lawful users of the mark: one entry for each firm, product and period."
        " With the status “reported” only a report names the firm; the notice was not found yet."
    ),
    identifier="public_number",
    records=lambda: Authorisation.objects.public().real(),
    # Those that an index holds.
    orders={Sort.PRODUCT.value: ORDERS[Sort.PRODUCT], Sort.NAME.value: ORDERS[Sort.NAME]},
    filterset=AuthorisationFilterSet,
    terms=lambda: RegistryFinder(QueryDict()).terms,
    takes_text=True,
    takes_day=True,
    output=with_relations,
    prepare=stand,
    changed_at=last_updated,
    fields=(
        Field(
            "public_number",
            Kind.TEXT,
            _("What identifies the entry; never changed."),
            example="HZ-GI-7K3M9A",
            is_required=True,
        ),
        *PRODUCT,
        Field(
            "scheme",
            Kind.CODE,
            _("The scheme of the right on which it rests."),
            _of("protection", "scheme"),
            choices=Scheme,
        ),
        Field(
            "protection",
            Kind.INTEGER,
            _("The “id” of that right in the protections."),
            lambda entry: entry.protection_id,
        ),
        Field(
            "right_number", Kind.TEXT, _("The number of that right."), _of("protection", "number")
        ),
        Field(
            "name",
            Kind.TEXT,
            _("The name of the firm, as printed."),
            lambda entry: entry.name_as_printed,
            is_required=True,
        ),
        Field(
            "address",
            Kind.TEXT,
            _("The address of the firm, as printed."),
            lambda entry: entry.address_as_printed,
        ),
        Field(
            "credit_code",
            Kind.TEXT,
            _("Unified social credit code, as printed."),
            lambda entry: entry.credit_code_as_printed,
            "91350100M000100Y43",
        ),
        Field("producer", Kind.TEXT, _("The “slug” of the firm in the producers."), _producer),
        Field(
            "district",
            Kind.TEXT,
            _("Where it is, by the “slug” in the districts."),
            _of("district", "slug"),
            "huiyang",
        ),
        Field(
            "lawful_kind",
            Kind.CODE,
            _("Which of the four kinds of lawful users it is."),
            choices=LawfulKind,
        ),
        Field(
            "status",
            Kind.CODE,
            _("How it stands on the day asked for, today if none is."),
            lambda entry: entry.standing.status,
            choices=Status,
            is_required=True,
        ),
        Field(
            "status_since",
            Kind.DATE,
            _("Since when it stands so."),
            lambda entry: entry.standing.since,
        ),
        Field(
            "ended_because",
            Kind.CODE,
            _("Why it ended."),
            lambda entry: entry.standing.ended,
            choices=EventKind,
        ),
        Field("applied_on", Kind.DATE, _("When it was applied for.")),
        Field("valid_from", Kind.DATE, _("From when it holds, if not from its notice.")),
        Field("valid_until", Kind.DATE, _("The last day on which it holds.")),
        Field(
            "notice",
            Kind.INTEGER,
            _("The “id” of its notice in the notices."),
            lambda entry: entry.notice_id,
        ),
        Field(
            "notice_number",
            Kind.TEXT,
            _("The number of the notice, as printed."),
            _of("notice", "number"),
            "国家知识产权局公告第475号",
        ),
        Field("notice_date", Kind.DATE, _("The date of the notice."), _of("notice", "issued_on")),
        Field(
            "notice_authority", Kind.TEXTS, _("The authority that issued the notice."), _authority
        ),
        Field(
            "source",
            Kind.TEXTS,
            _("The report that names the firm, as long as no notice is known."),
            titles_of("source"),
        ),
        Field(
            "successor_of",
            Kind.TEXT,
            _("The entry before a change of name or address, by its public number."),
            _successor_of,
        ),
        Field("note", Kind.TEXTS, _("A remark.")),
        Field(
            "events",
            Kind.ROWS,
            _("What happened to it since, in order; also what happened after the day asked for."),
            lambda entry: entry.counting_events(),
            rows=(
                Field("kind", Kind.CODE, _("What happened."), choices=EventKind, is_required=True),
                Field("on", Kind.DATE, _("The first day on which it holds."), is_required=True),
                Field("reason", Kind.TEXTS, _("The reason.")),
                Field(
                    "notice",
                    Kind.INTEGER,
                    _("The “id” of its notice in the notices."),
                    lambda event: event.notice_id,
                ),
            ),
        ),
        Field("changed_at", Kind.TIME, _("When this entry was last changed."), is_required=True),
    ),
)


def public_notices():
    """Notices that something public rests on; no sample."""
    entries = Authorisation.objects.public().real()
    events = AuthorisationEvent.objects.counting().filter(
        authorisation__in=Authorisation.objects.public().real().values("pk")
    )
    return Notice.objects.filter(
        Exists(entries.filter(notice=OuterRef("pk")))
        | Exists(events.filter(notice=OuterRef("pk"))),
        is_sample=False,
    )


NOTICES = Dataset(
    name="notices",
    title=_("Notices"),
    about=_("The announcements on which the authorisations rest."),
    identifier="id",
    records=public_notices,
    orders={"id": ("pk",)},
    filterset=filters.NoticeFilterSet,
    terms=filters.notice_terms,
    output=lambda queryset: queryset.select_related("source"),
    fields=(
        IDENTIFIER,
        Field(
            "number",
            Kind.TEXT,
            _("The number, as printed."),
            example="国家知识产权局公告第475号",
            is_required=True,
        ),
        Field("issued_on", Kind.DATE, _("Its date."), is_required=True),
        Field("authority", Kind.TEXTS, _("The authority that issued it.")),
        Field("title", Kind.TEXTS, _("Its title.")),
        Field("url", Kind.TEXT, _("Its address at the authority.")),
        Field(
            "source",
            Kind.TEXTS,
            _("Where it was read, if not in the notice itself."),
            titles_of("source"),
        ),
    ),
)
