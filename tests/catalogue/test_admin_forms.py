"""The forms of the records: each mistake is told at its field, what was typed stays."""

import datetime

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from products.catalogue.models import GIProduct, Protection, Source
from tests.factories import (
    CategoryFactory,
    DistrictFactory,
    GIProductFactory,
    ProtectionFactory,
    SourceFactory,
    SpecificationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

# SQL takes a check whose answer is unknown as passed; the constraint must ask for the value.
LISTS = ("other_names", "quality_limits", "seasons", "figures", "recognitions")


def url(model, name, *args):
    return reverse(f"wagtailsnippets_catalogue_{model}:{name}", args=args)


@pytest.fixture
def staff(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture
def source():
    return SourceFactory()


def product_data(**fields):
    data = {
        "name_zh": "镇隆荔枝",
        "name_en": "Zhenlong lychee",
        "pinyin": "Zhènlóng lìzhī",
        "category": CategoryFactory().pk,
        "number": 5,
        "state": "listed",
        "slug": "zhenlong-lychee",
        **{name: inline_formset([]) for name in LISTS},
    }
    # The helper would take a list of keys for a list of forms.
    return nested_form_data(data | fields) | {"districts": [DistrictFactory().pk]}


def row(source, **fields):
    return {"source": source.pk, "confidence": "medium", **fields}


def quality(source, **fields):
    defaults = {
        "indicator_zh": "可溶性固形物",
        "indicator_en": "Soluble solids",
        "comparator": ">=",
        "value": "16",
        "unit": "%",
        "kind": "limit",
    }
    return inline_formset([row(source, **defaults | fields)])


def protection_data(source, product, **fields):
    data = {
        "product": product.pk,
        "scheme": "agi",
        "announced_precision": "day",
        "applied_precision": "day",
        "source": source.pk,
        "confidence": "medium",
        "standards": inline_formset([]),
    }
    return nested_form_data(data | fields)


def source_data(**fields):
    return {
        "key": "moa-290",
        "title_zh": "农业农村部公告第290号",
        "title_en": "Announcement no. 290",
        "kind": "official",
        "published_precision": "day",
        **fields,
    }


def errors(response):
    assert response.status_code == 200, "the form was accepted"
    return response.context["form"].errors


def row_errors(response, relation):
    assert response.status_code == 200, "the form was accepted"
    return response.context["form"].formsets[relation].errors[0]


def test_product_with_all_its_lists_is_saved(staff, source):
    data = product_data(
        other_names=inline_formset([row(source, name="桂味", kind="other")]),
        quality_limits=quality(source),
        seasons=inline_formset([row(source, kind="fresh", start=12, end=13)]),
    )
    assert staff.post(url("giproduct", "add"), data).status_code == 302
    product = GIProduct.objects.get()
    assert product.seasons.get().start == 12
    assert product.other_names.get().name == "桂味"


def test_saving_keeps_a_revision_with_its_author(staff):
    product = GIProductFactory(bare=True)
    data = product_data(category=product.category_id, name_zh="新名")
    assert staff.post(url("giproduct", "edit", product.pk), data).status_code == 302
    product.refresh_from_db()
    assert product.name_zh == "新名"
    assert product.latest_revision.user.is_superuser
    assert "新名" in str(product.latest_revision.content)


@pytest.mark.parametrize("half_month", ["0", "25", "abc"])
def test_season_outside_the_year_is_told_at_its_field(staff, source, half_month):
    seasons = inline_formset([row(source, kind="fresh", start=half_month, end=13)])
    response = staff.post(url("giproduct", "add"), product_data(seasons=seasons))
    assert list(row_errors(response, "seasons")) == ["start"]
    assert "镇隆荔枝" in response.content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"comparator": "range"},
        {"comparator": "range", "value_max": "15"},
        {"comparator": ">=", "value_max": "20"},
    ],
)
def test_bad_range_is_told_at_the_upper_value(staff, source, fields):
    data = product_data(quality_limits=quality(source, **fields))
    response = staff.post(url("giproduct", "add"), data)
    assert list(row_errors(response, "quality_limits")) == ["value_max"]


@pytest.mark.parametrize(
    "box",
    [
        {"west": "114.2", "east": "114.4", "south": "22.9"},
        {"west": "114.4", "east": "114.2", "south": "22.9", "north": "23.1"},
    ],
)
def test_bad_box_is_told_at_its_first_edge(staff, box):
    response = staff.post(url("giproduct", "add"), product_data(**box))
    assert list(errors(response)) == ["west"]
    assert box["south"] in response.content.decode()


def test_same_name_twice_is_refused(staff, source):
    names = inline_formset([row(source, name="桂味", kind="other")] * 2)
    response = staff.post(url("giproduct", "add"), product_data(other_names=names))
    assert response.status_code == 200
    assert not GIProduct.objects.exists()


def test_number_of_another_product_is_told_at_its_field(staff):
    GIProductFactory(bare=True, number=5)
    assert list(errors(staff.post(url("giproduct", "add"), product_data()))) == ["number"]


def test_public_id_stays_as_it_is(staff):
    product = GIProductFactory(bare=True)
    slug = product.slug
    staff.post(url("giproduct", "edit", product.pk), product_data(slug="other"))
    product.refresh_from_db()
    assert product.slug == slug


def test_duplicate_agi_number_is_told_at_the_number(staff, source):
    other = ProtectionFactory(number="AGI02891")
    data = protection_data(source, other.product, number="AGI02891")
    assert list(errors(staff.post(url("protection", "add"), data))) == ["number"]


def test_announcement_of_an_application_is_told_at_the_announcement(staff, source):
    data = protection_data(
        source, GIProductFactory(bare=True), is_application_only="on", announcement_number="第290号"
    )
    response = staff.post(url("protection", "add"), data)
    assert list(errors(response)) == ["announcement_number"]
    assert "第290号" in response.content.decode()


def test_end_before_begin_is_told_at_the_end(staff, source):
    data = protection_data(
        source, GIProductFactory(bare=True), valid_from="2020-01-02", valid_until="2020-01-01"
    )
    assert list(errors(staff.post(url("protection", "add"), data))) == ["valid_until"]


@pytest.mark.parametrize("link", ["moa.gov.cn/290", "javascript:alert(1)", "ftp://moa.gov.cn"])
def test_unsafe_link_is_told_at_its_field(staff, link):
    response = staff.post(url("source", "add"), source_data(url=link))
    assert list(errors(response)) == ["url"]
    assert not Source.objects.exists()


def test_add_protection_brings_the_product_along(staff):
    product = GIProductFactory(bare=True)
    page = staff.get(url("giproduct", "edit", product.pk)).content.decode()
    add = f"{url('protection', 'add')}?product={product.pk}"
    assert add in page
    form = staff.get(add).context["form"]
    assert form.instance.product == product


@pytest.mark.parametrize("key", ["", "abc", "999999", "-1", "²"])
def test_add_protection_for_an_unknown_product_gives_an_empty_form(staff, key):
    response = staff.get(url("protection", "add"), {"product": key})
    assert response.context["form"].instance.product_id is None


def test_product_shows_its_protections_with_status(staff):
    protection = ProtectionFactory(unverified=True)
    page = staff.get(url("giproduct", "edit", protection.product_id)).content.decode()
    assert url("protection", "edit", protection.pk) in page
    assert str(protection.status.label) in page


def test_chooser_of_sources_finds_pinyin_and_shows_the_publisher(staff):
    SourceFactory(title_zh="荔枝公告", publisher_zh="惠阳区政府")
    SourceFactory(title_zh="大米公告")
    results = reverse("wagtailsnippetchoosers_catalogue_source:choose_results")
    html = staff.get(results, {"q": "lizhi"}).content.decode()
    assert "荔枝公告" in html
    assert "惠阳区政府" in html
    assert "大米公告" not in html


def test_marking_as_checked_asks_first(staff):
    product = GIProductFactory(bare=True)
    action = reverse("wagtail_bulk_action", args=["catalogue", "giproduct", "mark_checked"])
    assert f"{action}?id={product.pk}".replace("&", "&amp;") in (
        staff.get(url("giproduct", "edit", product.pk)).content.decode()
    )
    assert staff.get(f"{action}?id={product.pk}").status_code == 200
    product.refresh_from_db()
    assert product.last_checked_on is None


def test_marking_as_checked_says_who_and_when_in_the_history(staff, settings):
    product = GIProductFactory(bare=True)
    action = reverse("wagtail_bulk_action", args=["catalogue", "giproduct", "mark_checked"])
    assert staff.post(f"{action}?id={product.pk}&next=/admin/").status_code == 302
    product.refresh_from_db()
    assert product.last_checked_on >= datetime.date(2026, 1, 1)
    assert product.last_checked_by.is_superuser
    history = staff.get(url("giproduct", "history", product.pk)).content.decode()
    assert product.latest_revision_id
    assert "checked" in history or "核" in history


def test_reverting_brings_back_an_earlier_protection(staff, source):
    product = GIProductFactory(bare=True)
    staff.post(url("protection", "add"), protection_data(source, product, holder_zh="旧"))
    protection = Protection.objects.get()
    first = protection.latest_revision
    edit = url("protection", "edit", protection.pk)
    staff.post(edit, protection_data(source, product, holder_zh="新"))
    revert = url("protection", "revisions_revert", protection.pk, first.pk)
    assert staff.get(revert).context["form"].initial["holder_zh"] == "旧"
    compare = url("protection", "revisions_compare", protection.pk, "earliest", "latest")
    assert "旧" in staff.get(compare).content.decode()


@pytest.mark.parametrize("model", ["giproduct", "protection"])
def test_nothing_is_saved_while_typing(staff, model):
    protection = ProtectionFactory()
    record = {"giproduct": protection.product, "protection": protection}[model]
    for path in (url(model, "add"), url(model, "edit", record.pk)):
        assert 'data-controller="w-unsaved w-autosave"' not in staff.get(path).content.decode()
        assert not staff.get(path).context["autosave_enabled"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("announced", "2099-01-01"),  # this day has not come
        ("applied", "2021-01-01"),  # after the announcement
        ("holder_en", "惠州市农业技术推广中心"),  # Chinese on English pages
    ],
)
def test_what_cannot_be_is_told_at_its_field(staff, source, field, value):
    data = {"announced": "2020-04-30", field: value}
    data = protection_data(source, GIProductFactory(bare=True), **data)
    assert list(errors(staff.post(url("protection", "add"), data))) == [field]


def specification_data(source, protection, **fields):
    data = {
        "protection": protection.pk,
        "version": "2024",
        "source": source.pk,
        "confidence": "medium",
        "sections": inline_formset([]),
    }
    return nested_form_data(data | fields)


@pytest.mark.parametrize(
    ("since", "until", "is_refused"),
    [
        ("2024-01-01", "", True),  # the other has no end yet
        ("2019-01-01", "2020-01-01", True),  # the last day of one is the first of the other
        ("2019-01-01", "2019-12-31", False),
        ("", "", False),  # not known from when
    ],
)
def test_one_right_has_one_version_of_its_specification_at_a_time(
    staff, source, since, until, is_refused
):
    protection = ProtectionFactory()
    SpecificationFactory(
        protection=protection, version="2020", in_force_from=datetime.date(2020, 1, 1)
    )
    SpecificationFactory(version="2021", in_force_from=datetime.date(2020, 1, 1))
    data = specification_data(source, protection, in_force_from=since, in_force_until=until)
    response = staff.post(url("specification", "add"), data)
    if is_refused:
        assert "2020" in str(errors(response)["in_force_from"])
    else:
        assert response.status_code == 302


def test_a_version_can_be_saved_again(staff, source):
    version = SpecificationFactory(in_force_from=datetime.date(2020, 1, 1))
    data = specification_data(source, version.protection, in_force_from="2020-02-01")
    assert staff.post(url("specification", "edit", version.pk), data).status_code == 302
