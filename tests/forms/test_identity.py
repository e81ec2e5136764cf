"""Who the person is, as they say it (P8, P9)."""

import pytest

from app.models.nir import key_of
from tests.forms.person import CHILD, PHONE, SIGNER, asked, borne, finished, page, poste, said


def test_a_woman_alone_is_asked_her_names_number_and_birth():
    assert asked(borne(), "names") == ["name", "first_name"]
    assert asked(borne(), "number") == ["nir", "birth_date"]


@pytest.mark.parametrize(
    ("whom", "names", "number"),
    [
        ("me", "Comment vous appelez-vous ?", "Votre numéro et votre date de naissance"),
        ("child", "Comment s’appelle votre enfant ?", "Le numéro et la date de naissance de votre enfant"),
        ("helped", "Comment s’appelle cette personne ?", "Le numéro et la date de naissance de cette personne"),
    ],
)
def test_the_questions_speak_of_the_right_person(whom, names, number):
    way = borne(for_whom=whom)
    assert (str(page(way, "names").title), str(page(way, "number").title)) == (names, number)


def test_who_has_no_number_goes_on():
    assert said(borne(nir="none"), "number") == {}
    assert finished(borne(nir="none"))


@pytest.mark.parametrize("day", ["14/4/1988", "14/3/1987"])
def test_a_number_that_tells_another_birth_is_remarked_and_taken(day):
    told = said(borne(birth_date=day), "number")
    assert list(told) == ["birth_date"]
    assert told["birth_date"].startswith("Le numéro de sécurité sociale indique une autre date.")
    assert finished(borne(birth_date=day))


def test_a_rare_or_old_number_is_remarked_and_taken():
    rare = "2884599999012"
    assert said(borne(nir=f"{rare}/{key_of(rare)}"), "number")["nir"].startswith("Le mois de naissance dans le numéro")
    assert said(borne(nir="7188000000000/"), "number")["nir"].startswith("C’est un ancien numéro provisoire")


@pytest.mark.parametrize("day", ["13/2/2026", "14/3/1890"])
def test_a_birth_to_come_or_too_long_ago_stops(day):
    assert said(borne(birth_date=day, nir="none"), "number")["birth_date"].startswith("!")


# Minors (P8)


@pytest.mark.parametrize(("day", "signer"), [("13/2/2010", True), ("12/2/2010", False), ("14/3/1988", False)])
def test_under_16_someone_else_signs(day, signer):
    assert bool(asked(borne(**CHILD | {"birth_date": day}), "signer")) is signer


def test_a_parent_signs_for_a_child():
    way = borne(**CHILD, **SIGNER)
    assert asked(way, "signer") == ["signer_name", "signer_first_name", "signer_link"]
    assert str(page(way, "signer").hint) == "Avant 16 ans, un parent ou le tuteur signe la demande."
    assert finished(way)
    assert not finished(borne(**CHILD))


def test_a_guardian_signs_for_an_adult():
    way = borne(for_whom="guardian", decision="yes", helper_name="Iryna Kovalenko", **SIGNER)
    assert str(page(way, "signer").hint) == "Le tuteur ou la tutrice signe."
    assert finished(way)


@pytest.mark.parametrize(("day", "stopped"), [("12/2/2008", True), ("13/2/2008", False)])
def test_at_18_nobody_asks_as_a_parent(day, stopped):
    told = said(borne(**CHILD | {"birth_date": day}), "number")
    assert told.get("birth_date", "").startswith("!À 18 ans, la personne fait sa demande elle-même") is stopped
    assert said(borne(birth_date=day, nir="none"), "number") == {}


# What the agent saw (P9)


def test_an_agent_says_what_paper_was_seen():
    assert asked(poste(identity="seen"), "identity") == ["identity", "paper_seen"]
    assert asked(poste(identity="declared"), "identity") == ["identity"]


def test_at_a_borne_and_by_telephone_no_paper_is_seen():
    assert asked(borne(), "identity") == []
    assert asked(poste(**PHONE), "identity") == []
