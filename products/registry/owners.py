"""Which producer an authorisation belongs to that names none: by credit code, else by name."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from products.producers.credit_codes import normalise
from products.producers.models import Producer
from products.registry.importing.known import in_chunks
from products.registry.models import Authorisation


class Owners:
    """The producers that `entries` may belong to, looked up once for all of them."""

    def __init__(self, entries: Iterable[Authorisation]):
        entries = list(entries)
        codes = {normalise(entry.credit_code_as_printed) for entry in entries} - {""}
        names = {entry.name_as_printed for entry in entries}
        self.by_code = {
            (each.credit_code, each.is_sample): each
            for each in in_chunks(Producer.objects.all(), "credit_code", codes)
            if each.confirmed_credit_code
        }
        self.by_name = defaultdict(list)
        for each in in_chunks(Producer.objects.all(), "legal_name_zh", names):
            self.by_name[each.legal_name_zh, each.is_sample].append(each)

    def of(self, entry: Authorisation) -> Producer | None:
        """The producer with the code of `entry`, else the only one with its name.

        Two firms of one name with different codes are two firms.
        """
        code = normalise(entry.credit_code_as_printed)
        if owner := self.by_code.get((code, entry.is_sample)):
            return owner
        namesakes = self.by_name[entry.name_as_printed, entry.is_sample]
        if len(namesakes) != 1 or (code and namesakes[0].credit_code not in (None, "", code)):
            return None
        return namesakes[0]


def belonging_to(producer: Producer) -> Q:
    """Authorisations linked with `producer`, or with nobody but under its code or exact name."""
    named = Q(name_as_printed=producer.legal_name_zh)
    if producer.credit_code:
        named &= Q(credit_code_as_printed__in=["", producer.credit_code])
    if producer.confirmed_credit_code:
        named |= Q(credit_code_as_printed=producer.confirmed_credit_code)
    return Q(producer=producer) | Q(named, producer=None, is_sample=producer.is_sample)
