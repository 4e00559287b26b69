"""Alerts: double opt-in, one digest for each change, one press to be forgotten."""

import datetime
import email
import re

import pytest
from django.core import mail, signing
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gi_site.intake.form_key import KEY_SALT
from gi_site.ops.models import OutgoingMail
from home.following import alert_views, alerts
from home.following.enums import Target
from home.following.models import PublicChange, Subscriber, Subscription
from tests.factories import GIProductFactory
from tests.following.test_pages import write
from tests.producers.factories import ProducerFactory
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
ADDRESS = "grandmother@example.org"


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """Does something, lets the queue deliver, and gives the mails that went out."""

    def do(act):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return list(mail.outbox)

    return do


@pytest.fixture(autouse=True)
def site(tree, settings):
    """Mails name the owner of the site and go through the queue, as they do in production."""
    settings.EMAIL_BACKEND = "gi_site.ops.mail.QueueEmailBackend"


def form(**values) -> dict:
    """The form as a person sends it, ten seconds after it was shown."""
    at = timezone.now().timestamp() - 10
    key = signing.dumps({"key": "0" * 32, "at": at}, salt=KEY_SALT)
    return {"target": "all", "email": ADDRESS, "consent": "on", "key": key} | values


def body(message) -> str:
    """The text of a mail that went out."""
    return message.message().get_content()


def paths(message) -> list[str]:
    """The paths named in it."""
    return re.findall(r"http://127\.0\.0\.1:8000(/\S+)", body(message))


def followed(target=Target.ALL, record=None, address=ADDRESS, language="en") -> Subscription:
    """A confirmed alert."""
    subscriber, _new = Subscriber.objects.get_or_create(
        email=address, defaults={"language": language}
    )
    values = {"target": target} | ({} if record is None else {str(target): record})
    subscription = subscriber.subscriptions.create(**values)
    alerts.confirm(subscription)
    return subscription


def test_from_the_form_to_the_alert_and_out_again(client, sent):
    product = GIProductFactory(slug="lychee", name_en="Zhenlong Lychee", bare=True)
    assert "Zhenlong Lychee" in client.get("/en/alerts/?product=lychee").content.decode()
    [message] = sent(
        lambda: client.post("/en/alerts/", form(target="product:lychee", email=ADDRESS.upper()))
    )
    assert message.to == [ADDRESS]
    assert "Zhenlong Lychee" in body(message)
    assert "Huizhou Geographical Indications" in message.subject
    [confirmation] = paths(message)
    # A scanner follows the link: that confirms nothing.
    assert "Yes, send me alerts" in client.get(confirmation).content.decode()
    assert not Subscription.objects.confirmed().exists()
    answer = client.post(confirmation)
    assert Subscription.objects.confirmed().get().product == product
    assert "Zhenlong Lychee" in client.get(answer["Location"]).content.decode()
    write(product_slug="lychee", notice_number="公告第9号")
    [message] = sent(alerts.tell)
    assert message.subject == "Huizhou Geographical Indications: 1 change"
    assert "is now “08109030”" in body(message)
    assert "Notice: Announcement No. 9 (公告第9号)" in body(message)
    assert "Holds from 2 November 2026" in body(message)
    assert f"/en/changes/{PublicChange.objects.get().pk}/" in paths(message)
    [leave] = [path for path in paths(message) if "unsubscribe" in path]
    assert client.get(leave).status_code == 200
    assert Subscriber.objects.exists()
    assert client.post(leave).status_code == 200
    assert not Subscriber.objects.exists()
    assert client.get(leave).status_code == 404


def test_mail_program_unsubscribes_with_one_click(sent):
    followed()
    write()
    [message] = sent(alerts.tell)
    raw = re.sub(r"\r?\n[ \t]+", " ", message.message().as_bytes().decode())
    assert "\nList-Unsubscribe-Post: List-Unsubscribe=One-Click" in raw
    address = re.search(r"\nList-Unsubscribe:\s*<http://127\.0\.0\.1:8000(/\S+)>\s*\n", raw)[1]
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Subscriber.objects.exists()


def test_headers_survive_the_queue():
    followed()
    write()
    alerts.tell()
    stored = email.message_from_bytes(bytes(OutgoingMail.objects.get().message))
    assert stored["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_answer_is_the_same_whether_the_address_is_known(client, sent):
    followed()
    answers = []
    known = sent(lambda: answers.append(client.post("/alerts/", form())))
    new = sent(lambda: answers.append(client.post("/alerts/", form(email="b@example.org"))))
    assert (len(known), len(new)) == (0, 1)
    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1


def test_mail_is_in_the_language_of_the_form(client, sent):
    [message] = sent(lambda: client.post("/alerts/", form()))
    assert "请" in message.subject
    assert paths(message)[0].startswith("/alerts/confirm/")
    client.post(paths(message)[0])
    write()
    [message] = sent(alerts.tell)
    assert "镇隆荔枝" in body(message)
    assert "Zhenlong" not in body(message)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"email": "no address"}, "valid email"),
        ({"email": ""}, "required"),
        ({"consent": ""}, "Without your consent"),
        ({"target": "product:nothing"}, "not one of the available choices"),
        ({"target": "entry:HZGI-0"}, "not one of the available choices"),
        ({"target": "all\0"}, ""),
        ({"website": "https://spam"}, "leave the field “Website” empty"),
        ({"key": "forged"}, "had lain too long"),
    ],
)
def test_faulty_form_keeps_what_was_typed(client, sent, values, words):
    answers = []
    data = form(**{"email": ADDRESS} | values)
    assert sent(lambda: answers.append(client.post("/en/alerts/", data))) == []
    assert answers[0].status_code == 422
    text = answers[0].content.decode()
    assert words in text
    assert data["email"] in text
    assert not Subscriber.objects.exists()


def test_form_filled_in_at_once_is_asked_for_again(client):
    key = signing.dumps({"key": "0" * 32, "at": timezone.now().timestamp()}, salt=KEY_SALT)
    assert client.post("/en/alerts/", form(key=key)).status_code == 422


def test_unknown_wish_is_said(client):
    AuthorisationFactory(waiting=True, public_number="HZGI-1")
    ProducerFactory(slug="sample", is_sample=True)
    for query in ("product=nothing", "producer=sample", "entry=HZGI-1"):
        assert "not known here" in client.get(f"/en/alerts/?{query}").content.decode()


def test_address_asks_so_many_times_an_hour(client, monkeypatch):
    monkeypatch.setattr(alert_views, "ASKED_BY_ADDRESS", 1)
    assert client.post("/en/alerts/", form()).status_code == 302
    answer = client.post("/en/alerts/", form(email="b@example.org"))
    assert answer.status_code == 429
    assert "b@example.org" in answer.content.decode()
    assert int(answer["Retry-After"]) > 0


def test_nobody_is_flooded_with_confirmations(sent):
    def ask(record):
        return lambda: alerts.ask(ADDRESS, "en", Target.PRODUCT, record)

    products = GIProductFactory.create_batch(alerts.REQUESTS_A_DAY + 2, bare=True)
    assert len(sent(ask(products[0]))) == 1
    assert sent(ask(products[0])) == []  # the same wish once a day
    assert sum(len(sent(ask(record))) for record in products[1:]) == alerts.REQUESTS_A_DAY - 1


def test_digest_has_what_is_followed_and_each_change_once(sent):
    product, producer = GIProductFactory(slug="lychee", bare=True), ProducerFactory(slug="mill")
    entry = AuthorisationFactory()
    followed(Target.PRODUCT, product)
    followed(Target.PRODUCER, producer)
    followed(Target.ENTRY, entry)
    write(product_slug="rice", title_en="Rice")
    write(producer_slug="mill", title_en="Of both")
    write(kind="authorisation", key=entry.public_number, product_slug="", title_en="Entry")
    [message] = sent(alerts.tell)
    assert message.subject.endswith(": 2 changes")
    assert body(message).count("Of both:") == 1
    assert "Entry:" in body(message)
    assert "Rice" not in body(message)


def test_only_what_was_recorded_after_the_confirmation(sent):
    write(title_en="Before")
    followed()
    assert sent(alerts.tell) == []
    write(title_en="After")
    [message] = sent(alerts.tell)
    assert "Before" not in body(message)
    assert "After" in body(message)


def test_unconfirmed_alert_is_told_nothing(sent):
    alerts.ask(ADDRESS, "en", Target.ALL)
    write()
    assert sent(alerts.tell) == []


def test_running_twice_tells_once(sent):
    followed()
    write()
    assert len(sent(lambda: call_command("send_alerts", verbosity=0))) == 1
    assert sent(lambda: call_command("send_alerts", verbosity=0)) == []
    write()
    assert len(sent(alerts.tell)) == 1


def test_killed_between_mail_and_note_tells_once(sent, monkeypatch):
    """The mail and the note that it was written are one transaction."""
    followed()
    write()
    real = alerts.post

    def post_and_die(*args, **kwargs):
        real(*args, **kwargs)
        raise KeyboardInterrupt

    monkeypatch.setattr(alerts, "post", post_and_die)
    with pytest.raises(KeyboardInterrupt):
        alerts.tell()
    assert not OutgoingMail.objects.exists()
    monkeypatch.setattr(alerts, "post", real)
    assert len(sent(alerts.tell)) == 1


def test_long_digest_names_the_number_of_the_others(sent):
    followed()
    write(alerts.TOLD + 3)
    [message] = sent(alerts.tell)
    assert body(message).count("is now") == alerts.TOLD
    assert "And 3 more" in body(message)


def test_queries_of_a_digest_do_not_grow_with_changes(django_assert_max_num_queries):
    followed()

    def costs(number):
        entry = AuthorisationFactory()
        write(number, kind="authorisation", authorisation=entry, notice=entry.notice)
        with django_assert_max_num_queries(30) as queries:
            alerts.tell()
        return len(queries)

    costs(1)  # names are remembered
    assert costs(2) == costs(30)


def test_unconfirmed_is_forgotten_after_seven_days():
    alerts.ask(ADDRESS, "en", Target.ALL)
    Subscription.objects.update(created_at=timezone.now() - datetime.timedelta(days=6))
    assert alerts.purge() == 0
    Subscription.objects.update(created_at=timezone.now() - datetime.timedelta(days=8))
    assert alerts.purge() == 1
    assert not Subscriber.objects.exists()


def test_confirmed_is_never_forgotten():
    followed()
    Subscription.objects.update(created_at=timezone.now() - datetime.timedelta(days=800))
    assert alerts.purge() == 0


def test_leaving_erases_mails_that_still_wait():
    subscription = followed()
    write()
    alerts.tell()
    alerts.erase(subscription.subscriber)
    assert not OutgoingMail.objects.exists()


def test_one_of_several_is_given_up(client):
    product = GIProductFactory(bare=True)
    everything, one = followed(), followed(Target.PRODUCT, product)
    address = f"/en/alerts/manage/{one.subscriber.token}/"
    shown = client.get(address)
    assert ADDRESS in shown.content.decode()
    assert shown["Cache-Control"] == "private, no-store"
    client.post(address, {"subscription": one.pk})
    assert list(Subscription.objects.all()) == [everything]
    client.post(address, {"subscription": everything.pk})
    assert not Subscriber.objects.exists()


def test_nobody_touches_the_alerts_of_others(client):
    own, other = followed(), followed(address="other@example.org")
    client.post(f"/en/alerts/manage/{own.subscriber.token}/", {"subscription": other.pk})
    client.post(f"/en/alerts/manage/{own.subscriber.token}/", {"subscription": "x"})
    assert Subscription.objects.count() == 2


@pytest.mark.parametrize("page", ["confirm", "manage", "unsubscribe"])
def test_forged_link_leads_nowhere(client, page):
    subscription = followed()
    # A secret of one kind opens no page of another.
    other = {"confirm": subscription.subscriber.token}.get(page, subscription.token)
    for token in ("x", f"{subscription.subscriber.key.hex}:x", other):
        assert client.get(f"/en/alerts/{page}/{token}/").status_code == 404
    assert Subscription.objects.confirmed().exists()


def test_alert_follows_exactly_one_thing():
    subscriber = Subscriber.objects.create(email=ADDRESS, language="en")
    with pytest.raises(IntegrityError), transaction.atomic():
        subscriber.subscriptions.create(target=Target.PRODUCT)
    subscriber.subscriptions.create(target=Target.ALL)
    with pytest.raises(IntegrityError), transaction.atomic():
        subscriber.subscriptions.create(target=Target.ALL)


def test_a_stranger_is_asked_a_few_times_a_day_only(sent, monkeypatch):
    monkeypatch.setattr(alerts, "REQUESTS_A_DAY", 2)
    products = [GIProductFactory(bare=True) for _number in range(4)]

    def ask_for_all():
        for product in products:
            alerts.ask(ADDRESS, "en", Target.PRODUCT, product)

    assert len(sent(ask_for_all)) == 2
    OutgoingMail.objects.update(created=timezone.now() - datetime.timedelta(days=1))
    assert len(sent(ask_for_all)) <= 2


def test_a_number_that_fits_into_no_column_is_no_alert(client):
    alerts.ask(ADDRESS, "en", Target.ALL)
    address = f"/en/alerts/manage/{Subscriber.objects.get().token}/"
    assert client.post(address, {"subscription": "9" * 5000}).status_code == 302
