"""Addresses of the open data that have no language: the API and the files."""

from django.urls import path

from home.open_data import views
from home.open_data.api import api

urlpatterns = [
    path("api/v1/", api.urls),
    path("data/dictionary.json", views.dictionary, name="open_data_dictionary"),
    path("data/snapshots/<str:month>.zip", views.snapshot, name="open_data_snapshot"),
    path("data/<slug:name>.<str:kind>", views.dataset_file, name="open_data_file"),
]
