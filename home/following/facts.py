"""The public facts of each kind of record, as JSON: what the log compares and keeps.

Columns are stated by their names, from which follow their labels and how they are shown
(`following.wording`). A record that is named inside a fact carries its primary key; by it alone
it is compared, so that a corrected name is logged once and not for each record that points to it.
"""

import datetime
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.translation import override

from home.following.enums import RecordKind
from products.catalogue.models import GIProduct, Protection, Specification
from products.registry.enums import EventKind, Status
from products.registry.models import Authorisation, AuthorisationEvent, Notice

# What follows from dates alone.
DATED = ("status", "specification")
LANGUAGES = {"zh": "zh-hans", "en": "en"}


class Facts:
    """How one kind of record is read; `columns` are taken over as they are."""

    kind: RecordKind
    model: type
    columns: tuple[str, ...]

    def records(self, keys: Iterable[int]):
        """Those of `keys` that everybody may see, with all that is read of them."""
        return self.public().filter(pk__in=list(keys))

    def public(self):
        """All records that everybody may see."""
        return self.model.objects.all()

    def of(self, record, day: datetime.date) -> dict:
        """The public facts of `record` on `day`."""
        return {name: plain(getattr(record, name)) for name in self.columns}

    def about(self, record, day: datetime.date) -> dict:
        """What a row of the log says of `record`: its names and what it belongs to."""
        raise NotImplementedError

    def since(self, record, day: datetime.date) -> datetime.date | None:
        """From when on its status on `day` holds."""
        return None


class ProductFacts(Facts):
    kind, model = RecordKind.PRODUCT, GIProduct
    columns = ("name_zh", "name_en", "state", "area_zh", "area_en", "hs_code")

    def public(self):
        return GIProduct.objects.prefetch_related("districts")

    def of(self, record, day):
        places = sorted(district.slug for district in record.districts.all())
        return super().of(record, day) | {"districts": places}

    def about(self, record, day):
        return {
            "key": record.slug,
            "title_zh": record.name_zh,
            "title_en": record.name_en,
            **_of_product(record),
        }


class ProtectionFacts(Facts):
    kind, model = RecordKind.PROTECTION, Protection
    columns = (
        "scheme",
        "number",
        "authority_zh",
        "authority_en",
        "announcement_number",
        "holder_zh",
        "holder_en",
        "valid_from",
        "valid_until",
        "end_reason",
        "note_zh",
        "note_en",
    )

    def public(self):
        versions = Specification.objects.order_by("version", "pk")
        return Protection.objects.select_related("product", "supersedes").prefetch_related(
            "standards", "successors__successors", Prefetch("specifications", versions)
        )

    def of(self, record, day):
        return super().of(record, day) | {
            "announced": _stated(record, "announced"),
            "applied": _stated(record, "applied"),
            "supersedes": _right(record.supersedes),
            "standards": [
                {"number": each.number, "zh": each.title_zh, "en": each.title_en}
                for each in record.standards.all()
            ],
            "specification": [
                each.version for each in record.specifications.all() if _holds(each, day)
            ],
            "status": str(record.status_on(day)),
        }

    def about(self, record, day):
        titles = {}
        for code, language in LANGUAGES.items():
            with override(language):
                titles[f"title_{code}"] = f"{record.product.name} · {record.get_scheme_display()}"
        return {
            "key": str(record.pk),
            **titles,
            **_of_product(record.product),
            "protection_id": record.pk,
            "notice_number": record.announcement_number,
            "notice_on": plain(record.announced) or None,
        }

    def since(self, record, day):
        one_day = datetime.timedelta(days=1)
        ended = record.valid_until and record.valid_until + one_day
        starts = [record.announced, record.valid_from, *(each.announced for each in record.heirs)]
        return _latest([ended, *starts], day)


class AuthorisationFacts(Facts):
    kind, model = RecordKind.AUTHORISATION, Authorisation
    columns = (
        "name_as_printed",
        "address_as_printed",
        "credit_code_as_printed",
        "lawful_kind",
        "applied_on",
        "valid_from",
        "valid_until",
        "note_zh",
        "note_en",
    )

    def public(self):
        events = AuthorisationEvent.objects.select_related("notice")
        return (
            Authorisation.objects.public()
            .real()
            .select_related("product", "protection", "producer", "notice", "district")
            .prefetch_related(Prefetch("events", events))
        )

    def of(self, record, day):
        return super().of(record, day) | {
            "product": record.product.slug,
            "protection": _right(record.protection),
            "district": record.district.slug if record.district else "",
            "notice": _notice(record.notice),
            "events": [
                {
                    "pk": event.pk,
                    "kind": event.kind,
                    "on": plain(event.on),
                    "zh": event.reason_zh,
                    "en": event.reason_en,
                    "notice": _notice(event.notice),
                }
                for event in record.counting_events()
            ],
            "status": str(record.status_on(day)),
        }

    def about(self, record, day):
        notice = record.standing_on(day).notice or record.notice
        producer = record.producer
        if producer and producer.is_sample:
            producer = None
        english = (producer and producer.name_en) or ""
        return {
            "key": record.public_number,
            "title_zh": record.name_as_printed,
            "title_en": f"{record.name_as_printed} ({english})"
            if english
            else record.name_as_printed,
            **_of_product(record.product),
            "protection_id": record.protection_id,
            "producer_id": producer.pk if producer else None,
            "producer_slug": producer.slug if producer else "",
            "authorisation_id": record.pk,
            **_on_notice(notice),
        }

    def since(self, record, day):
        standing = record.standing_on(day)
        lifted = [
            event.on
            for event in record.counting_events()
            if event.kind == EventKind.RESUMED and event.on <= day
        ]
        if standing.status != Status.IN_FORCE or not lifted:
            return standing.since
        return max(standing.since, *lifted)


class NoticeFacts(Facts):
    """A notice is public as soon as a public entry, or an event that counts, names it."""

    kind, model = RecordKind.NOTICE, Notice
    columns = (
        "number",
        "issued_on",
        "authority_zh",
        "authority_en",
        "title_zh",
        "title_en",
        "url",
    )

    def public(self):
        entries = Authorisation.objects.public().real()
        events = AuthorisationEvent.objects.counting().filter(authorisation__in=entries)
        return Notice.objects.filter(
            Q(Exists(entries.filter(notice=OuterRef("pk"))))
            | Q(Exists(events.filter(notice=OuterRef("pk")))),
            is_sample=False,
        )

    def about(self, record, day):
        return {
            "key": str(record.pk),
            "title_zh": record.number,
            "title_en": record.number,
            **_on_notice(record),
        }

    def since(self, record, day):
        return record.issued_on


FACTS = {
    each.kind: each
    for each in (ProductFacts(), ProtectionFacts(), AuthorisationFacts(), NoticeFacts())
}


def plain(value):
    """`value` as JSON holds it; nothing is ""."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "" if value is None else str(value)


def _of_product(product) -> dict:
    return {
        "product_id": product.pk,
        "product_slug": product.slug,
        "product_zh": product.name_zh,
        "product_en": product.name_en,
    }


def _on_notice(notice) -> dict:
    if notice is None:
        return {"notice_id": None, "notice_number": "", "notice_on": None}
    return {
        "notice_id": notice.pk,
        "notice_number": notice.number,
        "notice_on": plain(notice.issued_on),
    }


def _notice(notice) -> dict | None:
    return notice and {"pk": notice.pk, "number": notice.number, "on": plain(notice.issued_on)}


def _right(right) -> dict | None:
    return right and {"pk": right.pk, "scheme": right.scheme, "number": right.number}


def _stated(record, name: str) -> list | None:
    """A date with its precision."""
    day = getattr(record, name)
    return day and [plain(day), str(getattr(record, f"{name}_precision"))]


def _holds(version: Specification, day: datetime.date) -> bool:
    """Whether the version is in force on `day`; one without a first day is not known to be."""
    begun = version.in_force_from and version.in_force_from <= day
    return bool(begun and not (version.in_force_until and version.in_force_until < day))


def _latest(days, day: datetime.date) -> datetime.date | None:
    """The last of `days` that is not after `day`."""
    return max((each for each in days if each and each <= day), default=None)
