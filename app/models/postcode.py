"""French postal codes (forms.md 0.3), and the communes of each in the official list."""

from __future__ import annotations

import re

from app.models.form import Unreadable
from app.models.text import Plural, _

CODE = re.compile(r"(0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}")

FIVE_DIGITS = _("Écrivez les 5 chiffres du code postal.")
CORSICA = _("En Corse, le code postal commence par 20. Exemple : 20000.")
NO_START = _("Aucun code postal ne commence par {start}. Relisez les 2 premiers chiffres.")
UNLISTED = _(
    "Ce code postal n’est pas dans notre liste. Relisez-le. S’il est juste, continuez et écrivez la commune. "
    "Les codes CEDEX ne sont pas dans la liste."
)
"""Said of a code without communes, and never in the way: new codes, CEDEX, Monaco."""


def read(typed: str) -> str:
    """The five digits that *typed* is, or Unreadable with what to repair."""
    code = re.sub(r"[\s.\-]", "", typed.upper())
    if re.match("2[AB]", code):
        raise Unreadable(CORSICA)
    if not re.fullmatch("[0-9]+", code):
        raise Unreadable(FIVE_DIGITS)
    if lacking := 5 - len(code):
        raise Unreadable(_miscounted(lacking))
    if not CODE.fullmatch(code):
        raise Unreadable(NO_START.with_(start=code[:2]))
    return code


def _miscounted(lacking: int) -> Plural:
    if lacking > 0:
        return Plural(
            "Il manque {count} chiffre au code postal.", "Il manque {count} chiffres au code postal.", lacking
        )
    return Plural(
        "Il y a {count} chiffre de trop dans le code postal.",
        "Il y a {count} chiffres de trop dans le code postal.",
        -lacking,
    )


def communes(listed: bytes, code: str) -> tuple[str, ...]:
    """The names of the communes of *code* in the list, in the order of the alphabet; none when it is not there.

    *listed* is one line a code, ``\\n01000<tab>Bourg-en-Bresse<tab>Saint-Denis-lès-Bourg``: looked through as it is,
    35 000 names need not become objects to find three.
    """
    if not CODE.fullmatch(code):
        return ()
    start = f"\n{code}\t".encode()
    if (at := listed.find(start)) < 0:
        return ()
    begin = at + len(start)
    return tuple(listed[begin : listed.index(b"\n", begin)].decode().split("\t"))
