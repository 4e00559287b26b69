"""What the pages of the registry show."""

from django.db.models import Max
from django.http import Http404
from django.utils import timezone

from gi_site.core.spreadsheets import Format
from gi_site.ops.memo import cached_until_published
from products.registry.checking import Question, answer
from products.registry.columns import COLUMNS
from products.registry.entry import EntryView
from products.registry.enums import Status
from products.registry.exports import export
from products.registry.finder import RegistryFinder
from products.registry.models import Authorisation, AuthorisationEvent
from products.registry.terms import registry_terms

PAGE_SIZE = 20
MAX_SAMPLES = 20


def list_context(request) -> dict:
    """The list. Raises `Http404` for a page that is not there."""
    finder = RegistryFinder(request.GET)
    items = finder.page(request.GET.get("page"), PAGE_SIZE)
    items.object_list = _shown(items.object_list, finder.day)
    context = finder.context(request.path)
    # The counts depend on the day, which a change of the data does not end.
    context["edition"] = f"{context['edition']} {finder.day}"
    context["hidden_fields"] = [pair for pair in context["hidden_fields"] if pair[0] != "on"]
    choices = finder.data.urlencode()
    return context | {
        "items": items,
        "day": finder.day,
        "is_today": finder.day == timezone.localdate(),
        "today": timezone.localdate(),
        "samples": _samples(finder) if items.number == 1 else [],
        "last_updated": last_updated(),
        "files": [(kind, f"export/{kind}/{choices and '?'}{choices}") for kind in Format],
    }


def _samples(finder) -> list[Authorisation]:
    if not cached_until_published(
        "registry-has-samples", lambda: Authorisation.objects.filter(is_sample=True).exists()
    ):
        return []
    samples = finder.samples.order_by("product__number", "name_as_printed", "pk")
    return _shown(samples.values_list("pk", flat=True)[:MAX_SAMPLES], finder.day)


def _shown(keys, day) -> list[Authorisation]:
    """The entries of `keys` in their order, each with its status on `day`."""
    entries = Authorisation.objects.for_listing().prefetch_related("events")
    keys = list(keys)
    found = entries.in_bulk(keys)
    for entry in found.values():
        entry.shown_status = entry.status_on(day)
    return [found[key] for key in keys]


def last_updated():
    """When the public registry was last changed; None while it is empty."""
    return cached_until_published("registry-updated", _last_updated)


def _last_updated():
    entries = Authorisation.objects.public().real().aggregate(last=Max("changed_at"))["last"]
    events = AuthorisationEvent.objects.filter(authorisation__is_sample=False).aggregate(
        last=Max("checked_at")
    )["last"]
    return max(filter(None, (entries, events)), default=None)


def check_context(request, page_url: str) -> dict:
    """The box, and the answer if something was asked; its time is that of this very answer."""
    question = Question.from_data(request.GET)
    context = {
        "question": question,
        "products": registry_terms().products.values(),
        "today": timezone.localdate(),
        "is_today": question.day == timezone.localdate(),
    }
    if question.is_asked:
        address = request.build_absolute_uri(f"{page_url}check/{question.address()}")
        context |= {
            "answer": answer(question),
            "permanent_address": address,
            "answered_at": timezone.localtime(),
        }
    return context


def entry_context(request, page_url: str, number: str) -> dict:
    """One entry. Raises `Http404` if there is none of this number that everybody may see."""
    entries = Authorisation.objects.public().for_entry().prefetch_related("protection__standards")
    entry = entries.filter(public_number=number.upper()).first()
    if entry is None:
        raise Http404
    product = registry_terms().products.get(entry.product.slug)
    return {
        "view": EntryView(entry),
        "entry": entry,
        "product_url": product.url if product else "",
        "permanent_address": request.build_absolute_uri(f"{page_url}{entry.public_number}/"),
    }


def dictionary_context() -> dict:
    """The columns of the files and the meaning of every status."""
    return {"columns": COLUMNS, "statuses": list(Status), "last_updated": last_updated()}


def export_response(request, kind: str):
    """The list as a file. Raises `Http404` for an unknown kind."""
    if kind not in Format.values:
        raise Http404
    return export(RegistryFinder(request.GET), Format(kind))
