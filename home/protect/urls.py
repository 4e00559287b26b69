"""Addresses of reports; whatever is secret in them is named `token` and stays out of logs."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.NewReportView.as_view(), name="new_report"),
    path("track/<str:token>/", views.track, name="track_report"),
    path("track/<str:token>/photos/<int:pk>/", views.photo, name="report_photo"),
    path("withdrawn/", views.withdrawn, name="report_withdrawn"),
    path("notice/", views.notice, name="report_notice"),
]
