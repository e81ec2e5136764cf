"""``form fill --pieces``: the files of a folder as the pièces of a request, named by the place of each."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.common import Refusal
from app.models import path as engine
from app.models.form import Form
from app.models.pieces import LATER, MOST, mark, pieces

if TYPE_CHECKING:
    from app.actions.cleaning import Cleaned

HELP = "Le dossier des pièces, avec --submit : tax_notice.jpg, members.ab12.tax_notice.pdf (« / » s’écrit « . »)."
MARK = "pieces/"
"""What the answers may say of a pièce: « pieces/tax_notice »: « later »."""

UNFIT = {
    "empty": "ce fichier est vide",
    "unknown": "ce fichier n’est ni une photo ni un PDF",
    "encrypted": "ce fichier s’ouvre avec un mot de passe",
    "script": "ce PDF contient un programme",
    "attachment": "ce PDF contient d’autres fichiers",
    "pages": "ce document a trop de pages",
    "pixels": "cette image est trop grande",
    "too-big": "ce document est trop lourd, même réduit",
    "too-many": f"une demande n’a pas plus de {MOST} pièces",
    "damaged": "ce fichier est abîmé",
    "slow": "ce document est trop long à préparer",
    "memory": "ce document est trop lourd à préparer ici",
}
"""``cleaning.Unfit`` and ``pieces.NotKept``, in a sentence after the name of the file."""


def apart(typed: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The answers, and what they say of pièces."""
    marks = {path: text for path, text in typed.items() if path.startswith(MARK)}
    return {path: text for path, text in typed.items() if path not in marks}, marks


def wrong(form: Form, way: engine.Path, marks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is said of pièces that these answers do not call for, or is no word that is known."""
    known = {mark(piece) for piece in pieces(form, way.answers)}
    for path, text in marks.items():
        if path not in known:
            yield path, "Cette pièce n’est pas demandée avec ces réponses."
        elif text not in ("", LATER):
            yield path, f"D’une pièce on ne dit que « {LATER} » : elle sera apportée."


def files(form: Form, way: engine.Path, folder: Path) -> dict[str, Path]:
    """The files of *folder* by the places of their pièces, in the order of the form; hidden ones do not count.

    Refuses a name that no pièce of these answers has, and two files for one.
    """
    known = {piece.path.replace("/", "."): piece.path for piece in pieces(form, way.answers)}
    found: dict[str, Path] = {}
    for file in sorted(folder.iterdir()):
        if file.name.startswith("."):
            continue
        if file.stem not in known or not file.is_file():
            raise Refusal("unknown_piece", _unknown(file.name, list(known)))
        if known[file.stem] in found:
            raise Refusal("piece_twice", f"{file.name} : il y a deux fichiers pour cette pièce.")
        found[known[file.stem]] = file
    return {path: found[path] for path in known.values() if path in found}


def _unknown(name: str, known: list[str]) -> str:
    wanted = f"Celles qui le sont : {', '.join(known)}." if known else "Aucune ne l’est."
    return f"{name} : cette pièce n’est pas demandée avec ces réponses. {wanted}"


def cleaned(file: Path) -> Cleaned:
    """*file* as the terminal takes it; refuses one that it does not take."""
    from app.actions.cleaning import Unfit, clean
    from app.documents.scans.outcome import MOST_BYTES

    try:
        if file.stat().st_size > MOST_BYTES:
            raise refused(file, "too-big")
        return clean([file.read_bytes()], threading.Event())
    except Unfit as unfit:
        raise refused(file, unfit.code) from None
    except OSError:
        raise Refusal("piece_unreadable", f"{file.name} : ce fichier ne se lit pas.") from None


def refused(file: Path, code: str) -> Refusal:
    """Why *file* is not taken, by the *code* of ``UNFIT``."""
    return Refusal(f"piece_{code.replace('-', '_')}", f"{file.name} : {UNFIT[code]}.")
