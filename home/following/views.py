"""The page of changes and its files."""

from itertools import groupby
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gi_site.core.spreadsheets import Format, table_response
from gi_site.ops.limits import per_minute
from home.following.exports import HEADER, rows
from home.following.filters import ChangeList
from home.following.models import PublicChange
from home.following.reading import baseline, read

PAGE_SIZE = 30
# A minute, from one address.
LOOKS, FILES = 300, 12


@require_safe
@per_minute(LOOKS, scope="changes")
def changes(request):
    """The log by day, newest first. Raises `Http404` for a page that is not there."""
    found = ChangeList(request.GET)
    try:
        page = Paginator(found.changes.for_reading(), PAGE_SIZE).page(request.GET.get("page") or 1)
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error
    days = groupby(read(page.object_list), key=lambda item: timezone.localdate(item.recorded_at))
    choices = found.data.urlencode()
    context = {
        "items": page,
        "count": page.paginator.count,
        "days": [(day, list(items)) for day, items in days],
        "form": found.form,
        "ignored": found.ignored,
        "is_narrowed": bool(choices),
        "record": found.record,
        "about": _about(found.data),
        "baseline": baseline(),
        "files": [(kind, f"export/{kind}/{choices and '?'}{choices}") for kind in Format],
    }
    return render(request, "following/changes.html", context)


@require_safe
@per_minute(LOOKS, scope="changes")
def change(request, pk):
    """One change at its permanent address."""
    found = get_object_or_404(PublicChange.objects.for_reading(), pk=pk)
    return render(request, "following/change.html", {"item": next(read([found]))})


@require_safe
@per_minute(FILES, scope="changes-files")
def export(request, kind):
    """The same changes as a file. Raises `Http404` for an unknown kind."""
    if kind not in Format.values:
        raise Http404
    found = ChangeList(request.GET).changes
    name = f"huizhou-gi-changes-{timezone.localdate()}"
    return table_response(name, Format(kind), HEADER, rows(found))


def _about(data) -> dict:
    """The feed and the alert of what the list is narrowed to; everything if to nothing."""
    for name, path in (("entry", "entries/"), ("producer", "producers/"), ("product", "")):
        if value := data.get(name):
            value = value.upper() if name == "entry" else value
            return {"feed": f"{path}{value}/", "alert": f"?{urlencode({name: value})}"}
    return {"feed": "", "alert": ""}
