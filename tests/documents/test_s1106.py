"""The S1106 on paper: its frames and labels, its boxes, its law, and no answer too long for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions import papers
from app.forms import s1106
from tests.builders import valmont
from tests.documents.drawn import faults, noted, pages, saisine, shown, whole
from tests.forms.official import table
from tests.forms.official.filled_s1106 import typed
from tests.forms.official.people import Person, person

PROTECTED = person(s1106.FORM, "s1106", "ukrainian-domiciled-after-a-year", typed)
WORKER = person(s1106.FORM, "s1106", "employee-from-portugal", typed)
WALLIS = person(s1106.FORM, "s1106", "french-born-in-wallis", typed)
PUPIL = person(s1106.FORM, "s1106", "sixteen-tomorrow", typed)
LETTERS = st.sampled_from("aéWiœЇґєЖ’ʼ- ")


def long(limit: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=1, max_size=limit).map(lambda text: f"a{text}a")


def test_every_frame_and_every_printed_label_is_there() -> None:
    said = whole(PROTECTED)
    wanted = {frame.name for frame in table("s1106").frames}
    wanted |= {field.label for field in table("s1106").fields if field.printed}
    assert {words for words in wanted if words not in said} == set()


def test_the_boxes_are_ticked() -> None:
    assert "X autre" in whole(PROTECTED)
    assert "X Sans activité" in whole(PROTECTED)
    assert "X Activité professionnelle" in whole(WORKER)
    assert "X UE/EEE/Suisse" in whole(WORKER)
    assert "X Autre" in whole(PUPIL)


def test_dates_and_numbers_are_in_cells() -> None:
    said = whole(WORKER)
    assert "2 8 5 0 3 9 9 1 3 9 0 0 1 9 4" in said
    assert "3 0 0 3 1 9 8 5" in said
    assert "7 6 5 4 0" in said


@pytest.mark.parametrize(
    ("who", "place"),
    [(WORKER, "Évora, Portugal"), (WALLIS, "Mata-Utu, Wallis-et-Futuna"), (PROTECTED, "Лубни, Ukraine")],
)
def test_the_place_of_birth_is_one_line(who: Person, place: str) -> None:
    assert place in whole(who)


def test_born_in_france_says_france() -> None:
    assert "Valmont, France" in whole(WORKER, birth_place="france", birth_town="Valmont")


def test_the_domiciliation_stands_in_its_own_box() -> None:
    assert "CCAS de Valmont, 2 place de la Mairie" in pages(PROTECTED)[0]
    by_mail = pages(PROTECTED, ways="mail")[2]
    assert "Organisme qui reçoit le courrier CCAS de Valmont" in by_mail
    assert "2 place de la Mairie" in by_mail


def test_names_in_cyrillic_are_printed_as_typed() -> None:
    assert "Шевчук-Мельниченко Марʼяна Олегівна" in whole(PROTECTED)


def test_the_usage_name_says_what_it_is() -> None:
    assert "D’Oliveira-Vaz (nom d’usage : Lemaître-O'Brien) Maria-João Inês" in whole(WORKER)


def test_the_law_is_named_by_its_articles() -> None:
    said = whole(WORKER).replace("L. ", "L").replace("R. ", "R").replace("D. ", "D")
    for mention in table("s1106").mentions:
        assert mention.law.casefold() in said.casefold()
        assert [article for article in mention.articles if article not in said] == []
    assert [article for article in table("s1106").basis if article not in said] == []


def test_who_does_not_wait_three_months_says_why() -> None:
    assert "pas d’attente de 3 mois, parce que Je reçois une aide" in whole(WALLIS)
    assert "pas d’attente de 3 mois" not in whole(PROTECTED)


def test_the_papers_to_join_are_listed() -> None:
    last = pages(PROTECTED)[-2]
    for paper in ("titre de séjour", "acte de naissance", "assermenté", "plus de 3 mois", "RIB à votre nom"):
        assert paper in last


def test_the_attestation_is_signed() -> None:
    (signed,) = (page for page in pages(WORKER) if "Attestation sur l’honneur" in page)
    for said in ("X Je certifie", "Fait à Valmont", "2 8 0 2 2 0 2 6", "Signature du demandeur"):
        assert said in signed


def test_under_16_the_parent_signs() -> None:
    assert "Signature du demandeur : Hery Rakotomalala" in whole(PUPIL)


def test_nothing_answered_leaves_boxes_to_fill_by_hand() -> None:
    empty = Person(s1106.FORM, {"mode": "borne", "form": "1106", "for_whom": "me"}, WORKER.today)
    assert "Identification du demandeur" in whole(empty)


@settings(max_examples=25, deadline=None)
@given(name=long(78), usage_name=long(78), first_name=long(78), elected=long(78), elected_street=long(78),
       elected_town=long(43), birth_town=long(58), birth_country=long(43), other_nationality=long(43),
       other_job=long(78), caf=long(43), made_in=long(43))  # fmt: skip
def test_long_answers_stay_whole_apart_and_on_the_page(**answers: str) -> None:
    said = {"job": "other", "caf_number": "1" * 15, "ways": "call mail", **answers}
    drawn = noted(lambda: papers.document(saisine(PROTECTED, exempt="minor", **said), valmont()))
    assert faults(drawn) == []
    assert [answer for answer in answers.values() if answer.replace(" ", "") not in shown(drawn)] == []


@settings(max_examples=25, deadline=None)
@given(street=long(78), town=long(43), trade=long(78))
def test_a_long_address_and_trade_stay_whole_apart_and_on_the_page(**answers: str) -> None:
    drawn = noted(lambda: papers.document(saisine(WORKER, **answers), valmont()))
    assert faults(drawn) == []
    assert [answer for answer in answers.values() if answer.replace(" ", "") not in shown(drawn)] == []
