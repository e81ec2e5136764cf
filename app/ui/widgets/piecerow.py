"""One pièce: a picture of its first page, what it is, what has become of it, and what can be done (mock-up 16)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.models.text import Text, _
from app.ui.icons import icon
from app.ui.piecestate import Act, Job, Row, Way, acts
from app.ui.piecewords import advice, chip, under_way
from app.ui.theme import Look
from app.ui.widgets.bar import Bar
from app.ui.widgets.buttons import Button, Secondary, TextButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label
from app.ui.widgets.paint import Slab
from app.ui.widgets.stack import Placed, height


class Press(NamedTuple):
    """A button."""

    words: Text
    icon: str
    kind: type[Button] = Secondary


PRESSES: dict[Act, Press] = {
    "scan": Press(_("Scanner"), "bold/scan"),
    "file": Press(_("Choisir un fichier"), "bold/folder"),
    "later": Press(_("L’apporter plus tard"), "", TextButton),
    "now": Press(_("L’ajouter maintenant"), "bold/plus"),
    "see": Press(_("Voir"), "bold/eye"),
    "again": Press(_("Refaire"), "bold/arrow-counter-clockwise"),
    "more": Press(_("Ajouter une page"), "", TextButton),
    "glass": Press(_("Une feuille sur la vitre"), "bold/scan"),
    "pile": Press(_("Une pile de feuilles"), "bold/files"),
    "folder": Press(_("Scanner"), "bold/scan"),
    "cancel": Press(_("Annuler"), "", TextButton),
    "stop": Press(_("Arrêter"), "bold/x"),
}
ROW = "piece:"
"""How the name of every button of a row begins."""
WORDS = 0.42
"""The share of a row that its words have at least beside its buttons; with less, these go under them."""
PICTURE = QSize(76, 96)


class FileName(Label):
    """It may be one long word, which is broken where there is no room for it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._words.widest, 2 * self._look.target("min")), self._words.line)


class PieceRow(Placed):
    """Its buttons are called ``piece:<path>.<act>``. *ways*: where pages may come from; none: it is only to read."""

    touched = Signal(str, str)
    """What is asked, and of which pièce."""

    def __init__(self, row: Row, ways: tuple[Way, ...], look: Look) -> None:
        self._row, self._bar = row, Bar(row.job.part, look) if row.job else None
        said = chip(row, ways)
        self._chip = Chip(said.words, said.icon, said.colour, said.tint, look)
        advised = advice(row)
        words = [
            Label(row.label, look, "label", name=f"{ROW}{row.path}"),
            (FileName if row.job and row.job.name else Label)(row.about, look, "hint", "ink-soft")
            if row.about
            else None,
            self._chip,
            self._bar,
            Label(advised, look, "hint", name=f"{ROW}{row.path}.advice") if advised else None,
        ]
        self._words: list[QWidget] = [widget for widget in words if widget]
        super().__init__(self._words, look)
        self._buttons = [self._button(act, ways) for act in acts(row, ways)]
        self._children = [*self._words, *self._buttons]
        wrong = bool(row.said or (row.kept and row.kept.doubts and not row.job))
        paper(self, "doubted" if wrong else "card", look)
        picture = PICTURE if look.density != "desk" else PICTURE * 3 / 4
        self._picture = QRect(QPoint(look.px(4), look.px(4)), picture)

    def tell(self, job: Job) -> bool:
        """How far it has come; False when the stage is another, so that the row has to be made anew."""
        if self._row.job is None or self._row.job.stage != job.stage or self._bar is None:
            return False
        said = under_way(job)
        self._chip.setText(str(said.words))
        self._chip.setFixedSize(self._chip.sizeHint())
        self._bar.show_part(job.part)
        return True

    def show_picture(self, picture: QImage) -> None:
        """The first page, once it is drawn."""
        self._row = replace(self._row, picture=picture)
        self.update()

    def _button(self, act: Act, ways: tuple[Way, ...]) -> Button:
        press = PRESSES[act]
        words = PRESSES["scan"].words if act == "glass" and "pile" not in ways else press.words
        button = press.kind(words, self.look, f"{ROW}{self._row.path}.{act}", icon=press.icon)
        button.setAccessibleName(f"{words} : {self._row.named}")
        button.clicked.connect(partial(self._touch, act))
        button.setParent(self)
        return button

    def _touch(self, act: Act, _checked: bool = False) -> None:
        self.touched.emit(act, self._row.path)

    def least(self) -> int:
        left = self._picture.right() + 1 + self.look.px(4)
        words = max(widget.minimumSizeHint().width() for widget in (*self._words, *self._buttons))
        return left + max(words, self._chip.width()) + self.look.px(4)

    def under(self) -> int:
        return self.look.px(4)

    def areas(self, width: int) -> list[QRect]:
        left = self._picture.right() + 1 + self.look.px(4)
        room = width - left - self.look.px(4)
        beside = (self._placed_beside(left, room, across) for across in self._across(room))
        return min([*beside, self._placed_under(left, room)], key=_bottom)  # of equals the first

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self._picture.bottom() + 1 + self.look.px(4))

    def _across(self, room: int) -> list[list[int]]:
        """The widths that buttons at the right of the words may have: whole, or some or all of them on two lines."""
        whole = [button.sizeHint().width() for button in self._buttons]
        halved = [_halved(button) for button in self._buttons]
        pairs = list(zip(self._buttons, whole, halved, strict=True))
        mixed = [half if isinstance(button, TextButton) else full for button, full, half in pairs]
        least = max(WORDS * room, self._chip.width(), *(widget.minimumSizeHint().width() for widget in self._words))
        gaps = self.look.px(2) * (len(self._buttons) - 1) + self.look.px(4) if self._buttons else 0
        return [widths for widths in (whole, mixed, halved) if room - sum(widths) - gaps >= least]

    def _placed_beside(self, left: int, room: int, across: list[int]) -> list[QRect]:
        pressed = sum(across) + self.look.px(2) * (len(across) - 1) if across else -self.look.px(4)
        words = self._down(left, room - pressed - self.look.px(4))
        tall = [button.heightForWidth(width) for button, width in zip(self._buttons, across, strict=True)]
        high = max(self._picture.height(), words[-1].bottom() + 1, *tall, 0)
        found, at = self._centred(words, high), left + room - pressed
        for width, own in zip(across, tall, strict=True):
            found.append(QRect(at, self.look.px(4) + (high - own) // 2, width, own))
            at += width + self.look.px(2)
        return found

    def _placed_under(self, left: int, room: int) -> list[QRect]:
        words = self._centred(self._down(left, room), 0)
        return [*words, *self._wrapped(left, room, words[-1].bottom() + 1 + self.look.px(3))]

    def _down(self, left: int, room: int) -> list[QRect]:
        """The words one under the other, from 0."""
        found: list[QRect] = []
        top = 0
        for widget in self._words:
            own = widget is self._chip
            gap = self.look.px(2) if found and (own or not isinstance(widget, Label)) else self.look.px(1)
            top += gap if found else 0
            across = self._chip.width() if own else room
            found.append(QRect(left, top, across, self._chip.height() if own else height(widget, room)))
            top = found[-1].bottom() + 1
        return found

    def _centred(self, words: list[QRect], high: int) -> list[QRect]:
        """The same in the middle of *high*."""
        down = self.look.px(4) + max(0, (high - words[-1].bottom() - 1) // 2)
        return [area.translated(0, down) for area in words]

    def _wrapped(self, left: int, room: int, top: int) -> list[QRect]:
        """The buttons under the words, on as many lines as it takes."""
        lines: list[list[QRect]] = []
        at = left
        for button in self._buttons:
            across = min(button.sizeHint().width(), room)
            if not lines or at + across > left + room:
                top = _bottom(lines[-1]) + 1 + self.look.px(2) if lines else top
                at = left
                lines.append([])
            lines[-1].append(QRect(at, top, across, button.heightForWidth(across)))
            at += across + self.look.px(2)
        return [area for line in lines for area in _level(line)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self._picture.translated(0, max(0, self._first_line() - self._picture.top()))
        if self._row.picture is not None:
            self._paint_page(painter, area)
        else:
            self._paint_nothing(painter, area)
        painter.end()

    def _first_line(self) -> int:
        """Where the picture stands: at the top, or in the middle of a row that is not much higher."""
        spare = self.height() - self._picture.height() - 2 * self.look.px(4)
        return self.look.px(4) + (spare // 2 if 0 < spare < self._picture.height() // 2 else 0)

    def _paint_page(self, painter: QPainter, area: QRect) -> None:
        look, picture = self.look, self._row.picture
        assert picture is not None  # noqa: S101  for the type checker
        line = look.border("card")
        Slab(look.colour("surface"), look.colour("line-strong"), line, look.radius("chip")).draw(painter, QRectF(area))
        inner = QRectF(area.adjusted(2 * line, 2 * line, -2 * line, -2 * line))
        shown = QRectF(inner)
        size = picture.size().scaled(inner.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        shown.setSize(size.toSizeF())
        shown.moveCenter(inner.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(shown, picture)

    def _paint_nothing(self, painter: QPainter, area: QRect) -> None:
        """A dashed frame, with what is awaited in it."""
        look = self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour("line-strong"), look.border("card"), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), look.radius("chip"), look.radius("chip"))
        side = look.px(8)
        awaited = "bold/plus" if self._buttons else "bold/file"
        name = "bold/scan" if self._row.job else awaited
        corner = area.center() - QPoint(side // 2, side // 2)
        painter.drawPixmap(corner, icon(name, side, look.colour("ink-soft")))


def _halved(button: Button) -> int:
    """The width of *button* with its words on two lines."""
    words = button.words
    return button.sizeHint().width() - words.natural + max(words.halved, words.widest)


def _bottom(areas: list[QRect]) -> int:
    return max(area.bottom() for area in areas)


def _level(line: list[QRect]) -> list[QRect]:
    """The same, the middles of all at one height."""
    high = max(area.height() for area in line)
    return [area.translated(0, (high - area.height()) // 2) for area in line]
