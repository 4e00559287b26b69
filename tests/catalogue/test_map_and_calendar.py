"""Map and calendar, each with its equal list or table."""

import datetime
import re

import pytest

from products.catalogue import maps
from products.catalogue.enums import ProductState
from tests.factories import (
    DistrictFactory,
    GIProductFactory,
    ProductPageFactory,
    SeasonWindowFactory,
)

pytestmark = pytest.mark.django_db


def test_a_product_with_coordinates_stands_in_the_middle_of_its_area(tree):
    product = GIProductFactory(west="114.0", east="115.0", south="23.0", north="24.0")
    product.refresh_from_db()
    marker = maps.build_map([product], "/products/").markers[0]
    assert marker.is_exact
    assert (marker.x, marker.y) == maps.project(114.5, 23.5)


def test_a_product_without_coordinates_stands_for_its_county(tree):
    county = DistrictFactory()
    product = GIProductFactory(west=None, east=None, south=None, north=None, districts=[county])
    drawn = maps.build_map([product], "/products/")
    assert not drawn.markers[0].is_exact
    assert drawn.districts[0].products == [product]


def test_a_zone_belongs_to_the_district_it_lies_in(tree):
    county = DistrictFactory()
    zone = DistrictFactory(kind="zone", adcode=None, parent=county, boundary=None)
    product = GIProductFactory(
        bare=True, west=None, east=None, south=None, north=None, districts=[zone]
    )
    assert maps.build_map([product], "/products/").districts[0].products == [product]


def test_the_map_has_an_equal_list_and_says_that_it_is_schematic(client, tree):
    page = ProductPageFactory(product=GIProductFactory(name_zh="镇隆荔枝"), title="镇隆荔枝")
    html = client.get("/products/map/").content.decode()
    assert html.count(page.get_url()) >= 2
    assert "示意图" in html or "Schematic" in html


def test_candidates_are_marked_where_they_stand_among_the_others(client, tree):
    product = ProductPageFactory(product__state=ProductState.CANDIDATE).product
    product.districts.add(DistrictFactory())
    for path in ("/products/map/", "/products/calendar/"):
        assert "seal--candidate" in client.get(path).text, path
    product.seasons.all().delete()
    assert "seal--candidate" in client.get("/en/products/calendar/").text


def test_the_calendar_marks_the_half_months_and_today(client, tree, monkeypatch):
    product = GIProductFactory(bare=True)
    SeasonWindowFactory(product=product, start=23, end=2)
    monkeypatch.setattr(
        "products.catalogue.finder_views.timezone.localdate", lambda: datetime.date(2026, 12, 20)
    )
    response = client.get("/products/calendar/")
    (row,) = response.context["rows"]
    assert [position for position, kind in row.cells if kind] == [1, 2, 23, 24]
    assert response.context["today"] == 24
    assert b"<table" in response.content


def test_products_without_a_known_season_are_named(client, tree):
    product = GIProductFactory(bare=True)
    assert client.get("/products/calendar/").context["unknown"] == [product]


def test_the_calendar_marks_this_month_in_its_head(client, tree, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: datetime.date(2026, 3, 20))
    html = client.get("/en/products/calendar/").content.decode()
    assert re.findall(r'class="calendar__now">([^<]+)</th>', html) == ["March"]
