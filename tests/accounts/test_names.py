"""How staff are named."""

import pytest

from gi_site.accounts.models import User


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [("核", "王", "王核"), ("Anna", "Berg", "Anna Berg"), ("", "", "w.he"), ("", "王", "王")],
)
def test_a_person_is_shown_by_name_in_its_order(first, last, shown):
    assert str(User(username="w.he", first_name=first, last_name=last)) == shown
