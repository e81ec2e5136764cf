"""What is left of a visit: its name, number, telephone and e-mail, looked for everywhere a file has changed since.

The people are made up anew for each visit, of letters and digits that stand in no file of ours.
"""

from __future__ import annotations

import json
import os
import string
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.actions import drafts
from app.models import nir
from app.paths import ROOT
from app.store import database
from app.store.keys import database_key
from tests.faults import secretpage
from tests.faults.child import ENVIRONMENT
from tests.journeys.halls import enrolled, gone
from tests.sync.hall import Hall

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
PAPERS = ("scan-keep", "scan-send", "stick-send")
"""Visits with a paper: that of a guardian."""
VISITS = ("keep", "erase", "print", "send", "send-offline", *PAPERS)
SHORT = tuple(kind for kind in VISITS if kind not in ("scan-keep", "stick-send"))
GUARDIAN = {
    "for_whom": "guardian", "decision": "yes", "helper_name": "Anne Martin", "signer_name": "Martin",
    "signer_first_name": "Anne", "signer_link": "guardian",
}  # fmt: skip
NOT_FILES = ("/proc", "/sys", "/dev")
MEMORY = Path("/dev/shm")  # noqa: S108  a place to search, not to write
PAGE, RESERVE = 4096, 80
"""SQLCipher 4: each page ends with 16 bytes of vector and 64 of authentication."""
WAL_HEAD, FRAME_HEAD = 32, 24

LP = """#!/bin/sh
cat > /dev/null
echo "request id is valmont-1 (1 file(s))"
"""
"""A printer that swallows its sheets."""


@dataclass(frozen=True)
class Visit:
    """What one visit left: the folders that were its own, all that it said, and the database without the code."""

    places: tuple[Path, ...]
    said: bytes
    dump: bytes
    since: float


def somebody(seed: int) -> dict[str, str]:
    """A complete request by nobody who exists."""
    dice = Random(seed)  # noqa: S311  to be played again from its seed
    number = f"28803999{dice.randrange(100_000):05d}"
    mail = "".join(dice.choices(string.ascii_lowercase, k=9))
    return {
        "caisse": "here", "for_whom": "me", "motives": "care", "care": "surgery", "since": "months", "causes": "cost",
        "engaged": "none", "urgent": "no", "name": _word(dice), "first_name": _word(dice),
        "nir": f"{number}/{nir.key_of(number)}", "birth_date": "14/3/1988", "ways": "call email",
        "phone": " ".join(("06", "39", "98", *(f"{dice.randrange(100):02d}" for _ in range(2)))),
        "voicemail": "yes", "email": f"{mail}@exemple.fr", "spoken": "fr", "consent": "yes", "signature": "drawn",
        "page": str(seed),
    }  # fmt: skip


def _word(dice: Random) -> str:
    return "".join(dice.choices(string.ascii_uppercase, k=10))


def needles(person: Mapping[str, str]) -> dict[str, bytes]:
    """What must be found nowhere: each secret as it was typed, as it is printed, in each encoding."""
    number = person["nir"].partition("/")[0]
    phone = person["phone"].replace(" ", "")
    spaced = nir.spaced(number)
    words = {
        person["name"], person["name"].capitalize(), person["name"].lower(), person["first_name"],
        number, spaced, spaced.replace(" ", "\u202f"), spaced.replace(" ", "\u00a0"),
        person["phone"], phone, f"+33{phone[1:]}", person["phone"].replace(" ", "\u00a0"),
        person["email"], person["email"].upper(),
    }  # fmt: skip
    return {f"{word} ({encoding})": word.encode(encoding) for word in words for encoding in ENCODINGS} | (
        secretpage.needles(int(person["page"]))
    )


def visit(kind: str, person: dict[str, str], place: Path) -> Visit:
    """A whole visit of *kind* in a process whose every folder stands in *place*."""
    folders = {name: place / name.lower() for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                                                      "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DATA")}  # fmt: skip
    for folder in (*folders.values(), place / "bin"):
        folder.mkdir(mode=0o700, parents=True)
    (place / "bin" / "lp").write_text(LP)
    (place / "bin" / "lp").chmod(0o755)
    secretpage.scanner(place / "bin", sys.executable, ROOT, int(person["page"]))
    secretpage.stick(place.with_name("stick"), int(person["page"]))
    time.sleep(0.05)  # files carry the time of the last tick: the stick's must be older
    since = time.time()
    with _gateway(kind, place, folders["DATA"]):
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.visitor", kind, str(folders["DATA"])],
            input=json.dumps(person | GUARDIAN if kind in PAPERS else person).encode(),
            capture_output=True, check=False, cwd=folders["HOME"],
            env={**ENVIRONMENT, "PATH": f"{place / 'bin'}:{os.environ['PATH']}"}
            | {name: str(folder) for name, folder in folders.items()},
        )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return Visit((place,), done.stdout + done.stderr, _dump(folders["DATA"]), since)


@contextmanager
def _gateway(kind: str, place: Path, folder: Path) -> Iterator[None]:
    """For a visit that sends: the terminal of *folder* is enrolled; ``send-offline``: nobody answers afterwards."""
    if "send" not in kind and kind not in PAPERS:
        yield
        return
    (place / "gateway").mkdir()
    hall = Hall(place / "gateway")
    try:
        enrolled(folder, hall)
        if kind == "send-offline":
            gone(hall)
        yield
    finally:
        hall.close()


def found(wanted: Mapping[str, bytes], left: Visit, *, everywhere: bool = False) -> list[str]:
    """Where *wanted* was found, and which; *everywhere*: the whole machine, not only the places of the visit."""
    places = (Path("/"), MEMORY) if everywhere else left.places
    hits = [f"{name} in {file}" for file in changed(places, left.since) for name in _inside(wanted, file)]
    said = {"what the program said": left.said, "the database, opened without the code": left.dump}
    return hits + [f"{name} in {where}" for where, text in said.items() for name in among(wanted, text)]


def changed(places: Iterable[Path], since: float) -> Iterator[Path]:
    """Every ordinary file changed since then."""
    for place in places:
        for folder, inner, names in os.walk(place):
            inner[:] = [name for name in inner if os.path.join(folder, name) not in NOT_FILES]
            for file in (Path(folder, name) for name in names):
                try:
                    status = file.lstat()
                except OSError:
                    continue
                if file.is_file() and not file.is_symlink() and max(status.st_mtime, status.st_ctime) >= since:
                    yield file


def _inside(wanted: Mapping[str, bytes], file: Path) -> list[str]:
    try:
        return among(wanted, file.read_bytes())
    except OSError:
        return []


def among(wanted: Mapping[str, bytes], text: bytes) -> list[str]:
    """Those of *wanted* that stand in *text*."""
    return [name for name, needle in wanted.items() if needle in text]


def _dump(folder: Path) -> bytes:
    """All that the database's key opens: every page of the file and of its WAL, free ones too, and every row."""
    key, file = database_key(folder, folder / database.FILE), folder / database.FILE
    wal = file.with_name(f"{database.FILE}-wal")
    whole = file.read_bytes()
    pages = [whole[at : at + PAGE] for at in range(0, len(whole), PAGE)]
    frames = wal.read_bytes()[WAL_HEAD:] if wal.exists() else b""
    pages += [frames[at + FRAME_HEAD : at + FRAME_HEAD + PAGE] for at in range(0, len(frames), FRAME_HEAD + PAGE)]
    return b"".join(_decrypted(page, key) for page in pages) + _rows(folder)


def _decrypted(page: bytes, key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    # The first page begins with 16 bytes in clear: they and the 16 after them, SQLite's header, come out wrong.
    decryptor = Cipher(algorithms.AES(key), modes.CBC(page[-RESERVE : 16 - RESERVE])).decryptor()
    return decryptor.update(page[:-RESERVE])


def _rows(folder: Path) -> bytes:
    db = drafts.connect(folder)
    rows = [row for table in db.table_names() for row in db.execute(f"SELECT * FROM [{table}]").fetchall()]  # noqa: S608
    db.close()
    return b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row)
