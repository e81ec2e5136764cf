"""What a flow asks the shell to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.models.text import Text
from app.ui.theme import Look


class View(NamedTuple):
    """A screen as a function of the look, called again whenever language or look changes; and the header over it.

    *brief*: the words of the header where *title* would take more than two lines.
    """

    make: Callable[[Look], QWidget]
    title: Text | None = None
    code: str = ""
    information: bool = False
    home: bool = False
    keyboard: bool = True
    brief: Text | None = None
