"""Whole pages for anonymous visitors, fresh the moment something is published.

An answer is stored under the current *generation*, a random mark kept in the shared cache.
`bump_page_cache()` replaces the mark, so all stored pages are passed over at once, in every
process. Some pages depend on today's date; the key therefore carries it.
"""

import gzip
import hashlib
import re
import uuid
from functools import lru_cache

import brotli
from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.http import HttpResponse, HttpResponseNotModified, QueryDict
from django.utils import timezone
from django.utils.cache import cc_delim_re, has_vary_header, patch_vary_headers
from django.utils.http import parse_etags

GENERATION = "generation"
GENERATION_SECONDS = 30 * 24 * 3600
PAGE_SECONDS = 24 * 3600
# Longer addresses and larger pages are not worth their place.
MAX_PATH = 1_000
MAX_BYTES = 2_000_000
MIN_BYTES_TO_COMPRESS = 500
COMPRESSIBLE = re.compile(r"^(text/|application/(json|manifest\+json|xml|[a-z]+\+xml)|image/svg)")
# What htmx says about itself changes the answer.
VARYING_HEADERS = ("HTTP_HX_REQUEST", "HTTP_HX_BOOSTED", "HTTP_HX_HISTORY_RESTORE_REQUEST")
REVALIDATE = "max-age=0, must-revalidate"
# So many answers each process keeps at hand, so that the store on disk is read once.
AT_HAND = 200


def current_generation() -> str:
    """The mark under which pages are stored now."""
    # A lost mark must never come back with an old value: hence random, not counted.
    return caches["default"].get_or_set(
        f"pages-{GENERATION}", lambda: uuid.uuid4().hex, GENERATION_SECONDS
    )


def bump_page_cache(**kwargs):
    """Forget all stored pages once the current transaction is committed; also a receiver."""
    transaction.on_commit(_new_generation)


def _new_generation():
    caches["default"].set(f"pages-{GENERATION}", uuid.uuid4().hex, GENERATION_SECONDS)


@lru_cache
def preferred_encoding(accepted: str) -> str:
    """`br`, `gzip` or nothing, as the visitor's browser understands (`Accept-Encoding`)."""
    for encoding in ("br", "gzip"):
        if re.search(rf"\b{encoding}\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", accepted):
            return encoding
    return ""


@lru_cache
def are_known(parameters: frozenset[str], query_string: str) -> bool:
    """Whether the query has none but the `parameters` of our pages."""
    return parameters.issuperset(QueryDict(query_string))


def compress(body: bytes, encoding: str) -> bytes:
    """`body` in the given encoding, at a level that pays for a page made on the spot."""
    if encoding == "br":
        return brotli.compress(body, quality=5)
    return gzip.compress(body, compresslevel=6, mtime=0)


def digest(key: tuple) -> str:
    """Name of `key` in the store."""
    return hashlib.blake2b(repr(key).encode(), digest_size=20).hexdigest()


class PageCacheMiddleware:
    """Answers anonymous GET and HEAD from the cache; compresses what everyone may see.

    Nothing private is compressed: a page which holds a secret of its reader (a form token, a
    name) beside text an attacker can choose would betray the secret by its length (BREACH).
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.parameters = frozenset(settings.PAGE_CACHE_PARAMETERS)
        self.private_cookies = {
            settings.SESSION_COOKIE_NAME,
            "messages",
        }
        self.private_prefixes = (*settings.PAGE_CACHE_PRIVATE_PREFIXES, settings.STATIC_URL)
        # The generation is part of the key: what is at hand cannot outlive a change either.
        self.at_hand = {}

    def __call__(self, request):
        if not self.is_anonymous(request):
            return self.get_response(request)
        encoding = preferred_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        key = self.key(request, encoding)
        if key and (stored := self.stored(key)):
            headers, body = stored
            response = HttpResponse(body)
            # They were checked when first set; checking them again would cost more than all
            # the rest. A dictionary of its own: each answer adds its request id.
            response.headers._store = dict(headers)
            return self.answer(request, response, "hit")
        response = self.get_response(request)
        if not self.is_public(request, response):
            return response
        self.finish(response, encoding)
        if key and len(response.content) <= MAX_BYTES:
            headers = dict(response.headers._store)
            caches["pages"].set(digest(key), (headers, response.content), PAGE_SECONDS)
        return self.answer(request, response, "miss")

    def stored(self, key: tuple):
        """Headers and body stored under `key`, if any."""
        if key not in self.at_hand and (stored := caches["pages"].get(digest(key))):
            if len(self.at_hand) >= AT_HAND:
                self.at_hand.clear()
            self.at_hand[key] = stored
        return self.at_hand.get(key)

    def is_anonymous(self, request) -> bool:
        """Whether the answer may be the same for everybody."""
        meta = request.META
        return (
            request.method in ("GET", "HEAD")
            and ("HTTP_COOKIE" not in meta or self.private_cookies.isdisjoint(request.COOKIES))
            and "HTTP_AUTHORIZATION" not in meta
            and not request.path.startswith(self.private_prefixes)
        )

    def key(self, request, encoding: str) -> tuple | None:
        """All that tells one answer from another; nothing if it shall not be stored."""
        meta = request.META
        query = meta.get("QUERY_STRING", "")
        if len(request.path) + len(query) > MAX_PATH:
            return None
        if query and not are_known(self.parameters, query):
            return None
        return (
            current_generation(),
            timezone.localdate(),
            # A HEAD answer has no body to give to a later GET.
            request.method,
            request.scheme,
            request.get_host(),
            request.path,
            query,
            encoding,
            *(meta.get(name, "") for name in VARYING_HEADERS),
        )

    def is_public(self, request, response) -> bool:
        """Whether this answer, already made, may be given to everybody."""
        cache_control = cc_delim_re.split(response.get("Cache-Control", "").lower())
        return (
            response.status_code == 200
            and not response.streaming
            and not response.cookies
            and not {"private", "no-store", "no-cache"}.intersection(cache_control)
            and not (has_vary_header(response, "Cookie") and not self.session_is_empty(request))
        )

    def session_is_empty(self, request) -> bool:
        """Whether only a look into an empty session made the answer vary on cookies.

        Templates that ask for the user do that; for requests without a session cookie, and
        only these are answered from the cache, the outcome is the same.
        """
        session = getattr(request, "session", None)
        return session is not None and session.accessed and session.is_empty()

    def finish(self, response, encoding: str):
        """Give a public answer its validator, its cache rule and its compressed form."""
        body = response.content
        response.headers.setdefault("Cache-Control", REVALIDATE)
        # Weak: the same for all encodings of one page.
        validator = hashlib.blake2b(body, digest_size=12).hexdigest()
        response.headers.setdefault("ETag", f'W/"{validator}"')
        # Addresses decide the language (`prefix_default_language`), never the browser's wish.
        vary = [
            name
            for name in cc_delim_re.split(response.get("Vary", ""))
            if name and name.lower() != "accept-language"
        ]
        response.headers.pop("Vary", None)
        patch_vary_headers(response, [*vary, "Accept-Encoding", "HX-Request"])
        if (
            encoding
            and len(body) >= MIN_BYTES_TO_COMPRESS
            and not response.has_header("Content-Encoding")
            and COMPRESSIBLE.match(response.get("Content-Type", ""))
        ):
            response.content = compress(body, encoding)
            response["Content-Encoding"] = encoding
        response.headers.pop("Content-Length", None)

    def answer(self, request, response, outcome: str):
        """The answer, or a bare 304 if the browser has it already."""
        etag = response.get("ETag")
        known = request.META.get("HTTP_IF_NONE_MATCH")
        if known and (etag in parse_etags(known) or known.strip() == "*"):
            bare = HttpResponseNotModified()
            for name in ("Cache-Control", "ETag", "Vary", "Content-Security-Policy"):
                if name in response:
                    bare[name] = response[name]
            response = bare
        else:
            response["Content-Length"] = str(len(response.content))
        response["X-Page-Cache"] = outcome
        return response
