"""A table is read row by row, and never cut: where its columns have no room its rows stand one under the other."""

import pytest

from app.models.reading import Grid
from app.ui.theme import Look
from app.ui.widgets.table import Table

CEILINGS = Grid(
    ("Personnes dans le foyer", "C2S gratuite : jusqu’à", "C2S payante : jusqu’à"),
    (("1", "10 339 €", "13 957 €"), ("2", "15 508 €", "20 936 €"), ("par personne en plus", "4 135 €", "5 583 €")),
    amounts=True,
)
TESTS = Grid(
    ("Cancer", "Pour qui", "Test", "Tous les"),
    (("Colorectal (intestin)", "Femmes et hommes de 50 à 74 ans", "Test avec un kit", "2 ans"),),
    amounts=False,
)


def stacked(table, width):
    return len(table._plan(width).bands) == len(table._grid.rows) and len(table._plan(width).bands) != 1


def test_each_row_is_read_with_its_heads(look):
    assert Table(CEILINGS, look).text().splitlines()[1] == (
        "Personnes dans le foyer : 2 ; C2S gratuite : jusqu’à : 15 508 € ; C2S payante : jusqu’à : 20 936 €"
    )


def test_the_columns_stand_side_by_side_where_they_fit(look):
    table = Table(CEILINGS, look)
    assert not stacked(table, 654)
    assert stacked(table, 260)


@pytest.mark.parametrize("grid", [CEILINGS, TESTS], ids=["amounts", "words"])
@pytest.mark.parametrize("size", ["normal", "large", "xlarge"])
@pytest.mark.parametrize("width", [0, 420, 654, 968])
def test_no_cell_is_cut_and_none_overlaps(styled, grid, size, width):
    table = Table(grid, Look(size=size))
    width = max(width, table.minimumSizeHint().width())
    cells, high = table._plan(width).cells, table.heightForWidth(width)
    for cell in cells:
        assert cell.words.widest <= cell.area.width()
        assert cell.words.height(cell.area.width()) <= cell.area.height()
        assert 0 < cell.area.left() <= cell.area.right() < width
        assert cell.area.bottom() < high
    assert not [1 for one in cells for other in cells if one is not other and one.area.intersects(other.area)]


def test_amounts_end_under_one_another_and_begin_under_their_head(look):
    plan = Table(CEILINGS, look)._plan(654)
    head, *amounts = [cell for number, cell in enumerate(plan.cells) if number % 3 == 1]
    assert {(cell.area.left(), cell.area.right()) for cell in amounts} == {(head.area.left(), amounts[0].area.right())}


def test_it_can_be_painted_in_both_ways(look, shown):
    table = shown(Table(TESTS, look), 654, 200)
    wide = table.grab().toImage()
    table.resize(table.minimumSizeHint().width(), 600)
    assert table.grab().toImage() != wide
