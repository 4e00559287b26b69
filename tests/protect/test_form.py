"""What a report needs, and what each fault says."""

import datetime
import re

import pytest
from django.utils import timezone

from home.protect.models import Report
from tests.factories import GIProductFactory
from tests.protect.forms import NEW, NEW_EN, filled, with_contact

pytestmark = pytest.mark.django_db


def faulty(client, data, *errors):
    """Sends `data`, which is refused with `errors` and with everything typed."""
    answer = client.post(NEW_EN, data | {"message": "I saw 7 boxes"})
    assert answer.status_code == 422
    text = answer.content.decode().replace("&#x27;", "'")
    assert all(error in text for error in (*errors, "I saw 7 boxes"))
    assert not Report.objects.exists()


def test_form_is_private_and_chooses_the_product_of_the_address(client, product, tree):
    answer = client.get(NEW, {"product": product.slug})
    assert answer["Cache-Control"] == "private, no-store"
    assert f'<option value="{product.slug}" selected>' in answer.content.decode()
    unknown = client.get(NEW, {"product": "no-such\0"}).content.decode()
    assert '<option value="" selected>' in unknown


def test_candidates_are_no_names_to_protect(client, product, tree):
    candidate = GIProductFactory(bare=True, state="candidate")
    text = client.get(NEW).content.decode()
    assert product.slug in text
    assert candidate.slug not in text


def test_form_says_that_the_office_is_not_the_authority_unless_it_is(client, tree, settings_of):
    assert "项目办公室不是执法机关" in client.get(NEW).content.decode()
    settings_of(is_enforcing_authority=True)
    text = client.get(NEW).content.decode()
    assert "不是执法机关" not in text
    assert "项目办公室属于本地的执法机关" in text


def test_empty_form_names_what_it_needs(client, tree):
    answer = client.post(NEW_EN, {"key": filled(None)["key"]})
    form = answer.context["form"]
    assert set(form.errors) == {"product_choice", "place_kind", "place", "signs"}


def test_what_is_needed_one_way_or_the_other_is_not_called_optional(client, tree):
    text = re.sub(r"\s+", " ", client.get(NEW_EN).content.decode())
    for label in ("What looks suspicious?", "In your own words", "Link to the offer"):
        assert re.search(rf"{re.escape(label)}</(legend|label)>", text)
    assert 'Your name <span class="optional">' in text


def test_a_product_that_is_not_listed_needs_its_name(client, tree):
    faulty(client, filled(None), "Write the name that stands on the goods.")
    assert client.post(NEW_EN, filled(None, product_text="罗浮茶")).status_code == 302
    report = Report.objects.get()
    assert (report.product, report.product_text) == (None, "罗浮茶")


def test_a_link_takes_the_place_of_a_place(client, product, tree):
    faulty(client, filled(product, place=""), "Say where it was, or give the link below.")
    data = filled(product, place="", link="https://shop.example.org/1")
    assert client.post(NEW_EN, data).status_code == 302


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://example.org/a", "data:text/html,x"])
def test_only_web_addresses_are_links(client, product, tree, link):
    faulty(client, filled(product, link=link), "begins with http:// or https://.")


def test_too_long_words_are_refused(client, product, tree):
    faulty(client, filled(product, place="x" * 201), "at most 200 characters")


def test_days_to_come_and_long_ago_are_refused(client, product, tree):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for day in (tomorrow.isoformat(), "2001-01-01"):
        faulty(client, filled(product, seen_on=day), "Choose a day up to today")


def test_unknown_choices_are_refused(client, product, tree):
    for name, value in (("signs", ["murder"]), ("district", "999"), ("place_kind", "moon")):
        answer = client.post(NEW_EN, filled(product, **{name: value}))
        assert name in answer.context["form"].errors


def test_contact_needs_consent_its_kind_and_its_form(client, product, tree):
    for changes, error in (
        ({"consent": None}, "Without your consent we may not keep"),
        ({"contact": ""}, "Write how we reach you, or choose to stay anonymous."),
        ({"contact_channel": ""}, "Say what kind of contact you have given."),
        ({"contact": "no address"}, "valid email address"),
    ):
        faulty(client, with_contact(product, **changes), error)


def test_who_is_anonymous_need_not_consent(client, product, tree):
    assert client.post(NEW_EN, filled(product)).status_code == 302
    report = Report.objects.get()
    assert (report.contact, report.consented_at) == ("", None)


def test_programs_and_old_forms_are_asked_once_more(client, product, tree):
    just_now = {"key": filled(product)["key"]}
    for data, error in (
        ({"website": "spam"}, "Please leave the field “Website” empty"),
        ({"key": "forged"}, "The form had lain too long."),
    ):
        faulty(client, filled(product) | just_now | data, error)


def test_too_fast_is_asked_once_more(client, product, tree):
    key = client.get(NEW_EN).context["key"]
    faulty(client, filled(product, key=key), "That was very fast.")
