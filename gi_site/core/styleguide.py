"""/styleguide/: every component in all its states, from made-up values; not for the public."""

from datetime import date
from types import SimpleNamespace as Sample

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

COLOURS = {
    "text": ["ink", "ink-soft", "link", "cinnabar", "leaf", "indigo", "ochre", "bark"],
    "grounds": ["paper", "cream", "sunk", "night", "moon"],
    "fills": ["fill-cinnabar", "fill-leaf", "fill-ochre", "fill-indigo"],
}
CLASSES = ["fruit", "vegetable", "grain", "oil-crop", "tea", "honey", "livestock", "processed"]
MOTIFS = ["huicheng", "huiyang", "boluo", "huidong", "longmen"]
SIGNS = ["search", "close", "arrow", "back", "share", "copy", "check", "question", "hourglass"]
SIGNS += [
    "place",
    "season",
    "mark",
    "basket",
    "field",
    "book",
    "info",
    "warning",
    "filter",
    "print",
]
STATUSES = ["in_force", "unverified", "applied", "superseded", "ended", "candidate", "sample"]


class _All(list):
    """Stands in for a related manager."""

    def all(self):
        return self


class _Season(list):
    """Stands in for a product's season."""

    def ring(self):
        kinds = {position: w.kind for w in reversed(self) for position in w.half_months}
        return [(position, kinds.get(position, "")) for position in range(1, 25)]


def _window(kind, label, start, end):
    return Sample(
        kind=kind,
        get_kind_display=label,
        label="",
        start=start,
        end=end,
        half_months=list(range(start, end + 1)),
    )


def _product(name, category, **flags):
    windows = _All(
        [
            _window("fresh", _("Fresh"), 11, 14),
            _window("processed", _("Being made"), 15, 18),
            _window("stored", _("From store"), 19, 22),
        ]
    )
    return Sample(
        name=name,
        pinyin="Shìlì",
        image=None,
        pages_here=[],
        category=Sample(slug=category, name=category),
        districts=_All([Sample(name=_("Boluo County"))]),
        seasons=windows,
        season=_Season(windows),
        **({"is_candidate": False, "is_protected": False} | flags),
    )


def _source():
    return Sample(
        title=_("A sample source"),
        publisher=_("A sample publisher"),
        get_kind_display=_("Official text"),
        published_stated=(date(2018, 3, 1), "month"),
        read_on=date(2026, 11, 20),
        url="",
        note="",
    )


def _limit(comparator, shown, value, value_max=None, kind="limit"):
    return Sample(
        indicator=_("Soluble solids"),
        variety=_("a variety"),
        comparator=comparator,
        get_comparator_display=shown,
        value=value,
        value_max=value_max,
        unit="%",
        kind=kind,
        get_kind_display=_("Required by the rules of the product"),
        note="",
    )


def _timeline_item(status):
    protection = Sample(
        get_scheme_display=_("GI product"),
        announced_stated=(date(2011, 5, 30), "day"),
        announcement_number="第000号",
        number="AGI00000",
        authority=_("A sample authority"),
        holder=_("A sample holder"),
        valid_until=None,
        note="",
    )
    meaning = _("One plain sentence says what the status means.")
    return Sample(protection=protection, status=status, meaning=meaning, notes=[1], standards=[])


def _passage(kind, label, weak=False):
    text = _("A paragraph of a product page, as long as it needs to be and no longer.")
    return Sample(kind=kind, kind_label=label, text=text, notes=[1, 2], is_weak=weak)


def _figure(**values):
    return Sample(
        **{
            "value": 1446.4,
            "value_max": None,
            "unit": _("ha"),
            "qualifier": "exact",
            "get_qualifier_display": _("about"),
            "definition": _("Land suitable for growing"),
            "period_stated": (date(2021, 1, 1), "year"),
            "scope": _("Seventeen villages"),
        }
        | values
    )


def _step(heading, **values):
    return Sample(**{"heading": heading, "text": "", "papers_list": [], "place": ""} | values)


def _facet():
    options = [
        Sample(value="a", label=_("Fruit"), count=4, is_selected=True, url="?"),
        Sample(value="b", label=_("Tea"), count=1, is_selected=False, url="?category=tea"),
    ]
    return Sample(name="category", label=_("Class"), options=options)


@never_cache
def styleguide(request):
    """Every component in all its states."""
    if not (settings.DEBUG or request.user.has_perm("wagtailadmin.access_admin")):
        raise Http404
    product = _product(_("A sample product"), "fruit")
    context = {
        "colours": COLOURS,
        "classes": [*CLASSES, *(f"district-{name}" for name in MOTIFS)],
        "signs": SIGNS,
        "statuses": STATUSES,
        "cards": [
            product,
            _product(_("Protected"), "tea", is_protected=True),
            _product(_("Candidate"), "honey", is_candidate=True),
        ],
        "product": product,
        "facet": _facet(),
        "items": Paginator(range(100), 10).page(5),
        "crumbs": [Sample(title=_("Products"), url="#")],
        "limits": [
            _limit(">=", "≥", 18),
            _limit("<=", "≤", 0.3),
            _limit("range", "", 16, 20),
            _limit("about", _("about"), 72, kind="measured"),
        ],
        "timeline": [_timeline_item(status) for status in STATUSES[:5]],
        "passages": [
            _passage("fact", ""),
            _passage("legend", _("Legend")),
            _passage("verse", _("Verse or quotation")),
            _passage("opinion", _("Statement of a producer or a report"), weak=True),
        ],
        "figures": [
            _figure(),
            _figure(qualifier="about", value=1800, value_max=2000, unit=_("jin per mu")),
            _figure(value=23.4, period_stated=None),
        ],
        "steps": [
            _step(_("A first step")),
            _step(
                _("A second step"),
                papers_list=[_("A form"), _("A report")],
                place=_("An office"),
            ),
        ],
        "notes": [(1, _source()), (2, _source())],
        "sources": [_source()],
    }
    return render(request, "styleguide.html", context)
