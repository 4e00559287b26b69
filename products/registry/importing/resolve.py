"""From the cells of a row to the fields of an entry, and whether these make sense."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from products.producers.credit_codes import validate_credit_code
from products.registry.authorities import ENGLISH_NAMES
from products.registry.columns import end_of
from products.registry.enums import END_EVENTS
from products.registry.importing import known
from products.registry.importing.cells import fold
from products.registry.importing.rows import Header, Row
from products.registry.models import Authorisation, Notice

# Columns whose value is a field as it stands.
PLAIN = {
    "name": "name_as_printed",
    "address": "address_as_printed",
    "credit_code": "credit_code_as_printed",
    "district": "district",
    "lawful_kind": "lawful_kind",
    "applied_on": "applied_on",
    "valid_from": "valid_from",
    "valid_until": "valid_until",
    "note_zh": "note_zh",
    "note_en": "note_en",
}
NOTICE = ("notice_number", "notice_date", "notice_authority")
ENDS = ("ended_on", "end_kind")
MISSING = _("This is needed.")


class Resolver:
    """Finds what the rows name; knows the registry as it was when it was made."""

    def __init__(self, header: Header, by_number: dict, by_code: dict[str, list]):
        self.header = header
        self.by_number = by_number
        self.by_code = by_code
        self.rights = known.rights()
        self.notices = known.notices()
        self.today = timezone.localdate()

    # From cells to fields

    def resolve(self, row: Row) -> tuple[dict, tuple | None]:
        """The fields that `row` sets, and its end; what is wrong is noted at the row."""
        entry = self._entry_by_number(row)
        fields = {
            name: "" if value is None and name == "lawful_kind" else value
            for key, name in PLAIN.items()
            if (value := row.values.get(key, ...)) is not ...
        }
        if "product" in row.values:
            fields["product"] = row.values["product"]
        self._resolve_right(row, entry, fields)
        self._resolve_notice(row, fields)
        self._resolve_successor(row, fields)
        return fields, self._resolve_end(row)

    def entry_for(self, row: Row, fields: dict) -> Authorisation | None:
        """The entry that `row` is about: by its number, else by what makes it unique."""
        if row.values.get("public_number"):
            return self._entry_by_number(row)
        product, notice = fields.get("product"), fields.get("notice")
        if product is None or (notice is not None and notice.pk is None):
            return None
        right = fields.get("protection")
        for entry in self.by_code.get(row.values.get("credit_code"), ()):
            if (entry.product_id, entry.protection_id, entry.notice_id) == (
                product.pk,
                right and right.pk,
                notice and notice.pk,
            ):
                return entry
        return None

    def _entry_by_number(self, row):
        return self.by_number.get(row.values.get("public_number"))

    def _resolve_right(self, row, entry, fields):
        """The protection by product, scheme and number."""
        if "scheme" not in row.values:
            return
        product = fields.get("product") or (entry and entry.product)
        scheme, number = row.values["scheme"], row.values.get("right_number")
        if not scheme or not product:
            if number and not scheme:
                row.refuse("scheme", MISSING)
            fields["protection"] = None
            return
        found = [right for right in self.rights[product.pk] if right.scheme == scheme]
        if number:
            found = [right for right in found if fold(right.number) == fold(number)]
        if entry and entry.protection in found:
            fields["protection"] = entry.protection
        elif len(found) == 1:
            fields["protection"] = found[0]
        elif found:
            row.refuse("right_number", _("The product has several such rights: name the number."))
        else:
            row.refuse(
                "right_number" if number else "scheme",
                _("The catalogue knows no such right of this product."),
                number or "",
            )

    def _resolve_notice(self, row, fields):
        """A notice that is recorded, or a new one, the same for all rows that name it."""
        given = [row.values.get(key) for key in NOTICE]
        if not any(given):
            if all(key in row.values for key in NOTICE):
                fields["notice"] = None
            return
        for key, value in zip(NOTICE, given, strict=True):
            # A column that could not be read has its problem already.
            if not value and (key in row.values or key not in self.header):
                row.refuse(key, MISSING)
        if not all(given):
            return
        number, date, authority = given
        if date > self.today:
            row.refuse("notice_date", _("This day lies in the future."), date)
            return
        namesakes = [
            notice
            for notice in self.notices[fold(number)]
            if fold(authority) in (fold(notice.authority_zh), fold(notice.authority_en))
        ]
        same = next((notice for notice in namesakes if notice.issued_on == date), None)
        # Authorities begin again at number 1 each year.
        other = next((each for each in namesakes if each.issued_on.year == date.year), None)
        if same is None and other:
            row.refuse(
                "notice_date",
                _("In the registry or in a row above, this notice has the date %(date)s."),
                date,
                date=other.issued_on.isoformat(),
            )
            return
        if same is None:
            english = ENGLISH_NAMES.get(authority, "")
            same = Notice(
                number=number, issued_on=date, authority_zh=authority, authority_en=english
            )
            self.notices[fold(number)].append(same)
        fields["notice"] = same

    def _resolve_successor(self, row, fields):
        number = row.values.get("successor_of")
        if number is None:
            return
        fields["successor_of"] = self.by_number.get(number)
        if number and (number not in self.by_number or number == row.values.get("public_number")):
            row.refuse("successor_of", _("The registry has no other entry of this number."), number)

    def _resolve_end(self, row):
        on, kind = row.values.get("ended_on"), row.values.get("end_kind")
        # A cell that could not be read has its problem already.
        is_read = all(key in row.values or key not in self.header for key in ENDS)
        if bool(on) != bool(kind) and is_read:
            row.refuse(
                "end_kind" if on else "ended_on",
                _("Give both the day of the end and its reason, or neither."),
            )
        return (on, kind) if on and kind else None

    # Whether it makes sense

    def judge(self, row: Row, entry: Authorisation, before: dict):
        """Notes what is wrong with `entry`, which carries the values of `row`."""
        number = row.values.get("public_number")
        if number and number not in self.by_number:
            row.refuse("public_number", _("The registry has no entry of this number."), number)
            return
        self._judge_needed(row, entry)
        self._judge_product(row, entry)
        self._judge_code(row, entry, before)
        self._judge_dates(row, entry)
        if entry.pk is None:
            self._warn_of_namesakes(row, entry)
        elif before.get("name_as_printed", entry.name_as_printed) != entry.name_as_printed:
            row.warn(
                "name",
                _(
                    "The name of an entry is corrected. If the firm has a new name, leave the"
                    " public number empty and give the old one as predecessor."
                ),
            )

    def _judge_needed(self, row, entry):
        needed = {"name": entry.name_as_printed, "product": entry.product_id}
        if entry.notice or row.values.get("notice_number"):
            right = entry.protection or row.values.get("scheme")
            needed |= {"scheme": right, "lawful_kind": entry.lawful_kind}
        elif not entry.source_id:
            needed["notice_number"] = entry.applied_on
        troubled = {problem.field for problem in row.problems}
        for key, value in needed.items():
            if not value and key not in troubled:
                row.refuse(key, MISSING)

    def _judge_product(self, row, entry):
        product = row.values.get("product")
        if product and entry.product_id != product.pk:
            row.refuse(
                "product",
                _("The entry of this number is about %(product)s. Enter another product anew."),
                product.name_zh,
                product=entry.product.name_zh,
            )
        elif entry.protection and entry.protection.product_id != entry.product_id:
            row.refuse("scheme", _("This right protects another product."))

    def _judge_code(self, row, entry, before):
        """A code that stands in the registry is not judged again: it may be one with evidence."""
        code = row.values.get("credit_code")
        if code is None or (entry.pk and code == before["credit_code_as_printed"]):
            return
        if not code:
            row.refuse("credit_code", _("Nobody can be a lawful user without a credit code."))
            return
        try:
            validate_credit_code(code)
        except ValidationError as error:
            row.refuse("credit_code", error, code)

    def _judge_dates(self, row, entry):
        start, until = entry.valid_from, entry.valid_until
        announced = entry.notice.issued_on if entry.notice else None
        if start and until and until < start:
            row.refuse("valid_until", _("“Valid until” lies before “valid from”."), until)
        elif announced and until and until < announced:
            row.refuse("valid_until", _("“Valid until” lies before the notice."), until)
        if announced and entry.applied_on and entry.applied_on > announced:
            row.refuse("applied_on", _("The application lies after the notice."), entry.applied_on)
        on, kind = row.values.get("ended_on"), row.values.get("end_kind")
        if not (on and kind):
            return
        begin = start or announced or entry.applied_on
        if begin and on < begin:
            row.refuse("ended_on", _("It cannot end before it begins."), on)
        if entry.pk and (recorded := end_of(entry)):
            if (recorded.on, recorded.kind) != (on, kind):
                row.refuse("ended_on", _("Another end of this entry is recorded already."), on)
        elif entry.pk and any(event.kind in END_EVENTS for event in entry.events.all()):
            row.refuse("ended_on", _("An end of this entry still waits to be confirmed."), on)

    def _warn_of_namesakes(self, row, entry):
        for other in self.by_code.get(row.values.get("credit_code"), ()):
            if entry.protection_id and other.protection_id == entry.protection_id:
                row.warn(
                    "credit_code",
                    _("The firm already has entry %(number)s for this right."),
                    number=other.public_number,
                )
                return
