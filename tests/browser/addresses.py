"""One address of every kind of public page, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """A kind of page; `path` may name facts of the prepared site."""

    kind: str
    language: str
    path: str
    status: int = 200
    staff: bool = False

    def __str__(self):
        return f"{self.kind} {self.language}"


KINDS = {
    "home": "",
    "finder": "products/",
    "finder narrowed": "products/?category=fruit&district=longmen&sort=name",
    "finder empty": "products/?q=zzzzzz&category=tea",
    "product protected": "products/huidong-potato/",
    "product unverified": "products/zhenlong-lychee/",
    "product candidate": "products/gaotan-mingjiang/",
    "map": "products/map/",
    "calendar": "products/calendar/",
    "search": "search/?q=lizhi",
    "search empty": "search/?q=qqqqqq",
    "content": "about/",
    "article": "knowledge/the-mark/",
    "knowledge": "knowledge/",
    "producers": "producers/",
    "producer": "producers/{producer}/",
    "producer sample": "producers/{sample_producer}/",
    "registry": "registry/",
    "registry check": "registry/check/",
    "registry answer": "registry/check/?q=惠东",
    "registry entry": "registry/{entry}/",
    "registry data": "registry/data/",
    "open data": "data/",
    "open data fields": "data/authorisations/",
    "404": "nowhere/",
    "styleguide": "styleguide/",
}


def addresses(*kinds: str) -> list[Address]:
    """The named kinds, or all of them, in both languages."""
    return [
        Address(
            kind,
            language,
            prefix + KINDS[kind],
            status=404 if kind == "404" else 200,
            staff=kind == "styleguide",
        )
        for kind in kinds or KINDS
        for language, prefix in (("zh", "/"), ("en", "/en/"))
    ]
