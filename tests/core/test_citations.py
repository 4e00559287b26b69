"""How a record is cited."""

import datetime

import pytest
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override

from gi_site.core.citations import citation
from gi_site.core.models import SiteSettings
from products.registry.page_loading import load_registry_page
from tests.factories import ProductPageFactory, english_of, site_tree
from tests.producers.factories import ProducerFactory, producer_list
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 3, 1)
ADDRESS = "https://example.org/products/lychee/"


def test_in_chinese_it_follows_the_national_standard(tree):
    with override("zh-hans"):
        text = citation(RequestFactory().get("/"), "镇隆荔枝", ADDRESS, DAY)
    today = timezone.localdate().isoformat()
    assert text == f"惠州地理标志. 镇隆荔枝[DB/OL]. (2026-03-01)[{today}]. {ADDRESS}."


def test_in_english_it_names_owner_state_and_day_of_access(tree):
    request = RequestFactory().get("/")
    settings = SiteSettings.for_request(request)
    settings.owner_en = "Huizhou Office"
    settings.save()
    with override("en"):
        text = citation(request, "Zhenlong Lychee", ADDRESS, DAY)
    assert text.startswith("Huizhou Office. Zhenlong Lychee. Huizhou Geographical Indications.")
    assert "State of 1 March 2026" in text
    assert "accessed" in text
    assert ADDRESS in text


def test_records_say_how_they_are_cited(client):
    page = ProductPageFactory(slug="lychee", product__slug="lychee")
    english_of(page, title="Lychee")
    producer_list()
    producer = ProducerFactory(slug="farm")
    chinese = client.get("/products/lychee/").content.decode()
    assert "怎样引用这条记录" in chinese
    assert "http://testserver/products/lychee/." in chinese
    assert (
        "http://testserver/en/products/lychee/ (accessed"
        in client.get("/en/products/lychee/").content.decode()
    )
    assert (
        "http://testserver/producers/farm/."
        in client.get(f"/producers/{producer.slug}/").content.decode()
    )


def test_an_entry_of_the_registry_is_cited_by_its_number_and_a_sample_is_not(client):
    load_registry_page(site_tree().home)
    entry, sample = AuthorisationFactory(), AuthorisationFactory(is_sample=True)
    text = client.get(f"/registry/{entry.public_number}/").content.decode()
    assert f"{entry.public_number} {entry.name_as_printed}[DB/OL]" in text
    invented = client.get(f"/registry/{sample.public_number}/").content.decode()
    assert "[DB/OL]" not in invented
