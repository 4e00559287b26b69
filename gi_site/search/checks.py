"""System check: whatever can be searched can be searched in Chinese."""

from django.core import checks
from modelsearch.index import get_indexed_models

from .fields import TokenIndexed


@checks.register("search")
def check_indexed_models_have_tokens(app_configs, **kwargs):
    """Warns of indexed models without tokens: Chinese in the middle of a name is not found."""
    return [
        checks.Warning(
            f"{model._meta.label} is indexed without tokens.",
            hint="Inherit from TokenIndexed and add token_search_fields() to search_fields.",
            obj=model,
            id="search.W001",
        )
        for model in get_indexed_models()
        if not issubclass(model, TokenIndexed) and not model.__module__.startswith("wagtail.")
    ]
