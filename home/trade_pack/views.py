"""The trade pack of a product: a page that shows what is in it, and its two files."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from gi_site.core.templatetags.site import local_path
from gi_site.ops.limits import per_minute
from gi_site.ops.memo import cached_until_published
from home.trade_pack.contents import TradePack, find_page
from home.trade_pack.data import pack_data
from home.trade_pack.pdf import pack_pdf
from home.trade_pack.rows import tables

# A minute, from one address: making a PDF takes about a second.
FILES = 20


@require_safe
def show(request, slug):
    """What is in the pack, what is not known, and the downloads."""
    pack = _pack(request, slug)
    products = local_path("products/")
    trail = [
        {"title": _("Products"), "url": products},
        {"title": pack.product.name, "url": f"{products}{slug}/"},
    ]
    context = {"pack": pack, "tables": tables(pack), "trail_items": trail}
    return render(request, "trade_pack/trade_pack.html", context)


@require_safe
@per_minute(FILES, scope="trade-packs")
def as_pdf(request, slug):
    """The pack to print, send or file."""
    key = f"trade-pack-{slug}-{get_language()}-{timezone.localdate()}-{_host(request)}"
    data = cached_until_published(key, lambda: pack_pdf(_pack(request, slug)))
    return _download(HttpResponse(data, content_type="application/pdf"), f"{slug}.pdf")


@require_safe
@per_minute(FILES, scope="trade-packs")
def as_json(request, slug):
    """The pack for machines."""
    response = JsonResponse(
        pack_data(_pack(request, slug)), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    return _download(response, f"{slug}.json")


def _pack(request, slug: str) -> TradePack:
    page = find_page(slug, Locale.get_active())
    if page is None:
        raise Http404
    return TradePack(page, _host(request))


def _host(request) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _download(response, name: str):
    response["Content-Disposition"] = f'inline; filename="trade-pack-{name}"'
    return response
