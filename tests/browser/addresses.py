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
    "steps": "knowledge/apply/",
    "questions": "knowledge/questions/",
    "glossary": "knowledge/glossary/",
    "guides": "knowledge/recognise/",
    "guide": "knowledge/recognise/longmen-nianju/",
    "sheet": "knowledge/sheets/zhenlong-lychee/",
    "quiz": "knowledge/quiz/",
    "producers": "producers/",
    "producer": "producers/{producer}/",
    "producer sample": "producers/{sample_producer}/",
    "registry": "registry/",
    "registry check": "registry/check/",
    "registry answer": "registry/check/?q=惠东",
    "registry entry": "registry/{entry}/",
    "registry data": "registry/data/",
    "programme": "programme/",
    "programme indicators": "programme/indicators/",
    "programme ledger": "programme/ledger/",
    "programme pipeline": "programme/pipeline/",
    "programme standards": "programme/standards/",
    "programme comparison": "programme/standards/compare/",
    "programme milestones": "programme/milestones/",
    "stories": "stories/",
    "stories empty": "stories/?kind=news&year=2017",
    "story": "stories/half-a-mu-of-mustard/",
    "event": "stories/huidong-potato-festival-2025/",
    "trade pack": "trade-packs/huidong-potato/",
    "protect": "protect/",
    "report": "protect/report/?product=zhenlong-lychee",
    "changes": "changes/",
    "alerts": "alerts/?product=zhenlong-lychee",
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
