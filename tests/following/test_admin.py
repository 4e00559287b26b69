"""Staff look at the log, and delete an alert when asked to."""

import pytest
from django.urls import reverse

from home.following.models import PublicChange, Subscriber, Subscription
from tests.factories import UserFactory
from tests.following.test_alerts import ADDRESS, followed
from tests.following.test_pages import write

pytestmark = pytest.mark.django_db
CHANGES, ALERTS = "/admin/public_changes/", "/admin/alert_subscriptions/"


@pytest.fixture
def staff(client):
    """Signs in a member of staff by role."""

    def sign_in(role):
        client.force_login(UserFactory(role=role))
        return client

    return sign_in


def text(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    "role", ["editor", "registrar", "trade officer", "manager", "administrator"]
)
def test_log_is_looked_at_and_never_changed(staff, role):
    client = staff(role)
    [one] = write()
    assert "08109030" in text(client.get(CHANGES))
    assert "08109030" in text(client.get(f"{CHANGES}?kind=product"))
    assert "08109030" not in text(client.get(f"{CHANGES}?kind=notice"))
    assert "08109030" not in text(client.get(f"{CHANGES}?recorded_at_from=never"))
    for path in ("new/", f"edit/{one.pk}/", f"delete/{one.pk}/"):
        assert client.post(CHANGES + path).status_code in (302, 404)
    assert PublicChange.objects.count() == 1


def test_log_is_exported_harmlessly(staff):
    write(title_en="=cmd()")
    answer = staff("manager").get(f"{CHANGES}?export=csv")
    table = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "'=cmd()" in table
    assert "08109030" in table


def test_list_of_the_log_costs_the_same_for_few_and_many(staff, django_assert_max_num_queries):
    client = staff("manager")

    def costs(number):
        write(number)
        client.get(CHANGES)
        with django_assert_max_num_queries(40) as queries:
            client.get(CHANGES)
        return len(queries)

    assert costs(2) == costs(30)


def test_address_is_shown_only_to_whom_it_may_concern(staff):
    followed()
    assert ADDRESS in text(staff("manager").get(ALERTS))
    client = staff("trade officer")
    shown = text(client.get(ALERTS))
    assert ADDRESS not in shown
    # Nor can it be found out by trying.
    assert text(client.get(f"{ALERTS}?q=nobody")).count("<tr") == text(
        client.get(f"{ALERTS}?q={ADDRESS}")
    ).count("<tr")


@pytest.mark.parametrize("role", ["editor", "registrar"])
def test_alerts_are_not_for_everybody(staff, role):
    followed()
    assert staff(role).get(ALERTS).status_code == 302


def test_manager_deletes_an_alert_on_request(staff):
    subscription = followed()
    client = staff("manager")
    path = reverse("alert_subscriptions:delete", args=[subscription.pk])
    assert client.get(path).status_code == 200
    client.post(path)
    assert not Subscriber.objects.exists()


def test_trade_officer_deletes_none(staff):
    subscription = followed()
    path = reverse("alert_subscriptions:delete", args=[subscription.pk])
    staff("trade officer").post(path)
    assert Subscription.objects.exists()
