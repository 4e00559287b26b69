"""What the pages and the files of the open data show."""

from dataclasses import dataclass

from django.conf import settings
from django.core.files.storage import storages
from django.http import FileResponse, Http404, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gi_site.core.languages import HTML_LANGUAGES
from gi_site.core.spreadsheets import Format, table_response
from gi_site.core.templatetags.site import local_path
from gi_site.ops.limits import per_minute
from gi_site.ops.memo import cached_until_published
from home.open_data.datasets import BY_NAME, DATASETS, Dataset
from home.open_data.dictionary import dictionary as all_fields
from home.open_data.files import LICENCE, json_file, rows
from home.open_data.models.snapshots import Snapshot

# A minute, from one address: a reader who wants everything takes twenty.
FILES = 30
CONTENT_TYPES = {"json": "application/json", "geojson": "application/geo+json"}


@dataclass(frozen=True)
class Offered:
    """A dataset as the page offers it."""

    dataset: Dataset
    count: int
    files: list[tuple[str, str]]
    api_url: str
    url: str


def overview_context(request) -> dict:
    """All datasets with their files, and the archives."""
    offered = [_offer(dataset) for dataset in DATASETS]
    return {
        "offered": offered,
        "snapshots": Snapshot.objects.all(),
        "dictionary_url": reverse("open_data_dictionary"),
        "docs_url": reverse("open_data_v1:openapi-view"),
        "openapi_url": reverse("open_data_v1:openapi-json"),
        "licence": LICENCE,
        "structured_data": _structured_data(request, offered),
        "site_url": settings.SITE_URL,
    }


def dictionary_context(name: str) -> dict:
    """The fields of one dataset. Raises `Http404` if there is none of this name."""
    return {"offered": _offer(_dataset(name))}


def _dataset(name: str) -> Dataset:
    if name not in BY_NAME:
        raise Http404
    return BY_NAME[name]


def _offer(dataset: Dataset) -> Offered:
    files = [
        (kind, reverse("open_data_file", kwargs={"name": dataset.name, "kind": kind}))
        for kind in dataset.formats
    ]
    return Offered(
        dataset=dataset,
        count=cached_until_published(
            f"open-data-count-{dataset.name}", lambda: dataset.records().count()
        ),
        files=files,
        api_url=reverse(f"open_data_v1:list_{dataset.name}"),
        url=local_path(f"data/{dataset.name}/"),
    )


def _structured_data(request, offered: list[Offered]) -> dict:
    """schema.org: the catalogue of the datasets with their files."""
    here = request.build_absolute_uri(local_path("data/"))
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": here,
        "name": _("Open data"),
        "url": here,
        "license": LICENCE["url"],
        "inLanguage": HTML_LANGUAGES[get_language()],
        "dataset": [
            {
                "@type": "Dataset",
                "@id": request.build_absolute_uri(item.url),
                "name": str(item.dataset.title),
                "description": str(item.dataset.about),
                "url": request.build_absolute_uri(item.url),
                "license": LICENCE["url"],
                "isAccessibleForFree": True,
                "inLanguage": list(HTML_LANGUAGES.values()),
                "creator": {"@type": "Organization", "name": str(settings.WAGTAIL_SITE_NAME)},
                "variableMeasured": item.dataset.columns(),
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "encodingFormat": kind,
                        "contentUrl": request.build_absolute_uri(url),
                    }
                    for kind, url in item.files
                ],
            }
            for item in offered
        ],
    }


@require_safe
@per_minute(FILES, scope="open-data-files")
def dataset_file(request, name: str, kind: str):
    """A whole dataset as a file. Raises `Http404` for an unknown name or kind."""
    dataset = _dataset(name)
    if kind not in dataset.formats:
        raise Http404
    day = timezone.localdate()
    file_name = f"huizhou-gi-{name}-{day}"
    if kind in Format.values:
        header = dataset.columns()
        # Asked only for its headers it makes no rows.
        content = rows(dataset, day) if request.method == "GET" else ()
        response = table_response(file_name, Format(kind), header, content)
    else:
        content = json_file(dataset, day) if request.method == "GET" else ()
        response = StreamingHttpResponse(content, content_type=CONTENT_TYPES[kind])
        response["Content-Disposition"] = f'attachment; filename="{file_name}.{kind}"'
    if changed_at := dataset.changed_at():
        response["Last-Modified"] = http_date(changed_at.timestamp())
    response["Link"] = f'<{LICENCE["url"]}>; rel="license"'
    return response


@require_safe
def dictionary(request):
    """The data dictionary for programs."""
    response = JsonResponse(all_fields(), json_dumps_params={"ensure_ascii": False})
    response["Link"] = f'<{LICENCE["url"]}>; rel="license"'
    return response


@require_safe
@per_minute(FILES, scope="open-data-files")
def snapshot(request, month: str):
    """The archive of a month, such as 2026-11. Raises `Http404` if there is none."""
    found = next((each for each in Snapshot.objects.all() if str(each) == month), None)
    storage = storages["private"]
    if found is None or not storage.exists(found.file):
        raise Http404
    name = f"huizhou-gi-open-data-{month}.zip"
    response = FileResponse(storage.open(found.file), as_attachment=True, filename=name)
    response["ETag"] = f'"{found.sha256}"'
    response["Link"] = f'<{LICENCE["url"]}>; rel="license"'
    return response
