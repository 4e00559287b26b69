"""Addresses of the change log, its feeds and alerts; a secret is named `token`."""

from django.urls import path

from . import alert_views, views
from .feeds import EntryFeed, FactsFeed, ProducerFeed, ProductFeed

urlpatterns = [
    path("changes/", views.changes, name="changes"),
    path("changes/<int:pk>/", views.change, name="change"),
    path("changes/export/<str:kind>/", views.export, name="export_changes"),
    path("feeds/facts/", FactsFeed(), name="facts_feed"),
    path("feeds/facts/producers/<slug:slug>/", ProducerFeed(), name="producer_facts_feed"),
    path("feeds/facts/entries/<slug:number>/", EntryFeed(), name="entry_facts_feed"),
    path("feeds/facts/<slug:slug>/", ProductFeed(), name="product_facts_feed"),
    path("alerts/", alert_views.AlertView.as_view(), name="alerts"),
    path("alerts/confirm/<str:token>/", alert_views.confirm, name="confirm_alert"),
    path("alerts/manage/<str:token>/", alert_views.manage, name="manage_alerts"),
    path("alerts/unsubscribe/<str:token>/", alert_views.unsubscribe, name="unsubscribe"),
]
