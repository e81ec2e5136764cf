"""Sums, twelve of them, a person among those listed, a consent, the day of a signature."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.fields import Line
from app.models.form import Answers, Repeat, Unreadable
from app.models.kinds import MONTHS, Agreement, Among, Amount, Months, Place, SigningDay, Town, euros, money
from app.models.path import Asked
from app.models.text import Text, speaking
from tests.models.trip import TODAY

amount = Amount(name="rent", label=Text("Loyer"))
months = Months(name="pay", label=Text("Salaire"))
first, last = Line(name="first", label=Text("Prénom")), Line(name="last", label=Text("Nom"))
people = Repeat(name="people", title=Text("Personne"), add=Text("Ajouter"), fields=(first, last))
someone = Among(name="who", label=Text("Qui ?"), options={"me": Text("Moi")}, repeat=people, named=(first, last))

WHOLE = ";".join(["870"] * MONTHS)


def refusal(field, typed):
    with pytest.raises(Unreadable) as refused:
        field.read(typed)
    return str(refused.value.message), refused.value.part


# A sum


@pytest.mark.parametrize(
    ("typed", "read"),
    [("870", "870"), ("870,5", "870.5"), ("870.55", "870.55"), ("1 433,50", "1433.50"), ("1\u202f433\u00a0€", "1433"),
     ("0", "0"), ("007", "7"), ("9999999", "9999999")],
)  # fmt: skip
def test_a_sum_is_read_as_people_write_it(typed, read):
    assert amount.read(typed) == Decimal(read)


@pytest.mark.parametrize(
    "typed", ["-5", "+5", "1,2,3", "1.234,50", "12,345", "1e3", "٣", "", "€", "10000000", "NaN", "∞", ",5", "5,"]
)
def test_anything_else_is_no_sum(typed):
    assert refusal(amount, typed) == ("Écrivez une somme en chiffres. Exemple : 870 ou 870,50.", "")


@pytest.mark.parametrize(
    ("language", "whole", "cents"),
    [("fr", "1\u202f433\u00a0€", "1\u202f433,50\u00a0€"), ("en", "€1,433", "€1,433.50"),
     ("uk", "1\u00a0433\u00a0€", "1\u00a0433,50\u00a0€")],
)  # fmt: skip
def test_a_sum_is_shown_with_its_cents_only_when_there_are_some(language, whole, cents):
    with speaking(language):
        assert amount.show("1433,00") == euros(Decimal(1433)) == whole
        assert amount.show("1433,5") == euros(Decimal("1433.5")) == cents


def test_what_is_no_sum_is_shown_as_it_was_typed():
    assert amount.show("wings") == "wings"


@given(st.text())
def test_a_sum_is_read_or_refused(typed):
    try:
        assert money(typed) >= 0
    except Unreadable:
        assert amount.show(typed) == typed


# Twelve sums


def test_twelve_sums_are_read_in_their_order():
    assert months.read("1;2;3,50;4;5;6;7;8;9;10;11;0") == tuple(
        map(Decimal, ("1", "2", "3.50", "4", "5", "6", "7", "8", "9", "10", "11", "0"))
    )
    assert months.read(" 870 ; " + ";".join(["0"] * 11))[0] == 870


def test_an_empty_month_is_not_nothing_received():
    lacking = "Écrivez une somme pour chaque mois. Écrivez 0 si vous n’avez rien reçu."
    assert refusal(months, "870;;" + ";".join(["0"] * 10)) == (lacking, "2")
    assert refusal(months, "870") == (lacking, "2")
    assert refusal(months, "") == (lacking, "1")


def test_a_faulty_month_is_pointed_at():
    message, part = refusal(months, WHOLE[:-3] + "12,345")
    assert (message[:18], part) == ("Écrivez une somme ", "12")


def test_a_thirteenth_sum_is_not_dropped():
    assert refusal(months, WHOLE + ";870") == ("Écrivez 12 sommes, une par mois.", "")


def test_twelve_sums_are_shown_by_their_total():
    assert months.show(WHOLE).replace("\u202f", " ").replace("\u00a0", " ") == "10 440 € pour 12 mois"


@pytest.mark.parametrize(
    ("typed", "shown"), [("", "0 mois rempli sur 12"), ("1", "1 mois rempli sur 12"), ("1;;x", "2 mois remplis sur 12")]
)
def test_months_to_be_filled_are_counted(typed, shown):
    assert months.show(typed) == shown


@given(st.text(alphabet="0123456789;, x"))
def test_months_are_read_or_refused_and_always_shown(typed):
    with suppress(Unreadable):
        assert len(months.read(typed)) == MONTHS
    assert "12" in months.show(typed)


# One of the rows


def rows(**typed):
    return dict(someone.rows(Answers({path.replace("__", "/"): text for path, text in typed.items()}, TODAY)))


def test_the_rows_are_offered_by_their_names_in_their_order():
    assert rows(people__b__first="Ana", people__b__last="Ortiz", people__a__first="Joaquín") == {
        "b": Text("Ana Ortiz"),
        "a": Text("Joaquín"),
    }


def test_a_row_without_a_name_is_not_offered():
    assert rows(people__a__first=" ", people__a__last="", people__b__last="Ortiz", other__c__first="Eve") == {}
    assert rows(people__a__first="", people__a__last="Ortiz") == {"a": Text("Ortiz")}


def test_a_row_is_read_by_its_id_and_shown_by_its_name():
    assert someone.read("r1") == "r1"
    asked = Asked("who", someone, {"me": Text("Moi"), "r1": Text("Ana")})
    assert [asked.show(typed) for typed in ("me", "r1", "r2")] == ["Moi", "Ana", ""]


# The others


def test_a_town_goes_with_its_postal_code():
    assert (Town(name="town", label=Text("Commune")).code, Town(name="t", label=Text("C"), code="p").code) == (
        "postcode",
        "p",
    )


def test_a_place_may_have_figures_and_brackets():
    assert Place(name="birth_town", label=Text("Commune")).read("Paris 12 (Bel-Air)") == "Paris 12 (Bel-Air)"


def test_a_consent_that_may_be_refused_is_a_choice():
    agreement = Agreement(name="ok", label=Text("Accord"), options={"yes": Text("Oui"), "no": Text("Non")})
    assert (agreement.read("no"), agreement.show("yes")) == ("no", "Oui")


def test_the_day_of_a_signature_is_a_date_that_nobody_types():
    day = SigningDay(name="signed_on", label=Text("Le"))
    assert SigningDay.typed(date(2026, 2, 3)) == "3/2/2026"
    assert day.read("3/2/2026") == date(2026, 2, 3)
    assert (day.of, day.required) == ("signature", False)
