"""Wrong and missing answers: said at « Continuer », in a summary that leads to them, gone once repaired."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.builders import SECOND, mas_answers
from tests.journeys.visits import AT_BORNE, Told, at, words

PLAIN = Told(mas_answers())
RENOUNCED = Told(mas_answers(**SECOND))


def test_nothing_is_said_before_continuer(tmp_path):
    person = at(tmp_path, "number")
    person.types("nir.number", "123")
    person.types("birth_date.day", "40")
    person.types("birth_date.month", "2")
    assert person.sees("summary") is None
    assert "chiffres" not in person.reads().replace("13 chiffres, puis la clé de 2 chiffres", "")


def test_the_summary_takes_the_focus_and_leads_to_the_faulty_box(tmp_path):
    person = at(tmp_path, "number")
    person.answers({"nir": "288039999901/", "birth_date": "31/2/1988"})
    person.goes_on()
    assert (person.step, person.hand) == ("number", "summary")
    assert "2 réponses sont à corriger" in person.reads()
    assert "Ce jour n’existe pas dans ce mois. Vérifiez le jour et le mois." in person.reads()
    person.touches("summary.birth_date")
    assert person.hand == "birth_date.day"
    person.touches("summary.nir")
    assert person.hand == "nir.number"


def test_only_the_faulty_box_is_red(tmp_path):
    person = at(tmp_path, "number")
    person.answers(PLAIN.answers | {"birth_date": "31/2/1988"})
    person.goes_on()
    red = [part for part in ("day", "month", "year") if person.finds(f"birth_date.{part}").property("faulty")]
    assert red == ["day"]


def test_a_repaired_answer_loses_its_message_when_it_is_left(tmp_path):
    person = at(tmp_path, "names")
    person.goes_on()
    assert "Écrivez le nom." in person.reads()
    person.types("name", "KOVALENKO")
    person.finds("first_name").setFocus()
    person.until(lambda: "Écrivez le prénom." in person.reads(), "what is still to repair")
    assert "Écrivez le nom." not in person.reads()
    assert person.hand == "first_name"


def test_a_missing_choice_is_said_beside_its_cards(tmp_path):
    person = at(tmp_path, "ways")
    person.goes_on()
    assert person.reads().count("Choisissez au moins une façon de vous joindre.") == 2
    person.touches("summary.ways")
    assert person.hand == "ways.call"
    person.touches("ways.desk")
    assert person.sees("summary") is None


def test_letters_in_a_telephone_number_are_pointed_out(tmp_path):
    person = at(tmp_path, "reach")
    person.answers(PLAIN.answers | {"phone": "06 39 98 ab"})
    person.goes_on()
    assert person.step == "reach"
    person.touches("summary.phone")
    assert person.hand == "phone"
    person.types("phone", "06 39 98 12 34")
    person.goes_on()
    assert person.step == "language"


def test_a_warning_is_said_when_the_field_is_left_and_never_stops(tmp_path):
    person = at(tmp_path, "number")
    person.answers(PLAIN.answers | {"birth_date": "14/4/1988"})
    person.presses(Qt.Key.Key_Tab)
    warned = "Le numéro de sécurité sociale indique une autre date."
    person.until(lambda: warned in person.reads(), "the warning")
    person.goes_on()
    assert person.step == "ways"


def test_going_back_keeps_the_answers(tmp_path):
    person = at(tmp_path, "number")
    person.types("birth_date.day", "14")
    person.touches("back")
    assert person.says("name") == "KOVALENKO"
    person.goes_on()
    assert person.says("birth_date.day") == "14"


def test_a_change_asked_at_the_review_leads_back_to_it(tmp_path):
    person = at(tmp_path, "review")
    person.touches("change:first_name")
    assert person.hand == "first_name"
    person.types("first_name", "Olena")
    person.goes_on()
    assert person.step == "review"
    assert person.says("answer:first_name").splitlines()[-1] == "Olena"


def test_an_answer_taken_out_at_the_review_has_to_be_given(tmp_path):
    person = at(tmp_path, "review", PLAIN)
    person.touches("change:motives")
    person.touches("motives.rights")
    person.touches("motives.care")
    person.goes_on()
    assert person.step == "care"


def test_motives_that_change_hide_the_pages_of_care_and_leave_them_off_the_sheets(tmp_path, printed):
    person = at(tmp_path, "review", RENOUNCED)
    assert "Une opération" in person.reads()
    person.touches("change:motives")
    person.touches("motives.care")
    person.touches("motives.digital")
    person.goes_on()
    assert person.step == "review"
    assert "Une opération" not in person.reads()
    person.fills(RENOUNCED.answers)
    person.until(lambda: isinstance(person.sees("continue"), QAbstractButton), "the sheets")
    person.touches("continue")
    person.until(lambda: len(printed()) == 1, "the sheets out of the printer")
    assert "☒ Chirurgie" not in words(printed()[0])
    assert "surgery" not in words(printed()[0])


def test_agreeing_and_signing_are_asked_for(tmp_path):
    person = at(tmp_path, "consent", Told(PLAIN.answers, AT_BORNE))
    person.goes_on()
    assert (person.step, person.hand) == ("consent", "summary")
    person.answers({"consent": "yes"})
    person.goes_on()
    person.goes_on()
    assert person.step == "sign"
    assert "Signez dans le cadre, ou choisissez de signer sur papier." in person.reads()
    person.touches("on_paper")
    person.goes_on()
    person.until(lambda: "Signez la feuille après l’impression." in person.reads(), "the sheets to sign")


def test_what_is_unusual_is_told_again_at_the_review_and_once(tmp_path):
    person = at(tmp_path, "review", Told(mas_answers(name="Коваленко", first_name="Оксана")))
    assert person.reads().count("écrivez en lettres latines") == 1
    person.goes_on()
    assert person.step == "consent"
