"""Whole visits through the real window, from home to the sheets in the hand, in each language."""

import pytest

from app.models import text
from tests.journeys.person import BORNE, POSTE, Person, printing
from tests.journeys.visits import AT_BORNE, AT_POSTE, OTHERS, VISITS, Told, kept, prepares, words

LANGUAGES = ("fr", "en", "uk")
TOLD = [pytest.param(told, language, id=f"{name}, in {language}")
        for name, told in VISITS.items() for language in LANGUAGES]  # fmt: skip
TOLD += [pytest.param(told, "fr", id=name) for name, told in OTHERS.items()]


@pytest.mark.parametrize(("told", "language"), TOLD)
def test_a_visit_ends_with_the_sheets_in_the_hand(tmp_path, printed, told: Told, language):
    person = Person(tmp_path, told.settings)
    person.touches(f"language.{language}")
    steps = prepares(person, told)
    assert set(told.pages) <= set(steps)
    assert not set(told.without) & set(steps)

    reference = person.says("reference")
    assert text.language() == language
    assert told.recipient in person.reads() or language != "fr"
    person.touches("continue")
    person.until(lambda: len(printed()) == 1, "the sheets out of the printer")
    sheets = words(printed()[0])
    for said in (*told.prints, told.signer, reference, told.recipient):
        assert said in sheets, said

    person.until(lambda: person.sees("print") is not None, "« Imprimer encore »")
    assert len(kept(tmp_path)) == 1
    person.touches("continue")
    person.until(lambda: person.sees("done.leave") is not None, "the end")
    assert kept(tmp_path) == []
    assert person.says("reference") == reference
    assert told.answers["name"] not in person.reads()

    person.touches("print")
    person.until(lambda: len(printed()) == 2, "the ticket out of the printer")
    assert reference in words(printed()[1])
    person.touches("done.leave")
    assert person.ended


def test_without_a_printer_the_draft_stays_until_the_sheets_come_out(tmp_path):
    person = Person(tmp_path)
    prepares(person, VISITS["borne alone"])
    assert person.sees("continue") is None
    person.touches("later")
    assert len(kept(tmp_path)) == 1
    assert len(person.code) == 9


def test_a_printer_that_does_not_answer_keeps_the_draft(tmp_path, printed):
    person = Person(tmp_path, printing(BORNE, "kitchen"))
    prepares(person, VISITS["borne alone"])
    person.touches("continue")
    person.until(lambda: "ne répond pas" in person.reads(), "that the printer does not answer")
    person.touches("later")
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Un agent doit envoyer cette demande avec vous"),
        ("en", "A staff member must send this request with you."),
        ("uk", "Цю заяву має надіслати працівник разом із вами."),
    ],
)
def test_where_the_caisse_wants_an_agent_the_draft_is_kept_for_one(tmp_path, strict_catalogue, language, said):
    person = Person(tmp_path, AT_BORNE, catalogue=strict_catalogue)
    person.touches(f"language.{language}")
    person.starts()
    person.fills(VISITS["borne alone"].answers, until="review")
    person.goes_on()
    assert said in person.reads()
    assert len(person.code) == 9
    assert len(kept(tmp_path)) == 1


def test_at_a_poste_of_that_caisse_the_request_goes_on(tmp_path, strict_catalogue):
    person = Person(tmp_path, AT_POSTE, catalogue=strict_catalogue)
    prepares(person, VISITS["poste, the person there"])
    assert "CPAM de Valmont" in person.says("recipient")


def test_for_an_absent_person_without_a_paper_nothing_begins(tmp_path):
    person = Person(tmp_path)
    person.starts()
    person.fills({"caisse": "here", "for_whom": "absent"}, until="helper")
    person.answers({"basis": "none", "helper_name": "MOREL Paul"})
    person.goes_on()
    assert person.step == "helper"
    assert "Sans un papier signé par elle ou une procuration, la demande n’est pas possible." in person.reads()
    assert kept(tmp_path) == []


def test_by_telephone_nobody_agrees_for_another(tmp_path):
    person = Person(tmp_path, POSTE)
    person.starts()
    person.fills({"caisse": "here"}, until="person")
    person.answers({"meeting": "phone", "for_whom": "helped"})
    person.goes_on()
    assert person.step == "person"
    assert "Par téléphone, parlez à la personne elle-même" in person.reads()
