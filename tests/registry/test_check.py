"""Check a mark: the sentence for every status and day, for slips, for what is not there."""

import datetime
import re
from html import unescape

import pytest
from django.core.cache import caches
from django.utils.html import strip_tags

from products.registry.enums import EventKind
from tests.factories import (
    GIProductFactory,
    ProductNameFactory,
    ProtectionFactory,
    UserFactory,
)
from tests.producers.factories import credit_code
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)

pytestmark = pytest.mark.django_db
CHECK, CHECK_EN = "/registry/check/", "/en/registry/check/"
DAY = datetime.timedelta(days=1)


def ask(client, q="", path=CHECK_EN, **more):
    response = client.get(path, {"q": q, **more})
    assert response.status_code == 200
    return response


def sentence(response) -> str:
    """The one sentence of the answer."""
    found = re.search(r'id="answer">(.*?)</p>', response.content.decode(), re.S)
    return unescape(strip_tags(found[1])).strip()


def verdicts(client, entry, day) -> list[str]:
    """The verdicts on the day before, on and after `day`."""
    day = datetime.date.fromisoformat(day)
    code = entry.credit_code_as_printed
    return [
        ask(client, code, on=(day + offset * DAY).isoformat()).context["answer"].verdict
        for offset in (-1, 0, 1)
    ]


def test_the_box_stands_there_without_a_question(client, registry):
    html = ask(client).content.decode()
    assert 'name="q"' in html
    assert 'id="answer"' not in html


def test_an_authorised_firm_is_answered_in_one_sentence(client, registry):
    entry = AuthorisationFactory(notice__number="第475号")
    assert sentence(ask(client, entry.credit_code_as_printed)) == (
        f"{entry.name_as_printed} is authorised to use the GI mark for"
        f" {entry.product.name_en} since 1 March 2022, by Announcement No. 475 (第475号)."
    )


def test_a_code_may_have_spaces_and_small_letters(client, registry):
    entry = AuthorisationFactory()
    code = entry.credit_code_as_printed
    typed = f" {code[:6].lower()} {code[6:]}"
    assert ask(client, typed).context["answer"].verdict == "Authorised"


def test_a_pasted_label_is_understood(client, registry):
    entry = AuthorisationFactory()
    pasted = f"统一社会信用代码：{entry.credit_code_as_printed}"
    assert ask(client, pasted).context["answer"].verdict == "Authorised"


def test_the_address_behind_a_qr_code_is_understood(client, registry):
    entry = AuthorisationFactory()
    url = f"https://example.org/registry/{entry.public_number}/"
    assert ask(client, url).context["answer"].verdict == "Authorised"


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({}, "2022-03-01", ["Not authorised yet", "Authorised", "Authorised"]),
        (
            {"applied_on": datetime.date(2021, 10, 1)},
            "2021-10-01",
            ["Not authorised yet", "Not authorised yet", "Not authorised yet"],
        ),
        (
            {"valid_from": datetime.date(2022, 4, 1)},
            "2022-04-01",
            ["Not authorised yet", "Authorised", "Authorised"],
        ),
        (
            {"valid_until": datetime.date(2025, 2, 28)},
            "2025-02-28",
            ["Authorised", "Authorised", "Not allowed: ended"],
        ),
    ],
    ids=["notice", "application", "first day", "last day"],
)
def test_status_around_the_dates_of_the_entry(client, registry, fields, day, expected):
    assert verdicts(client, AuthorisationFactory(**fields), day) == expected


@pytest.mark.parametrize(
    ("kind", "after"),
    [
        (EventKind.SUSPENDED, "Not allowed: suspended"),
        (EventKind.SURRENDERED, "Not allowed: ended"),
        (EventKind.CANCELLED, "Not allowed: ended"),
        (EventKind.EXPIRED, "Not allowed: ended"),
        (EventKind.BASE_RIGHT_ENDED, "Not allowed: ended"),
    ],
)
def test_status_around_an_event(client, registry, kind, after):
    event = AuthorisationEventFactory(kind=kind)
    assert verdicts(client, event.authorisation, "2023-06-01") == ["Authorised", after, after]


def test_status_around_a_resumption(client, registry):
    entry = AuthorisationEventFactory().authorisation
    AuthorisationEventFactory(
        authorisation=entry, kind=EventKind.RESUMED, on=datetime.date(2023, 9, 1)
    )
    suspended = "Not allowed: suspended"
    assert verdicts(client, entry, "2023-09-01") == [suspended, "Authorised", "Authorised"]


def test_status_around_the_end_of_the_base_right(client, registry):
    right = ProtectionFactory(valid_until=datetime.date(2024, 12, 31), end_reason="expired")
    entry = AuthorisationFactory(protection=right)
    ended = "Not allowed: ended"
    assert verdicts(client, entry, "2024-12-31") == ["Authorised", "Authorised", ended]


def test_an_end_has_its_day_its_reason_and_its_notice(client, registry):
    notice = NoticeFactory(number="第999号", issued_on=datetime.date(2023, 6, 1))
    event = AuthorisationEventFactory(kind=EventKind.CANCELLED, notice=notice)
    response = ask(client, event.authorisation.credit_code_as_printed)
    assert "ended on 1 June 2023 because the authority cancelled it" in sentence(response)
    assert "第999号" in response.content.decode()


def test_a_suspension_has_its_reason(client, registry):
    event = AuthorisationEventFactory(reason_zh="抽检不合格", reason_en="A failed test")
    answer = sentence(ask(client, event.authorisation.credit_code_as_printed))
    assert answer.endswith("suspended since 1 June 2023, because: A failed test")


def test_a_right_that_ended_on_an_unknown_day_is_told_without_one(client, registry):
    entry = AuthorisationFactory(protection__end_reason="revoked")
    assert "the day is not known" in sentence(ask(client, entry.credit_code_as_printed))


def test_a_reported_user_is_to_be_verified(client, registry):
    entry = AuthorisationFactory(reported=True)
    response = ask(client, entry.name_as_printed)
    assert "to be verified" in sentence(response)
    assert "not known" in response.content.decode()


def test_a_past_day_is_told_in_the_past(client, registry):
    entry = AuthorisationFactory()
    answer = sentence(ask(client, entry.credit_code_as_printed, on="2023-05-04"))
    assert answer.startswith("On 4 May 2023 ")
    assert " was authorised " in answer


def test_of_two_notices_for_a_product_the_one_in_force_counts(client, registry):
    old = AuthorisationFactory(valid_until=datetime.date(2023, 1, 1))
    AuthorisationFactory(
        protection=old.protection,
        name_as_printed=old.name_as_printed,
        credit_code_as_printed=old.credit_code_as_printed,
    )
    answer = ask(client, old.credit_code_as_printed).context["answer"]
    assert (answer.verdict, len(answer.lines)) == ("Authorised", 1)


def test_a_firm_with_two_products_is_told_of_both(client, registry):
    first = AuthorisationFactory()
    second = AuthorisationFactory(credit_code_as_printed=first.credit_code_as_printed)
    answer = sentence(ask(client, first.credit_code_as_printed))
    assert first.product.name_en in answer
    assert second.product.name_en in answer


def test_the_product_narrows_the_answer(client, registry):
    first = AuthorisationFactory()
    second = AuthorisationFactory(credit_code_as_printed=first.credit_code_as_printed)
    response = ask(client, first.credit_code_as_printed, product=second.product.slug)
    assert [line.entry for line in response.context["answer"].lines] == [second]


def test_a_product_is_answered_with_its_users(client, registry):
    entry = AuthorisationFactory(protection__product__name_zh="横沥甜玉米")
    response = ask(client, "横沥甜玉米")
    assert "1 firm is authorised" in sentence(response)
    assert entry.name_as_printed in response.content.decode()


def test_a_product_without_users_says_so(client, registry):
    GIProductFactory(bare=True, name_zh="横沥甜玉米", name_en="Hengli Corn")
    assert "no notice that authorises anybody" in sentence(ask(client, "Hengli Corn"))


def test_a_word_of_firm_and_product_asks_for_the_firm(client, registry):
    product = GIProductFactory(bare=True, name_zh="横沥甜玉米")
    ProductNameFactory(product=product, name="东江玉米")
    entry = AuthorisationFactory(name_as_printed="博罗县东江玉米专业合作社")
    response = ask(client, "东江")
    assert response.context["answer"].lines[0].entry == entry
    assert product.name_en in response.content.decode()


def test_the_name_of_a_product_asks_for_the_product(client, registry):
    product = GIProductFactory(bare=True, name_zh="横沥甜玉米", name_en="Hengli Corn")
    AuthorisationFactory(name_as_printed="博罗县横沥甜玉米专业合作社")
    for text in ("横沥甜玉米", "hengli corn"):
        assert product.name_en in sentence(ask(client, text))


def test_part_of_a_name_lists_the_firms(client, registry):
    for name in ("惠州市东江果业有限公司", "博罗县东江合作社"):
        AuthorisationFactory(name_as_printed=name)
    response = ask(client, "东江")
    assert response.context["answer"].verdict == "Several firms"
    assert "2 firms fit" in sentence(response)


def test_a_name_in_pinyin_is_found(client, registry):
    AuthorisationFactory(name_as_printed="惠州市东江果业有限公司")
    assert ask(client, "dongjiang").context["answer"].verdict == "Authorised"


@pytest.mark.parametrize(
    ("change", "group"),
    [
        (lambda code: code[:4] + ("9" if code[4] != "9" else "8") + code[5:], "characters 3 to 8"),
        (lambda code: code[:12] + ("9" if code[12] != "9" else "8") + code[13:], "9 to 17"),
        (lambda code: code[:10] + "O" + code[11:], "characters 9 to 17"),
        (lambda code: code[:5] + "I" + code[6:], "characters 3 to 8"),
        (lambda code: code[:17] + ("A" if code[17] != "A" else "B"), "character 18"),
    ],
    ids=["place", "body", "letter O", "letter I", "check character"],
)
def test_a_mistyped_code_names_the_group_and_what_was_meant(client, registry, change, group):
    entry = AuthorisationFactory()
    response = ask(client, change(entry.credit_code_as_printed))
    answer = response.context["answer"]
    assert answer.verdict == "Mistyped code"
    assert group in sentence(response)
    assert [guess.detail for guess in answer.near] == [entry.name_as_printed]


@pytest.mark.parametrize("change", [lambda code: code[:9] + code[10:], lambda code: code + "1"])
def test_a_code_of_wrong_length_says_so_and_guesses(client, registry, change):
    entry = AuthorisationFactory()
    response = ask(client, change(entry.credit_code_as_printed))
    assert "A credit code has 18 characters" in sentence(response)
    assert response.context["answer"].near


def test_the_failing_code_of_a_real_firm_is_called_mistyped_until_it_is_in_the_register(
    client, registry
):
    code = "91350211M0000XUF46"
    assert ask(client, code).context["answer"].verdict == "Mistyped code"
    AuthorisationFactory(credit_code_as_printed=code)
    assert ask(client, code).context["answer"].verdict == "Authorised"


def test_a_valid_code_that_is_not_there_is_not_found(client, registry):
    response = ask(client, credit_code(4_413_000))
    assert "has no entry for" in sentence(response)
    assert "does not prove" in response.content.decode()


def test_a_misspelt_name_brings_the_near_one(client, registry):
    AuthorisationFactory(name_as_printed="惠州市东江果业有限公司")
    answer = ask(client, "东江果叶").context["answer"]
    assert answer.is_unknown
    assert [guess.label for guess in answer.near] == ["惠州市东江果业有限公司"]


def test_what_waits_for_its_second_person_is_not_found(client, registry):
    entry = AuthorisationFactory(waiting=True)
    assert ask(client, entry.credit_code_as_printed).context["answer"].is_unknown
    assert ask(client, entry.public_number).context["answer"].is_unknown


def test_a_sample_is_marked(client, registry):
    entry = AuthorisationFactory(is_sample=True)
    html = ask(client, entry.credit_code_as_printed).content.decode()
    assert "This entry is invented" in html


def test_samples_are_not_counted_among_firms(client, registry):
    AuthorisationFactory(name_as_printed="惠州市东江果业有限公司")
    AuthorisationFactory(name_as_printed="示例东江合作社", is_sample=True)
    answer = ask(client, "东江").context["answer"]
    assert (answer.verdict, answer.is_sample) == ("Authorised", False)


def test_the_answer_has_time_address_and_qr_code(client, registry):
    entry = AuthorisationFactory()
    response = ask(client, entry.credit_code_as_printed)
    html = response.content.decode()
    assert "(China time)" in html
    assert 'class="qr__code"' in html
    address = response.context["permanent_address"]
    assert address.endswith(f"on={response.context['question'].day}")
    assert client.get(address).context["answer"].verdict == "Authorised"


def test_an_answer_is_never_stored_the_empty_box_is(client, registry):
    entry = AuthorisationFactory()
    for _ in range(2):
        answer = ask(client, entry.credit_code_as_printed)
        assert answer["Cache-Control"] == "private, no-store"
        assert "X-Page-Cache" not in answer
    client.get(CHECK)
    assert client.get(CHECK)["X-Page-Cache"] == "hit"


@pytest.mark.parametrize("on", ["2999-01-01", "x", "0001-01-01", "2026-13-45"])
def test_a_day_that_cannot_be_used_is_noted(client, registry, on):
    entry = AuthorisationFactory()
    response = ask(client, entry.credit_code_as_printed, on=on)
    assert response.context["question"].ignored
    assert response.context["answer"].verdict == "Authorised"


def test_an_unknown_product_is_noted(client, registry):
    assert ask(client, "x", product="nowhere").context["question"].ignored


@pytest.mark.parametrize(
    "text",
    ['"', "\0", "x" * 10_000, "😀", "%", "_", "' OR 1=1 --", "<script>", "\ud800", "9" * 500, " "],
)
def test_hostile_text_is_answered(client, registry, text):
    for path in (CHECK, CHECK_EN, "/registry/"):
        response = client.get(path, {"q": text.encode("utf-8", "surrogatepass")})
        assert response.status_code == 200
        assert "<script>" not in response.content.decode()


def test_it_speaks_both_languages(client, registry):
    assert '<html lang="zh-Hans">' in ask(client, "x", path=CHECK).content.decode()
    assert '<html lang="en">' in ask(client, "x").content.decode()


def test_nobody_who_entered_or_checked_is_named(client, registry):
    people = [UserFactory(username="secret-one"), UserFactory(username="secret-two")]
    entry = AuthorisationFactory(entered_by=people[0], checked_by=people[1])
    assert "secret" not in ask(client, entry.credit_code_as_printed).content.decode()


@pytest.mark.parametrize("text", ["code", "name", "product", "mistyped", "unknown"])
def test_a_check_costs_six_queries_at_most(client, registry, django_assert_max_num_queries, text):
    product = GIProductFactory(bare=True, name_zh="横沥甜玉米")
    right = ProtectionFactory(product=product)
    entries = AuthorisationFactory.create_batch(3, protection=right)
    texts = {
        "code": entries[0].credit_code_as_printed,
        "name": entries[0].name_as_printed,
        "product": "横沥甜玉米",
        "mistyped": entries[0].credit_code_as_printed[:17] + "O",
        "unknown": "深圳南海贸易",
    }
    ask(client, texts[text])
    with django_assert_max_num_queries(6) as few:
        ask(client, texts[text])
    AuthorisationFactory.create_batch(12, protection=right)
    with django_assert_max_num_queries(6) as many:
        ask(client, texts[text])
    assert len(few) == len(many)


def test_machines_are_told_to_wait(client, registry, monkeypatch):
    monkeypatch.setattr("gi_site.ops.limits.hits_this_minute", lambda request, scope: 301)
    response = client.get(CHECK_EN, {"q": "x"})
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 60
    assert "That was very fast" in response.content.decode()


def test_requests_are_counted_for_each_address_by_itself(rf):
    from gi_site.ops.limits import hits_this_minute

    caches["pages"].clear()
    one, other = (rf.get("/", REMOTE_ADDR=f"10.0.0.{n}") for n in (1, 2))
    assert [hits_this_minute(request, "a") for request in (one, one, other)] == [1, 2, 1]


def test_a_visitor_cannot_name_another_address(rf, settings):
    from gi_site.ops.limits import address_of

    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "1.1.1.1, 2.2.2.2"})
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    assert address_of(request) == "10.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert address_of(request) == "2.2.2.2"
