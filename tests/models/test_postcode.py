"""Postal codes as they are typed, and the lines of the list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.form import Unreadable
from app.models.postcode import communes, read

LIST = "# une tête\n01000\tBourg-en-Bresse\tSaint-Denis-lès-Bourg\n20000\tAjaccio\n97110\tPointe-à-Pitre\n".encode()


def refused(typed):
    with pytest.raises(Unreadable) as caught:
        read(typed)
    return str(caught.value.message)


@pytest.mark.parametrize(
    "typed", ["01000", "20000", "42 000", " 75013\u202f", "97-110", "97.600", "98800", "75334", "95999"]
)
def test_five_digits_of_a_department_are_a_code_known_or_not(typed):
    assert read(typed) == "".join(filter(str.isdigit, typed))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Écrivez les 5 chiffres du code postal."),
        ("Paris", "Écrivez les 5 chiffres du code postal."),
        ("75013 CEDEX", "Écrivez les 5 chiffres du code postal."),
        ("\uff142000", "Écrivez les 5 chiffres du code postal."),
        ("4200", "Il manque 1 chiffre au code postal."),
        ("42", "Il manque 3 chiffres au code postal."),
        ("420000", "Il y a 1 chiffre de trop dans le code postal."),
        ("4200000", "Il y a 2 chiffres de trop dans le code postal."),
        ("2A000", "En Corse, le code postal commence par 20. Exemple : 20000."),
        ("2b", "En Corse, le code postal commence par 20. Exemple : 20000."),
        ("00100", "Aucun code postal ne commence par 00. Relisez les 2 premiers chiffres."),
        ("99123", "Aucun code postal ne commence par 99. Relisez les 2 premiers chiffres."),
    ],
)
def test_what_to_repair_is_said(typed, said):
    assert refused(typed) == said


def test_a_code_of_the_list_has_its_communes():
    assert communes(LIST, "01000") == ("Bourg-en-Bresse", "Saint-Denis-lès-Bourg")
    assert communes(LIST, "97110") == ("Pointe-à-Pitre",)


@pytest.mark.parametrize("code", ["75334", "98000", "", "0100", "01000\t", "\udcff", "# une"])
def test_what_the_list_does_not_have_has_none(code):
    assert communes(LIST, code) == ()


@settings(max_examples=300)
@given(st.text(st.characters()) | st.text("0123456789 aAbB-.٣²", max_size=8))
def test_whatever_is_typed_it_is_read_or_refused(typed):
    try:
        said = read(typed)
    except Unreadable as error:
        said = str(error.message)
    assert said
    assert communes(LIST, typed) in {
        (),
        ("Ajaccio",),
        ("Pointe-à-Pitre",),
        ("Bourg-en-Bresse", "Saint-Denis-lès-Bourg"),
    }
