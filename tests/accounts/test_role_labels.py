"""Groups are keyed in English and read in the language of the reader."""

import pytest
from django.contrib.auth.models import Group
from django.utils import translation

pytestmark = pytest.mark.django_db


def test_a_role_is_named_in_the_readers_language():
    with translation.override("zh-hans"):
        assert str(Group(name="registrar")) == "登记员"


def test_another_group_keeps_its_name():
    assert str(Group(name="Guests")) == "Guests"
