"""WSGI entry point of the server."""

import os

from django.core.wsgi import get_wsgi_application

from gi_site.ops.charset import utf8_only

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gi_site.settings.production")

application = utf8_only(get_wsgi_application())
