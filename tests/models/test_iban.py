"""Bank account numbers (ISO 13616): examples of the register, what is refused and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.form import Unreadable
from app.models.iban import NO_COUNTRY, NO_PLACE, NO_START, NO_SUM, ONLY_SIGNS, check_digits, compact, read, spaced

FRENCH = "FR1420041010050500013M02606"
REGISTER = (
    "AD1200012030200359100100", "AT611904300234573201", "BE68539007547034", "CH9300762011623852957",
    "DE89370400440532013000", "ES9121000418450200051332", "FR1420041010050500013M02606", "GB29NWBK60161331926819",
    "IT60X0542811101000000123456", "LU280019400644750000", "MC5811222000010123456789030",
    "MT84MALT011000012345MTLCAST001S", "NL91ABNA0417164300", "NO9386011117947", "PL61109010140000071219812874",
    "PT50000201231234567890154", "RO49AAAA1B31007593840000", "TN5910006035183598478831", "TR330006100519786457841326",
    "UA213223130000026007233566001",
)  # fmt: skip
"""The examples that the register gives."""


def refused(typed):
    with pytest.raises(Unreadable) as caught:
        read(typed)
    return caught.value.message


@pytest.mark.parametrize("iban", REGISTER)
def test_the_examples_of_the_register_are_taken(iban):
    assert read(iban) == read(spaced(iban)) == read(iban.lower()) == iban


@pytest.mark.parametrize(
    "typed",
    ["fr14 2004 1010 0505 0001 3m02 606", "FR14-2004-1010-0505-0001-3M02-606", "IBAN : FR14 20041010050500013M02606",
     "\u202fFR14\xa02004.1010.0505.0001.3M02.606\n"],
)  # fmt: skip
def test_however_it_is_copied_it_is_one_account(typed):
    assert read(typed) == FRENCH


def test_it_is_printed_in_fours():
    assert spaced(FRENCH.lower()) == "FR14 2004 1010 0505 0001 3M02 606"
    assert (spaced(""), compact("iban")) == ("", "")


@pytest.mark.parametrize("typed", ["FR14 2004/1010", "ФР14", "FR\u0661\u0664", "FR14_2004", "é", "\0", "\udcff"])
def test_other_signs_are_refused(typed):
    assert refused(typed) == ONLY_SIGNS


@pytest.mark.parametrize("typed", ["", "F", "FR", "FR1", "1FR4", "20041010050500013M02606", "FRA4"])
def test_a_beginning_is_asked_for(typed):
    assert refused(typed) == NO_START


@pytest.mark.parametrize("country", ["US", "ZZ", "GP", "CA"])
def test_a_country_without_ibans_is_said(country):
    assert refused(country + FRENCH[2:]) == NO_COUNTRY.with_(country=country)
    assert country in str(refused(country + FRENCH[2:]))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (FRENCH[:-1], "Il manque 1 signe : un IBAN qui commence par FR en a 27."),
        (FRENCH[:4], "Il manque 23 signes : un IBAN qui commence par FR en a 27."),
        (FRENCH + "0", "Il y a 1 signe de trop : un IBAN qui commence par FR en a 27."),
        ("BE6853900754703400", "Il y a 2 signes de trop : un IBAN qui commence par BE en a 16."),
    ],
)
def test_what_is_missing_or_too_much_is_counted(typed, said):
    assert str(refused(typed)) == said


@pytest.mark.parametrize("typed", ["FR142OO41010050500013M02606", "FR1420041010050500013M026O6", "NL91ABN90417164300"])
def test_a_letter_where_a_digit_belongs_is_said(typed):
    assert refused(typed) == NO_PLACE


@pytest.mark.parametrize("typed", ["FR1520041010050500013M02606", "FR1420041010050500013M02660"])
def test_signs_that_do_not_go_together_are_said(typed):
    assert refused(typed) == NO_SUM


def test_digits_with_the_same_remainder_are_not_the_right_ones():
    rest = next(rest for rest in (f"{number:018d}" for number in range(200)) if check_digits(f"DE00{rest}") == "98")
    assert read(f"DE98{rest}")
    assert refused(f"DE01{rest}") == NO_SUM


@given(st.integers(4, 26), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_seen(place, digit):
    wrong = FRENCH[:place] + digit + FRENCH[place + 1 :]
    if wrong == FRENCH:
        assert read(wrong)
    else:
        assert refused(wrong) == NO_SUM


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters()) | st.from_regex(r"(FR|UA|BE)[0-9]{2}[0-9A-Z .]{0,30}"))
def test_whatever_is_typed_it_is_read_or_refused(typed):
    try:
        said = spaced(read(typed))
    except Unreadable as error:
        said = str(error.message)
    assert said
