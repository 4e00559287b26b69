"""Factories of the programme; see `tests.factories`."""

import datetime

import factory
from factory.django import DjangoModelFactory

from home.programme import models
from home.programme.enums import DocumentKind, Level, ValueKind
from tests.factories import SourceFactory


class IndicatorFactory(DjangoModelFactory):
    """An indicator without values."""

    key = factory.Sequence(lambda n: f"indicator-{n}")
    name_zh = factory.Sequence(lambda n: f"指标{n}")
    name_en = factory.Sequence(lambda n: f"Indicator {n}")
    definition_zh = "全市种植户数"
    definition_en = "Growing households of the city"
    unit_zh = "户"
    unit_en = "households"

    class Meta:
        model = models.Indicator


class IndicatorValueFactory(DjangoModelFactory):
    indicator = factory.SubFactory(IndicatorFactory)
    kind = ValueKind.ACTUAL
    value = 1234
    period = datetime.date(2024, 1, 1)
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.IndicatorValue


class MilestoneFactory(DjangoModelFactory):
    title_zh = factory.Sequence(lambda n: f"大事{n}")
    title_en = factory.Sequence(lambda n: f"Milestone {n}")
    on = datetime.date(2024, 2, 1)
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.Milestone


class DemonstrationAreaFactory(DjangoModelFactory):
    name_zh = factory.Sequence(lambda n: f"地理标志示范区{n}")
    name_en = factory.Sequence(lambda n: f"Demonstration area {n}")
    level = Level.PROVINCIAL
    conferred_by_zh = "广东省市场监督管理局"
    conferred_by_en = "Guangdong Administration for Market Regulation"
    on = datetime.date(2023, 5, 1)
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.DemonstrationArea


class PartnerFactory(DjangoModelFactory):
    name_zh = factory.Sequence(lambda n: f"合作单位{n}")
    name_en = factory.Sequence(lambda n: f"Partner {n}")
    role_zh = "培训"
    role_en = "Training"
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.Partner


class ProgrammeDocumentFactory(DjangoModelFactory):
    kind = DocumentKind.REPORT
    title_zh = factory.Sequence(lambda n: f"年度报告{n}")
    title_en = factory.Sequence(lambda n: f"Annual report {n}")
    year = 2024
    source = factory.SubFactory(SourceFactory)

    class Meta:
        model = models.ProgrammeDocument
