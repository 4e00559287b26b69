import pytest
from wagtail.models import Page

from gi_site.search.query import search
from products.catalogue.models import GIProduct
from tests.factories import (
    DistrictFactory,
    GIProductFactory,
    ProductNameFactory,
    ProductPageFactory,
    ProtectionFactory,
    english_of,
)

pytestmark = pytest.mark.django_db


def found_pages(text):
    found = search(Page.objects.all(), text)
    return set(found.ids) if found.is_exact else set()


def test_publishing_one_language_reindexes_the_other(tree):
    page = ProductPageFactory()
    english = english_of(page, title="Groundnut")
    assert found_pages("groundnut") == {page.pk, english.pk}
    page.title = "落花生"
    page.save_revision().publish()
    assert found_pages("落花生") == {page.pk, english.pk}


def test_deleting_one_language_reindexes_the_other(tree):
    page = ProductPageFactory()
    english_of(page, title="Groundnut").delete()
    assert found_pages("groundnut") == set()


def test_renaming_a_product_reindexes_its_pages_and_protections(tree):
    page = ProductPageFactory()
    protection = ProtectionFactory(product=page.product)
    product = GIProduct.objects.get(pk=page.product_id)
    product.name_en = "Groundnut"
    product.save()
    assert found_pages("groundnut") == {page.pk}
    assert search(type(protection).objects.all(), "groundnut").ids == [protection.pk]


def test_new_name_of_a_product_reindexes_it_and_its_pages(tree):
    page = ProductPageFactory()
    ProductNameFactory(product=page.product, name="Groundnut")
    assert found_pages("groundnut") == {page.pk}
    assert search(GIProduct.objects.all(), "groundnut").ids == [page.product_id]


def test_deleted_name_of_a_product_is_no_longer_found(tree):
    page = ProductPageFactory()
    ProductNameFactory(product=page.product, name="Groundnut").delete()
    assert found_pages("groundnut") == set()


def test_names_saved_with_the_product_are_indexed():
    product = GIProductFactory(bare=True)
    product.other_names = [ProductNameFactory.build(product=product, name="Groundnut")]
    for name in product.other_names.all():
        name.source = product.area_source
    product.save()
    assert search(GIProduct.objects.all(), "groundnut").ids == [product.pk]


def test_moving_a_product_to_another_district_reindexes_it():
    product = GIProductFactory(bare=True)
    product.districts = [DistrictFactory(name_zh="大亚湾")]
    product.save()
    assert search(GIProduct.objects.all(), "大亚湾").ids == [product.pk]


def test_product_is_found_by_what_its_live_pages_say(tree):
    page = ProductPageFactory(summary="鸭脚木开花时采的蜜。")
    assert search(GIProduct.objects.all(), "鸭脚木").ids == [page.product_id]
    page.unpublish()
    assert search(GIProduct.objects.all(), "鸭脚木").ids == []


def test_deleting_a_product_page_and_its_product_is_no_error(tree):
    page = ProductPageFactory(title="落花生")
    ProductNameFactory(product=page.product, name="Groundnut")
    page.delete()
    page.product.delete()
    assert search(GIProduct.objects.all(), "groundnut").ids == []
