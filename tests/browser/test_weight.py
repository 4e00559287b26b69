"""What a page costs the reader: bytes over the wire, requests, movement while it loads."""

import pytest

from tests.browser.addresses import addresses

KILOBYTE = 1000
# Both languages load the same code; signed-in staff load Wagtail's as well.
PUBLIC = [each for each in addresses() if each.language == "zh" and not each.staff]
CODE_SIZES = """() => {
  const sizes = {css: 0, js: 0};
  for (const entry of performance.getEntriesByType("resource")) {
    const kind = entry.name.match(/[.](css|js)$/)?.[1];
    if (kind) sizes[kind] += entry.encodedBodySize;
  }
  return sizes;
}"""
LAYOUT_SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 300);
})"""


def first_view(page, path: str) -> dict[str, int]:
    """Bytes over the wire by address, of everything asked for before anybody scrolls."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    urls, sizes = {}, {}
    session.on(
        "Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda e: sizes.update({urls[e["requestId"]]: e["encodedDataLength"]}),
    )
    page.goto(path, wait_until="networkidle")
    return {url: size for url, size in sizes.items() if not url.startswith("data:")}


@pytest.mark.parametrize("path", ["/products/zhenlong-lychee/", "/en/products/zhenlong-lychee/"])
def test_first_view_of_a_product(page, path):
    sizes = first_view(page, path)
    plate = page.evaluate("document.querySelector('.opening__plate img').currentSrc")
    assert plate in sizes
    assert len(sizes) <= 12, sizes
    assert sum(size for url, size in sizes.items() if url != plate) <= 150 * KILOBYTE, sizes


@pytest.mark.parametrize("path", ["/products/", "/"])
def test_first_view_of_lists_needs_few_requests(page, path):
    # Browsers fetch lazy pictures long before they come into view; that is theirs to decide.
    others = [url for url in first_view(page, path) if "/media/" not in url]
    assert len(others) <= 12


@pytest.mark.parametrize("address", PUBLIC, ids=str)
def test_styles_and_scripts(visit, address):
    sizes = visit(address).evaluate(CODE_SIZES)
    assert 0 < sizes["css"] <= 25 * KILOBYTE
    assert 0 < sizes["js"] <= 25 * KILOBYTE


@pytest.mark.parametrize("address", PUBLIC, ids=str)
def test_nothing_jumps_while_loading(visit, address):
    assert visit(address).evaluate(LAYOUT_SHIFT) <= 0.02
