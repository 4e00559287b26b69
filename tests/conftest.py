"""What every test gets: clean caches, the default language, and fixtures for the site tree."""

import os

import factory
import pytest
from django.core.cache import caches
from django.db import transaction
from django.utils import translation

from gi_site.ops.translations import compile_catalogues
from tests.factories import SiteTree, site_tree

# Playwright keeps an event loop running in the thread that also talks to the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config):
    """Compile the catalogues once, before parallel processes read them."""
    if not hasattr(config, "workerinput"):
        compile_catalogues()


def pytest_unconfigure(config):
    """The result in plain words as the last line, for people and for scripts."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter and not hasattr(config, "workerinput"):
        count = {name: len(reports) for name, reports in reporter.stats.items()}
        failed = count.get("failed", 0) + count.get("error", 0)
        print(f"{count.get('passed', 0)} passed, {failed} failed")


@pytest.fixture(autouse=True)
def _clean_slate():
    """No test sees what another has stored or which language it has used."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
    translation.deactivate()


@pytest.fixture(autouse=True)
def _count_anew():
    """The same test makes the same names each time, whatever ran before it in its process."""
    kinds = [factory.Factory]
    for kind in kinds:
        kinds += kind.__subclasses__()
        kind.reset_sequence(0, force=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Every test's transaction starts with the fixed pages: making them takes most of a test."""
    with django_db_blocker.unblock(), transaction.atomic():
        site_tree()


@pytest.fixture
def tree(db) -> SiteTree:
    """The site with home page and finder, live in both languages."""
    return site_tree()
