"""Requests speak UTF-8, whatever they say of themselves.

Django decodes even the query of an address with the charset of Content-Type. A visitor who names
another one would get another answer under the same address, and the page cache would give it to
everybody; with some names decoding fails before any middleware could answer.
"""

import re

CHARSET = re.compile(r';\s*charset\s*=\s*("[^"]*"|[^;]*)', re.IGNORECASE)


def utf8_only(application):
    """`application` (WSGI) without the charset of requests; GET and HEAD have no body to type."""

    def spoken(environ, start_response):
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            environ.pop("CONTENT_TYPE", None)
        elif kind := environ.get("CONTENT_TYPE"):
            environ["CONTENT_TYPE"] = CHARSET.sub("", kind)
        return application(environ, start_response)

    return spoken
