"""What the first view of a page costs the reader: bytes over the wire, requests."""

import pytest

KILOBYTE = 1000


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
