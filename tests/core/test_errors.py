"""Error pages: in the look of the site, helpful, light."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override


@pytest.mark.parametrize("code", ["400", "403", "404", "403_csrf"])
def test_error_page_offers_a_way_on(rf, code):
    with override("en"):
        html = render_to_string(f"{code}.html", request=rf.get("/en/nowhere/"))
    assert 'action="/en/search/"' in html
    assert 'href="/en/products/"' in html


@pytest.mark.parametrize("code", ["400", "403", "404"])
def test_error_page_asks_no_database(rf, code, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        render_to_string(f"{code}.html", request=rf.get("/nowhere/"))


def test_missing_page_answers_404_in_the_language_of_its_address(client, tree):
    response = client.get("/en/nowhere/")
    assert response.status_code == 404
    assert b'<html lang="en">' in response.content


def test_500_stands_alone():
    html = render_to_string("500.html")
    assert "出错了" in html
    assert "Something went wrong" in html
