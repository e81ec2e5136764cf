"""Nobody there any more: the question, as long as one likes, and the end that keeps the draft."""

from tests.builders import mas_answers
from tests.journeys.person import Person
from tests.journeys.visits import at, kept, words

SECONDS = 60


def goes_quiet(person):
    """Two minutes pass without a key or a touch."""
    person.visit.idle._quiet.timeout.emit()


def lets_pass(person, seconds=SECONDS):
    for _second in range(seconds):
        person.visit.idle._second.timeout.emit()


def test_after_two_minutes_it_asks_and_waits_one_more(tmp_path):
    person = at(tmp_path, "names")
    assert person.visit.idle._quiet.interval() == 120_000
    goes_quiet(person)
    assert "Êtes-vous toujours là ?" in person.reads()
    lets_pass(person, SECONDS - 1)
    assert not person.ended


def test_without_an_answer_the_screen_is_cleared_and_the_draft_kept(tmp_path):
    person = at(tmp_path, "names")
    person.types("name", "KOVAL")
    goes_quiet(person)
    lets_pass(person)
    assert person.ended
    assert not person.shell.isVisible()
    assert len(kept(tmp_path)) == 1


def test_yes_goes_on_at_the_same_field_as_often_as_one_likes(tmp_path):
    person = at(tmp_path, "names")
    person.types("name", "KOVAL")
    for answer in ("idle.stay", "idle.more", "idle.stay"):
        goes_quiet(person)
        lets_pass(person, SECONDS - 1)
        person.touches(answer)
        assert person.visit.idle._quiet.isActive()
        assert not person.visit.idle._second.isActive()
    assert (person.hand, person.says("name")) == ("name", "KOVAL")


def test_a_touch_counts_as_a_sign_of_life(tmp_path):
    person = at(tmp_path, "names")
    person.visit.idle._quiet.setInterval(50_000)
    person.touches("name")
    assert person.visit.idle._quiet.remainingTime() > 49_000


def test_leaving_from_there_asks_what_to_keep(tmp_path):
    person = at(tmp_path, "names")
    goes_quiet(person)
    person.touches("idle.leave")
    person.touches("leave.erase")
    person.until(lambda: person.ended, "the end")
    assert kept(tmp_path) == []


def test_the_code_can_be_printed_from_there(tmp_path, printed):
    person = at(tmp_path, "names")
    code = person.code
    goes_quiet(person)
    assert code in person.reads()
    person.touches("idle.print")
    person.until(lambda: len(printed()) == 1, "the slip out of the printer")
    assert code in words(printed()[0])


def test_home_as_it_was_found_is_left_alone(tmp_path):
    person = Person(tmp_path)
    goes_quiet(person)
    assert person.sees("panel.idle") is None


def test_a_terminal_left_in_another_language_comes_back_to_french(tmp_path):
    person = Person(tmp_path)
    person.touches("language.uk")
    goes_quiet(person)
    lets_pass(person)
    assert person.ended


def test_a_code_left_half_typed_does_not_stay_on_the_screen(tmp_path):
    person = Person(tmp_path)
    person.touches("resume")
    person.types("code", "KX7F4P")
    goes_quiet(person)
    lets_pass(person)
    assert person.ended


def test_a_reference_left_on_the_screen_goes_too(tmp_path, printed):
    person = at(tmp_path, "print")
    person.until(lambda: person.sees("continue") is not None, "the sheets")
    person.touches("continue")
    person.until(lambda: person.sees("print") is not None, "the sheets printed")
    person.touches("continue")
    person.until(lambda: person.sees("done.leave") is not None, "the end")
    goes_quiet(person)
    lets_pass(person)
    assert person.ended


def test_an_answer_that_is_only_in_memory_ends_with_the_visit(tmp_path):
    person = Person(tmp_path)
    person.starts()
    person.answers(mas_answers())
    goes_quiet(person)
    assert "Sans réponse, l’écran est effacé pour protéger vos informations." in person.reads()
    lets_pass(person)
    assert person.ended
    assert kept(tmp_path) == []
