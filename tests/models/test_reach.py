"""How people are reached: telephone numbers and e-mail addresses as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.form import Unreadable
from app.models.reach import EMAIL, PHONE, email, phone, phone_as_people_read_it


@pytest.mark.parametrize(
    "typed", ["0639981234", "06 39 98 12 34", "06.39.98.12.34", "+33 6 39 98 12 34", "+33639981234", "0033639981234"]
)
def test_a_french_number_is_one_number_however_it_is_typed(typed):
    assert phone(typed) == "+33639981234"
    assert phone_as_people_read_it(typed) == "06 39 98 12 34"


def test_a_foreign_number_keeps_its_country():
    assert phone("+380 44 555 12 34") == "+380445551234"
    assert phone_as_people_read_it("+380445551234").startswith("+380 44")


@pytest.mark.parametrize("typed", ["06 39 98 12", "06 39 98 12 345", "06 39 98 12 3a", "zéro six", "+", "3646", "06"])
def test_what_is_no_number_is_refused_and_shown_as_it_was_typed(typed):
    with pytest.raises(Unreadable) as caught:
        phone(typed)
    assert caught.value.message is PHONE
    assert phone_as_people_read_it(typed) == typed


@given(st.text(max_size=40))
def test_whatever_is_typed_a_number_is_read_or_refused(typed):
    try:
        assert phone(typed).startswith("+")
    except Unreadable:
        assert phone_as_people_read_it(typed) == typed


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("nom@exemple.fr", "nom@exemple.fr"),
        ("Nom.Prenom+a@Exemple.FR", "Nom.Prenom+a@exemple.fr"),
        ("олена@приклад.укр", "олена@приклад.укр"),
    ],
)
def test_an_address_is_taken_whether_it_exists_or_not(typed, kept):
    assert email(typed) == kept


@pytest.mark.parametrize("typed", ["nom", "nom@", "@exemple.fr", "nom@exemple", "a b@exemple.fr", "a@@exemple.fr", ""])
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(Unreadable) as caught:
        email(typed)
    assert caught.value.message is EMAIL
