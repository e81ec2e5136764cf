"""The kinds of field: what each one takes, refuses and shows."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.fields import (
    MONTHS,
    Choice,
    Choices,
    Consent,
    Date,
    Email,
    Iban,
    Line,
    Name,
    Nir,
    Paragraph,
    Phone,
    PostCode,
    Signature,
    Tick,
)
from app.models.form import UNANSWERED, Unreadable
from app.models.nir import NONE
from app.models.text import Text, speak

WHAT = Text("?")
OPTIONS = {"car": Text("Voiture"), "taxi": Text("Taxi")}
line, paragraph = Line(name="f", label=WHAT, limit=5), Paragraph(name="f", label=WHAT)
name, code, nir = Name(name="f", label=WHAT), PostCode(name="f", label=WHAT), Nir(name="f", label=WHAT)
account = Iban(name="f", label=WHAT)
day, phone, email = Date(name="f", label=WHAT), Phone(name="f", label=WHAT), Email(name="f", label=WHAT)
one, many = Choice(name="f", label=WHAT, options=OPTIONS), Choices(name="f", label=WHAT, options=OPTIONS)
box, consent, pad = Tick(name="f", label=WHAT), Consent(name="f", label=WHAT), Signature(name="f", label=WHAT)


def refused(field, typed):
    """What *field* says of *typed*, and in which box."""
    with pytest.raises(Unreadable) as caught:
        field.read(typed)
    return str(caught.value.message), caught.value.part


# Text and names


def test_a_line_has_a_limit():
    assert line.read("12345") == "12345"
    assert refused(line, "123456") == ("Écrivez 5 lettres au plus.", "")


def test_a_paragraph_is_longer():
    assert paragraph.read("x\n" * 200) == "x\n" * 200
    assert "400" in refused(paragraph, "x" * 401)[0]


def test_letters_and_accents_typed_apart_are_put_together():
    assert name.read(unicodedata.normalize("NFD", "Éléonore")) == "Éléonore"


@pytest.mark.parametrize(
    "typed",
    ["Anna", "Anne-Marie", "D’Hérouville", "d'Ornano", "Мар’яна", "Марʼяна", "Jean  Le Gall", "Œuvré", "Олександр Jr.",
     "J.-P. Martin", "Adébáyọ̀", "李", "محمد"],
)  # fmt: skip
def test_a_name_may_be_in_any_letters(typed):
    assert name.read(typed) == unicodedata.normalize("NFC", typed)


@pytest.mark.parametrize("typed", ["Anna2", "Anna!", "-Anna", "Anna-", "Anna_Maria", "@", "'", "Anna/Maria"])
def test_a_name_has_nothing_but_letters(typed):
    assert refused(name, typed)[0] == "Écrivez seulement des lettres. Tirets et apostrophes sont possibles."


def test_a_long_row_of_apostrophes_is_judged_at_once():
    assert refused(name, "a" + "ʼ" * 70 + "1")


@pytest.mark.parametrize("typed", ["01000", "20000", "42 000", "97400", "98800"])
def test_a_postal_code_has_five_digits(typed):
    assert code.read(typed) == typed.replace(" ", "")


@pytest.mark.parametrize("typed", ["4200", "420000", "00100", "2A000", "99000", "\uff142000", ""])
def test_anything_else_is_no_postal_code(typed):
    assert "code postal" in refused(code, typed)[0]


# Bank accounts


def test_a_bank_account_is_kept_in_one_go_and_shown_in_fours():
    assert account.read("fr14 2004 1010 0505 0001 3m02 606") == "FR1420041010050500013M02606"
    assert account.show("fr1420041010050500013m02606") == "FR14 2004 1010 0505 0001 3M02 606"
    assert "lettre" in refused(account, "20041010050500013M02606")[0]


# Dates


@pytest.mark.parametrize(
    "typed",
    ["14/3/1988", "14/03/1988", " 14 / 3 / 1988 ", "14/mars/1988", "14/March/1988", "14/березня/1988",
     "14/БЕРЕЗЕНЬ/1988", "14/3/1988/x"],
)  # fmt: skip
def test_a_date_is_read_however_its_month_is_said(typed):
    assert day.read(typed) == date(1988, 3, 14)


@pytest.mark.parametrize("typed", ["1/août/2026", "1/aout/2026", "1/AOÛT/2026", "1/aou\u0302t/2026", "1/серпня/2026"])
def test_august_with_or_without_its_accent(typed):
    assert day.read(typed) == date(2026, 8, 1)


def test_twelve_months_have_a_name_in_each_language():
    assert sorted(set(MONTHS.values())) == list(range(1, 13))
    for names in ("janvier december", "липень липня", "february february"):
        assert all(month in MONTHS for month in names.split())


@pytest.mark.parametrize(
    ("typed", "said", "part"),
    [
        ("/3/1988", "Ajoutez le jour. Exemple : 14.", "day"),
        ("14//1988", "Ajoutez le mois. Exemple : 3.", "month"),
        ("14/3/", "Ajoutez l’année. Exemple : 1988.", "year"),
        ("14", "Ajoutez le mois. Exemple : 3.", "month"),
        ("//", "Ajoutez le jour. Exemple : 14.", "day"),
        ("32/3/1988", "Écrivez le jour en chiffres, de 1 à 31.", "day"),
        ("0/3/1988", "Écrivez le jour en chiffres, de 1 à 31.", "day"),
        ("x/3/1988", "Écrivez le jour en chiffres, de 1 à 31.", "day"),
        ("9" * 5000 + "/3/1988", "Écrivez le jour en chiffres, de 1 à 31.", "day"),
        ("14/13/1988", "Écrivez le mois en chiffres, de 1 à 12.", "month"),
        ("14/marz/1988", "Écrivez le mois en chiffres, de 1 à 12.", "month"),
        ("14/3/88", "Écrivez l’année en 4 chiffres. Exemple : 1988.", "year"),
        ("14/3/\uff13988", "Écrivez l’année en 4 chiffres. Exemple : 1988.", "year"),
        ("30/2/1988", "Ce jour n’existe pas dans ce mois. Vérifiez le jour et le mois.", "day"),
        ("29/2/2026", "Ce jour n’existe pas dans ce mois. Vérifiez le jour et le mois.", "day"),
    ],
)
def test_a_wrong_date_names_its_faulty_part(typed, said, part):
    assert refused(day, typed) == (said, part)


@pytest.mark.parametrize(("code", "shown"), [("fr", "14 mars 1988"), ("en", "14 March 1988"), ("uk", "14 березня")])
def test_a_date_is_shown_in_words(code, shown):
    speak(code)
    assert day.show("14/3/1988").startswith(shown)


def test_an_unfinished_date_is_shown_as_it_was_typed():
    assert day.show("14/3/") == "14/3"


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_is_read(when):
    assert day.read(f"{when.day}/{when.month}/{when.year}") == when


@given(st.text(max_size=20))
def test_whatever_is_typed_a_date_is_read_or_names_its_part(typed):
    try:
        part = "none" if day.read(typed) else ""
    except Unreadable as error:
        part = error.part
    assert part in ("none", "day", "month", "year")


# Numbers, telephone, e-mail


def test_a_number_is_shown_in_groups_and_no_number_in_words():
    assert nir.show("2880399999012/35") == "2 88 03 99 999 012 35"
    assert nir.show(NONE) == "Pas encore de numéro, ou numéro provisoire"
    assert nir.read(NONE).number == ""


def test_a_telephone_number_is_shown_in_pairs():
    assert (phone.read("0639981234"), phone.show("0639981234")) == ("+33639981234", "06 39 98 12 34")


def test_an_e_mail_address_is_shown_as_it_was_typed():
    assert (email.read("Nom@Exemple.fr"), email.show("Nom@Exemple.fr")) == ("Nom@exemple.fr", "Nom@Exemple.fr")


# Choices and boxes


def test_a_choice_is_one_of_its_options():
    assert (one.read("car"), one.show("car"), one.show("bus")) == ("car", "Voiture", "")
    assert refused(one, "bus")[0] == refused(one, "car taxi")[0] == str(UNANSWERED)


def test_several_choices_come_in_the_order_of_the_form():
    assert many.read("taxi car car") == ("car", "taxi")
    assert many.show("taxi car") == "Voiture\nTaxi"


@pytest.mark.parametrize("typed", ["", " ", "car bus"])
def test_several_choices_are_at_least_one_and_all_known(typed):
    assert refused(many, typed)[0] == str(UNANSWERED)


@pytest.mark.parametrize("field", [box, consent])
def test_a_box_is_ticked_or_not(field):
    assert (field.read("yes"), field.show("yes"), field.show("")) == (True, "Oui", "Non")
    assert refused(field, "no")[0] == str(UNANSWERED)


def test_a_touch_of_the_pad_is_no_signature():
    assert refused(pad, "1,1 2,2;3,3 4,4 5,5")[0] == str(UNANSWERED)
    assert pad.read("1,1 2,2;3,3 4,4 5,5 6,6") == (((1, 1), (2, 2)), ((3, 3), (4, 4), (5, 5), (6, 6)))


def test_a_signature_is_said_to_be_drawn():
    assert (pad.show("1,1"), pad.show("")) == ("Signature dessinée", "")
