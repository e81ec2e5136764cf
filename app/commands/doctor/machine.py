"""What the system does with memory and time."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app import paths
from app.commands.common import Call, open_store
from app.commands.doctor import disks
from app.commands.doctor.report import Report
from app.store import database, drafts
from app.store.errors import StoreTrouble

SWAPS, CORE_PATTERN = Path("/proc/swaps"), Path("/proc/sys/kernel/core_pattern")


def swap(call: Call) -> Report:
    """Memory written to a disk in clear would outlive the visit."""
    if not SWAPS.exists():
        return Report("warn", "Ce système ne dit pas où il range la mémoire.", "Chiffrez le disque entier.")
    used = [line.split()[0] for line in SWAPS.read_text().splitlines()[1:]]
    if clear := [place for place in used if not disks.encrypted(Path(place).resolve().name)]:
        return Report(
            "bad", f"Mémoire d’échange peut-être en clair : {', '.join(clear)}.", "swapoff -a, ou chiffrez-la."
        )
    return Report("ok", "Mémoire d’échange chiffrée." if used else "Pas de mémoire d’échange.")


def cores(call: Call) -> Report:
    """A crash file would hold the answers; a pipe gets one whatever the limit (core(5))."""
    if sys.platform == "win32":
        return Report("warn", "Non vérifié sur ce système.", "Désactivez Windows Error Reporting.")
    import resource

    piped = CORE_PATTERN.exists() and CORE_PATTERN.read_text().startswith("|")
    if resource.getrlimit(resource.RLIMIT_CORE)[0] or piped:
        way_on = "ulimit -c 0 (LimitCORE=0 sous systemd), et Storage=none dans coredump.conf."
        return Report("warn", "Le système peut écrire la mémoire d’un programme qui tombe.", way_on)
    return Report("ok", "Pas de fichier de mémoire si le programme tombe.")


def clock(call: Call) -> Report:
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
