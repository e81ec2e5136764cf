"""Makes in ``.build`` what the program needs and nobody commits; leaves alone what comes from unchanged inputs."""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from app import paths

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

STAMPS = paths.BUILD / "stamps"
ICON_LIST = paths.RESOURCES / "icons.txt"
PO_FILES = paths.ROOT / "translations"
TOKENS = paths.RESOURCES / "style" / "tokens.json"


@dataclass(frozen=True)
class Product:
    """A file or folder at *target*, which *make* writes at the path it is given, from *inputs* (files or folders)."""

    target: Path
    inputs: tuple[Path, ...]
    make: Callable[[Path], None]

    def fresh(self) -> bool:
        """Whether *target* was made from the inputs as they are now."""
        return self.target.exists() and self._stamp.exists() and self._stamp.read_text() == self._digest()

    def renew(self) -> None:
        """Make *target* anew beside the old one, then put it in its place."""
        digest = self._digest()
        self._stamp.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(prefix="new-", dir=paths.BUILD) as folder:
            made = Path(folder) / self.target.name
            self.make(made)
            if self.target.is_dir():
                self.target.rename(Path(folder) / "old")
            os.replace(made, self.target)
        self._stamp.write_text(digest)

    @property
    def _stamp(self) -> Path:
        return STAMPS / self.target.name

    def _digest(self) -> str:
        """A digest of names and contents; of this module too, since it is the recipe."""
        total = hashlib.sha256()
        for path in _files((*self.inputs, Path(__file__))):
            total.update(f"{os.path.relpath(path, paths.ROOT)}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()


def products() -> tuple[Product, ...]:
    """Every build product."""
    return (
        Product(paths.FONTS, tuple(set(_font_sources())), make_fonts),
        Product(paths.ICONS, (ICON_LIST, _icon_archive()), make_icons),
        Product(paths.TOKENS, (TOKENS,), make_tokens),
        Product(paths.TRANSLATIONS, (PO_FILES,), make_translations),
        Product(paths.CATALOGUE, (*_catalogue_data(), *_catalogue_code()), make_catalogue),
        Product(paths.CATALOGUE_AGENTS, (*_catalogue_data(), *_catalogue_code()), make_agents_catalogue),
    )


def main() -> None:
    """Make what is missing or stale, and say which."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    for product in products():
        if not product.fresh():
            product.renew()
            print(f"made {product.target.relative_to(paths.ROOT)}", flush=True)


@dataclass(frozen=True)
class Face:
    """One static font: a weight of a variable font, and the names it goes by."""

    package: str
    family: str
    style: str
    weight: int

    @property
    def source(self) -> Path:
        """The variable font (weight, width) in the installed package."""
        name = self.family.replace(" ", "") + "[wdth,wght].ttf"
        return Path(str(distribution(self.package).locate_file(f"{self.package.replace('-', '_')}/files/{name}")))

    def names(self) -> dict[int, str]:
        """The OpenType name records: Qt asks for family and weight (16, 17), older programs for a family of its own."""
        full = f"{self.family} {self.style}"
        postscript = f"{self.family.replace(' ', '')}-{self.style}"
        names = {1: self.family, 2: self.style, 3: postscript, 4: full, 6: postscript}
        if self.style != "Regular":
            names |= {1: full, 2: "Regular", 16: self.family, 17: self.style}
        return names


FACES = (
    Face("fontpkg-noto-sans", "Noto Sans", "Regular", 400),
    Face("fontpkg-noto-sans", "Noto Sans", "SemiBold", 600),
    Face("fontpkg-noto-sans-display", "Noto Sans Display", "SemiBold", 600),
)
VIEW = "0 0 256 256"
"""The view box of every icon of Phosphor."""
KEPT_NAMES = {0, 5, 7, 8, 9, 10, 11, 12, 13, 14}
"""Copyright, version, trademark, makers, licence."""


def make_fonts(folder: Path) -> None:
    """Cut the static fonts of FACES out of their variable fonts."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    folder.mkdir()
    for face in FACES:
        font = instantiateVariableFont(TTFont(face.source), {"wght": face.weight, "wdth": 100})
        del font["STAT"]  # it tells of axes that are gone
        table = font["name"]
        table.names = [record for record in table.names if record.nameID in KEPT_NAMES]
        for name_id, name in face.names().items():
            table.setName(name, name_id, 3, 1, 0x409)
        font.save(folder / f"{face.names()[6]}.ttf")


def make_icons(folder: Path) -> None:
    """Trace the icons of the list: ``bold/check`` is ``bold/check-bold.svg`` in Phosphor's archive.

    Their outlines, read at start-up without a parser: see ``app.ui.icons``.
    """
    with zipfile.ZipFile(_icon_archive()) as archive:
        for line in ICON_LIST.read_text(encoding="utf-8").split():
            style, name = line.split("/")
            target = folder / style / f"{name}.path"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(outlines(archive.read(f"{style}/{name}-{style}.svg")))


def outlines(svg: bytes) -> bytes:
    """Each path of *svg*, in the units of its view box, as Qt streams it, after its opacity.

    Raises ValueError for a drawing that holds anything else than filled paths.
    """
    from PySide6.QtCore import QByteArray, QDataStream, QIODevice

    import app.ui  # noqa: F401  it mends what PySide counts wrong under Python 3.11

    drawing = ET.fromstring(svg)  # noqa: S314  of the locked package
    if drawing.get("viewBox") != VIEW or any(not path.tag.endswith("}path") for path in drawing):
        raise ValueError(svg[:200])
    written = QByteArray()
    stream = QDataStream(written, QIODevice.OpenModeFlag.WriteOnly)
    for path in drawing:
        stream.writeDouble(float(path.get("opacity", "1")))
        stream << _traced(path.get("d", ""))
    return bytes(written.data())


def _traced(data: str) -> QPainterPath:
    from fontTools.pens.qtPen import QtPen
    from fontTools.svgLib.path import parse_path
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    parse_path(data, QtPen(None, path))
    return path


def make_tokens(target: Path) -> None:
    """The design tokens as Python keeps what it has read."""
    target.write_bytes(marshal.dumps(json.loads(TOKENS.read_text(encoding="utf-8"))))


def make_translations(folder: Path) -> None:
    """Compile every ``app.po``; texts that lack a translation stay French."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    folder.mkdir()
    for source in sorted(PO_FILES.glob("*/LC_MESSAGES/app.po")):
        target = folder / source.relative_to(PO_FILES).with_suffix(".mo")
        target.parent.mkdir(parents=True)
        with source.open("rb") as po, target.open("wb") as mo:
            write_mo(mo, read_po(po, locale=target.parts[-3]))


def make_catalogue(target: Path) -> None:
    """Compile the TOML resources; the temporary folder also takes away what SQLite leaves beside its file."""
    from app.catalogue.build import build

    build(paths.RESOURCES, target)


def make_agents_catalogue(target: Path) -> None:
    """The same with what is for agents alone."""
    from app.catalogue.build import build

    build(paths.RESOURCES, target, "agents")


def _font_sources() -> Iterator[Path]:
    return (face.source for face in FACES)


def _icon_archive() -> Path:
    return Path(str(distribution("justmyresource-phosphor").locate_file("justmyresource_phosphor/icons.zip")))


def _catalogue_data() -> tuple[Path, ...]:
    return paths.RESOURCES / "catalogue", paths.RESOURCES / "rates"


def _catalogue_code() -> tuple[Path, ...]:
    return paths.ROOT / "app" / "catalogue", paths.ROOT / "app" / "models"


def _files(places: Iterable[Path]) -> list[Path]:
    found = (file for place in places for file in (place.rglob("*") if place.is_dir() else [place]))
    return sorted(file for file in found if file.is_file() and file.suffix != ".pyc")


if __name__ == "__main__":
    main()
