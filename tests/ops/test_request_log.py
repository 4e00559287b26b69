import json
import logging

import pytest
from django.test import Client

from gi_site.ops.logs import configure
from tests.factories import UserFactory

pytestmark = [pytest.mark.urls("tests.ops.urls"), pytest.mark.django_db]


@pytest.fixture
def log(monkeypatch):
    """Lines as a machine reads them, of everything that is logged."""
    formatter = configure(json=True, level="INFO")["formatters"]["default"]
    formatter = formatter.pop("()")(**formatter)
    lines = []

    class Keeper(logging.Handler):
        def emit(self, record):
            lines.append(json.loads(formatter.format(record)))

    logger = logging.getLogger("gi_site.requests")
    keeper = Keeper()
    logger.addHandler(keeper)
    logging.getLogger("django.request").addHandler(keeper)
    monkeypatch.setattr(logger, "level", logging.INFO)
    yield lines
    logger.removeHandler(keeper)
    logging.getLogger("django.request").removeHandler(keeper)


def test_a_request_is_one_line(client, log):
    client.get("/page/")
    (line,) = log
    assert {"method": "GET", "path": "/page/", "status": 200}.items() <= line.items()
    assert line["ms"] >= 0
    assert {"timestamp", "level", "request_id"} <= line.keys()


def test_the_line_says_nothing_about_the_person(client, log):
    client.get("/page/?q=王小明", REMOTE_ADDR="203.0.113.7", headers={"User-Agent": "Browser/1"})
    text = json.dumps(log, ensure_ascii=False)
    for personal in ("王小明", "203.0.113.7", "Browser/1"):
        assert personal not in text


def test_a_secret_in_the_address_is_masked(client, log):
    client.get("/track/geheim123/")
    assert log[0]["path"] == "/track/***/"


def test_the_id_of_staff_is_logged(client, log):
    user = UserFactory()
    client.force_login(user)
    client.get("/user/")
    assert log[0]["user"] == user.pk


def test_the_answer_carries_the_id_of_its_line(client, log):
    assert client.get("/page/")["X-Request-ID"] == log[0]["request_id"]


def test_the_id_of_a_proxy_is_kept(client, log):
    client.get("/page/", headers={"X-Request-ID": "abcdef-123456"})
    assert log[0]["request_id"] == "abcdef-123456"


def test_an_odd_id_is_replaced(client, log):
    assert client.get("/page/", headers={"X-Request-ID": 'a" b\\n'})["X-Request-ID"].isalnum()


def test_an_error_is_logged_with_its_traceback_and_the_same_id(log):
    Client(raise_request_exception=False).get("/fails/")
    error, request = log
    assert "broken on purpose" in error["exception"]
    assert request["status"] == 500
    assert error["request_id"] == request["request_id"]


@pytest.mark.parametrize("path", ["/alerts/manage/SECRET", "/en/protect/report/track/SECRET/x/"])
def test_a_secret_is_masked_also_where_no_view_is_found(client, log, path):
    client.get(path)
    assert log
    assert all("SECRET" not in json.dumps(line) for line in log)
