"""A request that names another charset gets the answer of everybody else."""

import io

from django.core.handlers.wsgi import WSGIRequest

from gi_site.ops.charset import utf8_only


def read(method="GET", kind="", query=""):
    """The request as Django reads it behind the wrapper."""
    seen = {}

    def application(environ, start_response):
        seen["request"] = WSGIRequest(environ)

    utf8_only(application)(
        {
            "REQUEST_METHOD": method,
            "CONTENT_TYPE": kind,
            "QUERY_STRING": query,
            "PATH_INFO": "/",
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "wsgi.input": io.BytesIO(b""),
        },
        None,
    )
    return seen["request"]


def test_the_query_is_read_as_utf_8_whatever_is_said():
    for charset in ("latin-1", "cp037", "base64", '"utf-16"'):
        request = read(kind=f"a/b; charset={charset}", query="q=%E9%BE%99%E9%97%A8")
        assert request.GET["q"] == "龙门", charset


def test_a_form_keeps_its_boundary_and_loses_its_charset():
    request = read("POST", "multipart/form-data; charset=base64; boundary=x")
    assert request.content_type == "multipart/form-data"
    assert request.content_params == {"boundary": "x"}
