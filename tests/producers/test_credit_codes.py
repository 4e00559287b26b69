"""The credit code: what passes, and what each error is called."""

import pytest
from django.core.exceptions import ValidationError
from stdnum.cn import uscc

from products.producers.credit_codes import is_valid, normalise, validate_credit_code

REAL_BUT_FAILING = "91350211M0000XUF46"


def error_of(code: str) -> ValidationError:
    with pytest.raises(ValidationError) as raised:
        validate_credit_code(code)
    return raised.value


@pytest.mark.parametrize(
    "code",
    [
        "91110000101623741K",
        "911101066976941872",
        "9144030071526726XG",
        "91330100799655058B",
        "91350100M000100Y43",
    ],
)
def test_published_codes_pass(code):
    validate_credit_code(code)


@pytest.mark.parametrize(("code", "given"), [(REAL_BUT_FAILING, "6"), ("91310115MA1H8R7C6D", "D")])
def test_a_wrong_check_character_is_named_with_the_groups_to_compare(code, given):
    error = error_of(code)
    assert error.code == "checksum"
    assert f"（{given}）" in error.messages[0]
    assert f"{code[:2]} {code[2:8]} {code[8:17]} {code[17]}" in error.messages[0]


def code_with_check_character(wanted: str) -> str:
    stems = (f"91441300MA{number:07d}" for number in range(1000))
    return next(s + wanted for s in stems if uscc.calc_check_digit(s) == wanted)


def weighted_remainder(code: str) -> int:
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    return sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(code[:17])) % 31


@pytest.mark.parametrize(("remainder", "character"), [(0, "0"), (1, "Y")])
def test_remainders_0_and_1_give_check_characters_0_and_y(remainder, character):
    code = code_with_check_character(character)
    assert weighted_remainder(code) == remainder
    assert is_valid(code)


@pytest.mark.parametrize("letter", "IOSVZ")
def test_look_alike_letters_are_named_and_never_replaced(letter):
    error = error_of("9111000010162374" + letter + "K")
    assert error.code == "lookalike"
    assert letter in error.messages[0]
    assert normalise(letter) == letter


@pytest.mark.parametrize("character", ["-", "荔", "?", "\0"])
def test_other_characters_are_named(character):
    error = error_of("91110000101623741" + character)
    assert error.code == "alphabet"
    assert character in error.messages[0]


@pytest.mark.parametrize("code", ["", "9", "91110000101623741", "91110000101623741KK"])
def test_a_wrong_length_is_named(code):
    assert error_of(code).code == "length"


def test_letters_in_the_place_of_registration_are_named():
    assert error_of("91A10000101623741K").code == "division"


def test_a_village_collective_may_begin_with_a_letter():
    stem = "N2441302MF1234567"
    validate_credit_code(stem + uscc.calc_check_digit(stem))


@pytest.mark.parametrize(
    "typed",
    [
        " 91110000 101623741k ",
        "\u30009111\u3000000010162\u00a03741K",
        "９１１１００００１０１６２３７４１Ｋ",
    ],
)
def test_spaces_width_and_case_do_not_matter(typed):
    assert normalise(typed) == "91110000101623741K"
