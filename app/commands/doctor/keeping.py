"""What is kept: its key, the database, room for more."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from app.commands.common import Call, open_store
from app.commands.doctor.report import Report, State
from app.store import database, keys
from app.store.errors import KeyMissing

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


def key(call: Call) -> Report:
    """Where the database key comes from, and what it protects against."""
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


def store(call: Call) -> Report:
    """The database opens, every page is authentic, and each connection is as safe as promised."""
    if not (call.data / database.FILE).exists():
        return Report("ok", "Pas encore de base : elle sera faite au premier lancement.")
    with open_store(call.data) as db:
        database.check(db)
        said = {name: str(db.execute(f"PRAGMA {name}").fetchall()[0][0]) for name in WANTED}
    if wrong := sorted(name for name, value in WANTED.items() if said[name] != value):
        return Report("bad", f"Réglages de la base inattendus : {', '.join(wrong)}.", "Réinstallez le programme.")
    return Report("ok", "La base s’ouvre, chaque page est intacte, les réglages sont ceux attendus.")


def space(call: Call) -> Report:
    """Room left where the data folder is, or will be."""
    folder = next(place for place in (call.data.absolute(), *call.data.absolute().parents) if place.exists())
    free = shutil.disk_usage(folder).free // 10**6
    state: State = "bad" if free < TOO_LITTLE else "warn" if free < LITTLE else "ok"
    return Report(state, f"{free} Mo libres.", "" if state == "ok" else "Libérez de la place.")
