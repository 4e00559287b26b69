"""The description of the API opens with nothing but what this site serves."""


def test_the_viewer_shows_every_set_and_an_operation(page, watch):
    watch.attach(page.context)
    page.goto("/api/v1/docs")
    assert page.locator("html").get_attribute("lang") == "en"
    for name in ("products", "authorisations", "districts"):
        page.get_by_role("link", name=name, exact=True).wait_for()
    page.get_by_text("/api/v1/figures", exact=True).click()
    page.get_by_text("Parameters", exact=True).first.wait_for()
