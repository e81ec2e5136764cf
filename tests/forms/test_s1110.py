"""The S1110: who may ask it, what a young person may keep to themselves, who signs (forms.md 2, people.md P8)."""

from datetime import date

import pytest

from app.forms import s1110, signing
from app.models.pieces import pieces
from tests.forms.official.filled_s1110 import typed
from tests.forms.official.people import person

HOME = person(s1110.FORM, "s1110", "sixteen-today", typed)
CARE = person(s1110.FORM, "s1110", "young-person-in-care", typed)
APART = person(s1110.FORM, "s1110", "sixteen-on-29-february", typed)
TODAY = date(2026, 2, 28)


def test_a_young_person_alone_is_asked_this_and_nothing_more():
    assert HOME.steps() == [
        "care", "caisse", "person", "notice", "names", "number", "home", "account", "parent", "parent_number",
        "parent_address", "ways", "reach", "language", "avoid", "declaration", "sign",
    ]  # fmt: skip
    assert HOME.finished()


def test_care_is_asked_first_and_stops_nobody():
    assert HOME.steps()[0] == "care"
    assert CARE.said("care") == {
        "care": "Faites cette demande avec votre éducateur. Vous avez des droits sans attendre."
    }
    assert s1110.IN_CARE.page == "puma-sans-delai"
    assert CARE.finished()
    assert HOME.said("care") == {}


@pytest.mark.parametrize(
    ("born", "today", "young"),
    [
        ("28/2/2010", TODAY, False),
        ("1/3/2010", TODAY, True),
        ("29/2/2008", date(2024, 2, 28), True),
        ("29/2/2008", date(2024, 2, 29), False),
        ("29/2/2012", date(2028, 2, 28), True),
    ],
)
def test_under_16_the_request_is_refused_with_the_reason(born, today, young):
    said = HOME.on(today).said("number", birth_date=born, nir="")
    refused = {
        "birth_date": "!Il faut avoir 16 ans pour cette demande. Avant 16 ans, vous dépendez d’un parent assuré."
    }
    assert said == (refused if young else {})


@pytest.mark.parametrize(
    ("born", "today", "adult"),
    [
        ("28/2/2008", TODAY, True),
        ("1/3/2008", TODAY, False),
        ("29/2/2008", TODAY, False),
        ("29/2/2008", date(2026, 3, 1), True),
    ],
)
def test_from_18_it_is_said_that_the_form_is_needless(born, today, adult):
    said = HOME.on(today).said("number", birth_date=born, nir="")
    warned = {"birth_date": "À 18 ans, vous êtes assuré à votre nom sans cette demande. Vous pouvez continuer."}
    assert said == (warned if adult else {})


def test_the_young_person_signs_alone():
    assert "signer" not in HOME.steps(birth_date="1/3/2010")
    assert signing.signer(HOME.way().answers) == "Anne-Lise Maëlle Le Goff-D’Arras"
    (asked,) = (one for page in HOME.way().pages for one in page.asked if one.path == "for_whom")
    assert list(asked.options) == ["me", "helped", "absent"]


def test_a_helper_reads_the_same_questions_about_the_young_person():
    helped = HOME.page("home", for_whom="helped", helper_name="Camille Morel")
    assert str(helped.title) == "Où habite cette personne ?"


# The parent


@pytest.mark.parametrize("told", ["unknown", "silent"])
def test_the_name_of_the_parent_may_be_kept(told):
    assert CARE.asked("parent", insured_told=told) == ["insured_told"]
    assert "parent_number" not in CARE.steps(insured_told=told)
    assert CARE.finished(insured_told=told, insured_home="unknown")


def test_who_does_not_want_to_name_the_parent_is_not_asked_where_they_live():
    assert "parent_address" not in CARE.steps()
    assert "parent_address" in CARE.steps(insured_told="unknown")


@pytest.mark.parametrize("where", ["same", "unknown", "silent"])
def test_the_address_of_the_parent_may_be_the_same_or_kept(where):
    assert HOME.asked("parent_address", insured_home=where) == ["insured_home"]
    assert HOME.finished(insured_home=where)


def test_another_address_is_asked_whole():
    assert APART.asked("parent_address") == ["insured_home", "insured_postcode", "insured_town", "insured_street"]
    assert not APART.finished(insured_street="")


def test_no_question_of_the_parent_may_be_left_without_an_answer():
    assert not HOME.finished(insured_told="")
    assert not HOME.finished(insured_home="")


def test_the_parent_has_another_number():
    mine = HOME.answers["nir"]
    assert "aussi votre numéro" in HOME.said("parent_number", insured_nir=mine)["insured_nir"]
    assert HOME.finished(nir="none", insured_nir="none")
    assert HOME.finished(nir="", insured_nir="")


@pytest.mark.parametrize(("born", "younger"), [("28/2/2010", True), ("27/2/2010", False), ("1/1/2020", True)])
def test_a_parent_who_is_not_older_is_said_and_does_not_stop(born, younger):
    assert ("insured_birth_date" in HOME.said("parent_number", insured_birth_date=born)) is younger
    assert HOME.finished(insured_birth_date=born)


# The account


def test_no_account_lets_the_request_go_without_its_paper():
    asked = {
        account: [piece.paper.key for piece in pieces(s1110.FORM, HOME.way(account=account).answers)]
        for account in ("yes", "no")
    }
    assert asked == {"yes": ["rib"], "no": []}
    assert HOME.finished(account="no")
    assert not HOME.finished(account="")


def test_a_number_of_another_birth_date_is_said_of_the_number():
    assert list(HOME.said("number", birth_date="28/2/2009")) == ["nir"]
