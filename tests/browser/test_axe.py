"""No page type has a fault that axe finds, in either language, by day and by night."""

import pytest

from tests.browser.addresses import addresses
from tests.browser.conftest import AXE

RUN = """options => axe.run(document, options).then(result => result.violations.map(
  violation => [violation.id, ...violation.nodes.slice(0, 5).map(node => node.target.join(" ") +
    " " + (node.any[0]?.message ?? ""))]))"""


@pytest.mark.parametrize("address", addresses(), ids=str)
def test_axe_finds_nothing(visit, address):
    page = visit(address)
    page.evaluate(AXE)
    assert page.evaluate(RUN, {}) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(RUN, {"runOnly": ["color-contrast"]}) == []
