"""Coming back with a code: after leaving, after a power cut, with a wrong code, without a code."""

import pytest

from app.models import code
from tests.journeys.person import Person
from tests.journeys.visits import AT_BORNE, VISITS, at, kept, prepares

WRONG = "Ce code n’ouvre rien ici."
REFERENCE = "4T7KX9M2" + code.check_character("4T7KX9M2")


def comes_back(tmp_path, typed, settings=AT_BORNE):
    """A person at home of the same terminal, who types this code."""
    person = Person(tmp_path, settings)
    person.touches("resume")
    tries(person, typed)
    return person


def tries(person, typed):
    person.types("code", typed)
    before = person.shell.content
    person.touches("continue")
    person.until(lambda: person.shell.content is not before and person.sees("title"), "an answer to the code", 10)


def says_birth(person, day, month, year):
    for part, words in (("day", day), ("month", month), ("year", year)):
        person.types(f"birth.{part}", words)
    before = person.shell.content
    person.touches("continue")
    person.until(lambda: person.shell.content is not before and person.sees("title"), "an answer to the date")


def cut_off_at(tmp_path, step, **typed):
    """The code of a draft that was on the page *step*, with *typed* there, when the power went."""
    person = at(tmp_path, step)
    for name, words in typed.items():
        person.types(name, words)
    if typed:
        person.until(lambda: "Enregistré" in person.reads(), "« Enregistré »")
    found = person.code
    person.is_cut_off()
    return found


def test_after_a_power_cut_the_code_opens_the_same_page_and_field(tmp_path):
    found = cut_off_at(tmp_path, "names", name="KOVALENKO", first_name="Oks")
    person = comes_back(tmp_path, found)
    person.until(lambda: person.step == "names", "the page that was left")
    assert person.hand == "first_name"
    assert (person.says("name"), person.says("first_name")) == ("KOVALENKO", "Oks")
    person.until(lambda: person.code == found, "the code of the draft")


def test_what_is_typed_then_goes_to_the_same_draft(tmp_path):
    found = cut_off_at(tmp_path, "names", name="KOVALENKO")
    person = comes_back(tmp_path, found)
    person.types("first_name", "Oksana")
    person.goes_on()
    assert person.step == "number"
    person.until(lambda: "Enregistré" in person.reads(), "« Enregistré »")
    person.is_cut_off()
    assert len(kept(tmp_path)) == 1
    assert comes_back(tmp_path, found).step == "number"


def test_the_birth_date_is_asked_when_the_draft_has_one(tmp_path):
    found = cut_off_at(tmp_path, "ways")
    person = comes_back(tmp_path, found)
    assert person.step == ""
    says_birth(person, "15", "3", "1988")
    assert "Ce n’est pas la date écrite dans la demande." in person.reads()
    assert (person.step, person.hand) == ("", "birth.day")
    says_birth(person, "14", "mars", "1988")
    assert person.step == "ways"


def test_five_wrong_birth_dates_wait_like_five_wrong_codes(tmp_path):
    person = comes_back(tmp_path, cut_off_at(tmp_path, "ways"))
    for day in range(1, 6):
        says_birth(person, str(day), "3", "1988")
        assert "Ce n’est pas la date écrite dans la demande." in person.reads()
    says_birth(person, "14", "3", "1988")
    assert "Attendez" in person.reads()
    assert person.step == ""


def test_a_code_typed_any_way_opens(tmp_path):
    found = cut_off_at(tmp_path, "names", name="KOVALENKO")
    person = comes_back(tmp_path, found.lower().replace("-", " "))
    assert person.step == "names"


def test_a_wrong_code_says_so_and_can_be_repaired(tmp_path):
    found = cut_off_at(tmp_path, "names", name="KOVALENKO")
    person = comes_back(tmp_path, "KX7F-4PMQ")
    assert WRONG in person.reads()
    assert person.hand == "code"
    tries(person, found)
    assert person.step == "names"


def test_five_wrong_codes_wait_even_for_the_right_one(tmp_path):
    found = cut_off_at(tmp_path, "names", name="KOVALENKO")
    person = comes_back(tmp_path, "KX7F-4PM2")
    for last in "3456":
        tries(person, f"KX7F-4PM{last}")
    tries(person, found)
    assert "Attendez" in person.reads()
    assert person.step == ""


def test_too_few_letters_are_not_tried(tmp_path):
    person = comes_back(tmp_path, "KX7F")
    assert "Écrivez les 8 lettres et chiffres du ticket." in person.reads()


def test_a_reference_is_told_from_a_code(tmp_path):
    person = comes_back(tmp_path, REFERENCE)
    assert "Ce numéro est celui d’une demande terminée" in person.reads()


def test_without_the_ticket_nobody_can_open_it_and_one_may_go_home(tmp_path):
    person = Person(tmp_path)
    person.touches("resume")
    person.touches("lost")
    assert "Sans le code, personne ne peut ouvrir la demande, même un agent." in person.reads()
    person.touches("home")
    assert person.sees("start")


def test_an_erased_draft_is_like_any_wrong_code(tmp_path):
    person = at(tmp_path, "engaged")
    found = person.code
    person.touches("leave")
    person.touches("leave.erase")
    person.until(lambda: person.ended, "the end")
    assert WRONG in comes_back(tmp_path, found).reads()


@pytest.mark.parametrize("name", ["borne alone", "MSA"])
def test_what_is_signed_and_not_confirmed_opens_at_its_sheets_with_the_same_reference(tmp_path, name):
    person = Person(tmp_path, AT_BORNE)
    prepares(person, VISITS[name])
    reference = person.says("reference")
    person.touches("later")
    found = person.code
    person.is_cut_off()

    person = comes_back(tmp_path, found)
    says_birth(person, "14", "3", "1988")
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    assert person.says("reference") == reference


def test_an_answer_changed_after_signing_makes_another_request(tmp_path):
    person = Person(tmp_path, AT_BORNE)
    prepares(person, VISITS["MSA"])
    reference = person.says("reference")
    person.touches("back")
    person.touches("change:urgent")
    person.answers({"urgent": "hospital"})
    person.fills(VISITS["MSA"].answers | {"urgent": "hospital"})
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    assert person.says("reference") != reference
