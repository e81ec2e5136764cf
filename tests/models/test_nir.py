"""The social security number (forms.md 0.2): what is taken, what is said, what is unusual."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import nir
from app.models.form import Caution, Unreadable
from app.models.nir import NONE, Nir, cautions, disagrees, key_of, read, spaced, split

TODAY = date(2026, 2, 12)
NUMBER = "2880399999012"


def with_key(number):
    return f"{number}/{key_of(number)}"


def refused(typed):
    """What is said of *typed*, and in which box."""
    with pytest.raises(Unreadable) as caught:
        read(typed)
    return str(caught.value.message), caught.value.part


def test_the_key_is_97_less_the_rest():
    assert key_of(NUMBER) == f"{97 - 2880399999012 % 97:02d}" == "35"
    assert len(key_of("1880399999096")) == 2


def test_a_number_of_corsica_counts_19_for_2a_and_18_for_2b():
    assert key_of("288032A999012") == key_of("2880319999012")
    assert key_of("288032B999012") == key_of("2880318999012")


@pytest.mark.parametrize("first", ["1", "2"])
def test_a_number_with_its_key_is_definitive(first):
    number = first + NUMBER[1:]
    assert read(with_key(number)) == Nir(number, key_of(number), "definitive")


@pytest.mark.parametrize("first", ["3", "4", "7", "8"])
def test_a_waiting_number_with_its_key_is_taken(first):
    assert read(with_key(first + NUMBER[1:])).kind == "waiting"


@pytest.mark.parametrize("department", ["2A", "2B", "2a", "2b"])
def test_corsica_may_be_typed_in_small_letters(department):
    number = f"28803{department}999012"
    key = key_of(number.upper())
    assert read(f"{number}/{key}") == Nir(number.upper(), key, "definitive")


@pytest.mark.parametrize("typed", ["2 88 03 99 999 012/35", "2.88.03.99.999.012 / 35", "2880399999012 35"])
def test_spaces_dots_and_one_box_for_both_make_no_difference(typed):
    assert read(typed) == Nir(NUMBER, "35", "definitive")


def test_who_has_no_number_says_so():
    assert read(NONE) == Nir() == Nir("", "", None)


@pytest.mark.parametrize("first", ["51", "62", "71", "82"])
def test_a_legacy_number_has_no_key(first):
    number = first + "0" * 11
    assert read(f"{number}/") == Nir(number, "", "legacy")


# What is refused


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("288039999901", "Il manque 1 chiffre au numéro de sécurité sociale."),
        ("28803/35", "Il manque 8 chiffres au numéro de sécurité sociale."),
        ("/35", "Il manque 13 chiffres au numéro de sécurité sociale."),
    ],
)
def test_missing_digits_are_counted(typed, said):
    assert refused(typed) == (said, "number")


@pytest.mark.parametrize("typed", [NUMBER, NUMBER + "/3", NUMBER + "/3A", NUMBER + "356"])
def test_the_key_is_asked_for_in_its_own_box(typed):
    assert refused(typed) == ("Ajoutez la clé : les 2 derniers chiffres du numéro.", "key")


def test_a_wrong_key_is_said():
    assert refused(NUMBER + "/36") == ("Le numéro et la clé ne vont pas ensemble. Relisez chaque chiffre.", "number")


@pytest.mark.parametrize("typed", ["X880399999012/35", "288039999901A/35", "9880399999012/35", "288032C999012/35",
                                   "5880399999012/35", "2\uff1880399999012/35"])  # fmt: skip
def test_a_stray_letter_is_said(typed):
    assert "contient une lettre" in refused(typed)[0]


@pytest.mark.parametrize("month", ["00", "13", "19"])
def test_a_month_that_does_not_exist_is_said(month):
    assert "chiffres 4 et 5" in refused(with_key(f"288{month}99999012"))[0]


def test_department_00_is_said():
    assert "chiffres 6 et 7" in refused(with_key("2880300999012"))[0]


@given(st.integers(0, 12), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_seen(place, digit):
    wrong = NUMBER[:place] + digit + NUMBER[place + 1 :]
    if wrong == NUMBER:
        assert read(f"{wrong}/35").number == NUMBER
    else:
        assert refused(f"{wrong}/35")[1] == "number"


@given(st.one_of(st.text(max_size=20), st.from_regex(r"[0-9 .AB/-]{0,20}", fullmatch=True)))
def test_whatever_is_typed_it_is_read_or_refused(typed):
    try:
        said = str(read(typed).kind)
    except Unreadable as error:
        said = error.part
    assert said in ("definitive", "waiting", "legacy", "number", "key")


# What is unusual


@pytest.mark.parametrize("month", ["01", "12", "20", "42", "50", "99"])
def test_a_usual_month_is_not_remarked(month):
    assert nir.caution(read(with_key(f"288{month}99999012")), TODAY) is None


@pytest.mark.parametrize("month", ["43", "49"])
def test_a_rare_month_is_said_and_taken(month):
    (said,) = cautions(read(with_key(f"288{month}99999012")))
    assert "chiffres 4 et 5" in str(said)


def test_a_legacy_number_is_said_to_be_old():
    caution = nir.caution(read("7100000000000/"), TODAY)
    assert isinstance(caution, Caution)
    assert "ancien numéro provisoire" in str(caution.message)


def test_a_waiting_number_is_said_to_be_one():
    (said,) = cautions(read(with_key("8" + NUMBER[1:])))
    assert "numéro d’attente" in str(said)


def test_nothing_is_said_of_no_number():
    assert cautions(Nir()) == ()


@pytest.mark.parametrize(
    ("number", "differs"),
    [(NUMBER, False), ("2870399999012", True), ("2880499999012", True), ("2882099999012", False),
     ("2872099999012", True), ("2881299999012", True)],
)  # fmt: skip
def test_year_and_month_are_compared_with_the_birth(number, differs):
    assert disagrees(read(with_key(number)), date(1988, 3, 14)) is differs


@pytest.mark.parametrize("typed", [NONE, "7100000000000/"])
def test_what_tells_no_date_disagrees_with_none(typed):
    assert not disagrees(read(typed), date(1988, 3, 14))


# How it is written


def test_a_number_is_written_in_its_groups():
    assert str(Nir(NUMBER, "35", "definitive")) == "2 88 03 99 999 012 35"
    assert (spaced("28803"), spaced(""), spaced("288032a999012/")) == ("2 88 03", "", "2 88 03 2A 999 012")


def test_number_and_key_are_told_apart():
    assert split("2 88 03 99 999 012 35") == split("2880399999012/35") == (NUMBER, "35")
    assert split("28803/35") == ("28803", "35")
