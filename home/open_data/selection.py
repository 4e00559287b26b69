"""What a request to the API asks for: read strictly, since a program does not read notes."""

import datetime
import re
from functools import cached_property
from urllib.parse import urlencode

from django.core import signing
from django.db.models import F, Func, QuerySet, TextField, Value
from django.db.models.lookups import GreaterThan
from django.http import QueryDict
from django.utils import timezone

from home.open_data.datasets import Dataset
from home.open_data.problems import Problem, Refusal
from products.registry.days import FIRST_DAY

DEFAULT_LIMIT, MAX_LIMIT = 20, 100
MAX_TEXT = 200
MAX_SHOWN = 80
MAX_REFUSALS = 20
LIMIT = re.compile(r"[0-9]{1,3}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Signed: what was not made here is refused before it comes near the database.
SIGNER = signing.Signer(salt="open-data-cursor")
TWICE = "Give it only once."


class Row(Func):
    """Several values compared as one: (a, b) > (x, y), which an index of a and b answers."""

    template = "(%(expressions)s)"
    output_field = TextField()


def shown(text: str) -> str:
    """As much of what was sent as an answer repeats."""
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


class Reader:
    """Reads parameters one by one and notes what cannot be used."""

    def __init__(self, data: QueryDict):
        self.data, self.refusals = data, []

    def refuse(self, parameter: str, value: str, detail: str, allowed=()):
        # Enough to learn from; each repeats the values allowed.
        if len(self.refusals) < MAX_REFUSALS:
            self.refusals.append(Refusal(parameter, shown(value), detail, tuple(allowed)))

    def only(self, names: list[str]):
        """Refuses parameters of other names."""
        for name in self.data:
            if name not in names:
                self.refuse(shown(name), self.data[name], "There is no such parameter.", names)

    def one(self, name: str) -> str | None:
        """The value of a parameter that stands at most once."""
        values = self.data.getlist(name)
        if len(values) > 1:
            self.refuse(name, values[1], TWICE)
        return values[0] if values else None

    def choices(self, name: str, allowed) -> list[str]:
        """The values of a parameter that may stand several times."""
        values = list(dict.fromkeys(self.data.getlist(name)))
        for value in values:
            if value not in allowed:
                self.refuse(name, value, "It is not one of the values allowed.", allowed)
        return values

    def choice(self, name: str, allowed) -> str | None:
        """One of the values allowed."""
        value = self.one(name)
        if value is not None and value not in allowed:
            self.refuse(name, value, "It is not one of the values allowed.", allowed)
        return value

    def limit(self) -> int:
        """How many items to give."""
        text = self.one("limit")
        if text is None:
            return DEFAULT_LIMIT
        if LIMIT.fullmatch(text) and 1 <= int(text) <= MAX_LIMIT:
            return int(text)
        self.refuse("limit", text, f"A whole number from 1 to {MAX_LIMIT}.")
        return DEFAULT_LIMIT

    def day(self) -> datetime.date:
        """The day asked for, today if none is."""
        text, today = self.one("on"), timezone.localdate()
        if text is None:
            return today
        try:
            day = datetime.date.fromisoformat(text) if DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None or not FIRST_DAY <= day <= today:
            self.refuse("on", text, f"A day such as {today}, from {FIRST_DAY} until today.")
            return today
        return day

    def text(self) -> str:
        """The words to look for."""
        text = self.one("q") or ""
        if "\0" in text or len(text) > MAX_TEXT:
            self.refuse("q", text.replace("\0", ""), f"At most {MAX_TEXT} characters, none NUL.")
        return text.strip()

    def finish(self):
        """Raises the `Problem` that lists all that was refused."""
        if self.refusals:
            names = ", ".join(dict.fromkeys(refusal.parameter for refusal in self.refusals))
            raise Problem(400, f"Cannot be used: {names}.", self.refusals)


class Selection:
    """One page of a dataset. Raises `Problem` if anything asked for cannot be understood."""

    def __init__(self, dataset: Dataset, data: QueryDict):
        reader = Reader(data)
        self.dataset = dataset
        self._terms = dataset.terms()
        reader.only(parameter_names(dataset, self._terms))
        self.day = reader.day() if dataset.takes_day else timezone.localdate()
        self.order_name = reader.choice("sort", dataset.orders) or next(iter(dataset.orders))
        self.limit = reader.limit()
        self._filter_data = self._read_filters(reader)
        self._position = self._read_cursor(reader)
        reader.finish()
        self._asked = [(name, value) for name in data for value in data.getlist(name)]

    def _read_filters(self, reader: Reader) -> QueryDict:
        chosen = QueryDict(mutable=True)
        if self.dataset.takes_text and (text := reader.text()):
            chosen["q"] = text
        for name, terms in self._terms.items():
            chosen.setlist(name, reader.choices(name, terms))
        if self.dataset.takes_day:
            chosen["on"] = self.day.isoformat()
        return chosen

    def _read_cursor(self, reader: Reader) -> list | None:
        cursor = reader.one("cursor")
        if cursor is None:
            return None
        try:
            name, order, *position = SIGNER.unsign_object(cursor)
        except (signing.BadSignature, ValueError):
            reader.refuse("cursor", cursor, "Take it unchanged from “next” of the page before.")
            return None
        if (name, order) != (self.dataset.name, self.order_name):
            reader.refuse("cursor", cursor, "It belongs to another list or order.")
        return position

    @property
    def _columns(self) -> tuple[str, ...]:
        return self.dataset.orders[self.order_name]

    def _matches(self) -> QuerySet:
        """All that the filters leave, without an order."""
        records = self.dataset.records()
        if self.dataset.filterset is None:
            return records
        filterset = self.dataset.filterset(self._filter_data, terms=self._terms, queryset=records)
        if not filterset.is_valid():  # its .qs would then leave everything
            raise Problem(400, "The filters cannot be understood.")
        return filterset.qs.order_by()

    @cached_property
    def _positions(self) -> list[tuple]:
        """Where the items of this page stand in the order, and one more if there are more."""
        matches = self._matches()
        if self._position is not None:
            here, there = map(F, self._columns), map(Value, self._position)
            matches = matches.filter(GreaterThan(Row(*here), Row(*there)))
        # Keys first: sorting whole rows of a long list costs ten times as much. Joins of filters
        # may bring a record twice.
        matches = matches.order_by(*self._columns).values_list(*self._columns)
        if not self.dataset.takes_day:
            matches = matches.distinct()
        return list(matches[: self.limit + 1])

    def items(self) -> list[dict]:
        """The items of this page."""
        keys = [position[-1] for position in self._positions[: self.limit]]
        column = self._columns[-1]
        output = self.dataset.output(self.dataset.records().filter(**{f"{column}__in": keys}))
        found = {getattr(record, column): record for record in output}
        # One may be gone since the keys were read.
        return [self.dataset.item(found[key], self.day) for key in keys if key in found]

    @property
    def next_query(self) -> str | None:
        """The query string of the next page; None on the last one."""
        if len(self._positions) <= self.limit:
            return None
        last = self._positions[self.limit - 1]
        cursor = SIGNER.sign_object([self.dataset.name, self.order_name, *last])
        asked = [pair for pair in self._asked if pair[0] != "cursor"]
        return urlencode([*asked, ("cursor", cursor)])


def parameter_names(dataset: Dataset, terms: dict) -> list[str]:
    """The parameters of the list of `dataset`, whose filters take the values `terms`."""
    names = list(terms)
    if dataset.takes_text:
        names.insert(0, "q")
    if dataset.takes_day:
        names.append("on")
    if len(dataset.orders) > 1:
        names.append("sort")
    return [*names, "limit", "cursor"]
