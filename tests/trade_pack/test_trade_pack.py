"""The trade pack as page, PDF and data."""

import datetime
import io
import json
import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from products.producers.enums import CertificateKind
from tests.factories import (
    CategoryFactory,
    GIProductFactory,
    ProductPageFactory,
    ProtectionFactory,
    english_of,
)
from tests.producers.factories import CertificateFactory, OfferFactory, ProducerFactory
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
BUDGET = 25


@pytest.fixture
def page():
    """The page of a product with everything, in both languages."""
    product = GIProductFactory(
        slug="lychee",
        name_zh="镇隆荔枝",
        name_en="Zhenlong Lychee",
        pinyin="Zhènlóng Lìzhī",
        category=CategoryFactory(gbt43583="0102"),
        hs_code="081090",
    )
    ProtectionFactory(product=product, number="AGI01234")
    chinese = ProductPageFactory(product=product)
    english_of(chinese, title="Zhenlong Lychee")
    return chinese


@pytest.fixture
def lawful(page):
    """A lawful user with an offer and a certificate."""
    producer = ProducerFactory(legal_name_zh="惠州市真农业有限公司", name_en="Real Farm")
    AuthorisationFactory(product=page.product, producer=producer, name_as_printed="真农业")
    OfferFactory(producer=producer, product=page.product, form_zh="鲜果", form_en="fresh fruit")
    CertificateFactory(producer=producer, number="ORG-1")
    return producer


def data(client, prefix=""):
    response = client.get(f"{prefix}/trade-packs/lychee.json")
    assert response.status_code == 200
    return json.loads(response.content)


def test_the_page_shows_what_the_files_hold_in_both_languages(client, page, lawful):
    chinese = client.get("/trade-packs/lychee/").content.decode()
    english = client.get("/en/trade-packs/lychee/").content.decode()
    for text in ("镇隆荔枝", "Zhènlóng Lìzhī", "Zhenlong Lychee", "081090", "0102", "AGI01234"):
        assert text in chinese
        assert text in english
    assert "fresh fruit" in english
    assert "鲜果" in chinese
    assert 'href="/en/trade-packs/lychee.pdf"' in english
    assert "customs code (HS)" not in english


def test_the_page_of_the_product_leads_to_it(client, page):
    assert 'href="/trade-packs/lychee/"' in client.get(page.url).content.decode()


def test_the_data_states_names_codes_and_lawful_users(client, page, lawful):
    pack = data(client, "/en")
    assert pack["language"] == "en"
    assert pack["name"] == {
        "zh": "镇隆荔枝",
        "pinyin": "Zhènlóng Lìzhī",
        "en": "Zhenlong Lychee",
    }
    assert pack["codes"] == {"hs": "081090", "gbt43583": "0102"}
    assert pack["protections"][0]["status"] == "in_force"
    assert pack["protections"][0]["announced"] == "2020-04-30"
    assert pack["lawful_users"]["count"] == 1
    assert pack["lawful_users"]["listed"][0]["name"] == "真农业"
    assert pack["offers"][0]["form"] == "fresh fruit"
    assert pack["certificates"][0]["number"] == "ORG-1"
    assert pack["quality"][0]["value"] == 16.5
    assert pack["pictures"][0]["author"]
    assert pack["pictures"][0]["licence"]
    assert pack["sources"]
    assert pack["address"] == "http://testserver/en/products/lychee/"


def test_what_is_not_known_is_listed(client, page):
    page.product.hs_code = ""
    page.product.save()
    pack = data(client, "/en")
    assert pack["codes"]["hs"] is None
    assert "customs code (HS)" in pack["not_known"]
    assert "certificates of lawful users" in pack["not_known"]
    assert "to be verified" in client.get("/en/trade-packs/lychee/").content.decode()


def test_samples_never_enter(client, page):
    producer = ProducerFactory(is_sample=True, legal_name_zh="示例农场")
    AuthorisationFactory(product=page.product, producer=producer, is_sample=True, by_the_site=True)
    OfferFactory(producer=producer, product=page.product)
    CertificateFactory(producer=producer)
    pack = data(client)
    assert (pack["lawful_users"]["count"], pack["offers"], pack["certificates"]) == (0, [], [])


def test_only_lawful_users_of_this_product_offer(client, page):
    other = ProducerFactory()
    AuthorisationFactory(producer=other)
    OfferFactory(producer=other, product=page.product)
    assert data(client)["offers"] == []


def test_a_certificate_that_has_run_out_is_left_out(client, page, lawful):
    CertificateFactory(
        producer=lawful,
        kind=CertificateKind.values[0],
        number="OLD-1",
        valid_until=datetime.date(2020, 1, 1),
    )
    assert [each["number"] for each in data(client)["certificates"]] == ["ORG-1"]


@pytest.mark.parametrize("kind", ["/", ".pdf", ".json"])
def test_there_is_none_for_what_is_no_gi_product(client, tree, kind):
    candidate = GIProductFactory(slug="candidate", bare=True, state="candidate")
    ProductPageFactory(product=candidate)
    ProductPageFactory(product=GIProductFactory(slug="draft", bare=True), live=False)
    for slug in ("nothing", "candidate", "draft"):
        assert client.get(f"/trade-packs/{slug}{kind}").status_code == 404


def test_the_pdf_is_text_with_its_language_title_and_bookmarks(client, page, lawful, caplog):
    with caplog.at_level(logging.WARNING, logger="fpdf"):
        response = client.get("/trade-packs/lychee.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert not [record for record in caplog.records if "missing" in record.getMessage()]
    reader = PdfReader(io.BytesIO(response.content))
    # pypdf gives each character of such a face two bytes, the first of them empty.
    text = "".join(sheet.extract_text() for sheet in reader.pages).replace("\0", "")
    for expected in ("镇隆荔枝", "Zhènlóng Lìzhī", "Zhenlong Lychee", "AGI01234", "真农业", "鲜果"):
        assert expected in text
    assert f"1 / {len(reader.pages)}" in text
    assert "镇隆荔枝" in reader.metadata.title
    assert reader.trailer["/Root"]["/Lang"] == "zh-Hans"
    assert len(reader.outline) == 13


def test_the_english_pdf_is_english(client, page):
    reader = PdfReader(io.BytesIO(client.get("/en/trade-packs/lychee.pdf").content))
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert "Class and codes" in [item.title for item in reader.outline]


@pytest.mark.parametrize("number", [1, 6])
def test_the_page_costs_the_same_with_few_and_with_many(client, page, number):
    for _ in range(number):
        producer = ProducerFactory()
        AuthorisationFactory(product=page.product, producer=producer)
        OfferFactory(producer=producer, product=page.product)
        CertificateFactory(producer=producer)
    client.get("/trade-packs/nothing/")  # what is remembered between requests
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/trade-packs/lychee/").status_code == 200
    assert len(queries) <= BUDGET
