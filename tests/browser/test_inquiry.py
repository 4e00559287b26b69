"""The whole way of an inquiry, with a real mail server: buyer, office, producer, buyer again."""

import email
import email.policy
import re
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import expect

from tests.browser.scratch import ROOT

LINK = re.compile(r"https?://\S+")


class Letterbox:
    """A mail server that keeps what it gets."""

    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.messages.append((envelope.rcpt_tos, message))
        return "250 OK"

    def take(self, address: str, part_of_link: str) -> str:
        """Path of the link in the newest mail to `address` that has such a link."""
        for recipients, message in reversed(self.messages):
            for link in LINK.findall(message.get_content()):
                if address in recipients and part_of_link in link:
                    return urlsplit(link).path
        raise AssertionError(f"No mail to {address} with a link to {part_of_link}")


@pytest.fixture
def post(site):
    """A letterbox, and `deliver()`: the worker hands over all that waits."""
    letterbox = Letterbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(letterbox, hostname="127.0.0.1", port=port)
    controller.start()

    def deliver():
        subprocess.run(
            [sys.executable, "manage.py", "worker", "--batch", "--no-startup-delay", "-v0"],
            check=True,
            cwd=ROOT,
            env=site.environment | {"EMAIL_URL": f"smtp://127.0.0.1:{port}"},
        )
        return letterbox

    yield deliver
    controller.stop()


@pytest.fixture
def person(new_context):
    """Makes a page of somebody new, whose browser runs no script unless `options` say so."""
    return lambda **options: new_context(**{"java_script_enabled": False, **options}).new_page()


def ask(page, prefix, producer, buyer):
    """Fill in and send the form for the first product of `producer`; gives the reference."""
    page.goto(f"{prefix}producers/{producer}/")
    page.locator("a[href*='basket/add']").first.click()
    page.locator("[name=form-0-quantity]").fill("800")
    page.locator("[name=message]").fill("Fresh for 春节, please")
    page.locator("[name=buyer_name]").fill("Ms Miller")
    page.locator("[name=contact]").fill(buyer)
    for name in ("consent", "forward_consent"):
        page.locator(f"[name={name}]").check()
    page.wait_for_timeout(3200)  # people do not fill in a form any faster
    page.locator("button[value=preview]").last.click()
    page.locator("button[value=send]").click()
    expect(page).to_have_url(re.compile("/inquiries/track/"))
    return re.search(r"HZ-\w{4}-\w{4}", page.content())[0]


def check_and_send(page, site, path):
    """What the office does with it."""
    session = {"name": "sessionid", "value": site.facts["session"], "url": site.address}
    page.context.add_cookies([session])
    page.goto(path)
    page.locator("form[action*='/step/send/'] button").click()
    expect(page.locator("form[action*='/step/send/']")).to_have_count(0)


@pytest.mark.parametrize(("language", "prefix"), [("zh", "/"), ("en", "/en/")])
def test_from_the_buyer_to_the_producer_and_back(site, watch, person, post, language, prefix):
    watch.expect("userbar")
    lawful = site.facts["lawful_sample"]
    buyer = f"buyer-{language}@example.org"
    buyers_page = person()
    reference = ask(buyers_page, prefix, lawful["slug"], buyer)
    letters = post()
    assert letters.take(buyer, "/inquiries/track/").startswith(f"{prefix}inquiries/")

    office = next(
        to for to, mail in letters.messages if reference in mail["Subject"] and to != [buyer]
    )
    officer = person(java_script_enabled=True)
    officer.set_viewport_size({"width": 1280, "height": 900})
    check_and_send(officer, site, letters.take(office[0], "/admin/"))
    link = post().take(lawful["email"], "/inquiries/answer/")
    assert link.startswith("/inquiries/")  # producers read Chinese

    producers_page = person()
    producers_page.goto(link)
    expect(producers_page.get_by_text("Fresh for 春节, please")).to_be_visible()
    expect(producers_page.get_by_text(buyer)).to_be_visible()
    producers_page.locator("#offer-message").fill("一月十五日起可供货")
    producers_page.locator("[name$=-price]").fill("16.5")
    producers_page.locator("form:has(#offer-message) button").click()
    expect(producers_page).to_have_url(re.compile("done=offer"))

    buyers_page.goto(post().take(buyer, "/inquiries/track/"))
    expect(buyers_page.get_by_text("一月十五日起可供货")).to_be_visible()
    buyers_page.locator("[name=message-text]").fill("Thank you, 谢谢")
    buyers_page.locator("button[value=message]").click()

    producers_page.goto(post().take(lawful["email"], "/inquiries/answer/"))
    expect(producers_page.get_by_text("Thank you, 谢谢")).to_be_visible()
