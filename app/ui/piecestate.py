"""What the page of the papers knows of each: values that its screen is built from, and what can be done with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.models.form import Answers
from app.models.pieces import Kept, Piece, State
from app.models.settings import Devices
from app.models.text import Text, _

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

Way = Literal["glass", "pile", "folder", "file"]
"""Where pages come from: the scanner's glass or its feeder, a scanner of the network, a file."""
Act = Literal["scan", "file", "later", "now", "see", "again", "more", "glass", "pile", "folder", "cancel", "stop"]
"""What a button of a row does."""
Stage = Literal["waiting", "scanning", "working", "stopping"]

IF_YOU_HAVE_IT = _("Si vous l’avez.")


@dataclass(frozen=True)
class Job:
    """What is under way for the pièce at *path*: its *page* is scanned; *part* of the work on it is done.

    *name*: that of the file it comes from.
    """

    path: str
    stage: Stage
    page: int = 1
    part: float | None = None
    name: str = ""


@dataclass(frozen=True)
class Row:
    """One pièce on the page: *label*, and how it is *named* where its row is not seen.

    *choosing*: the ways to choose from, after a touch that leaves several; *said*: what went wrong last.
    """

    path: str
    label: Text
    named: Text
    about: str
    state: State
    kept: Kept | None = None
    picture: QImage | None = None
    job: Job | None = None
    choosing: tuple[Way, ...] = ()
    said: Text | None = None


def about(piece: Piece, answers: Answers) -> str:
    """What stands under the name of *piece*: whom it concerns, what it is, whether it can be left out."""
    said = (piece.paper.what, None if piece.paper.needed else IF_YOU_HAVE_IT)
    words = " ".join(str(text) for text in said if text)
    return " · ".join(filter(None, (piece.concerns(answers), words)))


def ways(devices: Devices) -> tuple[Way, ...]:
    """What *devices* let people do."""
    found: list[tuple[Way, str]] = [
        ("glass", devices.scanner),
        ("pile", devices.scanner and devices.feeder),
        ("folder", devices.folder),
        ("file", devices.files),
    ]
    return tuple(way for way, device in found if device)


def scanning(found: tuple[Way, ...]) -> tuple[Way, ...]:
    """Those of the ways that « Scanner » may mean."""
    return tuple(way for way in found if way != "file")


def acts(row: Row, found: tuple[Way, ...]) -> tuple[Act, ...]:
    """The buttons of *row*, where pages may come in the ways *found*; without any it is only to read."""
    if row.job:
        return ("stop",) if row.job.stage != "stopping" else ()
    if row.choosing:
        return (*row.choosing, "cancel")
    if row.kept:
        return ("see", "again", "more") if found else ("see",)
    if not found:
        return ()
    if row.state == "later":
        return ("now",)
    scan: tuple[Act, ...] = ("scan",) if scanning(found) else ()
    file: tuple[Act, ...] = ("file",) if "file" in found else ()
    return (*scan, *file, "later")
