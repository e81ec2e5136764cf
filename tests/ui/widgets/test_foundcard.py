"""A result shows which of its letters answer."""

import pytest
from PySide6.QtCore import QRect

from app.ui.screens.findings import Found
from app.ui.theme import Look
from app.ui.widgets.foundcard import FoundCard, FoundRow
from app.ui.widgets.marked import Marked
from app.ui.widgets.tag import sorts
from app.ui.widgets.words import Words
from tests.ui.offercards import SHELF, card

GLASSES = card("glasses", "Lunettes et lentilles", "Des lunettes sans rien à payer, chez tous les opticiens.")


@pytest.fixture
def hit():
    return lambda typed, what=GLASSES: Found([what], typed, lambda _slug: SHELF).hits[0]


def share(widget, colour):
    """How many px of *widget* have *colour*."""
    picture = widget.grab().toImage()
    every = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(pixel == colour for pixel in every)


def test_marks_are_of_the_title_and_of_the_purpose(hit):
    found = hit("lunettes")
    assert (found.title, found.purpose) == (((0, 8),), ((4, 12),))


@pytest.mark.parametrize("contrast", [False, True])
def test_found_letters_stand_on_a_tint_over_a_line(look, shown, hit, contrast):
    look = Look(contrast=contrast)
    marked = share(shown(FoundCard(hit("lunettes"), (), look), 700, 120), look.colour("apricot-tint"))
    plain = share(shown(FoundCard(hit("zzz"), (), look), 700, 120), look.colour("apricot-tint"))
    assert marked > 1000 > plain


def test_a_row_marks_its_title_alone(look, shown, hit):
    row = shown(FoundRow(hit("opticien"), look), 700, 80)
    assert share(row, look.colour("apricot-tint")) == 0


def test_a_mark_that_is_broken_goes_on_on_the_next_line(look, hit):
    words = Words(str(GLASSES.title), look.type("button"))
    title = Marked(words, hit("lunettes et lentilles").title, look)
    places = title.places(QRect(0, 0, 130, title.height(130)))
    assert [round(place.y() / words.line) for place in places] == [0, 1]


def test_what_can_be_done_is_told_with_it(look, hit):
    asked = FoundCard(hit("mas", card("mas", forms=("mas",), audience="agents")), {"mas"}, look)
    assert asked.accessibleDescription().endswith("Agents seulement, Demande possible ici")
    assert sorts(GLASSES, {"mas"}) == ()


def test_tags_stand_under_the_words_where_the_card_is_narrow(look, hit):
    wide = FoundCard(hit("mas", card("mas", forms=("mas",))), {"mas"}, look)
    assert wide.heightForWidth(500) > wide.heightForWidth(900)
