from django.conf import settings
from django.urls import path

from . import health, media

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
if settings.SERVE_MEDIA:
    urlpatterns.append(path("media/<str:folder>/<path:path>", media.media, name="media"))
