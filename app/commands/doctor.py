"""``guichet doctor``: what this terminal needs to work and to keep its promises (security.md), and what to do."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import click

from app import paths
from app.actions.settings import read_settings
from app.catalogue import caisses
from app.commands.common import Call, open_store, refusal, shared
from app.documents import paper
from app.forms import FORMS
from app.models.text import LANGUAGES
from app.store import database, drafts, keys
from app.store.errors import KeyMissing, StoreTrouble

State = Literal["ok", "warn", "bad"]

WANTED = {
    "journal_mode": "wal",
    "synchronous": "2",
    "secure_delete": "1",
    "foreign_keys": "1",
    "temp_store": "2",
    "cipher_memory_security": "1",
    "auto_vacuum": "2",
}
"""What SQLite must answer on a connection of ours (security.md, Pragmas)."""

LITTLE, TOO_LITTLE = 2_000, 200  # free megabytes: worth a word, work may stop
PATIENCE = 15.0  # seconds that the print service may take to answer
SYSTEM, SWAPS = Path("/sys/class/block"), Path("/proc/swaps")
CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")


@dataclass(frozen=True)
class Report:
    """What a check found; *way_on*: what to do about it."""

    state: State
    message: str
    way_on: str = ""


@click.command()
@shared
def doctor(call: Call) -> None:
    """Examine ce terminal ; sort avec 1 si quelque chose ne va pas."""
    reports = [(name, _report(check, call)) for name, check in CHECKS.items()]
    for name, report in reports:
        value = {"check": name, "state": report.state, "message": report.message, "way_on": report.way_on or None}
        call.answer(
            value, "\n      ".join(filter(None, (f"{report.state:4}  {name} : {report.message}", report.way_on)))
        )
    if any(report.state == "bad" for _name, report in reports):
        sys.exit(1)


def _report(check: Callable[[Call], Report], call: Call) -> Report:
    """What *check* finds; an expected trouble on the way is what it finds."""
    try:
        return check(call)
    except Exception as error:
        if (told := refusal(error)) is None:
            raise
        _code, message, way_on = told
        return Report("bad", message, way_on)


def _settings(call: Call) -> Report:
    settings = read_settings(call.data)
    return Report("ok", f"{settings.mode}, caisse {settings.caisse}, {settings.site.name}.")


def _caisse(call: Call) -> Report:
    """Without these facts no notice can be true, and nothing may be sent (people.md P4)."""
    caisse = caisses.find(paths.CATALOGUE, call.caisse or read_settings(call.data).caisse)
    if missing := {key for form in FORMS for key in caisse.lacking(form)}:
        return Report(
            "bad", f"{caisse.name} : il manque {', '.join(sorted(missing))}.", "Complétez le fichier de la caisse."
        )
    return Report("ok", f"{caisse.name} : fichier complet.")


def _key(call: Call) -> Report:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if folder and (Path(folder) / keys.CREDENTIAL).exists():
        return Report("ok", "Clé confiée par systemd.")
    file = keys.key_file(call.data)
    if file.exists():
        return _key_file(file, call.data)
    if (call.data / database.FILE).exists():
        raise KeyMissing
    return Report("warn", "Pas encore de clé : elle sera faite au premier lancement.", "Lancez « guichet ».")


def _key_file(file: Path, folder: Path) -> Report:
    mode = stat.S_IMODE(file.stat().st_mode)
    if os.name != "nt" and mode & 0o077:
        return Report("bad", f"D’autres comptes peuvent lire la clé (droits {mode:o}).", f"chmod 600 {file}")
    if file.resolve().is_relative_to(folder.resolve()):
        return Report("bad", "La clé est dans le dossier qu’elle protège.", "Mettez-la ailleurs ($GUICHET_KEY_FILE).")
    return Report(
        "warn",
        "La clé est un fichier : elle ne protège que les copies du dossier des données, pas le vol du disque.",
        f"Confiez-la à systemd sous le nom {keys.CREDENTIAL}, scellée par la puce TPM.",
    )


def _store(call: Call) -> Report:
    """The database opens, every page is authentic, and each connection is as safe as promised."""
    if not (call.data / database.FILE).exists():
        return Report("ok", "Pas encore de base : elle sera faite au premier lancement.")
    with open_store(call.data) as db:
        database.check(db)
        said = {name: str(db.execute(f"PRAGMA {name}").fetchall()[0][0]) for name in WANTED}
    if wrong := sorted(name for name, value in WANTED.items() if said[name] != value):
        return Report("bad", f"Réglages de la base inattendus : {', '.join(wrong)}.", "Réinstallez le programme.")
    return Report("ok", "La base s’ouvre, chaque page est intacte, les réglages sont ceux attendus.")


def _space(call: Call) -> Report:
    folder = next(place for place in (call.data.absolute(), *call.data.absolute().parents) if place.exists())
    free = shutil.disk_usage(folder).free // 10**6
    state: State = "bad" if free < TOO_LITTLE else "warn" if free < LITTLE else "ok"
    return Report(state, f"{free} Mo libres.", "" if state == "ok" else "Libérez de la place.")


def _swap(call: Call) -> Report:
    """Memory written to a disk in clear would outlive the visit."""
    if not SWAPS.exists():
        return Report("warn", "Ce système ne dit pas où il range la mémoire.", "Chiffrez le disque entier.")
    used = [line.split()[0] for line in SWAPS.read_text().splitlines()[1:]]
    if clear := [place for place in used if not _encrypted(Path(place).resolve().name)]:
        return Report(
            "bad", f"Mémoire d’échange peut-être en clair : {', '.join(clear)}.", "swapoff -a, ou chiffrez-la."
        )
    return Report("ok", "Mémoire d’échange chiffrée." if used else "Pas de mémoire d’échange.")


def _encrypted(device: str) -> bool:
    """In memory (zram), under dm-crypt, or on devices that are; a swap file says nothing of its disk."""
    with suppress(OSError):
        if (SYSTEM / device / "dm" / "uuid").read_text().startswith("CRYPT-"):
            return True
    below = [place.name for place in (SYSTEM / device / "slaves").glob("*")]
    return device.startswith("zram") or (bool(below) and all(map(_encrypted, below)))


def _cores(call: Call) -> Report:
    """A crash file would hold the answers; a pipe gets one whatever the limit (core(5))."""
    if sys.platform == "win32":
        return Report("warn", "Non vérifié sur ce système.", "Désactivez Windows Error Reporting.")
    import resource

    piped = CORE_PATTERN.exists() and CORE_PATTERN.read_text().startswith("|")
    if resource.getrlimit(resource.RLIMIT_CORE)[0] or piped:
        way_on = "ulimit -c 0 (LimitCORE=0 sous systemd), et Storage=none dans coredump.conf."
        return Report("warn", "Le système peut écrire la mémoire d’un programme qui tombe.", way_on)
    return Report("ok", "Pas de fichier de mémoire si le programme tombe.")


def _products(call: Call) -> Report:
    missing = [file for file in _expected() if not file.exists()]
    if missing:
        names = ", ".join(str(file.relative_to(paths.BUILD)) for file in missing[:5])
        return Report("bad", f"Il manque {len(missing)} fichiers : {names}…", "Relancez installer/run.sh.")
    return Report("ok", "Polices, icônes et traductions sont là.")


def _expected() -> Iterator[Path]:
    yield from (paths.FONTS / f"{font}.ttf" for font in (paper.REGULAR, paper.SEMIBOLD, paper.DISPLAY))
    icons = paths.RESOURCES / "icons.txt"
    yield from (paths.ICONS / f"{name}.svg" for name in icons.read_text(encoding="utf-8").split())
    yield from (paths.TRANSLATIONS / language / "LC_MESSAGES" / "app.mo" for language in LANGUAGES)


def _printer(call: Call) -> Report:
    name = read_settings(call.data).site.printer
    if not name:
        return Report("warn", "Aucune imprimante dans les réglages.", "Donnez une file CUPS à [site] printer.")
    said = _lpstat(name)
    if said is None:
        return Report(
            "bad", f"Le service d’impression ne connaît pas {name}.", "Voyez « lpstat -p » et [site] printer."
        )
    if "disabled" in said:
        return Report("bad", f"L’imprimante {name} est arrêtée.", f"cupsenable {name}")
    return Report("ok", f"L’imprimante {name} est prête.")


def _lpstat(printer: str) -> str | None:
    """What the print service says of a queue; None when it knows nothing of it, or does not answer."""
    program = shutil.which("lpstat")
    if program is None:
        return None
    english = {**os.environ, "LC_ALL": "C"}
    try:
        told = subprocess.run(  # noqa: S603
            [program, "-p", printer], capture_output=True, text=True, check=True, timeout=PATIENCE, env=english
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return told.stdout


def _clock(call: Call) -> Report:
    """Drafts expire by this clock: it cannot be earlier than what was already made by it."""
    now = datetime.now().astimezone()
    if now + timedelta(minutes=10) < _latest(call):
        return Report("bad", f"L’horloge retarde : {now:%d/%m/%Y %H:%M}.", "Mettez-la à l’heure (timedatectl).")
    return Report("ok", f"{now:%d/%m/%Y %H:%M}, {now:%Z}.")


def _latest(call: Call) -> datetime:
    """The latest moment that this terminal has lived through, as far as it can tell."""
    moments = [datetime(2026, 1, 1, tzinfo=UTC)]  # the program did not exist yet
    with suppress(OSError):
        moments.append(datetime.fromtimestamp(paths.CATALOGUE.stat().st_mtime, UTC))
    if (call.data / database.FILE).exists():
        with suppress(StoreTrouble), open_store(call.data) as db:  # its own check says what is wrong
            moments += [datetime.fromisoformat(draft.last_commit) for draft in drafts.listed(db)]
    return max(moments)


CHECKS: Mapping[str, Callable[[Call], Report]] = {
    "settings": _settings,
    "caisse": _caisse,
    "key": _key,
    "store": _store,
    "space": _space,
    "swap": _swap,
    "cores": _cores,
    "products": _products,
    "printer": _printer,
    "clock": _clock,
}
