"""The feeds are what RFC 4287 asks for, and the same each time."""

import datetime
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from home.following.feeds import LENGTH
from tests.factories import GIProductFactory
from tests.following.conftest import begin
from tests.following.test_pages import write
from tests.producers.factories import ProducerFactory
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What may stand in a feed and in an entry, and how often (RFC 4287, 4.1.1 and 4.1.2).
ANY = (0, 10**6)
FEED = {
    "author": (1, 10**6),
    "category": ANY,
    "contributor": ANY,
    "generator": (0, 1),
    "icon": (0, 1),
    "id": (1, 1),
    "link": ANY,
    "logo": (0, 1),
    "rights": (0, 1),
    "subtitle": (0, 1),
    "title": (1, 1),
    "updated": (1, 1),
    "entry": ANY,
}
ENTRY = {
    "author": ANY,
    "category": ANY,
    "content": (0, 1),
    "contributor": ANY,
    "id": (1, 1),
    "link": ANY,
    "published": (0, 1),
    "rights": (0, 1),
    "source": (0, 1),
    "summary": (0, 1),
    "title": (1, 1),
    "updated": (1, 1),
}
IRI = re.compile(r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$", re.IGNORECASE)
RFC_3339 = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")


def checked(text: bytes, address: str) -> ElementTree.Element:
    """The feed, after everything that RFC 4287 asks for was looked at."""
    feed = ElementTree.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    _check_children(feed, FEED)
    links = _links(feed)
    assert urlsplit(links["self"]).path == address
    assert "alternate" in links
    for entry in feed.findall(f"{ATOM}entry"):
        _check_children(entry, ENTRY)
        # 4.1.2: without content there must be an alternate link.
        assert "alternate" in _links(entry)
    ids = [each.text for each in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    return feed


def _check_children(element, allowed):
    for child in element:
        assert child.tag.removeprefix(ATOM) in allowed, child.tag
    for name, (least, most) in allowed.items():
        assert least <= len(element.findall(f"{ATOM}{name}")) <= most, name
    for author in element.findall(f"{ATOM}author"):
        assert author.findtext(f"{ATOM}name").strip()
    assert IRI.match(element.findtext(f"{ATOM}id"))
    for name in ("updated", "published"):
        if (text := element.findtext(f"{ATOM}{name}")) is not None:
            assert RFC_3339.match(text)
            assert parse_datetime(text)
    for name in ("title", "subtitle", "summary"):
        for text in element.findall(f"{ATOM}{name}"):
            assert text.get("type", "text") in ("text", "html")
            assert len(text) == 0
    for category in element.findall(f"{ATOM}category"):
        assert category.get("term")


def _links(element) -> dict:
    links = {}
    for link in element.findall(f"{ATOM}link"):
        assert IRI.match(link.get("href"))
        relation = link.get("rel", "alternate")
        assert relation not in links
        links[relation] = link.get("href")
    return links


def feed(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return checked(answer.content, address)


def titles(root):
    return [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]


@pytest.mark.parametrize(
    ("address", "language", "word"),
    [("/feeds/facts/", "zh-Hans", "镇隆荔枝"), ("/en/feeds/facts/", "en", "Zhenlong Lychee")],
)
def test_all_facts_in_the_readers_language(client, address, language, word):
    write(2, notice_number="公告第9号")
    root = feed(client, address)
    assert root.get(XML_LANG) == language
    assert len(titles(root)) == 2
    assert word in titles(root)[0]


@pytest.mark.parametrize("address", ["/feeds/changes/", "/en/feeds/changes/"])
def test_feed_of_pages_is_valid_too(client, tree, address):
    feed(client, address)


def test_feeds_of_one_record(client):
    GIProductFactory(slug="rice", bare=True)
    ProducerFactory(slug="mill")
    entry = AuthorisationFactory()
    write()
    write(product_slug="rice", title_en="Rice")
    write(producer_slug="mill", title_en="Mill")
    write(kind="authorisation", key=entry.public_number, title_en="Firm")
    for path, word in {
        "rice/": "Rice",
        "producers/mill/": "Mill",
        f"entries/{entry.public_number}/": "Firm",
    }.items():
        [title] = titles(feed(client, f"/en/feeds/facts/{path}"))
        assert title.startswith(word)


def test_there_is_no_feed_of_what_nobody_may_see(client):
    ProducerFactory(slug="sample", is_sample=True)
    entry = AuthorisationFactory(waiting=True)
    for path in ("nothing/", "producers/sample/", f"entries/{entry.public_number}/"):
        assert client.get(f"/feeds/facts/{path}").status_code == 404


def test_ids_are_the_same_on_every_host(client):
    write()
    one = feed(client, "/feeds/facts/")
    other = checked(client.get("/feeds/facts/", HTTP_HOST="other.example").content, "/feeds/facts/")
    ids = [[each.text for each in root.iter(f"{ATOM}id")] for root in (one, other)]
    assert ids[0] == ids[1]


def test_empty_feed_is_valid_and_steady(client):
    begin()
    updated = {feed(client, "/feeds/facts/").findtext(f"{ATOM}updated") for _time in range(2)}
    assert len(updated) == 1


def test_any_text_is_escaped(client):
    write(title_zh="<b>&\x0b“荔枝”</b>")
    root = feed(client, "/feeds/facts/")
    assert titles(root)[0].startswith("<b>& “荔枝”</b>")
    summary = root.find(f"{ATOM}entry").findtext(f"{ATOM}summary")
    assert summary.startswith("&lt;b&gt;&amp; ")


def test_newest_first_and_no_more_than_so_many(client):
    write(LENGTH + 2)
    write(title_zh="最新", recorded_at=timezone.now() + datetime.timedelta(minutes=1))
    shown = titles(feed(client, "/feeds/facts/"))
    assert len(shown) == LENGTH
    assert shown[0].startswith("最新")


def test_unchanged_feed_is_not_sent_again(client):
    write()
    answer = client.get("/feeds/facts/")
    again = client.get("/feeds/facts/", HTTP_IF_NONE_MATCH=answer["ETag"])
    assert (again.status_code, again.content) == (304, b"")


def test_pages_name_the_feed(client, tree):
    shown = client.get("/en/").content.decode()
    assert (
        'type="application/atom+xml" title="Changes of legal facts" href="/en/feeds/facts/"'
        in shown
    )


def test_what_is_not_there_is_never_unchanged(client):
    write()
    later = {"HTTP_IF_MODIFIED_SINCE": "Wed, 25 Nov 2099 23:00:00 GMT"}
    assert client.get("/feeds/facts/nope/", **later).status_code == 404


def test_a_control_character_does_not_break_a_feed(client):
    product = GIProductFactory(bare=True, name_en="x\x0by")
    answer = client.get(f"/en/feeds/facts/{product.slug}/")
    assert answer.status_code == 200
    assert b"\x0b" not in answer.content
