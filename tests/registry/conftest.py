"""The page of the registry in both languages, and who keeps it."""

import pytest

from products.registry.models import RegistryIndexPage
from tests.factories import UserFactory, site_tree


@pytest.fixture
def registry(db) -> RegistryIndexPage:
    """The registry's page, live in both languages; gives its Chinese one."""
    tree = site_tree()
    page = RegistryIndexPage(title="名录", slug="registry", introduction="照公告登记。")
    tree.home.add_child(instance=page)
    english = RegistryIndexPage(
        title="Register",
        slug="registry",
        introduction="After the notices.",
        locale=tree.english.home.locale,
        translation_key=page.translation_key,
    )
    tree.english.home.add_child(instance=english)
    return page


@pytest.fixture
def registrar(client):
    """Somebody of the registry, signed in."""
    user = UserFactory(role="registrar")
    client.force_login(user)
    return user
