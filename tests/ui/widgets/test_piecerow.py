"""A row of the papers: what it says in each state, what can be done, and where things stand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.models.pieces import Kept
from app.models.settings import Devices
from app.models.text import Text
from app.ui.piecestate import Job, Row, ways
from app.ui.widgets.piecerow import PieceRow
from tests.ui.papers import picture

PLAIN = Row("tax_notice", Text("Avis d’impôt"), Text("Avis d’impôt (Oksana)"), "Oksana", "missing")
KEPT = replace(PLAIN, state="scanner", kept=Kept("tax_notice", 2, 9, "", "scanner"))
GLASS, FILE = ways(Devices(scanner="test:0")), ways(Devices(files="/media"))
BOTH = ways(Devices(scanner="test:0", feeder="ADF", files="/media"))


def acts(row):
    return [button.objectName().rpartition(".")[2] for button in row.findChildren(QAbstractButton)]


def words(row):
    return [label.text() for label in row.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("row", "found", "pressed", "said"),
    [
        (PLAIN, (), [], "À joindre"),
        (PLAIN, GLASS, ["scan", "later"], "À ajouter"),
        (PLAIN, FILE, ["file", "later"], "À ajouter"),
        (PLAIN, BOTH, ["scan", "file", "later"], "À ajouter"),
        (replace(PLAIN, state="later"), BOTH, ["now"], "À apporter plus tard"),
        (replace(PLAIN, choosing=("glass", "pile")), BOTH, ["glass", "pile", "cancel"], "À ajouter"),
        (replace(PLAIN, said=Text("Non")), BOTH, ["scan", "file", "later"], "Pas ajouté"),
        (replace(PLAIN, job=Job("tax_notice", "waiting")), BOTH, ["stop"], "En attente de votre feuille"),
        (replace(PLAIN, job=Job("tax_notice", "scanning", 3)), BOTH, ["stop"], "Numérisation de la page 3"),
        (replace(PLAIN, job=Job("tax_notice", "working")), BOTH, ["stop"], "Le document se prépare…"),
        (replace(PLAIN, job=Job("tax_notice", "stopping")), BOTH, [], "Arrêt…"),
        (KEPT, BOTH, ["see", "again", "more"], "Ajouté · 2 pages"),
        (KEPT, (), ["see"], "Ajouté · 2 pages"),
        (replace(KEPT, said=Text("Non")), BOTH, ["see", "again", "more"], "Ajouté · 2 pages"),
    ],
)
def test_each_state_has_its_words_and_its_buttons(look, shown, row, found, pressed, said):
    shown_row = shown(PieceRow(row, found, look))
    assert acts(shown_row) == pressed
    assert said in words(shown_row)


@pytest.mark.parametrize(
    ("doubts", "source", "said"),
    [(("dark", "blurred"), "scanner", "Page trop sombre"), (("blurred",), "file", "Photo floue")],
)
def test_a_doubt_is_said_with_what_to_do(look, shown, doubts, source, said):
    row = shown(PieceRow(replace(KEPT, kept=Kept("tax_notice", 1, 9, "", source, doubts)), BOTH, look))
    assert said in words(row)
    assert any(sentence.endswith(".") for sentence in words(row))


def test_a_button_says_of_which_paper_it_is_and_tells_what_is_touched(look, shown):
    row, heard = shown(PieceRow(PLAIN, GLASS, look)), []
    row.touched.connect(lambda act, path: heard.append((act, path)))
    scan = row.findChildren(QAbstractButton)[0]
    assert (scan.text(), scan.accessibleName()) == ("Scanner", "Scanner : Avis d’impôt (Oksana)")
    QTest.mouseClick(scan, Qt.MouseButton.LeftButton)
    assert heard == [("scan", "tax_notice")]


def test_how_far_it_has_come_is_told_in_place_until_the_stage_is_another(look, shown):
    job = Job("tax_notice", "scanning")
    row = shown(PieceRow(replace(PLAIN, job=job), BOTH, look))
    assert row.tell(replace(job, page=2))
    assert "Numérisation de la page 2" in words(row)
    assert not row.tell(replace(job, stage="working"))


def test_its_picture_comes_when_it_is_drawn(look, shown):
    row = shown(PieceRow(KEPT, BOTH, look), 900, 200)
    before = row.grab().toImage()
    row.show_picture(picture())
    assert row.grab().toImage() != before


@pytest.mark.parametrize("width", [400, 640, 968, 1440])
def test_nothing_stands_over_anything_else(look, shown, width):
    row = shown(PieceRow(replace(KEPT, about="Ce papier est dans un courrier. " * 4), BOTH, look), width, 600)
    areas = row.areas(width)
    assert all(not one.intersects(other) for one in areas for other in areas if one is not other)
    assert all(area.right() < width and area.bottom() < row.heightForWidth(width) for area in areas)
