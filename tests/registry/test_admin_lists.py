"""The registry in the admin: lists with filters and export, what is left to do, the chooser."""

import datetime

import pytest
from django.urls import reverse

from products.registry.enums import Status
from tests.factories import UserFactory
from tests.registry.factories import AuthorisationEventFactory, AuthorisationFactory

pytestmark = pytest.mark.django_db


def url(view, *args, model="authorisation"):
    return reverse(f"wagtailsnippets_registry_{model}:{view}", args=args)


def soon(**fields):
    return AuthorisationFactory(
        valid_until=datetime.date.today() + datetime.timedelta(30), **fields
    )


FILTERS = {
    "waiting=entry": lambda: AuthorisationFactory(waiting=True),
    "waiting=events": lambda: AuthorisationEventFactory(waiting=True).authorisation,
    "status=reported": lambda: AuthorisationFactory(reported=True),
    "lawful_kind=mark_licensee": lambda: AuthorisationFactory(lawful_kind="mark_licensee"),
    "ends_soon=true": soon,
    "is_sample=true": lambda: AuthorisationFactory(is_sample=True),
    "q=罗浮": lambda: AuthorisationFactory(name_as_printed="罗浮山合作社"),
    "q=luofu": lambda: AuthorisationFactory(name_as_printed="罗浮山合作社"),
}


@pytest.mark.parametrize("query", FILTERS)
def test_the_list_is_filtered(client, registrar, query):
    AuthorisationFactory()
    wanted = FILTERS[query]()
    response = client.get(f"{url('list')}?{query}")
    assert list(response.context["page_obj"].object_list) == [wanted]


def test_a_mistyped_filter_shows_nothing(client, registrar):
    AuthorisationFactory()
    assert not client.get(f"{url('list')}?status=nonsense").context["page_obj"].object_list


def test_the_list_says_status_and_what_waits(client, registrar):
    AuthorisationEventFactory(waiting=True, authorisation__waiting=True)
    client.cookies["django_language"] = "en"
    html = client.get(url("list")).content.decode()
    assert str(Status.IN_FORCE.label) in html


def test_the_lists_show_days_as_such(client, registrar):
    AuthorisationFactory(valid_until="2099-12-31")
    assert "2099-12-31" in client.get(url("list")).content.decode()
    assert "2022-03-01" in client.get(url("list", model="notice")).content.decode()


def test_exported_cells_are_no_formulas(client, registrar):
    AuthorisationFactory(name_as_printed="=1+1", waiting=True)
    response = client.get(f"{url('list')}?export=csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert ",'=1+1," in text


@pytest.mark.parametrize("page", ["list", "export", "home"])
def test_queries_do_not_grow(client, registrar, tree, page, django_assert_max_num_queries):
    address = {
        "list": url("list"),
        "export": f"{url('list')}?export=csv",
        "home": reverse("wagtailadmin_home"),
    }[page]
    AuthorisationEventFactory(waiting=True)
    client.get(address)

    def count():
        with django_assert_max_num_queries(100) as queries:
            b"".join(client.get(address))
        return len(queries)

    before = count()
    for _time in range(4):
        AuthorisationEventFactory(waiting=True)
    assert count() <= before


def test_the_home_page_counts_what_is_left_to_do(client, registrar, tree):
    AuthorisationFactory(waiting=True)
    AuthorisationEventFactory(waiting=True)
    soon()
    AuthorisationFactory(reported=True)
    panels = client.get(reverse("wagtailadmin_home")).context["panels"]
    panel = next(each for each in panels if getattr(each, "name", "") == "registry")
    rows = panel.get_context_data({})["rows"]
    assert [count for _label, count, _url in rows] == [1, 1, 0, 1, 1]
    for _label, _count, address in rows:
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("role", ["editor", "trade officer"])
def test_role_is_not_asked_on_the_home_page(client, tree, role):
    client.force_login(UserFactory(role=role))
    assert "registry-to-do" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_predecessor_is_found_by_the_sound_of_its_name(client, registrar):
    AuthorisationFactory()
    wanted = AuthorisationFactory(name_as_printed="罗浮山合作社")
    chooser = wanted.snippet_viewset.chooser_viewset
    response = client.get(reverse(chooser.get_url_name("choose_results")), {"q": "luofu"})
    assert list(response.context["results"]) == [wanted]
    assert len(client.get(reverse(chooser.get_url_name("choose"))).context["results"]) == 2
