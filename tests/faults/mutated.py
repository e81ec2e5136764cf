"""Files that were changed at random, each through the process that cleans: every one is cleaned or refused.

A process cleans one file after the other, as long as none ends it; what does is counted, and the next one is begun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from threading import Event

from pikepdf import Pdf

from app.actions.cleaning import Cleaned, Cleaner, Unfit
from tests.documents.scans.made import HEIC, corner, drawn, exif, file, letter, saved, scanned

PAGE = letter(12).resize((330, 467))
SEEDS: dict[str, tuple[bytes, ...]] = {
    "jpeg": (
        file(PAGE, "JPEG", exif=exif(6), comment="ici"),
        file(PAGE.convert("L"), "JPEG", progressive=True),
        file(corner("CMYK"), "JPEG"),
    ),
    "png": (file(PAGE, "PNG"), file(corner("P"), "PNG", exif=exif(3)), file(corner("RGBA"), "PNG")),
    "tiff": (
        file(PAGE, "TIFF"),
        file(PAGE.convert("1"), "TIFF", compression="group4"),
        file(PAGE, "TIFF", compression="tiff_lzw", save_all=True, append_images=[PAGE]),
        file(PAGE, "TIFF", compression="jpeg"),
    ),
    "heic": (HEIC,),
    "pdf": (saved(drawn(3)), saved(drawn(2, (612, 792)), object_stream_mode=0), scanned(PAGE.resize((1000, 1400)))),
}
EXTREMES = (b"\0", b"\xff", b"\x7f", b"\x80", b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\1")
AT_ONCE = 2
CLEAN_ROOT = {"/Type", "/Pages"}


@dataclass
class Tally:
    """What came of the files: *ends* counts the outcomes, *crashes* how processes died."""

    ends: Counter[str] = field(default_factory=Counter)
    crashes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    @property
    def files(self) -> int:
        """How many there were."""
        return sum(self.ends.values())

    def add(self, other: Tally) -> None:
        """Count *other* too."""
        self.ends += other.ends
        self.crashes += other.crashes
        self.failures += other.failures


def run(count: int, seed: int) -> Tally:
    """*count* files of each kind, all from *seed*."""
    total = Tally()
    each = -(-count // AT_ONCE)
    work = [(kind, seed * 1_000_000 + turn * each, each) for kind in SEEDS for turn in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for tally in pool.map(lambda share: batch(*share), work):
            total.add(tally)
    return total


def batch(kind: str, first: int, count: int) -> Tally:
    """*count* files of one *kind*, the numbers of their dice from *first* on."""
    tally, cleaner = Tally(), Cleaner()
    try:
        for number in range(first, first + count):
            if not cleaner.alive:
                cleaner.close()
                cleaner = Cleaner()
            _try(cleaner, kind, number, tally)
    finally:
        cleaner.close()
    return tally


def _try(cleaner: Cleaner, kind: str, number: int, tally: Tally) -> None:
    try:
        made = cleaner.clean([mutated(kind, number)], Event())
    except Unfit as unfit:
        end: str = unfit.code
    except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
        end = "raised"
        tally.failures.append(f"{kind} {number}: {error!r}")
    else:
        end = "cleaned"
        if wrong := _wrong(made):
            tally.failures.append(f"{kind} {number}: {wrong}")
    tally.ends[end] += 1
    if not cleaner.alive:
        tally.crashes[f"{kind} {number}: {cleaner.process.returncode}"] += 1


def _wrong(made: Cleaned) -> str:
    """What is wrong with a PDF that is called clean."""
    with Pdf.open(BytesIO(made.pdf), attempt_recovery=False) as pdf:
        if len(pdf.pages) != made.pages:
            return f"{len(pdf.pages)} pages, told {made.pages}"
        if set(pdf.Root.keys()) != CLEAN_ROOT or "/Info" in pdf.trailer:
            return f"there is more than pages: {sorted(pdf.Root.keys())}"
        return "; ".join(pdf.check_pdf_syntax())


def mutated(kind: str, number: int) -> bytes:
    """A file of the *kind* with one to four changes; the same for the same *number*."""
    dice = Random(number)  # noqa: S311  to be played again from its number
    data = bytearray(dice.choice(SEEDS[kind]))
    for _change in range(dice.randint(1, 4)):
        dice.choice(CHANGES)(data, dice)
    return bytes(data)


def _flip(data: bytearray, dice: Random) -> None:
    for _bit in range(dice.randint(1, 16)):
        if data:
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def _cut(data: bytearray, dice: Random) -> None:
    del data[dice.randrange(len(data) + 1) :]


def _write_extreme(data: bytearray, dice: Random) -> None:
    value, at = dice.choice(EXTREMES), dice.randrange(min(len(data), 600) + 1)  # mostly where the sizes are
    data[at : at + len(value)] = value


def _splice(data: bytearray, dice: Random) -> None:
    """A piece of a file of any kind, in the place of as much or between."""
    other = dice.choice(SEEDS[dice.choice(list(SEEDS))])
    piece = _some(bytearray(other), dice)
    at = dice.randrange(len(data) + 1)
    data[at : at + dice.choice((0, len(piece)))] = piece


def _swap(data: bytearray, dice: Random) -> None:
    first, second, third = sorted(dice.randrange(len(data) + 1) for _cut in range(3))
    data[first:third] = data[second:third] + data[first:second]


def _repeat(data: bytearray, dice: Random) -> None:
    piece = _some(data, dice)
    at = dice.randrange(len(data) + 1)
    data[at:at] = piece * dice.randint(1, 5)


def _drop(data: bytearray, dice: Random) -> None:
    at = dice.randrange(len(data) + 1)
    del data[at : at + dice.randint(1, 64)]


def _some(data: bytearray, dice: Random) -> bytearray:
    at = dice.randrange(len(data) + 1)
    return data[at : at + dice.randint(1, 400)]


CHANGES: tuple[Callable[[bytearray, Random], None], ...] = (
    _flip, _flip, _write_extreme, _write_extreme, _cut, _splice, _swap, _repeat, _drop,
)  # fmt: skip
