"""What a box stands on tells where it is: to fill in, in hand, to repair, closed."""

import pytest

from app.ui.widgets.inputs import Box, Sheet, ground, mark_faulty


@pytest.fixture(params=[lambda look: Box(look, "town", 10), lambda look: Sheet(look, "avoid")])
def box(request, look, shown):
    made = shown(request.param(look))
    made.clearFocus()
    return made


def test_a_box_in_hand_has_a_thick_border(box, look):
    assert ground(box, look).border == look.border("control")
    box.setFocus()
    assert (ground(box, look).line, ground(box, look).border) == (look.colour("primary"), look.border("selected"))


def test_a_box_to_repair_stays_red_in_hand(box, look):
    box.setFocus()
    mark_faulty(box, faulty=True)
    assert ground(box, look).line == look.colour("error")
    mark_faulty(box, faulty=False)
    assert ground(box, look).line == look.colour("primary")


def test_a_closed_box_is_sunken(box, look):
    box.setEnabled(False)
    assert ground(box, look).fill == look.colour("sunken")


def test_what_is_painted_is_the_ground(box, look):
    picture = box.grab().toImage()
    middle = box.rect().center()
    assert picture.pixelColor(box.width() - 30, middle.y()) == look.colour("surface")
    assert picture.pixelColor(0, middle.y()) == look.colour("line-strong")
