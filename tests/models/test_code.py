"""Codes: what is made can be typed back, and its shape says what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.code import ALPHABET, check_character, fresh, kind, normalise, shown

characters = st.sampled_from(ALPHABET)


def test_the_alphabet_has_32_characters_and_none_that_people_confuse():
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("0O1I")


def test_a_fresh_code_is_shown_in_two_groups_of_four():
    first, second = fresh().split("-")
    assert len(first) == len(second) == 4
    assert set(first + second) <= set(ALPHABET)


def test_two_fresh_codes_differ():
    assert fresh() != fresh()


@pytest.mark.parametrize("typed", ["KX7F-4PMQ", "kx7f4pmq", " kx7f 4pmq ", "KX7F – 4PMQ", "K-X-7-F-4-P-M-Q"])
def test_a_code_is_read_however_it_is_typed(typed):
    assert normalise(typed) == "KX7F4PMQ"


@pytest.mark.parametrize(
    ("code", "grouped"),
    [("kx7f4pmq", "KX7F-4PMQ"), ("4T7KX9M2Q", "4T7-KX9-M2Q"), ("AAAABBBBCCCC", "AAAA-BBBB-CCCC"), ("", "")],
)
def test_each_code_is_shown_in_its_own_groups(code, grouped):
    assert shown(code) == grouped


def test_eight_characters_are_a_resume_code():
    assert kind("kx7f-4pmq") == "resume"


def test_twelve_characters_are_a_cancel_code():
    assert kind("KX7F-4PMQ-22ZZ") == "cancel"


@pytest.mark.parametrize("typed", ["", "KX7F", "KX7F-4PM0", "KX7F-4PMI", "KX7F-4PMé", "KX7F-4PMQ-2Z", "4T7-KX9-M22"])
def test_another_text_is_no_code(typed):
    assert kind(typed) is None


@given(st.text(characters, min_size=8, max_size=8))
def test_nine_characters_are_a_reference_for_one_check_character_only(body):
    assert [last for last in ALPHABET if kind(body + last) == "reference"] == [check_character(body)]


@given(st.text(characters, min_size=8, max_size=8), st.integers(0, 8), characters)
def test_one_wrong_character_is_seen(body, place, other):
    whole = body + check_character(body)
    wrong = whole[:place] + other + whole[place + 1 :]
    assert (kind(wrong) == "reference") == (wrong == whole)
