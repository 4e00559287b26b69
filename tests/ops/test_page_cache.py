import gzip

import brotli
import pytest
from django.conf import settings
from django.core.cache import cache
from wagtail.contrib.redirects.models import Redirect

from gi_site.ops.page_cache import bump_page_cache, current_generation, preferred_encoding
from tests.factories import ContentPageFactory, SiteImageFactory, UserFactory

pytestmark = [pytest.mark.urls("tests.ops.urls"), pytest.mark.django_db]


def fetch(client, path="/page/", **headers):
    return client.get(path, headers=headers)


def test_a_second_visitor_gets_the_stored_page(client):
    first, second = fetch(client), fetch(client)
    assert (first["X-Page-Cache"], second["X-Page-Cache"]) == ("miss", "hit")
    assert first.content == second.content


def test_a_hit_keeps_the_headers_of_the_page(client):
    first, second = fetch(client), fetch(client)
    for name in ("Content-Security-Policy", "Permissions-Policy", "X-Content-Type-Options", "ETag"):
        assert first[name] == second[name]


def test_every_hit_has_a_request_id_of_its_own(client):
    fetch(client)
    first, second = fetch(client), fetch(client)
    assert first["X-Request-ID"] != second["X-Request-ID"]


def test_a_hit_asks_the_database_nothing(client, django_assert_num_queries):
    fetch(client)
    with django_assert_num_queries(0):
        assert fetch(client)["X-Page-Cache"] == "hit"


@pytest.mark.parametrize("path", ["/page/?q=荔枝&page=2", "/page/?category=a&category=b"])
def test_known_parameters_are_stored_each_for_themselves(client, path):
    plain = fetch(client)
    fetch(client, path)
    stored = fetch(client, path)
    assert stored["X-Page-Cache"] == "hit"
    assert stored.content != plain.content


def test_an_unknown_parameter_is_not_stored(client):
    assert {fetch(client, "/page/?utm_source=x")["X-Page-Cache"] for _ in range(2)} == {"miss"}


def test_an_overlong_address_is_not_stored(client):
    path = "/page/?q=" + "x" * 2000
    assert {fetch(client, path)["X-Page-Cache"] for _ in range(2)} == {"miss"}


@pytest.mark.parametrize("path", ["/form/", "/cookie/", "/varies/", "/private/", "/error/"])
def test_what_is_not_for_everyone_is_not_stored(client, path):
    bodies = {fetch(client, path).content for _ in range(2)}
    assert "X-Page-Cache" not in fetch(client, path)
    assert len(bodies) == 2 or path == "/error/"


def test_the_admin_is_never_stored(client):
    assert "X-Page-Cache" not in fetch(client, "/admin/page/")


def test_a_page_that_looks_for_the_user_is_stored_for_the_anonymous(client):
    fetch(client, "/user/")
    assert fetch(client, "/user/")["X-Page-Cache"] == "hit"


def test_staff_are_not_answered_from_the_store(client):
    fetch(client, "/user/")
    client.force_login(UserFactory())
    response = fetch(client, "/user/")
    assert "X-Page-Cache" not in response
    assert response.content.startswith(b"True")


def test_a_waiting_message_passes_the_store_by(client):
    fetch(client)
    client.cookies["messages"] = "x"
    assert "X-Page-Cache" not in fetch(client)


def test_a_form_sent_is_not_answered_from_the_store(client):
    fetch(client)
    assert "X-Page-Cache" not in client.post("/page/")


def test_a_fragment_for_htmx_is_stored_apart(client):
    whole = fetch(client)
    assert fetch(client, HX_Request="true").content != whole.content
    assert fetch(client, HX_Request="true")["X-Page-Cache"] == "hit"


def test_another_host_is_stored_apart(client):
    fetch(client)
    assert fetch(client, host="other.example")["X-Page-Cache"] == "miss"


def test_stored_pages_end_with_the_day(client, monkeypatch):
    fetch(client)
    monkeypatch.setattr("gi_site.ops.page_cache.timezone.localdate", lambda: "2099-01-01")
    assert fetch(client)["X-Page-Cache"] == "miss"


def test_head_has_the_headers_of_get(client):
    assert client.head("/page/")["Content-Length"]
    assert fetch(client).content


@pytest.mark.parametrize(
    ("encoding", "decode"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_each_encoding_is_stored_ready_to_send(client, encoding, decode):
    plain = fetch(client)
    fetch(client, accept_encoding=encoding)
    stored = fetch(client, accept_encoding=encoding)
    assert (stored["X-Page-Cache"], stored["Content-Encoding"]) == ("hit", encoding)
    assert int(stored["Content-Length"]) == len(stored.content) < len(plain.content)
    assert b"lychee" in decode(stored.content)


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.5", "br"),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_encoding_is_one_the_browser_understands(header, encoding):
    assert preferred_encoding(header) == encoding


def test_a_page_with_a_form_token_is_not_compressed(client):
    assert "Content-Encoding" not in fetch(client, "/form/", accept_encoding="br, gzip")


def test_a_page_known_to_the_browser_is_answered_304(client):
    etag = fetch(client)["ETag"]
    again = fetch(client, if_none_match=etag)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    assert fetch(client, if_none_match='"other"').status_code == 200


def test_the_browser_must_ask_each_time(client):
    assert fetch(client)["Cache-Control"] == "max-age=0, must-revalidate"


def test_caches_on_the_way_are_told_what_the_answer_depends_on(client):
    assert fetch(client)["Vary"] == "Accept-Encoding, HX-Request"


def test_a_lost_generation_never_returns(client):
    before = current_generation()
    cache.clear()
    assert current_generation() != before


def test_bumping_waits_for_the_commit(django_capture_on_commit_callbacks):
    before = current_generation()
    with django_capture_on_commit_callbacks(execute=True):
        bump_page_cache()
        assert current_generation() == before
    assert current_generation() != before


def publish(page):
    page.save_revision().publish()


@pytest.mark.parametrize(
    "change",
    [
        publish,
        lambda page: page.unpublish(),
        lambda page: page.delete(),
        lambda page: Redirect.add_redirect("/old/", "/new/"),
        lambda page: page.get_site().save(),
        lambda page: page.locale.save(),
        lambda page: SiteImageFactory(),
    ],
    ids=["publish", "unpublish", "delete", "redirect", "site", "locale", "image"],
)
def test_what_visitors_see_is_fresh_after(change, tree, django_capture_on_commit_callbacks):
    page = ContentPageFactory()
    publish(page)
    page.refresh_from_db()
    before = current_generation()
    with django_capture_on_commit_callbacks(execute=True):
        change(page)
    assert current_generation() != before


def test_a_moved_page_refreshes(tree, django_capture_on_commit_callbacks):
    page, target = ContentPageFactory(), ContentPageFactory()
    before = current_generation()
    with django_capture_on_commit_callbacks(execute=True):
        page.move(target, pos="last-child")
    assert current_generation() != before


def test_pages_have_a_store_of_their_own():
    assert settings.CACHES["pages"] != settings.CACHES["default"]
