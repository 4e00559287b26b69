"""A day of an editor, in Chinese: sign in, change, publish, withdraw, translate."""

import re

import pytest
from playwright.sync_api import expect

PRODUCT = "罗浮山荔枝"
PUBLIC = "/products/luofushan-lychee/"
SENTENCE = "编辑刚刚写下的一句话。"


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """The admin is made for a desk."""
    return browser_context_args | {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def admin(page, site):
    """The admin after signing in as an editor."""
    page.goto("/admin/")
    page.get_by_label("用户名").fill("editor")
    page.get_by_label("密码").fill(site.facts["editor_password"])
    page.get_by_role("button", name="登录").click()
    expect(page).to_have_url(re.compile("/admin/$"))
    return page


@pytest.fixture
def visitor(new_context):
    """Somebody who reads the site meanwhile, without an account."""
    return new_context().new_page()


def open_product(admin):
    """Find the page as an editor does: by its name in pinyin, in the admin's search."""
    admin.goto("/admin/pages/search/?q=luofushanlizhi")
    # Whole: events bear the name in theirs.
    admin.get_by_role("link", name=PRODUCT, exact=True).first.click()
    expect(admin.get_by_role("heading", level=1)).to_contain_text(PRODUCT)


def test_what_is_published_is_seen_at_once(admin, visitor):
    visitor.goto(PUBLIC)
    expect(visitor.get_by_text(SENTENCE)).to_have_count(0)
    open_product(admin)
    admin.get_by_role("textbox", name="特别在哪里").fill(SENTENCE)
    admin.get_by_role("button", name="更多动作").click()
    admin.get_by_role("button", name="发布", exact=True).click()
    expect(admin.get_by_role("main").get_by_text("已经发布")).to_be_visible()
    visitor.goto(PUBLIC)
    expect(visitor.get_by_text(SENTENCE).first).to_be_visible()


def test_what_is_withdrawn_is_gone_at_once_and_back_when_published(admin, visitor, watch):
    visitor.goto(PUBLIC)
    open_product(admin)
    admin.get_by_role("navigation", name="Actions").get_by_role("button").click()
    admin.get_by_role("link", name="取消发布").click()
    admin.get_by_role("button", name=re.compile("取消发布")).click()
    watch.expect("status of 404")
    assert visitor.goto(PUBLIC).status == 404
    open_product(admin)
    admin.get_by_role("button", name="更多动作").click()
    admin.get_by_role("button", name="发布", exact=True).click()
    expect(admin.get_by_role("main").get_by_text("已经发布")).to_be_visible()
    assert visitor.goto(PUBLIC).status == 200


def test_translation_is_one_click_from_the_page(admin):
    open_product(admin)
    admin.get_by_role("button", name="状态开关").click()
    admin.get_by_role("button", name="切换语言").click()
    admin.get_by_role("link", name=re.compile("英语|英文|English")).click()
    expect(admin).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))
    expect(admin.get_by_role("navigation", name="面包屑导航")).to_contain_text("Luofushan Lychee")
