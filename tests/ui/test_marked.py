"""Every text is marked for translation: in a language that wraps each msgid, each shows ⟦."""

import re

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.models import text
from tests.journeys.person import BORNE
from tests.ui.screens import screens

OWN_NAMES = {*text.LANGUAGES.values(), "Guichet Santé", "Valmont", "Accueil de Valmont", "A"}
SYMBOLS = re.compile(r"[\W\d_]*|[A-ZÉÈÇÏ'’-]|[a-zéèçï]|2A|2B|ABC|FR|EN|УКР|LAT|123 \?", re.IGNORECASE)
"""Figures, and the letters that stand on keys."""
CODES = re.compile(r"[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){1,2}|[2-9A-HJ-NP-Z]{3}(-[2-9A-HJ-NP-Z]{3}){2}")
ADDRESSES = re.compile(r"(https://)?([\w-]+\.)+[a-z]{2,}(/\S*)?")
ANSWERS = ("answer:", "preview", "echo", "where", "entry:")


def test_every_text_on_every_screen_is_marked(tmp_path, qtbot):
    text.speak(text.PSEUDO)
    terminal = BORNE._replace(site=BORNE.site._replace(printer="accueil", help="screen"))
    bare = {
        f"{name}: {words!r} in {widget.objectName()}"
        for name, person in screens(tmp_path, terminal)
        for widget in person.shell.findChildren(QWidget)
        if widget.isVisible() and not widget.objectName().startswith(ANSWERS)
        for words in _said(widget)
        if not _may_be_bare(words)
    }
    assert sorted(bare) == []


def _said(widget):
    """What is read and what is spoken of *widget*."""
    if isinstance(widget, QLabel | QAbstractButton):
        return {widget.text(), widget.accessibleName(), widget.accessibleDescription()} - {""}
    return {widget.accessibleName(), widget.accessibleDescription()} - {""}


def _may_be_bare(words):
    shapes = (SYMBOLS, CODES, ADDRESSES)
    return "⟦" in words or words in OWN_NAMES or any(shape.fullmatch(words) for shape in shapes)
