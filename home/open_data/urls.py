"""Addresses of the open data that have no language: the API and the files."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from home.open_data import views
from home.open_data.api import api

# Other APIs end so, and one letter should not cost a reader the data.
WITHOUT_SLASH = RedirectView.as_view(
    url="/api/v1/%(rest)s",
    query_string=True,
    permanent=True,
    http_method_names=["get", "head"],
)

urlpatterns = [
    path("api/", RedirectView.as_view(pattern_name="open_data_v1:openapi-view")),
    path("api/v1/", RedirectView.as_view(pattern_name="open_data_v1:openapi-view")),
    path("api/v1/", api.urls),
    re_path("^api/v1/(?P<rest>.+)/$", WITHOUT_SLASH),
    path("data/dictionary.json", views.dictionary, name="open_data_dictionary"),
    path("data/snapshots/<str:month>.zip", views.snapshot, name="open_data_snapshot"),
    path("data/<slug:name>.<str:kind>", views.dataset_file, name="open_data_file"),
]
