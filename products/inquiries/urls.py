"""Addresses of inquiries; whatever is secret in them is named `token` and stays out of logs."""

from django.urls import path

from . import buyer_views, producer_views
from .new_views import NewInquiryView

urlpatterns = [
    path("new/", NewInquiryView.as_view(), name="new_inquiry"),
    path("basket/add/", buyer_views.add_to_basket, name="add_to_basket"),
    path("basket/remove/", buyer_views.remove_from_basket, name="remove_from_basket"),
    path("track/<str:token>/", buyer_views.track, name="track_inquiry"),
    path("track/<str:token>/files/<int:pk>/", buyer_views.buyer_file, name="buyer_file"),
    path("withdrawn/<str:token>/", buyer_views.withdrawn, name="withdrawn_inquiry"),
    path("lost-link/", buyer_views.lost_link, name="lost_link"),
    path("answer/<str:token>/", producer_views.answer_inquiry, name="answer_inquiry"),
    path("answer/<str:token>/files/<int:pk>/", producer_views.producer_file, name="producer_file"),
    path("privacy/", buyer_views.privacy, name="inquiry_privacy"),
]
