"""Addresses of trade packs."""

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:slug>/", views.show, name="trade_pack"),
    path("<slug:slug>.pdf", views.as_pdf, name="trade_pack_pdf"),
    path("<slug:slug>.json", views.as_json, name="trade_pack_json"),
]
