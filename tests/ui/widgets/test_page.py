"""What holds a page together: pager, ring, panel, summary, code, signature."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.models import strokes
from app.models.form import Problem
from app.models.path import Remark
from app.models.text import _
from app.ui.widgets.buttons import Primary, Secondary
from app.ui.widgets.codeboxes import CodeBoxes
from app.ui.widgets.focus import FocusRing
from app.ui.widgets.inputs import Box
from app.ui.widgets.pager import Pager
from app.ui.widgets.panel import Panel
from app.ui.widgets.progress import Progress
from app.ui.widgets.ring import Ring
from app.ui.widgets.signature import Pad
from app.ui.widgets.summary import Summary
from app.ui.widgets.viewport import Viewport


def column(*widgets):
    page = QWidget()
    layout = QVBoxLayout(page)
    for widget in widgets:
        layout.addWidget(widget)
    return page


def turn(pager, eighths):
    """Turn the wheel over the page."""
    middle = QPointF(pager.rect().center())
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turned = QPoint(0, eighths)
    event = QWheelEvent(middle, middle, QPoint(), turned, Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(pager.findChild(Viewport), event)


@pytest.fixture
def long_page(look, shown):
    buttons = [Secondary(f"Bouton {place}", look, f"b{place}") for place in range(20)]
    pager = shown(Pager(column(*buttons), look), 800, 500)
    return pager, buttons


def test_a_page_that_fits_has_no_pager(look, shown):
    pager = shown(Pager(column(Secondary("Seul", look, "one")), look), 800, 500)
    assert pager.findChild(QWidget, "pager.down") is None


def test_a_screen_gives_what_is_left_and_a_panel_asks_how_high_it_would_be(look, styled):
    pager = Pager(column(*(Secondary(f"Bouton {place}", look, f"b{place}") for place in range(20))), look)
    assert pager.sizeHint() == pager.minimumSizeHint()
    pager.setMinimumHeight(200)
    assert pager.sizeHint().height() > 800


def test_one_press_goes_down_most_of_the_view(long_page, qtbot):
    pager, _buttons = long_page
    down = pager.findChild(QWidget, "pager.down")
    assert down.isVisible()
    qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
    assert 380 <= pager.position() <= 420


def test_a_wheel_goes_down_and_never_past_the_ends(long_page):
    pager, _buttons = long_page
    turn(pager, -240)
    assert pager.position() == 120
    turn(pager, 1200)
    assert pager.position() == 0


def test_tab_comes_to_the_arrows_last(long_page):
    pager, buttons = long_page
    buttons[-1].setFocus()
    QTest.keyClick(pager.windowHandle(), Qt.Key.Key_Tab)
    assert pager.findChild(QWidget, "pager.up").hasFocus()


def test_the_focused_widget_is_brought_into_view(long_page):
    pager, buttons = long_page
    buttons[15].setFocus()
    top = buttons[15].mapTo(pager, QPoint(0, 0)).y()
    assert 0 <= top <= 500 - buttons[15].height()


def test_the_ring_follows_keys_and_spares_touch(look, shown):
    first, second = Primary("Un", look, "one"), Primary("Deux", look, "two")
    window = column(first, second)
    ring = FocusRing(window, look)
    shown(window)
    first.setFocus()
    assert not ring.isVisible()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(second.geometry())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=first.geometry().center())
    assert not ring.isVisible()


def test_a_touched_field_has_its_ring(look, shown):
    box = Box(look, "town", 10)
    window = column(box)
    ring = FocusRing(window, look)
    shown(window)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=box.geometry().center())
    box.setFocus()
    assert ring.isVisible()


@pytest.fixture
def panel(look, shown):
    under, yes, no = Box(look, "under", 10), Primary("Oui", look, "yes"), Secondary("Non", look, "no")
    window = shown(column(under))
    under.setFocus()
    made = Panel(window, look, "idle", column(yes, no), way_out=yes)
    made.open()
    return made, under, yes, no


def test_a_panel_keeps_tab_inside(panel, qtbot):
    _made, under, yes, no = panel
    assert yes.hasFocus()
    qtbot.keyClick(yes, Qt.Key.Key_Tab)
    assert no.hasFocus()
    qtbot.keyClick(no, Qt.Key.Key_Tab)
    assert yes.hasFocus()
    assert not under.hasFocus()


def test_escape_presses_the_way_out_and_the_focus_comes_back(panel, qtbot):
    made, under, yes, no = panel
    yes.clicked.connect(made.close_panel)
    with qtbot.waitSignal(yes.clicked):
        qtbot.keyClick(no, Qt.Key.Key_Escape)
    assert under.hasFocus()


def test_a_summary_leads_to_each_answer(look, qtbot, shown):
    remarks = [Remark("born", Problem(_("Ajoutez le jour. Exemple : 14."), "day"))]
    summary = shown(Summary(remarks, look))
    assert summary.accessibleName() == "1 réponse est à corriger"
    with qtbot.waitSignal(summary.go) as told:
        summary.findChild(QWidget, "summary.born").click()
    assert told.args == ["born"]


def test_a_code_is_written_as_it_is_read(look, qtbot, shown, write):
    boxes = shown(CodeBoxes(look, "code"))
    with qtbot.waitSignal(boxes.complete) as told:
        write(boxes, "kx7f-4pmq")
    assert told.args == ["KX7F4PMQ"]


def test_letters_that_no_code_has_are_left_out(look, shown, write):
    boxes = shown(CodeBoxes(look, "code"))
    write(boxes, "O0I1A")
    assert boxes.text() == "A"


def test_a_reference_can_be_typed_too(look, shown, write):
    boxes = shown(CodeBoxes(look, "code"))
    write(boxes, "4T7KX9M2Q")
    assert boxes.text() == "4T7KX9M2Q"


def test_a_signature_is_told_as_strokes(look, qtbot, shown):
    pad = shown(Pad(look, "signature"), 1000, 264)
    with qtbot.waitSignal(pad.typed) as told:
        qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        qtbot.mouseMove(pad, QPoint(200, 150))
        qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert strokes.read(told.args[0])[0][0] == (100, 100)
    pad.clear()
    assert pad.text() == ""


def test_a_ring_says_the_seconds_left(look, qtbot):
    ring = Ring(60, look)
    qtbot.addWidget(ring)
    ring.show_seconds(1)
    assert ring.accessibleName() == "1 seconde"


def test_progress_says_where_one_is(look, shown):
    progress = shown(Progress(2, 5, _("Vos difficultés"), _("vos coordonnées"), look))
    words = [label.text() for label in progress.findChildren(QWidget) if hasattr(label, "text")]
    assert "Étape 2 sur 5" in words
    assert "Ensuite : vos coordonnées" in words
    assert progress.findChild(QLineEdit) is None


def drag(qtbot, pager, start, end):
    qtbot.waitUntil(lambda: pager._view._dragged)  # from the first frame on, as soon as Qt's scroller is loaded
    qtbot.wait(60)  # a page that is still being laid out lets go of the finger; nobody touches it so soon
    window = pager.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(window, start + (end - start) * step / 10, 10)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=end)


def test_a_finger_drags_the_page_and_presses_nothing(long_page, qtbot):
    pager, buttons = long_page
    pressed: list[bool] = []
    for button in buttons:
        button.clicked.connect(pressed.append)
    drag(qtbot, pager, QPoint(300, 400), QPoint(300, 150))
    qtbot.waitUntil(lambda: pager.position() > 0)
    assert pressed == []


def test_signing_does_not_drag_the_page(look, qtbot, shown):
    pad, below = Pad(look, "signature"), [Secondary(f"Bouton {place}", look, f"b{place}") for place in range(12)]
    pager = shown(Pager(column(pad, *below), look), 800, 500)
    drag(qtbot, pager, QPoint(300, 220), QPoint(300, 60))
    assert strokes.read(pad.text())
    assert pager.position() == 0
    drag(qtbot, pager, QPoint(300, 450), QPoint(300, 300))
    qtbot.waitUntil(lambda: pager.position() > 0)
