"""What the tests of reports share."""

import pytest
from wagtail.models import Site

from gi_site.core.models import SiteSettings
from tests.factories import GIProductFactory


@pytest.fixture
def product(db):
    """A GI product without anything around it."""
    return GIProductFactory(bare=True)


@pytest.fixture
def settings_of(tree, django_capture_on_commit_callbacks):
    """Changes the settings of the site."""

    def change(**fields):
        with django_capture_on_commit_callbacks(execute=True):  # forgets what is remembered
            SiteSettings.objects.update_or_create(
                site=Site.objects.get(is_default_site=True), defaults=fields
            )

    return change
