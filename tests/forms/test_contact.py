"""How to reach the person (P7, P8, P13)."""

import pytest

from app.forms.contact import ways
from tests.builders import BY_MAIL
from tests.forms.person import PHONE, asked, borne, finished, page, poste, said


@pytest.mark.parametrize(
    ("way", "asks"),
    [("call", ["phone", "voicemail", "halves"]), ("sms", ["phone"]), ("email", ["email"]),
     ("structure", ["structure"]), ("mail", []), ("desk", [])],
)  # fmt: skip
def test_only_what_the_chosen_way_needs_is_asked(way, asks):
    assert asked(borne(ways=way), "reach") == asks


def test_at_least_one_way_is_needed():
    assert said(borne(ways=""), "ways") == {"ways": "!Choisissez au moins une façon de vous joindre."}


@pytest.mark.parametrize("way", ways.options)
def test_each_way_alone_is_enough(way):
    with_it = {"email": "oksana@exemple.fr", "structure": "CCAS", "postcode": "42000"}
    assert finished(borne(**BY_MAIL | {"ways": way} | with_it))


def test_an_address_is_asked_for_letters():
    assert asked(borne(ways="mail"), "address") == ["home", "postcode", "town", "street"]
    assert asked(borne(ways="mail", home="elected"), "address") == ["home", "elected", "postcode", "town", "street"]
    assert asked(borne(ways="call"), "address") == []


def test_by_telephone_a_letter_confirms():
    assert asked(poste(**PHONE), "address") == ["home", "postcode", "town", "street"]


def test_a_minor_is_told_that_only_the_chosen_way_is_used():
    assert "moins de 18 ans" in str(page(borne(birth_date="13/2/2008"), "ways").why)
    assert "moins de 18 ans" not in str(page(borne(birth_date="12/2/2008"), "ways").why)


@pytest.mark.parametrize(
    ("spoken", "asks"),
    [
        ("fr", []),
        ("en", ["interpretation"]),
        ("uk", ["interpretation"]),
        ("other", ["other_language", "interpretation"]),
    ],
)
def test_a_language_calls_for_an_interpreter_maybe(spoken, asks):
    assert asked(borne(spoken=spoken), "language") == ["spoken", *asks, "hearing"]


@pytest.mark.parametrize(
    ("hearing", "chosen", "stopped"),
    [("written", "call", True), ("written", "call sms", False), ("lsf", "call", False), ("", "call", False)],
)
def test_who_wants_only_writing_is_not_only_called(hearing, chosen, stopped):
    told = said(borne(hearing=hearing, ways=chosen), "language")
    assert told.get("hearing", "").startswith("!Vous demandez seulement l’écrit.") is stopped


def test_a_place_to_avoid_is_optional():
    assert said(borne(avoid=""), "avoid") == {}
    assert finished(borne(avoid="N’appelez pas chez mes parents."))
