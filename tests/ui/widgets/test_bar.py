"""The bar of what is under way."""

from app.ui.theme import Look
from app.ui.widgets.bar import Bar


def painted(bar):
    return bar.grab().toImage()


def test_it_fills_with_what_is_done(look, shown):
    bar = shown(Bar(0.2, look), 400, 12)
    before = painted(bar)
    bar.show_part(0.8)
    assert painted(bar) != before
    assert not bar._timer.isActive()


def test_a_part_of_it_moves_while_nobody_knows_how_much_there_is(look, shown):
    bar = shown(Bar(None, look), 400, 12)
    before = painted(bar)
    for _beat in range(10):
        bar._timer.timeout.emit()
    assert painted(bar) != before


def test_in_the_contrast_theme_nothing_moves(look, shown):
    assert not shown(Bar(None, Look(contrast=True)), 400, 12)._timer.isActive()
