"""Addresses of inquiries; whatever is secret in them is named `token` and stays out of logs."""

from django.urls import path
from django.views.generic import TemplateView

# Replaced one by one by the views.
placeholder = TemplateView.as_view(template_name="404.html")

urlpatterns = [
    path("new/", placeholder, name="new_inquiry"),
    path("basket/add/", placeholder, name="add_to_basket"),
    path("basket/remove/", placeholder, name="remove_from_basket"),
    path("track/<str:token>/", placeholder, name="track_inquiry"),
    path("track/<str:token>/files/<int:pk>/", placeholder, name="buyer_file"),
    path("lost-link/", placeholder, name="lost_link"),
    path("answer/<str:token>/", placeholder, name="answer_inquiry"),
    path("answer/<str:token>/files/<int:pk>/", placeholder, name="producer_file"),
    path("privacy/", placeholder, name="inquiry_privacy"),
]
