"""A running site for browsers, and an eye on everything a visited page says and asks for."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.chromium import launch_options
from tests.browser.scratch import Site, prepared, served

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")


def pytest_collection_modifyitems(items):
    """Everything here drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """A Chromium of the system if there is one, else the one Playwright has installed."""
    return browser_type_launch_args | launch_options()


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id) -> Site:
    """The real content behind gunicorn with production settings, prepared once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = prepared(shared / "site")
    with served(folder, worker_id) as site:
        yield site


@pytest.fixture(scope="session")
def base_url(site) -> str:
    """Pages are visited by their paths."""
    return site.address


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args, base_url):
    """A phone reading Chinese, without movement that would blur what is measured."""
    return browser_context_args | {
        "base_url": base_url,
        "locale": "zh-CN",
        "viewport": {"width": 390, "height": 844},
        "reduced_motion": "reduce",
    }


class Watch:
    """Complaints of the visited pages: script errors, policy reports, requests elsewhere."""

    def __init__(self, host: str):
        self.host = host
        self.complaints: list[str] = []
        self.expected: list[str] = []

    def expect(self, text: str):
        """A complaint with this text is what the test is about."""
        self.expected.append(text)

    def attach(self, context):
        """Listen to everything that happens in a browser context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", self._request)

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def _request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.complaints.append(f"Request to another host: {request.url}")

    def unexpected(self) -> list[str]:
        """Complaints that no test asked for."""
        return [
            complaint
            for complaint in self.complaints
            if not any(text in complaint for text in self.expected)
        ]


@pytest.fixture
def watch(base_url):
    """Fails the test if a visited page complains."""
    watch = Watch(urlsplit(base_url).netloc)
    yield watch
    assert watch.unexpected() == []


@pytest.fixture
def new_context(new_context, watch):
    """As Playwright's, and watched."""

    def make(**options):
        context = new_context(**options)
        watch.attach(context)
        return context

    return make


@pytest.fixture
def visit(page, site, watch):
    """Open an address of `tests.browser.addresses`; gives the page."""

    def open_address(address):
        if address.staff:
            session = {"name": "sessionid", "value": site.facts["session"], "url": site.address}
            page.context.add_cookies([session])
            watch.expect("userbar")  # Wagtail's own checks of the page, for its editors
        if address.status != 200:
            watch.expect(f"status of {address.status}")
        response = page.goto(address.path.format(**site.facts))
        assert response.status == address.status
        return page

    return open_address
