"""Check your answers: each answer once, in words, and what is missing."""

from dataclasses import replace

from app.models.filling import PIECES
from app.models.form import Paper, Section, Step
from app.models.path import path
from app.models.pieces import LATER, Kept
from app.models.review import review
from app.models.text import Text
from tests.models.trip import FORM, TODAY, WHOLE, notes, people, way


def cards(**typed):
    """Section → its rows as (path, answer, missing)."""
    return {
        str(card.title): [(row.path, row.answer, row.missing) for row in card.rows]
        for card in review(FORM, way(**typed))
    }


def test_answers_stand_under_their_section_in_words():
    assert cards(**WHOLE) == {
        "Le voyageur": [("traveller", "Moi", False)],
        "Le trajet": [
            ("vehicle", "En voiture", False), ("km", "12", False),
            ("left", "10 février 2026", False), ("back", "11 février 2026", False),
        ],
    }  # fmt: skip


def test_what_is_missing_is_there_to_be_given():
    assert cards(**WHOLE | {"km": ""})["Le trajet"][1] == ("km", "", True)


def test_what_cannot_be_read_is_there_as_it_was_typed():
    assert cards(**WHOLE | {"left": "40/2/2026"})["Le trajet"][2] == ("left", "40/2/2026", True)


def test_what_is_optional_and_empty_is_left_out():
    assert [row for row in cards(**WHOLE)["Le trajet"] if row[0] == "notes"] == []
    assert ("notes", "Merci", False) in cards(**WHOLE, notes="Merci")["Le trajet"]


def test_the_notice_and_the_signing_are_no_answers_to_check():
    assert "read_it" not in [row[0] for row in cards(**WHOLE, agreed="yes")["Le voyageur"]]
    assert "Signer" not in cards(**WHOLE, agreed="yes")


def test_a_section_without_a_row_has_no_card():
    last = Section(title=Text("Suite"), icon="x", steps=(Step(name="s", title=Text("s"), fields=(notes,)),))
    form = replace(FORM, sections=(FORM.sections[0], last))
    assert [str(card.title) for card in review(form, path(form, WHOLE, TODAY))] == ["Le voyageur"]


def test_an_abandoned_answer_is_not_shown():
    assert "child_birth" not in str(cards(**WHOLE, child_birth="1/2/2015"))


def test_each_row_says_the_page_that_repairs_it():
    rows = [row for card in review(FORM, way(**WHOLE)) for row in card.rows]
    assert {row.path: row.step for row in rows}["km"] == "ride"
    assert [str(row.label) for row in rows][:2] == ["Qui a voyagé ?", "Moyen de transport"]


FAMILY = {"traveller": "family", "people/a/first": "Danylo", "people/a/born": "2/9/2005", "people/b/born": "1/1/1990"}


def test_each_row_of_a_group_has_a_card_under_its_name():
    found = cards(**WHOLE | FAMILY)
    assert [row[0] for row in found["Danylo"]] == ["people/a/first", "people/a/born"]
    assert [row[0] for row in found["Personne"]] == ["people/b/first", "people/b/born"]


def test_an_answer_of_a_row_is_changed_on_the_page_of_that_row():
    rows = [row for card in review(FORM, way(**WHOLE | FAMILY)) for row in card.rows]
    assert {row.path: row.step for row in rows}["people/a/born"] == "family/a"


def test_the_papers_stand_last_with_what_has_become_of_each():
    papers = tuple(Paper(key=key, label=Text(key)) for key in ("ticket", "card", "photo"))
    form, kept = replace(FORM, papers=papers), {"ticket": Kept("ticket", 2, 9, "", "scanner")}
    last = review(form, path(form, WHOLE, TODAY), {**WHOLE, "pieces/card": LATER}, kept)[-1]
    assert str(last.title) == "Vos documents"
    assert [(row.step, str(row.label), row.answer, row.missing) for row in last.rows] == [
        (PIECES, "ticket", "Ajouté · 2 pages", False),
        (PIECES, "card", "À apporter plus tard", False),
        (PIECES, "photo", "À joindre", False),
    ]


def test_a_paper_of_somebody_bears_their_name_once_it_is_known():
    form = replace(FORM, papers=(Paper(key="school", label=Text("Certificat"), of=people),))
    last = review(form, path(form, {**WHOLE, **FAMILY}, TODAY))[-1]
    assert [str(row.label) for row in last.rows] == ["Certificat (Danylo)", "Certificat"]
