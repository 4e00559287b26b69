"""The API of the open data, version 1: for each dataset a list and one item, for reading only."""

import json
import time
from functools import partial, wraps
from typing import Literal

from django.http import HttpResponse
from django.utils import translation
from django.utils.http import http_date
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger
from pydantic import BaseModel, Field, create_model

from gi_site.ops.limits import WINDOW, hits_this_minute
from gi_site.ops.memo import cached_until_published
from home.open_data import openapi
from home.open_data.datasets import DATASETS, Dataset
from home.open_data.problems import Problem, ProblemSchema, problem_response
from home.open_data.selection import Reader, Selection

# A minute, from one address; what the page cache answers is not counted.
REQUESTS = 300
PROBLEMS = {400: ProblemSchema, 404: ProblemSchema, 429: ProblemSchema}
DESCRIPTION = """
The records of this site for programs: facts with their sources, both languages side by side, null
where something is not known. No personal data, no samples, nothing that staff have not checked;
what only a report says is marked as reported.

Lists have pages: follow `next` until it is null. Filters are those of the pages; an unknown
parameter or value is answered with 400 and the values allowed. Errors are problem documents
(RFC 9457). Answers have an `ETag`; send it back as `If-None-Match` and an unchanged answer costs
nothing. More than 300 requests a minute from one address get 429 with `Retry-After`.

Texts and data are under CC BY 4.0 unless said otherwise; whole sets as files are at
[/data/](/en/data/).
"""


class Viewer(Swagger):
    """The description for people to read and try."""

    template = "open_data/viewer.html"


class OpenDataAPI(NinjaAPI):
    """Describes its parameters with the values that the data has today."""

    def get_openapi_schema(self, **kwargs):
        """Made once until something is published: it takes a third of a second."""

        def build():
            schema = super(OpenDataAPI, self).get_openapi_schema(**kwargs)
            return dict(openapi.complete(schema, DATASETS))

        return cached_until_published(f"open-data-openapi {sorted(kwargs.items())}", build)


api = OpenDataAPI(
    title="Huizhou Geographical Indications: open data",
    version="1.0.0",
    urls_namespace="open_data_v1",
    description=DESCRIPTION,
    # Without the validator, which the viewer would ask at another host.
    docs=Viewer(settings={"validatorUrl": None}),
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


def respond(dataset: Dataset, data: dict):
    """`data` as an answer; its validator comes from the page cache's middleware."""
    content_type = openapi.GEOJSON if dataset.geometry else "application/json"
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
        return respond(dataset, {"type": "FeatureCollection", "features": items})

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


def feature_schema(dataset: Dataset) -> type[BaseModel]:
    """The schema of an item with its geometry."""
    return create_model(
        f"{dataset.schema.__name__}Feature",
        type=(Literal["Feature"], Field(description="What it is in GeoJSON.")),
        geometry=(dict | None, Field(description="GeoJSON geometry in degrees (CGCS2000).")),
        properties=(dataset.schema, Field(description="Its fields.")),
    )


def collection_schema(dataset: Dataset, feature: type[BaseModel]) -> type[BaseModel]:
    """The schema of all items of `dataset` with their geometry."""
    return create_model(
        f"{dataset.schema.__name__}Collection",
        type=(Literal["FeatureCollection"], Field(description="What it is in GeoJSON.")),
        features=(list[feature], Field(description="The items.")),
    )


def publish(dataset: Dataset):
    """Adds the addresses of `dataset` to the API."""
    with translation.override("en"):
        title, about = str(dataset.title), str(dataset.about)
    if dataset.geometry is None:
        answer_list, list_schema, item_schema = list_view, page_schema(dataset), dataset.schema
    else:
        item_schema = feature_schema(dataset)
        answer_list, list_schema = collection_view, collection_schema(dataset, item_schema)
    words = {"description": about, "tags": [dataset.name]}
    for path, view, schema, name, summary in (
        (f"/{dataset.name}", answer_list(dataset), list_schema, f"list_{dataset.name}", title),
        (
            f"/{dataset.name}/{{str:key}}",
            item_view(dataset),
            item_schema,
            f"get_{dataset.name}",
            f"{title}: one",
        ),
    ):
        responses = {200: schema, **PROBLEMS}
        add = partial(api.api_operation, path=path, response=responses, operation_id=name, **words)
        add(["GET"], summary=summary, url_name=name)(view)
        add(["HEAD"], include_in_schema=False)(view)


for each in DATASETS:
    publish(each)
