"""Paper into page images, through a scanner that SANE knows: one sheet on the glass, or a pile in the feeder.

Pages come as points without any coding and are coded here: ``scanimage`` loses a JPEG whose sheet ends early. At
300 points to the inch, which every scanner has; a smaller card keeps enough of them when its page is cut to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Literal

from app.actions import inmemory, scanimage
from app.actions.scanimage import Ended
from app.documents import rawpage
from app.documents.scans.outcome import MOST_PAGES

PATIENCE = 90.0
"""Seconds of silence: a lamp warms up in thirty, a network scanner may send nothing before its page is whole."""
SHORT_PATIENCE = 20.0
"""Seconds in which a scanner answers that it is there."""
MOST = MOST_PAGES + 1
"""Sheets taken from a pile: one more than a pièce may have, so that a pile too high is told, not cut."""
PAGE = ("--mode=Color", f"--resolution={rawpage.INCH}", "-x", "210", "-y", "297", "--format=pnm", "-p")

Code = Literal[
    "no-paper", "cover-open", "jammed", "busy", "unplugged", "denied", "no-program", "cancelled", "slow", "failed"
]
ERRORS: dict[str, Code] = {
    "Operation was canceled": "cancelled",
    "Device busy": "busy",
    "Document feeder jammed": "jammed",
    "Document feeder out of documents": "no-paper",
    "Scanner cover is open": "cover-open",
    "Error during device I/O": "unplugged",
    "Access to resource has been denied": "denied",
}
"""SANE's words for each status (sane_strstatus)."""
STATUS: dict[int, Code] = {2: "cancelled", 3: "busy", 6: "jammed", 7: "no-paper", 8: "cover-open", 9: "unplugged"}
"""The same, by exit code, when nothing was said; 11 also tells that no file could be written."""


class ScanTrouble(Exception):
    """No scan, or not all of it, for the reason *code*; *pages* came before, whole."""

    def __init__(self, code: Code, pages: Sequence[bytes] = ()) -> None:
        super().__init__(code)
        self.code: Code = code
        self.pages = list(pages)


def scan(scanner: str, source: str, cancel: Event, told: Callable[[int], None]) -> list[bytes]:
    """The pages on *scanner*, JPEG; *source* names its feeder, nothing: one page on the glass. Raises ScanTrouble.

    *told* hears how many pages have come.
    """
    pages: list[bytes] = []

    def keep(raw: bytes) -> None:
        pages.append(rawpage.jpeg(raw))
        told(len(pages))

    with _troubles(pages):
        ended = _pile(scanner, source, cancel, keep) if source else _glass(scanner, cancel, keep)
        code = _trouble(ended, came=bool(pages))
    if code:
        raise ScanTrouble(code, pages)
    return pages


def answer(scanner: str, source: str) -> None:
    """Returns when *scanner* is there and takes what ``scan`` asks of it, but for paper; raises ScanTrouble."""
    asked = (f"--device-name={scanner}", *([f"--source={source}"] if source else []), *PAGE, "--dont-scan")
    with _troubles(()):
        ended = scanimage.run(asked, Path("/"), Event(), lambda _said: None, SHORT_PATIENCE)
        code = _trouble(ended, came=True)
    if code:
        raise ScanTrouble(code)


@contextmanager
def _troubles(pages: Sequence[bytes]) -> Iterator[None]:
    """Expected troubles inside as ScanTrouble; what the system says names files: it is not carried further."""
    try:
        yield
    except scanimage.NoProgram:
        raise ScanTrouble("no-program", pages) from None
    except (rawpage.NoPage, inmemory.NotInMemory, OSError):
        raise ScanTrouble("failed", pages) from None


def _glass(scanner: str, cancel: Event, keep: Callable[[bytes], None]) -> Ended:
    """One page, down a pipe: it touches no file system."""
    raw = bytearray()
    ended = scanimage.run((f"--device-name={scanner}", *PAGE), Path("/"), cancel, raw.extend, PATIENCE)
    if ended.code == 0 and not ended.stopped:
        keep(bytes(raw))
    return ended


def _pile(scanner: str, source: str, cancel: Event, keep: Callable[[bytes], None]) -> Ended:
    """Page after page, each a file in memory that is removed as soon as it is there."""
    files = ("--batch=%d.pnm", "--batch-print", f"--batch-count={MOST}")
    asked = (f"--device-name={scanner}", f"--source={source}", *PAGE, *files)
    with inmemory.folder() as folder:
        names = _Names(folder, keep)
        return scanimage.run(asked, folder, cancel, names.hear, PATIENCE)


class _Names:
    """The names of whole pages, as they are printed, one a line."""

    def __init__(self, folder: Path, keep: Callable[[bytes], None]) -> None:
        self._folder, self._keep, self._begun = folder, keep, b""

    def hear(self, said: bytes) -> None:
        *names, self._begun = (self._begun + said).split(b"\n")
        for name in names:
            place = self._folder / Path(name.decode()).name
            raw = place.read_bytes()
            place.unlink()
            self._keep(raw)


def _trouble(ended: Ended, *, came: bool) -> Code | None:
    """Why there are not all the pages that there should be; a feeder that is empty after some has given all."""
    if ended.stopped:
        return ended.stopped
    code = _failure(ended)
    if code is None:
        return None if came else "no-paper"
    return None if code == "no-paper" and came else code


def _failure(ended: Ended) -> Code | None:
    if ended.error:
        away = ended.step == "open of device" and ended.error == "Invalid argument"
        return "unplugged" if away else ERRORS.get(ended.error, "failed")
    if ended.code is None or ended.code < 0:
        return "unplugged"  # drivers crash when their device goes
    return STATUS.get(ended.code, "failed") if ended.code else None
