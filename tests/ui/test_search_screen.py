"""Finding an offer by a word, in the real window: typing, what is found in the place of what was, keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from app.models.shelves import SUBJECTS
from app.models.text import LANGUAGES, speak
from app.ui.screens.findings import Found
from app.ui.screens.search import SearchScreen
from app.ui.view import View
from app.ui.widgets import layouts
from app.ui.widgets.foundcard import FoundCard, FoundRow
from app.ui.widgets.leaf import Leaf
from app.ui.widgets.tiles import SubjectTile
from tests.journeys import keys
from tests.journeys.person import BORNE, POSTE, Person, wait
from tests.ui.offercards import SHELF, card, many


@pytest.fixture
def search(tmp_path, qtbot):
    """A person in front of the search, at a kiosk or at a poste; *results* are found already."""
    here = []

    def stand(typed="", results=(), *, settings=BORNE, size=(1280, 1024), language="fr"):
        person = Person(tmp_path, settings, size)
        here.append(person)
        person.shell.speak(language)
        person.shell.show_view(View(lambda look: made(look, typed, results), home=True))
        wait()
        return person

    yield stand
    for person in here:
        person.is_cut_off()
    speak("fr")


def made(look, typed, results):
    screen = SearchScreen(typed, SUBJECTS, look, forms={"mas"})
    if typed:
        screen.show_found(Found(results, typed, lambda _slug: SHELF))
    return screen


def offers(person):
    return [leaf.objectName() for leaf in person.shell.content.findChildren(Leaf) if leaf.isVisible()]


def find(person, results, typed):
    person.shell.content.show_found(Found(results, typed, lambda _slug: SHELF))
    wait()


@pytest.mark.parametrize(("language", "word"), [("fr", "carte"), ("en", "glasses"), ("uk", "окуляри")])
@pytest.mark.parametrize("size", [(1280, 1024), (1366, 768), (1080, 1920)])
def test_a_word_is_typed_on_the_keyboard_of_the_language(search, qtbot, language, word, size):
    person = search(language=language, size=size)
    told: list[str] = []
    asked: list[int] = []
    person.shell.content.typed.connect(told.append)
    person.shell.content.asked.connect(lambda: asked.append(1))
    person.touches("search")
    for letter in word:
        person.touches(f"key.{letter}")
    assert told == [word[:end] for end in range(1, len(word) + 1)]
    assert person.says("search") == word
    person.touches(f"key.{layouts.NEXT}")
    assert asked == [1]


def test_ukrainian_keys_have_a_way_to_latin_letters_and_back(search):
    person = search(language="uk")
    person.touches("search")
    assert [person.says(f"key.{key}") for key in (layouts.LANGUAGE, layouts.LATIN, layouts.SPACE)] == [
        "УКР", "LAT · ABC", "пробіл",
    ]  # fmt: skip
    for key in ("ї", layouts.SPACE, layouts.LATIN, "q", layouts.LANGUAGE, "є", layouts.SYMBOLS, "œ"):
        person.touches(f"key.{key}")
    assert person.says("search") == "ї qєœ"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_main_key_says_search(search, language):
    person = search(language=language)
    person.touches("search")
    assert person.says(f"key.{layouts.NEXT}") == person.says("continue") != ""
    assert (person.says("continue") == "Chercher") == (language == "fr")


def test_before_a_word_there_are_the_subjects(search, qtbot):
    person = search()
    assert [tile.text() for tile in person.shell.content.findChildren(SubjectTile)] == [str(s.title) for s in SUBJECTS]
    with qtbot.waitSignal(person.shell.content.subject_asked) as asked:
        person.touches("subject.family")
    assert asked.args == ["family"]


def test_results_come_in_the_place_of_others_and_leave_the_caret_alone(search):
    person = search("lunettes", many(3))
    field = person.finds("search")
    field.setFocus()
    field.setCursorPosition(3)
    find(person, [card("new")], "lunettes")
    assert offers(person) == ["offer.new"]
    assert person.says("found.count") == "1 fiche pour « lunettes »"
    assert person.finds("search") is field
    assert (field.hasFocus(), field.cursorPosition()) == (True, 3)


def test_the_focus_stays_on_the_same_offer_or_goes_back_to_the_box(search):
    person = search("a", many(3))
    person.finds("offer.n2").setFocus()
    find(person, [card("n2"), card("new")], "ab")
    assert person.hand == "offer.n2"
    find(person, [card("new")], "abc")
    assert person.hand == "search"


def test_a_screen_reader_hears_how_many_without_being_interrupted(search, monkeypatch):
    heard = []
    person = search()
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append((event.message(), event.politeness()))
    )
    find(person, many(2), "santé")
    find(person, [], "zzz")
    find(person, many(20), "aide")
    polite = QAccessible.AnnouncementPoliteness.Polite
    assert heard == [
        ("2 fiches pour « santé »", polite),
        ("Cette borne n’a pas de fiche sur ce sujet", polite),
        ("Les 20 fiches les plus proches de « aide »", polite),
    ]


def test_over_the_keyboard_results_are_rows_and_cards_again_after(search):
    person = search("n", many(3))
    assert len(person.shell.content.findChildren(FoundCard)) == 3
    person.touches("search")
    assert offers(person) == ["offer.n0", "offer.n1", "offer.n2"]
    assert all(isinstance(person.finds(name), FoundRow) for name in offers(person))
    person.touches("keyboard.close")
    assert all(isinstance(person.finds(name), FoundCard) for name in offers(person))
    assert person.hand == "search"


def test_an_offer_is_asked_for_by_a_touch(search, qtbot):
    person = search("n", many(3))
    with qtbot.waitSignal(person.shell.content.offer_asked) as asked:
        person.touches("offer.n1")
    assert asked.args == ["n1"]


def test_without_result_there_is_who_to_call_and_where_to_look(search, qtbot):
    person = search("zzz", [])
    assert "Cette borne n’a pas de fiche sur ce sujet" in person.reads()
    assert "3646" in person.reads()
    assert "Par écrit" in person.reads()
    assert person.sees("subject.rights")
    with qtbot.waitSignal(person.shell.content.help_asked):
        person.touches("help.ask")


def test_all_subjects_are_one_touch_away(search, qtbot):
    person = search("n", many(1))
    with qtbot.waitSignal(person.shell.content.home_asked):
        person.touches("subjects")


def test_nothing_typed_any_more_shows_the_subjects(search):
    person = search("n", many(1))
    person.touches("search.clear")
    assert person.sees("subject.rights")
    assert offers(person) == []
    assert person.hand == "search"


def test_tab_goes_through_what_is_found_as_the_eyes_do(search):
    person = search("old", many(1))
    find(person, many(3), "n")
    names = [widget.objectName() for widget in keys.stops(person)]
    assert names[:8] == [
        "search",
        "search.clear",
        "continue",
        "subjects",
        "offer.n0",
        "offer.n1",
        "offer.n2",
        "help.ask",
    ]
    assert all(widget.accessibleName() for widget in keys.stops(person))


def test_arrows_go_down_into_what_is_found_and_up_again(search):
    person = search("n", many(2), settings=POSTE, size=(1366, 768))
    person.finds("search").setFocus()
    went = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        person.presses(key)
        went.append(person.hand)
    assert went == ["offer.n0", "offer.n1", "offer.n0", "search"]


def test_at_a_poste_nobody_has_to_call_an_agent(search):
    person = search("zzz", [], settings=POSTE, size=(1366, 768))
    assert "Ce poste n’a pas de fiche sur ce sujet" in person.reads()
    assert person.sees("help.ask") is None


def test_what_is_typed_is_shown_as_it_is(search):
    person = search("{count} & <b>", many(1))
    assert person.finds("found.count").text() == "1 fiche pour « {count} & <b> »"
    assert isinstance(person.finds("found.count"), QLabel)
