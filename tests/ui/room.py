"""Whether everything on the screen has the room it needs: words, neighbours, the window."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.ui.shell import Shell
from app.ui.widgets.focus import FocusRing
from app.ui.widgets.panel import Panel
from app.ui.widgets.viewport import Viewport

OVER = (FocusRing, Panel)
"""What lies over the rest on purpose."""


def complaints(shell: Shell) -> list[str]:
    """What has not enough room, each in a line; none is what we want."""
    seen = [widget for widget in shell.findChildren(QWidget) if widget.isVisible() and not isinstance(widget, OVER)]
    return [*_cut(seen), *_overlapping(shell, seen), *_outside(shell, seen)]


def _cut(seen: list[QWidget]) -> list[str]:
    return [
        f"cut: {_name(widget)}"
        for widget in seen
        if isinstance(widget, QLabel | QAbstractButton) and _too_small(widget)
    ]


def _too_small(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and not widget.text():
        return False
    least = widget.minimumSizeHint()
    high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else least.height()
    return widget.width() < least.width() or widget.height() < high


def _overlapping(shell: Shell, seen: list[QWidget]) -> list[str]:
    families: dict[QWidget, list[QWidget]] = {}
    for widget in seen:
        parent = widget.parentWidget()
        if parent is not None:
            families.setdefault(parent, []).append(widget)
    return [
        f"overlap: {_name(one)} / {_name(other)}"
        for children in families.values()
        for one, other in combinations(children, 2)
        if one.geometry().intersects(other.geometry())
    ]


def _outside(shell: Shell, seen: list[QWidget]) -> list[str]:
    return [f"outside: {_name(widget)}" for widget in seen if not _inside(shell, widget)]


def _inside(shell: Shell, widget: QWidget) -> bool:
    """In the window; in a scroll area only from side to side, for that is what scrolls up and down."""
    place = QRect(widget.mapTo(shell, QPoint(0, 0)), widget.size())
    view = _viewport(widget)
    if view is None:
        return shell.rect().contains(place)
    left = view.mapTo(shell, QPoint(0, 0)).x()
    return left <= place.left() and place.right() < left + view.width()


def _viewport(widget: QWidget) -> Viewport | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Viewport):
        parent = parent.parentWidget()
    return parent


def _name(widget: QWidget) -> str:
    words = widget.text()[:50] if isinstance(widget, QLabel | QAbstractButton) else ""
    size = f"{widget.width()}x{widget.height()}"
    least = f"{widget.minimumSizeHint().width()}x{widget.heightForWidth(widget.width())}"
    return f"{type(widget).__name__} {widget.objectName()} {words!r} has {size}, wants {least}"
