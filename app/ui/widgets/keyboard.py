"""The on-screen keyboard, docked under the page; it types into the field that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.models.text import Text, _
from app.ui.theme import Look
from app.ui.widgets import layouts
from app.ui.widgets.buttons import Raised
from app.ui.widgets.echo import Echo, Field
from app.ui.widgets.ground import paper
from app.ui.widgets.keys import KeyCap, key_cap
from app.ui.widgets.vitale import WhereIsMyNumber
from app.ui.widgets.words import Phrase

PAGES: dict[str, layouts.Page] = {
    "digits": "digits", "sum": "sum", "nir": "nir", "phone": "phone", "code": "code",
}  # fmt: skip
"""The page that a field's ``keyboard`` opens; any other opens on letters."""
PADS = ("digits", "sum", "nir", "phone")
WIDE = 8
MARGINS = {"digits": 2, "sum": 2, "phone": 2, "code": 1}
"""What is left free at each side of keys that are few, for WIDE of keys."""
ERASE: dict[str, Text] = {
    "digits": _("Effacer"), "sum": _("Effacer"), "nir": _("Effacer"), "phone": _("Effacer"),
    "code": _("Effacer une lettre"),
}  # fmt: skip
"""What the key that erases says where it has room for words."""
MOVES = {
    layouts.BACK: Qt.Key.Key_Backspace,
    layouts.LEFT: Qt.Key.Key_Left,
    layouts.RIGHT: Qt.Key.Key_Right,
    layouts.SPACE: Qt.Key.Key_Space,
}


class Close(Raised):
    """« Fermer le clavier »."""

    target = "min"


class Keyboard(QWidget):
    """Says by signals what its last keys ask; never moves the focus itself."""

    next_asked = Signal()
    close_asked = Signal()

    def __init__(self, look: Look, language: str) -> None:
        super().__init__()
        self._look, self._language = look, language
        self._field: Field | None = None
        self._main: Phrase = ""
        self._page: layouts.Page = "letters"
        self._alphabet = language
        self._upper = self._locked = False
        self._caps: list[KeyCap] = []
        self._body = QWidget()
        self.setObjectName("keyboard")
        paper(self, "keyboard", look)
        self._column = QVBoxLayout(self)
        around = look.px(3 if self._tall() else 2)
        self._column.setContentsMargins(look.px(4), around, look.px(4), around)
        self._column.setSpacing(around)
        self._head = self._make_head()
        self._column.addWidget(self._head)
        self._column.addWidget(self._body, 1)

    def serve(self, field: Field, *, main: Phrase = "") -> None:
        """Type into *field*, on the keys it asks for; *main* names the key « Suivant » otherwise."""
        if self._field is not None and isValid(self._field):
            self._field.textChanged.disconnect(self._echo_now)
            self._field.cursorPositionChanged.disconnect(self._echo_now)
        self._field, self._main = field, main
        field.textChanged.connect(self._echo_now)
        field.cursorPositionChanged.connect(self._echo_now)
        self._page = PAGES.get(str(field.property("keyboard")), "letters")
        self._alphabet = self._first_alphabet(field)
        self._locked = False
        self._upper = self._begins_word()
        self._show_page()
        self._echo_now()

    def _first_alphabet(self, field: Field) -> str:
        """Official words are written in Latin letters, in Ukrainian too."""
        return "en" if self._language == "uk" and not field.property("native") else self._language

    def _make_head(self) -> QWidget:
        look = self._look
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        self._echo = Echo(look)
        close = Close(_("Fermer le clavier"), look, "keyboard.close", icon="bold/keyboard")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.close_asked)
        row.addWidget(self._echo, 1)
        row.addWidget(close)
        return head

    def _show_page(self) -> None:
        pad = self._page in PADS
        self.setFixedHeight(self._look.layout("keypad" if pad else "keyboard"))
        self._head.setVisible(self._page != "code")
        old, self._body = self._body, QWidget()
        self._column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8) if self._page == "nir" else 0)
        if self._page == "nir":
            row.addWidget(WhereIsMyNumber(self._look), 2 if self._look.size != "xlarge" else 3)
        row.addLayout(self._grid(), WIDE if self._page in MARGINS else 4)
        if self._page in MARGINS and self._look.size != "xlarge":
            row.insertStretch(0, MARGINS[self._page])
            row.addStretch(MARGINS[self._page])
        self._body.show()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._look.target("gap-min"))
        self._caps = []
        for place, row in enumerate(layouts.rows(self._page, self._alphabet, tall=self._tall())):
            column = 0
            for key, span in row:
                grid.addWidget(self._cap(key), place, column, 1, span)
                column += span
            grid.setRowStretch(place, 1)
        for column in range(grid.columnCount()):
            grid.setColumnStretch(column, 1)
        return grid

    def _cap(self, key: str) -> KeyCap:
        words = self._main if key == layouts.NEXT else self._erase() if key == layouts.BACK else ""
        cap = key_cap(self._shown(key), self._look, self._alphabet, words=words)
        cap.on = key == layouts.SHIFT and self._upper
        # A press counts when it begins: fast typists lift late.
        cap.pressed.connect(lambda: self._press(cap.key))
        self._caps.append(cap)
        return cap

    def _erase(self) -> Phrase:
        """The words beside the backspace: letters A++ leave less room, and none beside the picture."""
        if self._look.size == "xlarge":
            return "" if self._page == "nir" else ERASE["digits"] if self._page in ERASE else ""
        return ERASE.get(self._page, "")

    def _tall(self) -> bool:
        look = self._look
        rows = 5 * look.target("key-height") + 4 * look.target("gap-min")
        return look.layout("keyboard") >= rows + look.target("min")

    def _press(self, key: str) -> None:
        if key == layouts.NEXT:
            self.next_asked.emit()
        elif key == layouts.SHIFT:
            self._locked = not self._upper
            self._set_case(self._locked)
        elif key in (layouts.SYMBOLS, layouts.LETTERS):
            self._turn_to("symbols" if key == layouts.SYMBOLS else "letters", self._alphabet)
        elif key == layouts.LATIN:
            self._turn_to("letters", "en")
        elif key == layouts.LANGUAGE:
            self._turn_to("letters", layouts.CYCLE[self._alphabet])
        else:
            self._write(key)

    def _turn_to(self, page: layouts.Page, alphabet: str) -> None:
        self._page, self._alphabet = page, alphabet
        self._show_page()

    def _write(self, key: str) -> None:
        field = self._field
        if field is None or not isValid(field):
            return
        if key == layouts.CLEAR:
            field.clear()
        elif key in MOVES:
            _send(field, MOVES[key], " " if key == layouts.SPACE else "")
        else:
            for letter in key:
                _send(field, Qt.Key.Key_unknown, letter)
        if not self._locked:
            self._set_case(self._begins_word())

    def _begins_word(self) -> bool:
        """Whether the next letter opens a word of a name."""
        field = self._field
        if not isinstance(field, QLineEdit) or not field.property("capital"):
            return False
        before = field.text()[: field.cursorPosition()]
        return not before or before[-1] in " -"

    def _set_case(self, upper: bool) -> None:
        if upper == self._upper:
            return
        self._upper = upper
        for cap in self._caps:
            if cap.key == layouts.SHIFT:
                cap.on = upper
                cap.update()
            elif cap.key not in layouts.ACTS and self._page == "letters":
                cap.show_key(self._shown(cap.key))

    def _shown(self, key: str) -> str:
        if key in layouts.ACTS or self._page != "letters":
            return key
        return key.upper() if self._upper else key.lower()

    def _echo_now(self) -> None:
        if self._field is not None and isValid(self._field):
            self._echo.show_field(self._field)


def _send(field: Field, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
