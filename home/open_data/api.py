"""The API of the open data, version 1: for each dataset a list and one item, for reading only."""

import json
import time
from functools import wraps

from django.http import HttpResponse
from django.utils import translation
from django.utils.http import http_date
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger
from pydantic import BaseModel, Field, create_model

from gi_site.ops.limits import WINDOW, hits_this_minute
from home.open_data import openapi
from home.open_data.datasets import DATASETS, Dataset
from home.open_data.problems import Problem, ProblemSchema, problem_response
from home.open_data.selection import Reader, Selection

# A minute, from one address; what the page cache answers is not counted.
REQUESTS = 300
PROBLEMS = {400: ProblemSchema, 404: ProblemSchema, 429: ProblemSchema}
DESCRIPTION = """
The records of this site for programs: facts with their sources, both languages side by side, null
where something is not known. No personal data, no samples, nothing that waits for confirmation.

Lists have pages: follow `next` until it is null. Filters are those of the pages; an unknown
parameter or value is answered with 400 and the values allowed. Errors are problem documents
(RFC 9457). Answers have an `ETag`; send it back as `If-None-Match` and an unchanged answer costs
nothing. More than 300 requests a minute from one address get 429 with `Retry-After`.

Texts and data are under CC BY 4.0 unless said otherwise; whole sets as files are at
[/data/](/en/data/).
"""


class OpenDataAPI(NinjaAPI):
    """Describes its parameters with the values that the data has today."""

    def get_openapi_schema(self, **kwargs):
        schema = super().get_openapi_schema(**kwargs)
        return openapi.complete(schema, openapi.parameters_by_operation(DATASETS))


api = OpenDataAPI(
    title="Huizhou Geographical Indications: open data",
    version="1.0.0",
    urls_namespace="open_data_v1",
    description=DESCRIPTION,
    # Without the validator, which the viewer would ask at another host.
    docs=Swagger(settings={"validatorUrl": None}),
    openapi_extra={
        "info": {
            "license": {
                "name": "CC BY 4.0",
                "url": "https://creativecommons.org/licenses/by/4.0/",
            }
        }
    },
)


@api.exception_handler(Problem)
def on_problem(request, problem: Problem):
    return problem_response(problem.status, problem.detail, problem.refusals, problem.headers)


def limited(view):
    """Decorator: refuses an address that asks too often."""

    @wraps(view)
    def counted(request, *args, **kwargs):
        if hits_this_minute(request, "api") > REQUESTS:
            seconds = WINDOW - int(time.time()) % WINDOW
            headers = {
                "Retry-After": str(seconds),
                "RateLimit": f'"minute";r=0;t={seconds}',
                "RateLimit-Policy": f'"minute";q={REQUESTS};w={WINDOW}',
            }
            raise Problem(429, f"Ask again in {seconds} seconds.", headers=headers)
        return view(request, *args, **kwargs)

    return counted


def respond(dataset: Dataset, data: dict, content_type: str = "application/json"):
    """`data` as an answer; its validator comes from the page cache's middleware."""
    response = HttpResponse(json.dumps(data, ensure_ascii=False), content_type=content_type)
    if changed_at := dataset.changed_at():
        response["Last-Modified"] = http_date(changed_at.timestamp())
    return response


def list_view(dataset: Dataset):
    """The list of `dataset`, a page at a time."""

    @limited
    def items(request):
        selection = Selection(dataset, request.GET)
        query = selection.next_query
        url = request.build_absolute_uri(f"{request.path}?{query}") if query else None
        response = respond(dataset, {"items": selection.items(), "next": url})
        if url:
            response["Link"] = f'<{url}>; rel="next"'
        return response

    return items


def collection_view(dataset: Dataset):
    """The whole of `dataset` as a GeoJSON collection."""

    @limited
    def features(request):
        reader = Reader(request.GET)
        reader.only([])
        reader.finish()
        items = list(dataset.whole(reader.day()))
        collection = {"type": "FeatureCollection", "features": items}
        return respond(dataset, collection, openapi.GEOJSON)

    return features


def item_view(dataset: Dataset):
    """One item of `dataset`."""

    @limited
    def item(request, key: str):
        reader = Reader(request.GET)
        reader.only(["on"] if dataset.takes_day else [])
        day = reader.day()
        reader.finish()
        record = dataset.find(key)
        if record is None:
            raise Problem(404, f"There is no such item among the {dataset.name}.")
        return respond(dataset, dataset.item(record, day))

    return item


def page_schema(dataset: Dataset) -> type[BaseModel]:
    """The schema of a page of `dataset`."""
    return create_model(
        f"{dataset.schema.__name__}Page",
        items=(list[dataset.schema], Field(description="The items of this page.")),
        next=(str | None, Field(description="The address of the next page; null on the last.")),
    )


def collection_schema(dataset: Dataset) -> type[BaseModel]:
    """The schema of the whole of `dataset` as GeoJSON."""
    feature = feature_schema(dataset)
    return create_model(
        f"{dataset.schema.__name__}Collection",
        type=(str, Field(description="Always “FeatureCollection”.")),
        features=(list[feature], Field(description="The items.")),
    )


def feature_schema(dataset: Dataset) -> type[BaseModel]:
    """The schema of an item with its geometry."""
    return create_model(
        f"{dataset.schema.__name__}Feature",
        type=(str, Field(description="Always “Feature”.")),
        geometry=(dict | None, Field(description="GeoJSON geometry in degrees (CGCS2000).")),
        properties=(dataset.schema, Field(description="Its fields.")),
    )


def publish(dataset: Dataset):
    """Adds the addresses of `dataset` to the API."""
    has_geometry = dataset.geometry is not None
    with translation.override("en"):
        title, about = str(dataset.title), str(dataset.about)
    lists = (
        f"/{dataset.name}",
        collection_view(dataset) if has_geometry else list_view(dataset),
        collection_schema(dataset) if has_geometry else page_schema(dataset),
        {"operation_id": f"list_{dataset.name}", "summary": title, "description": about},
    )
    one = (
        f"/{dataset.name}/{{str:key}}",
        item_view(dataset),
        feature_schema(dataset) if has_geometry else dataset.schema,
        {"operation_id": f"get_{dataset.name}", "summary": f"{title}: one", "description": about},
    )
    for path, view, schema, words in (lists, one):
        for method, is_shown in (("GET", True), ("HEAD", False)):
            api.api_operation(
                [method],
                path,
                response={200: schema, **PROBLEMS},
                tags=[dataset.name],
                include_in_schema=is_shown,
                url_name=words["operation_id"] if is_shown else None,
                **words,
            )(view)


for each in DATASETS:
    publish(each)
