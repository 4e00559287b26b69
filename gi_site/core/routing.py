"""From an address to its page in two queries, where Wagtail walks down the tree with two a level.

Wagtail still serves the page: this only finds it (and a 404) sooner.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.utils.translation import get_language
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from gi_site.ops.memo import cached_until_published


def serve(request, path):
    """Wagtail's own view, told beforehand which page it is. Raises `Http404`."""
    route = find_route(request, path)
    if route is not None:
        request._wagtail_route_for_request = route
    return wagtail_serve(request, path)


def find_route(request, path) -> RouteResult | None:
    """The public page at `path`, or None where Wagtail has to decide (more sites, private pages).

    Raises `Http404` if there is no such page.
    """
    sites = cached_until_published("sites", lambda: list(Site.objects.select_related("root_page")))
    if len(sites) != 1:
        return None
    request._wagtail_site = sites[0]
    root = next(
        (
            root.root_path
            for root in Site.get_site_root_paths()
            if root.language_code == get_language()
        ),
        None,
    )
    if root is None:
        return None
    components = [component for component in path.split("/") if component]
    depths = range(len(components) + 1)
    found = list(
        Page.objects.filter(
            url_path__in=[root + "".join(f"{part}/" for part in components[:n]) for n in depths]
        )
        .annotate(is_private=Exists(PageViewRestriction.objects.filter(page=OuterRef("pk"))))
        .order_by("depth")
        .values_list("pk", "content_type_id", "live", "is_private")
    )
    if not found or any(is_private for *_rest, is_private in found):
        return None
    if len(found) > 1 and not found[-1][2] and _is_routable(found[-2]):
        del found[-1]  # the page above may know another answer than a draft
    pk, content_type_id, is_live, _is_private = found[-1]
    rest = components[len(found) - 1 :]
    model = _model(content_type_id)
    if not is_live or (rest and not issubclass(model, RoutablePageMixin)):
        raise Http404
    # Raises Http404 by itself, before the page is fetched; route() would ask the database once
    # more whether a page is at `rest`.
    match = _subpage(model, rest) if issubclass(model, RoutablePageMixin) else None
    page = model.objects.for_serving().get(pk=pk)
    page.is_known_public = True
    if match is None:
        return RouteResult(page)
    request.routable_resolver_match = match
    return RouteResult(page, args=(match.func.__get__(page), match.args, match.kwargs))


def _subpage(model, rest: list[str]):
    return model.get_resolver().resolve("/" + "".join(f"{part}/" for part in rest))


def _model(content_type_id):
    return ContentType.objects.get_for_id(content_type_id).model_class()


def _is_routable(found) -> bool:
    _pk, content_type_id, *_rest = found
    return issubclass(_model(content_type_id), RoutablePageMixin)
