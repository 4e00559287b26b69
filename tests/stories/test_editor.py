"""What editors are told: messages stand at their fields, nothing typed is lost."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.stories.models import EventPage
from tests.factories import UserFactory
from tests.stories.factories import story_list

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(client):
    """Sends the form of a new event as an editor does; the answer of the admin."""
    parent = story_list()
    client.force_login(UserFactory(role="editor"))
    url = reverse("wagtailadmin_pages:add", args=["stories", "eventpage", parent.pk])

    def send(**fields):
        data = nested_form_data(
            {
                "title": "荔枝节",
                "slug": "lychee-day",
                "summary": "一句话。",
                "date": "2027-06-20",
                "place": "镇隆镇",
                "body": streamfield([("heading", {"text": "小标题", "anchor": ""})]),
                "related_producers": {
                    "TOTAL_FORMS": "0",
                    "INITIAL_FORMS": "0",
                    "MIN_NUM_FORMS": "0",
                    "MAX_NUM_FORMS": "1000",
                },
                "comments": {
                    "TOTAL_FORMS": "0",
                    "INITIAL_FORMS": "0",
                    "MIN_NUM_FORMS": "0",
                    "MAX_NUM_FORMS": "",
                },
                "action-publish": "1",
            }
            | fields
        )
        return client.post(url, data)

    return send


def test_an_event_is_published(publish):
    response = publish()
    assert response.status_code == 302
    assert EventPage.objects.get(slug="lychee-day").live


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"ends_on": "2027-06-19"}, "ends_on"),
        ({"ends_at": "10:00"}, "starts_at"),
        ({"shows_people": "on"}, "consent_note"),
    ],
)
def test_a_message_stands_at_its_field(publish, fields, name):
    response = publish(**fields)
    form = response.context["form"]
    assert list(form.errors) == [name]
    assert form["title"].value() == "荔枝节"
