"""The farmer-benefit ledger: filters, charts, files; never a sum."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from home.programme.ledger_views import COLUMNS
from products.catalogue.enums import Confidence, Measure, Qualifier
from products.catalogue.models import Figure
from tests.factories import FigureFactory, GIProductFactory, SiteImageFactory, SourceFactory

pytestmark = pytest.mark.django_db
LEDGER = "/en/programme/ledger/"


def figures(client, **query) -> list[int]:
    """Primary keys of the figures shown."""
    # A parameter that no page knows passes the page cache by.
    items = client.get(LEDGER, query | {"_": "1"}).context["items"]
    return [row.fact.pk for ledger in items for row in ledger.rows]


def test_the_ledger_narrows_by_product_measure_and_year(client, programme):
    area = FigureFactory(period="2021-01-01")
    price = FigureFactory(measure=Measure.PRICE, period="2023-06-01")
    undated = FigureFactory(period=None)
    assert figures(client) == [area.pk, price.pk, undated.pk]
    assert figures(client, product=price.product.slug) == [price.pk]
    assert figures(client, measure="area") == [area.pk, undated.pk]
    assert figures(client, year="2023") == [price.pk]
    assert figures(client, year=["2021", "unknown"]) == [area.pk, undated.pk]


def test_facets_count_what_the_other_choices_leave(client, programme):
    product = FigureFactory(period="2021-01-01").product
    FigureFactory(product=product, measure=Measure.PRICE, period=None)
    FigureFactory(period="2023-01-01")
    facets = client.get(LEDGER, {"product": product.slug}).context["facets"]
    shown = {facet.name: {o.value: o.count for o in facet.options} for facet in facets()}
    assert shown["year"] == {"2021": 1, "unknown": 1}
    assert shown["measure"] == {"area": 1, "price": 1}
    assert len(shown["product"]) == 2


def test_an_unknown_value_is_ignored_with_a_note_a_page_out_of_range_is_404(client, programme):
    figure = FigureFactory()
    response = client.get(LEDGER, {"measure": "fame"})
    assert "“fame” is not one of the choices" in response.content.decode()
    assert figures(client, measure="fame") == [figure.pk]
    assert client.get(LEDGER, {"page": "9"}).status_code == 404


def test_figures_stand_by_product_and_weak_ones_are_marked(client, programme):
    one, other = GIProductFactory(bare=True), GIProductFactory(bare=True)
    FigureFactory(product=one)
    FigureFactory(product=other, confidence=Confidence.LOW)
    FigureFactory(product=one, measure=Measure.PRICE)
    response = client.get(LEDGER)
    assert [ledger.product for ledger in response.context["items"]] == [one, other]
    assert response.content.decode().count('class="weak"') == 1


def charts(client) -> list[list[int]]:
    """The years of each chart shown."""
    items = client.get(LEDGER, {"_": "1"}).context["items"]
    drawn = [chart for ledger in items for _figure, chart in ledger.charts]
    return [[point.row.fact.period.year for point in chart.points] for chart in drawn]


def test_only_figures_of_one_definition_unit_and_area_are_drawn_over_their_years(client, programme):
    product = GIProductFactory(bare=True)
    for year in (2021, 2017):
        FigureFactory(product=product, period=f"{year}-01-01", value=year)
    FigureFactory(product=product, period="2023-01-01", scope_zh="镇隆镇")
    FigureFactory(product=product, period="2023-01-01", unit_zh="公顷")
    FigureFactory(product=product, period="2023-01-01", definition_zh="登记面积")
    FigureFactory(period="2023-01-01")
    assert charts(client) == [[2017, 2021]]


def test_two_sources_for_one_year_are_not_drawn(client, programme):
    product = GIProductFactory(bare=True)
    for value in (10, 20):
        FigureFactory(product=product, value=value)
    FigureFactory(product=product, period="2020-01-01")
    assert charts(client) == []


def test_a_chart_says_the_same_in_words_and_in_a_table(client, programme):
    product = GIProductFactory(bare=True)
    FigureFactory(product=product, period="2020-01-01", value=700)
    FigureFactory(product=product, period="2024-01-01", value=900, qualifier=Qualifier.ABOUT)
    page = client.get(LEDGER).content.decode()
    assert 'aria-label="Area planted. 2020: 700 mu; 2024: about 900 mu"' in page
    table = page[page.index("chart__table") :]
    assert "700" in table
    assert "900" in table
    assert "#note-" in table


def test_the_files_hold_what_the_list_shows_with_source_and_day_of_reading(client, programme):
    FigureFactory(measure=Measure.PRICE)
    source = SourceFactory(read_on="2026-11-22", title_en="=A report")
    figure = FigureFactory(value="12.5", source=source, second_source=SourceFactory())
    response = client.get(f"{LEDGER}export/csv/", {"measure": "area"})
    text = b"".join(response.streaming_content).decode().removeprefix("\ufeff")
    header, row = csv.reader(io.StringIO(text))
    assert header == COLUMNS
    cells = dict(zip(header, row, strict=True))
    assert cells["product_id"] == figure.product.slug
    assert (cells["value"], cells["period"]) == ("12.5", "2024")
    assert (cells["source_read_on"], cells["source_title_en"]) == ("2026-11-22", "'=A report")
    assert cells["second_source_title_zh"]
    file = io.BytesIO(b"".join(client.get(f"{LEDGER}export/xlsx/").streaming_content))
    assert load_workbook(file).active.max_row == 1 + Figure.objects.count()
    assert client.get(f"{LEDGER}export/pdf/").status_code == 404


def test_the_ledger_costs_the_same_with_2_and_20_products(client, programme):
    def queries():
        client.get(LEDGER, {"_": "1"})  # what is remembered is there
        with CaptureQueriesContext(connection) as captured:
            client.get(LEDGER, {"_": "1"})
        return len(captured)

    image = SiteImageFactory()
    for _number in range(2):
        FigureFactory(product=GIProductFactory(bare=True, image=image))
    few = queries()
    for _number in range(18):
        FigureFactory(product=GIProductFactory(bare=True, image=image))
    assert queries() <= few
