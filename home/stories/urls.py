"""Calendar files of the events; the pages themselves are served by Wagtail."""

from django.urls import path

from . import views

urlpatterns = [
    path("events.ics", views.events_file, name="events_file"),
    path("<slug:slug>/event.ics", views.event_file, name="event_file"),
]
