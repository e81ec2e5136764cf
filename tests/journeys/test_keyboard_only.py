"""Keys alone do the whole visit; every stop has a name, says what is wanted, and comes in reading order."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.widgets.keyboard import Keyboard
from tests.builders import SECOND, mas_answers
from tests.journeys import keys
from tests.journeys.person import Person
from tests.journeys.visits import AT_BORNE, AT_POSTE, HOME, PARENT, SEEN, Told, at, kept

ANSWERS = mas_answers(**SECOND | HOME | {"ways": "call mail"}, signature="", on_paper="yes")
EVERY_PAGE = Told(
    mas_answers(
        **SECOND | SEEN | HOME | PARENT | {"ways": "call email mail structure"},
        for_whom="child", helper_name="KOVALENKO Iryna", birth_date="14/3/2015", nir="none",
        email="iryna@exemple.fr", structure="CCAS",
    ),
    AT_POSTE,
)  # fmt: skip
"""At a poste, a parent for a child: every page of the form but those of an absent person."""
ORDER = {"content": 0, "bar": 1, "rail": 2, "header": 3, "pager": 4}
"""From the title on; the arrows of a long page stand before it, so that Tab comes to them last."""


def test_a_whole_visit_with_keys_alone(tmp_path, printed):
    person = Person(tmp_path, AT_BORNE)
    keys.goes_to(person, "start")
    person.presses(Qt.Key.Key_Return)
    keys.goes_to(person, "form.mas")
    person.presses(Qt.Key.Key_Return)
    while person.step != "print":
        before = person.step
        keys.answers(person, ANSWERS)
        keys.goes_on(person)
        assert person.step != before, person.reads()
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    keys.goes_on(person)
    person.until(lambda: len(printed()) == 1, "the sheets out of the printer")
    person.until(lambda: person.sees("print") is not None, "« Imprimer encore »")
    keys.goes_on(person)
    person.until(lambda: person.sees("done.leave") is not None, "the end")
    assert kept(tmp_path) == []
    keys.goes_to(person, "done.leave")
    person.presses(Qt.Key.Key_Return)
    assert person.ended


def test_on_every_page_each_stop_is_named_and_comes_in_reading_order(tmp_path):
    person = Person(tmp_path, AT_POSTE)
    look_at_stops(person)
    person.starts()
    while person.step != "print":
        look_at_stops(person)
        person.answers(EVERY_PAGE.answers)
        person.goes_on()
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    look_at_stops(person)


def look_at_stops(person):
    found = keys.stops(person)
    for widget in found:
        assert widget.accessibleName(), f"{widget.objectName()} has no name, on {person.step}"
        if isinstance(widget, keys.INPUTS) and person.step:
            duty = ("Réponse obligatoire.", "Réponse facultative.")
            assert any(words in widget.accessibleDescription() for words in duty), widget.objectName()
    regions = [keys.region(person, widget) for widget in found]
    assert sorted(regions, key=ORDER.__getitem__) == regions
    for name in ("content", "bar", "rail"):
        inside = [widget for widget, where in zip(found, regions, strict=True) if where == name]
        for one, other in pairwise(inside):
            assert keys.place(person, one) < keys.place(person, other), (one.objectName(), other.objectName())


def test_going_backwards_goes_through_the_same_stops(tmp_path):
    person = at(tmp_path, "reach")
    forwards = [widget.objectName() for widget in keys.stops(person)]
    person.finds(forwards[0]).setFocus()
    backwards = []
    for _stop in forwards:
        person.presses(Qt.Key.Key_Backtab)
        backwards.append(person.hand)
    assert backwards == [*reversed(forwards)]


@pytest.mark.parametrize(("step", "name"), [("names", "name"), ("ways", "ways.call"), ("number", "nir.number")])
def test_what_is_to_repair_is_told_with_its_field(tmp_path, step, name):
    person = at(tmp_path, step)
    keys.goes_on(person)
    assert person.hand == "summary"
    said = person.finds("summary").accessibleDescription()
    assert said.split(".")[0] in person.finds(name).accessibleDescription()


def test_f6_goes_from_region_to_region(tmp_path):
    person = at(tmp_path, "names")
    visited = []
    for _region in range(4):
        person.presses(Qt.Key.Key_F6)
        focused = person.shell.focusWidget()
        visited.append(keys.region(person, focused))
    assert set(visited) == {"content", "rail", "header"}


def test_a_panel_keeps_tab_and_f6_inside_and_escape_goes_back(tmp_path):
    person = at(tmp_path, "names")
    keys.goes_to(person, "leave")
    person.presses(Qt.Key.Key_Return)
    panel = person.finds("panel.leave")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F6):
        person.presses(key)
        assert panel.isAncestorOf(person.shell.focusWidget()), key
    person.presses(Qt.Key.Key_Escape)
    assert person.sees("panel.leave") is None
    assert person.hand == "leave"


def test_escape_closes_the_keyboard_and_never_the_page(tmp_path):
    person = at(tmp_path, "names")
    person.touches("name")
    assert keyboards(person)
    person.presses(Qt.Key.Key_Escape)
    assert not keyboards(person)
    person.presses(Qt.Key.Key_Escape)
    assert (person.step, person.hand) == ("names", "name")


def test_f1_asks_for_help_and_escape_comes_back(tmp_path):
    person = at(tmp_path, "names")
    keys.goes_to(person, "first_name")
    person.presses(Qt.Key.Key_F1)
    assert "Un agent vous aide à l’accueil" in person.reads()
    person.presses(Qt.Key.Key_Escape)
    assert person.hand == "first_name"


def test_a_code_is_typed_and_opened_by_keys(tmp_path):
    person = Person(tmp_path, AT_BORNE)
    keys.goes_to(person, "resume")
    person.presses(Qt.Key.Key_Space)
    assert person.hand == "code"
    keys.writes(person, "code", "KX7F4PMQ")
    keys.goes_on(person)
    person.until(lambda: "Ce code n’ouvre rien ici." in person.reads(), "the answer")


def keyboards(person: Person) -> list[QWidget]:
    """The keyboard on the screen, when it stands there."""
    return [found for found in person.shell.findChildren(Keyboard) if found.isVisible()]
