"""`manage.py load_huizhou` on an empty database, again, and after staff have worked."""

import io
import re
import shutil
from unittest import mock
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase
from wagtail.log_actions import log
from wagtail.models import Locale, Page, Site

from gi_site.accounts.models import User
from home.models import ContentPage, HomePage
from products.catalogue.enums import ProductState
from products.catalogue.loading import schema
from products.catalogue.loading.catalogue import load_catalogue
from products.catalogue.models import GIProduct, ProductPage, Protection
from tests.factories import remove_site_tree


def load(**options):
    output = io.StringIO()
    # Renditions have tests of their own, and take a while.
    without_renditions = mock.patch("gi_site.core.signal_handlers.make_renditions")
    with without_renditions, TestCase.captureOnCommitCallbacks(execute=True):
        call_command("load_huizhou", stdout=output, **options)
    return output.getvalue()


@pytest.mark.xdist_group("load")
class LoadHuizhouTests(TestCase):
    """One load for all of them, in one process: it takes half a minute."""

    @classmethod
    def setUpTestData(cls):
        remove_site_tree()
        cls.report = load()
        cls.staff = User.objects.create(username="editor", is_superuser=True)
        cls.home = HomePage.objects.get(locale__language_code="zh-hans")
        cls.lychee = GIProduct.objects.get(slug="zhenlong-lychee")

    def test_fifteen_products_and_four_candidates(self):
        assert "19 products created" in self.report
        assert GIProduct.objects.listed().count() == 15
        assert GIProduct.objects.filter(state=ProductState.CANDIDATE).count() == 4

    def test_every_product_is_live_in_both_languages(self):
        for locale in Locale.objects.all():
            assert ProductPage.objects.live().filter(locale=locale).count() == 19

    def test_slugs_are_the_same_in_both_languages(self):
        for page in ProductPage.objects.filter(locale__language_code="en"):
            assert page.slug == page.product.slug

    def test_no_chinese_text_on_english_pages(self):
        for page in ProductPage.objects.filter(locale__language_code="en"):
            texts = [page.title, page.summary, *page.search_bodies()]
            assert not any(schema.HAN.match(text) for text in texts), page.title

    def test_every_passage_has_a_source(self):
        for page in ProductPage.objects.all():
            for section in page.body:
                for passage in section.value["passages"]:
                    assert list(passage["sources"]), f"{page.title}: {passage['text']}"

    def test_every_product_has_its_illustration_with_words_author_and_licence(self):
        for product in GIProduct.objects.select_related("image"):
            image = product.image
            assert all([image, image.alt_zh, image.alt_en, image.author, image.licence])

    def test_only_complete_announcements_are_in_force(self):
        for protection in Protection.objects.all():
            if protection.status == "in_force":
                assert protection.is_announced

    def test_the_site_has_home_finder_and_content_pages(self):
        assert Site.objects.get(is_default_site=True).root_page == self.home.page_ptr
        assert ContentPage.objects.live().filter(slug="schemes").count() == 2

    def addresses_in(self, sitemap):
        text = self.client.get(sitemap).text
        return [urlsplit(address).path for address in re.findall("<loc>(.*?)</loc>", text)]

    def test_every_address_of_the_sitemaps_is_there(self):
        sitemaps = self.addresses_in("/sitemap.xml")
        addresses = [address for sitemap in sitemaps for address in self.addresses_in(sitemap)]
        pages = Page.objects.live().filter(depth__gt=1)
        assert {page.get_url() for page in pages} < set(addresses)
        assert {"/programme/ledger/", "/en/trade-packs/huidong-potato/"} < set(addresses)
        assert len(addresses) == len(set(addresses))
        for address in addresses:
            assert self.client.get(address).status_code == 200, address

    def test_again_changes_nothing(self):
        before = list(Page.objects.values_list("pk", "latest_revision_id"))
        report = load()
        assert "19 products unchanged" in report
        assert list(Page.objects.values_list("pk", "latest_revision_id")) == before

    def test_a_changed_file_updates_an_untouched_product(self):
        GIProduct.objects.filter(pk=self.lychee.pk).update(content_checksum="old", pinyin="x")
        assert load_catalogue(self.home).updated == ["zhenlong-lychee"]
        self.lychee.refresh_from_db()
        assert self.lychee.pinyin == "Zhènlóng Lìzhī"

    def test_what_staff_edited_on_the_page_is_kept(self):
        page = ProductPage.objects.get(product=self.lychee, locale__language_code="zh-hans")
        page.summary = "编辑改过的一句话。"
        page.save_revision(user=self.staff, log_action=True).publish(user=self.staff)
        GIProduct.objects.filter(pk=self.lychee.pk).update(content_checksum="old")
        assert load_catalogue(self.home).kept == ["zhenlong-lychee"]
        page.refresh_from_db()
        assert page.summary == "编辑改过的一句话。"

    def test_a_protection_staff_edited_is_kept(self):
        protection = self.lychee.protections.first()
        log(instance=protection, action="wagtail.edit", user=self.staff)
        GIProduct.objects.filter(pk=self.lychee.pk).update(content_checksum="old")
        assert load_catalogue(self.home).kept == ["zhenlong-lychee"]

    def test_what_staff_deleted_stays_deleted(self):
        candidate = GIProduct.objects.get(slug="gaotan-mingjiang")
        ProductPage.objects.filter(product=candidate).delete()
        log(instance=candidate, action="wagtail.delete", user=self.staff)
        candidate.delete()
        assert load_catalogue(self.home).kept == ["gaotan-mingjiang"]
        assert not GIProduct.objects.filter(slug="gaotan-mingjiang").exists()


@pytest.mark.django_db
def test_a_broken_file_loads_nothing(tmp_path):
    remove_site_tree()
    content = tmp_path / "content"
    shutil.copytree(schema.CONTENT_DIR, content)
    (content / "products" / "broken.yaml").write_text("slug: [", encoding="utf-8")
    with pytest.raises(CommandError, match=r"Nothing was loaded.\nbroken.yaml"):
        load(content=content)
    assert not GIProduct.objects.exists()
    assert not HomePage.objects.exists()
