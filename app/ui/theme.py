"""The look: every colour, size and letter of the screen, taken from ``tokens.json``."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase

from app.paths import FONTS, TOKENS

Size = Literal["normal", "large", "xlarge"]
Density = Literal["kiosk", "portrait", "desk"]

DESK = "desk-1366x768"
PORTRAIT = "portrait-1080x1920"
KIOSK = "kiosk-1280x1024"
SHORT = 900
"""Height of window, in px, below which the words of the rail stop growing at A+ (visual.md 11)."""

DESK_TYPES = {"display": "h1", "lead": "body", "hint": "small", "input": "body", "key": "button"}
"""The desk has fewer sizes of letters than the kiosk."""
DESK_TARGETS = {"choice-row": "row", "tile": "row"}
NEXT_BEST = {"keypad": "keyboard", "actionbar-with-keyboard": "actionbar"}
"""What a layout that lacks a measure uses in its place."""


class Type(NamedTuple):
    """Letters: size and height of line in px, weight, family."""

    size: int
    line: int
    weight: int
    family: str
    underlined: bool = False

    @property
    def bold(self) -> Type:
        """The same, as heavy as a label."""
        return self._replace(weight=_type("label", "normal", "kiosk").weight)

    @property
    def font(self) -> QFont:
        """The font of these letters, the same for all who ask: change a copy."""
        return _font(self)


@cache
def tokens() -> Mapping[str, Any]:
    """The design tokens, read once, as set-up has left them: the reader of JSON takes 2 ms of the start to load."""
    return marshal.loads(TOKENS.read_bytes())  # type: ignore[no-any-return]  # noqa: S302  set-up's own


class Look(NamedTuple):
    """How the window looks now; a widget is given one when it is built.

    A tuple, as every small value that start-up needs: Python takes six times as long to make a dataclass.
    """

    contrast: bool = False
    size: Size = "normal"
    density: Density = "kiosk"
    frame: str = KIOSK
    short: bool = False

    @property
    def usual(self) -> bool:
        """As every visit finds it."""
        return not self.contrast and self.size == "normal"

    @property
    def theme(self) -> str:
        return "contrast" if self.contrast else "normal"

    def colour(self, role: str) -> QColor:
        """The colour of *role*: ``ink``, ``primary``, ``error-tint``…"""
        return _colour(tokens()["theme"][self.theme][role])

    def px(self, step: int) -> int:
        """A space of the scale: ``px(4)`` is 16 px."""
        return _spaces()[step]

    def type(self, role: str) -> Type:
        """The letters of *role*: ``h1``, ``body``, ``button``…"""
        return _type(role, self.size, self.density)

    def font(self, role: str) -> QFont:
        """The font of *role*, the same for all who ask: change a copy."""
        return self.type(role).font

    def target(self, role: str) -> int:
        """The smallest size of something to touch: ``button``, ``field``, ``choice-row``…"""
        return _target(role, self.density)

    def border(self, role: str) -> int:
        """The width of a border: ``card``, ``control``, ``selected``, ``error``, ``edge-bottom``."""
        return int(tokens()["border"][self.theme][role])

    def radius(self, role: str) -> int:
        """The radius of a corner: ``chip``, ``control``, ``button``, ``card``, ``dialog``."""
        return int(tokens()["radius"][role])

    def layout(self, key: str) -> int:
        """A measure of the window: ``rail``, ``margin``, ``actionbar``, ``keyboard``…"""
        if key == "rail" and self.size == "xlarge" and self.density == "kiosk" and not self.short:
            return self.layout("rail-xlarge")
        sizes = tokens()["layout"][self.frame]
        return int(sizes.get(key) or sizes.get(NEXT_BEST.get(key, "")) or tokens()["layout"][KIOSK][key])

    def scaled(self, size: int) -> int:
        """*size*, meant for A at a kiosk, in proportion to the letters of now."""
        normal: int = tokens()["type"]["kiosk"]["body"]["normal"]["size"]
        return round(size * self.type("body").size / normal)

    @property
    def rail(self) -> Look:
        """The look of the rail: in a short window its words stop at A+."""
        return self._replace(size="large") if self.short and self.size == "xlarge" else self

    @property
    def rail_width(self) -> int:
        """Letters at A+, where those of a short window stop, want a little more room than A."""
        return self.layout("rail") + (self.px(8) if self.rail.size == "large" else 0)


def layout_for(width: int, height: int, desk: bool) -> str:
    """The name of the layout nearest to a window of *width* × *height*."""
    if desk:
        return DESK
    if height > width:
        return PORTRAIT
    kiosks: list[str] = [name for name in tokens()["layout"] if name.startswith("kiosk-")]
    return min(kiosks, key=lambda name: _distance(name, width, height))


def look_for(width: int, height: int, *, desk: bool = False, contrast: bool = False, size: Size = "normal") -> Look:
    """The look of a window of *width* × *height*."""
    frame = layout_for(width, height, desk)
    density: Density = "desk" if desk else "portrait" if frame == PORTRAIT else "kiosk"
    return Look(contrast, size, density, frame, short=height < SHORT)


def load_fonts() -> None:
    """Make the fonts of the set-up known to Qt."""
    for name in tokens()["font"]["files"]:
        if QFontDatabase.addApplicationFont(str(FONTS / name)) < 0:
            raise FileNotFoundError(FONTS / name)


# Asked thousands of times for each page.


@cache
def _spaces() -> Mapping[int, int]:
    return {int(step): int(px) for step, px in tokens()["space"].items()}


@cache
def _type(role: str, size: Size, density: Density) -> Type:
    desk = density == "desk"
    found = tokens()["type"]["desk" if desk else "kiosk"][DESK_TYPES.get(role, role) if desk else role]
    return Type(**found[size])


@cache
def _target(role: str, density: Density) -> int:
    sizes = tokens()["target"][density]
    return int(sizes.get(role) or sizes.get(DESK_TARGETS.get(role, "")) or tokens()["target"]["kiosk"][role])


@cache
def _colour(code: str) -> QColor:
    return QColor(code)


@cache
def _font(letters: Type) -> QFont:
    fonts = tokens()["font"]
    font = QFont([fonts[letters.family], *fonts["fallback"]])
    font.setPixelSize(letters.size)
    font.setWeight(QFont.Weight(letters.weight))
    font.setUnderline(letters.underlined)
    return font


def _distance(name: str, width: int, height: int) -> int:
    across, down = name.removeprefix("kiosk-").split("x")
    return abs(int(across) - width) + abs(int(down) - height)
