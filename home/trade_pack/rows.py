"""The facts of a pack as lines of words, the same on the page and in the PDF."""

from dataclasses import dataclass

from django.template.defaultfilters import striptags
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gi_site.core.templatetags.formats import (
    announcement_words,
    half_month_span,
    long_date,
    number,
    number_range,
    partial_date,
    pinyin,
)
from home.trade_pack.contents import LISTED_USERS, TradePack
from home.trade_pack.parts import Part


@dataclass(frozen=True)
class Table:
    """One part with its rows; without `columns` the rows are pairs of a label and its text.

    `widths` are the shares of the columns; `empty` is said where there is no row.
    """

    part: Part
    rows: list[tuple[str, ...]]
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    empty: str = ""
    note: str = ""

    @property
    def labelled_rows(self) -> list[list[tuple[str, str]]]:
        """Each cell with the name of its column, for screens too narrow for a table."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


def tables(pack: TradePack) -> list[Table]:
    """All parts of the pack in their order."""
    return [
        _names(pack),
        _codes(pack),
        _protections(pack),
        _origin(pack),
        _season(pack),
        _quality(pack),
        _storage(pack),
        _users(pack),
        _offers(pack),
        _certificates(pack),
        _picture(pack),
        _unknown(pack),
        _sources(pack),
    ]


def to_be_verified() -> str:
    """What stands where a fact is not known."""
    return _("to be verified")


def _refs(notes) -> str:
    return "".join(f" [{note}]" for note in notes)


def _names(pack) -> Table:
    product = pack.product
    rows = [
        (_("Chinese name"), product.name_zh),
        (_("Pinyin"), product.pinyin),
        (_("English name"), product.name_en),
    ]
    if names := pack.dossier.names:
        others = pgettext("list", ", ").join(
            " ".join(filter(None, (row.fact.name, pinyin(row.fact.name)))) + _refs(row.notes)
            for row in names
        )
        rows.append((_("Other names"), others))
    return Table(Part.NAMES, rows)


def _codes(pack) -> Table:
    rows = [
        (_("Class"), pack.product.category.name),
        (_("HS code (customs)"), pack.product.hs_code or to_be_verified()),
        (_("Class code, GB/T 43583"), pack.gbt43583 or to_be_verified()),
    ]
    return Table(Part.CODES, rows)


def _protections(pack) -> Table:
    rows = []
    for item in pack.dossier.protections:
        right = item.protection
        announced = " ".join(
            filter(
                None,
                (
                    announcement_words(right.announcement_number),
                    partial_date(right.announced_stated),
                ),
            )
        )
        scheme = right.get_scheme_display() + _refs(item.notes)
        rows.append(
            (
                scheme,
                str(item.status.label),
                right.number or to_be_verified(),
                announced or to_be_verified(),
                right.holder or to_be_verified(),
            )
        )
    return Table(
        Part.PROTECTION,
        rows,
        (_("Scheme"), _("Status"), _("Number"), _("Announcement"), _("Holder")),
        (26, 16, 16, 24, 18),
        empty=_("No protection is recorded."),
        note=_("In force only with announcement number, date and authority."),
    )


def _origin(pack) -> Table:
    product = pack.product
    districts = pgettext("list", ", ").join(district.name for district in pack.dossier.districts)
    area = product.area + _refs(pack.dossier.area_notes) if product.area else to_be_verified()
    return Table(Part.PLACE, [(_("Districts"), districts), (product.area_heading, area)])


def _season(pack) -> Table:
    rows = [
        (
            row.fact.label or str(row.fact.get_kind_display()),
            half_month_span(row.fact) + _refs(row.notes),
        )
        for row in pack.dossier.seasons
    ]
    return Table(Part.SEASON, rows, empty=_("Its season is not known yet."))


def _quality(pack) -> Table:
    return Table(
        Part.QUALITY,
        [_quality_row(row) for row in pack.dossier.quality],
        (_("Indicator"), _("Variety"), _("Value"), _("Basis")),
        (30, 18, 22, 30),
        empty=_("No quality value is recorded."),
    )


def _quality_row(row) -> tuple[str, ...]:
    limit = row.fact
    if limit.comparator == "range":
        value = number_range(limit.value, limit.value_max)
    else:
        value = f"{limit.get_comparator_display()} {number(limit.value)}"
    footing = limit.footing_words
    if row.is_weak:
        footing += f" ({to_be_verified()})"
    return (
        limit.indicator,
        limit.variety or "—",
        f"{value} {limit.unit}" + _refs(row.notes),
        footing,
    )


def _storage(pack) -> Table:
    rows = [
        (passage.kind_label or _("Keeping"), striptags(passage.text) + _refs(passage.notes))
        for passage in pack.keeping
    ]
    return Table(Part.STORAGE, rows, empty=_("How it is to be stored is to be verified."))


def _users(pack) -> Table:
    note = _("%(count)s on %(day)s. The registry has today's list: %(address)s") % {
        "count": pack.lawful_user_count,
        "day": long_date(pack.day),
        "address": pack.registry_address,
    }
    if pack.lawful_user_count > LISTED_USERS:
        note = _("The first %(shown)s by name.") % {"shown": LISTED_USERS} + " " + note
    return Table(
        Part.USERS,
        [
            (
                entry.name_as_printed,
                entry.credit_code_as_printed or to_be_verified(),
                entry.public_number,
            )
            for entry in pack.lawful_users
        ],
        (_("Name as announced"), _("Credit code"), _("Public number")),
        (46, 32, 22),
        empty=_("The registry holds no lawful user for this product yet."),
        note=note,
    )


def _offers(pack) -> Table:
    return Table(
        Part.OFFERS,
        [_offer_row(offer) for offer in pack.offers],
        (
            _("Producer"),
            _("Form and pack"),
            _("Minimum order"),
            _("Capacity a month"),
            _("Months"),
            _("Storage"),
        ),
        (26, 20, 14, 14, 12, 14),
        empty=_("No lawful user has stated an offer yet."),
        note=_("As stated by lawful users; prices are asked for by an inquiry.")
        if pack.offers
        else "",
    )


def _offer_row(offer) -> tuple[str, ...]:
    def amount(value):
        return f"{number(value)} {offer.get_unit_display()}" if value is not None else "—"

    storage = str(offer.get_storage_display()) if offer.storage else "—"
    if offer.shelf_life_days:
        storage += _(", %(days)s days") % {"days": offer.shelf_life_days}
    return (
        offer.producer.name,
        " · ".join(filter(None, (offer.form, offer.pack))),
        amount(offer.minimum_order),
        amount(offer.monthly_capacity),
        offer.months or _("all year"),
        storage,
    )


def _certificates(pack) -> Table:
    return Table(
        Part.CERTIFICATES,
        [
            (
                certificate.producer.name,
                str(certificate.get_kind_display()),
                certificate.number or "—",
                certificate.issuer or "—",
                long_date(certificate.valid_until) or "—",
                str(certificate.get_footing_display()),
            )
            for certificate in pack.certificates
        ],
        (_("Producer"), _("Kind"), _("Number"), _("Issued by"), _("Valid until"), _("Basis")),
        (26, 16, 16, 16, 14, 12),
        empty=_("No certificate of a lawful user is recorded."),
    )


def _picture(pack) -> Table:
    picture = pack.picture
    rows = (
        [
            (_("Shows"), picture.default_alt_text),
            (_("Author"), picture.credit),
            (_("Licence"), picture.licence),
            *((_("Address"), address) for address in pack.picture_addresses[-1:]),
        ]
        if picture
        else []
    )
    return Table(Part.PICTURE, rows, empty=_("There is no picture yet."))


def _unknown(pack) -> Table:
    rows = [(name, to_be_verified()) for name in pack.unknown]
    return Table(Part.UNKNOWN, rows, empty=_("Nothing is missing."))


def _sources(pack) -> Table:
    rows = []
    for note, source in pack.dossier.notes:
        parts = (source.title, source.publisher, partial_date(source.published_stated), source.url)
        rows.append((f"[{note}]", " · ".join(filter(None, parts))))
    return Table(Part.SOURCES, rows, widths=(6, 94))
