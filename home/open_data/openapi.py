"""The parameters in the description of the API, with the values that the data has today."""

from django.utils import timezone, translation

from home.open_data.datasets import Dataset
from home.open_data.problems import CONTENT_TYPE
from home.open_data.selection import DEFAULT_LIMIT, MAX_LIMIT, MAX_TEXT
from products.registry.days import FIRST_DAY

GEOJSON = "application/geo+json"


def list_parameters(dataset: Dataset) -> list[dict]:
    """The parameters of the list of `dataset`."""
    parameters = []
    if dataset.takes_text:
        parameters.append(
            _parameter("q", "Words to look for, in Chinese, pinyin or English.", TEXT)
        )
    for name, terms in dataset.terms().items():
        label = str(dataset.filterset.base_filters[name].label)
        parameters.append(
            _parameter(
                name,
                f"{label}: keeps what has any of the values given; may stand several times.",
                _several_of(terms),
            )
            | {"style": "form", "explode": True}
        )
    if dataset.takes_day:
        parameters.append(_day())
    if len(dataset.orders) > 1:
        sort = _one_of(dataset.orders) | {"default": next(iter(dataset.orders))}
        parameters.append(_parameter("sort", "The order.", sort))
    if dataset.geometry is None:
        parameters += PAGING
    return parameters


def item_parameters(dataset: Dataset) -> list[dict]:
    """The parameters of one item of `dataset`."""
    field = dataset.identifying_field
    schema = {"type": "string", "minLength": 1}
    path = _parameter("key", str(field.meaning), schema, place="path") | {"required": True}
    if field.example:
        path["example"] = str(field.example)
    return [path, *([_day()] if dataset.takes_day else [])]


TEXT = {"type": "string", "maxLength": MAX_TEXT, "pattern": r"^[^\u0000]*$"}


def _parameter(name: str, description: str, schema: dict, place: str = "query") -> dict:
    return {
        "name": name,
        "in": place,
        "required": False,
        "description": description,
        "schema": schema,
    }


PAGING = [
    _parameter(
        "limit",
        "How many items a page has.",
        {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
    ),
    _parameter(
        "cursor",
        "Where to go on: taken unchanged from “next” of the page before.",
        {"type": "string", "format": "cursor"},
    ),
]


def _day() -> dict:
    return _parameter(
        "on",
        f"The day for which the status is told, from {FIRST_DAY} until today; today if left out.",
        {"type": "string", "format": "date", "examples": [str(timezone.localdate())]},
    )


def _one_of(values) -> dict:
    schema = {"type": "string"}
    return schema | {"enum": list(values)} if values else schema


def _several_of(values) -> dict:
    """While the data has no value at all, none can be asked for."""
    schema = {"type": "array", "items": _one_of(values)}
    return schema if values else schema | {"maxItems": 0}


def complete(schema: dict, datasets) -> dict:
    """Puts the parameters, and the types of content other than JSON, into an OpenAPI document."""
    operations = parameters_by_operation(datasets)
    geographic = {dataset.name for dataset in datasets if dataset.geometry}
    for path in schema["paths"].values():
        for operation in path.values():
            operation["parameters"] = operations[operation["operationId"]]
            for status, response in operation["responses"].items():
                content = response.get("content", {})
                if int(status) >= 400:
                    response["content"] = {CONTENT_TYPE: content.popitem()[1]}
                elif geographic.intersection(operation["tags"]):
                    response["content"] = {GEOJSON: content.popitem()[1]}
    return schema


def parameters_by_operation(datasets) -> dict[str, list[dict]]:
    """The parameters by `operationId`, described in English."""
    with translation.override("en"):
        return {
            **{f"list_{dataset.name}": list_parameters(dataset) for dataset in datasets},
            **{f"get_{dataset.name}": item_parameters(dataset) for dataset in datasets},
        }
