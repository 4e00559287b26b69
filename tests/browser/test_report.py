"""Reporting a suspicious product on a phone whose browser runs no script, and following it."""

import io
import re

from PIL import Image
from playwright.sync_api import expect


def photograph() -> dict:
    """A picture as a phone would choose it."""
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "orange").save(out, "JPEG")
    return {"name": "stall.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_from_a_product_to_a_report_with_a_photograph_and_back(new_context, watch):
    watch.expect("status of 422")  # the first form is faulty
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/products/zhenlong-lychee/")
    page.locator("a[href='/protect/report/?product=zhenlong-lychee']").click()
    expect(page.locator("[name=product_choice]")).to_have_value("zhenlong-lychee")
    page.locator("[name=signs][value=no_code]").check()
    page.locator("[name=place_kind][value=market]").check()
    page.locator("[name=photos]").set_input_files([photograph()])
    page.wait_for_timeout(3200)  # people do not fill in a form any faster
    page.locator("form.report button").click()
    # Where it was is missing: that is what is read first, and the photograph is kept.
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.locator("[name=drafts]")).to_be_checked()
    page.locator("[name=place]").fill("东平市场 7 号摊")
    page.locator("form.report button").click()
    expect(page).to_have_url(re.compile("/protect/report/track/"))
    link = page.locator("#secret-link").text_content()

    later = new_context(java_script_enabled=False).new_page()
    later.goto(link[link.index("/protect/") :])
    expect(later.get_by_text("东平市场 7 号摊")).to_be_visible()
    picture = later.locator(".report-photos img")
    expect(picture).to_have_count(1)
    picture.scroll_into_view_if_needed()
    later.wait_for_function("document.querySelector('.report-photos img').naturalWidth > 0")
    later.locator("[name=message-text]").fill("第二天又看到了")
    later.get_by_role("button", name="发送留言").click()
    expect(later.get_by_text("第二天又看到了")).to_be_visible()
