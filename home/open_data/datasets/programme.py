"""The programme's indicators as open data."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from home.open_data.fields import Field, Kind
from home.programme.enums import ValueKind
from home.programme.ledger import FigureFilterSet, LedgerFinder
from home.programme.models import IndicatorValue
from products.catalogue.enums import Measure, Qualifier
from products.catalogue.models import Figure

from .base import Dataset
from .shared import FOOTING, IDENTIFIER, PRODUCT

# What a dated number is made of, besides what it counts.
NUMBER = (
    Field(
        "qualifier",
        Kind.CODE,
        _("How the source qualifies the number."),
        choices=Qualifier,
        is_required=True,
    ),
    Field(
        "value",
        Kind.NUMBER,
        _("The number, or the lower one of two."),
        example=12000,
        is_required=True,
    ),
    Field("value_max", Kind.NUMBER, _("The upper number.")),
)
PERIOD = Field(
    "period",
    Kind.PARTIAL_DATE,
    _("The year, month or day for which it holds."),
    lambda number: number.period_stated,
    "2024",
)


def _of_indicator(name: str):
    """Reads both languages of a text of the indicator."""

    def read(value):
        indicator = value.indicator
        return getattr(indicator, f"{name}_zh"), getattr(indicator, f"{name}_en")

    return read


FIGURES = Dataset(
    name="figures",
    title=_("Figures"),
    about=_(
        "Dated numbers from the sources: area, output, value and others. Numbers with different"
        " definitions or years must not be added."
    ),
    identifier="id",
    records=Figure.objects.all,
    orders={"id": ("pk",)},
    filterset=FigureFilterSet,
    terms=lambda: LedgerFinder(QueryDict()).terms,
    output=lambda queryset: queryset.select_related("product", "source", "second_source"),
    fields=(
        IDENTIFIER,
        *PRODUCT,
        Field(
            "measure", Kind.CODE, _("What the number counts."), choices=Measure, is_required=True
        ),
        Field(
            "definition",
            Kind.TEXTS,
            _("What exactly is counted."),
            example={"zh": "种植面积", "en": "Area planted"},
        ),
        *NUMBER,
        Field("unit", Kind.TEXTS, _("The unit."), example={"zh": "亩", "en": "mu"}),
        PERIOD,
        Field("scope", Kind.TEXTS, _("The area it covers.")),
        *FOOTING,
    ),
)

INDICATORS = Dataset(
    name="indicators",
    title=_("Indicators of the programme"),
    about=_(
        "Values of the programme's indicators as sources state them: what was, what is aimed at."
        " What the site counts itself follows from the other sets."
    ),
    identifier="id",
    records=IndicatorValue.objects.all,
    orders={"id": ("pk",)},
    output=lambda queryset: queryset.select_related("indicator", "source", "second_source"),
    fields=(
        IDENTIFIER,
        Field(
            "indicator",
            Kind.TEXT,
            _("What identifies the indicator; never changed."),
            lambda value: value.indicator.key,
            "gi-products",
            is_required=True,
        ),
        Field("name", Kind.TEXTS, _("Its name."), _of_indicator("name")),
        Field("definition", Kind.TEXTS, _("What exactly is counted."), _of_indicator("definition")),
        Field(
            "kind",
            Kind.CODE,
            _("Whether it is a starting point, an aim or what was reached."),
            choices=ValueKind,
            is_required=True,
        ),
        *NUMBER,
        Field("unit", Kind.TEXTS, _("The unit."), _of_indicator("unit")),
        PERIOD,
        Field("note", Kind.TEXTS, _("A remark.")),
        *FOOTING,
    ),
)
