"""What the site says about protection, and the ways that lead there."""

import pytest
from django.db import IntegrityError, transaction

from home.loading import TextFile
from home.protect.loading import CONTENT_FILE
from home.protect.models import Report
from home.protect.samples import make_reports, remove_reports
from products.catalogue.loading.schema import CONTENT_DIR, read_yaml, validate
from products.registry.page_loading import load_registry_page
from tests.factories import GIProductFactory, ProductPageFactory, english_of
from tests.protect.factories import ReportFactory
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db


def test_every_cited_source_is_known_and_the_law_is_cited():
    content = validate(TextFile, read_yaml(CONTENT_FILE), file=CONTENT_FILE.name)
    known = read_yaml(CONTENT_DIR / "sources.yaml")
    cited = {key for block in content.body for key in getattr(block, "sources", [])}
    assert cited <= set(known)
    assert cited >= {"LAW_GI_PRODUCT", "LAW_MARK", "PLAN", "LINE_12315"}


def test_old_lines_are_not_listed():
    text = CONTENT_FILE.read_text(encoding="utf-8")
    assert not any(line in text for line in ("12330", "12312", "12365", "12331", "12358"))


def test_product_page_leads_to_a_report_about_it(client, tree):
    page = ProductPageFactory()
    url = f"/protect/report/?product={page.product.slug}"
    assert url in client.get(page.url).content.decode()
    english = english_of(page, title="Lychee")
    assert f"/en{url}" in client.get(english.url).content.decode()


def test_registry_leads_to_a_report_about_the_product(client, tree):
    load_registry_page(tree.home)
    entry = AuthorisationFactory()
    url = f"/protect/report/?product={entry.product.slug}"
    assert url in client.get(f"/registry/{entry.public_number}/").content.decode()
    assert 'href="/protect/report/"' in client.get("/registry/check/").content.decode()


def test_candidates_lead_to_no_report(client, tree):
    page = ProductPageFactory(product__state="candidate")
    assert "/protect/report/" not in client.get(page.url).content.decode()


def test_samples_are_three_in_three_states_and_go_away_again():
    GIProductFactory(bare=True)
    reports = make_reports()
    assert [report.status for report in reports] == ["received", "passed_on", "closed"]
    assert all(report.is_sample for report in Report.objects.all())
    remove_reports()
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"product": None},
        {"consented_at": None},
        {"passed_on_at": "2026-01-01T00:00:00Z"},
        {"outcome": "spam"},
        {"closed_at": "2026-01-01T00:00:00Z", "outcome": "spam"},
    ],
    ids=["no product", "contact without consent", "no authority", "open", "no day of deletion"],
)
def test_the_database_keeps_its_rules(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportFactory(**wrong)
