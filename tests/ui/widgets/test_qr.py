"""A code that a telephone reads: every module as it should be, white around it, in both themes."""

import pytest
import segno
from PySide6.QtGui import QColor

from app.ui.widgets.qr import MASK, QUIET, Qr, drawing

LONG = "https://www.complementaire-sante-solidaire.gouv.fr/mes-demarches/trouver-un-organisme-complementaire"


def modules(image, count):
    """What stands in the middle of each module of *image*: dark or not."""
    each = image.width() // count
    middles = [each * place + each // 2 for place in range(count)]
    return [[QColor(image.pixel(x, y)).lightness() < 128 for x in middles] for y in middles]


@pytest.mark.parametrize("side", [148, 248])
@pytest.mark.parametrize("address", ["https://www.ameli.fr", LONG])
def test_what_is_painted_is_the_code_of_the_address(styled, address, side):
    code = segno.make_qr(address, error="m", mask=MASK)
    expected = [[bool(dark) for dark in row] for row in code.matrix_iter(border=QUIET)]
    image = drawing(address, side)
    assert modules(image, len(expected)) == expected
    assert image.width() % len(expected) == 0
    assert image.width() // len(expected) >= 3


def test_white_is_around_it_whatever_it_stands_on(look, shown):
    image = shown(Qr(LONG, 148), 300, 148).grab().toImage()
    left, across = (300 - drawing(LONG, 148).width()) // 2, drawing(LONG, 148).width()
    quiet = QUIET * across // 49
    corners = [(left, 1), (left + across - 1, 146), (left + quiet - 1, 74), (left + across - quiet, 74)]
    assert {QColor(image.pixel(x, y)).name() for x, y in corners} == {"#ffffff"}


def test_it_is_named_by_its_address(styled):
    assert Qr(LONG, 148).accessibleName() == LONG


def test_it_never_is_smaller_than_can_be_photographed(styled):
    assert Qr(LONG, 148).minimumSizeHint().width() >= 120
