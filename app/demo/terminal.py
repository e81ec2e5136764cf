"""A borne of Valmont in a folder that nobody keeps: set up, enrolled, and looked into while its window is at work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.actions import drafts, enrol
from app.commands.common import DEMO, Refusal
from app.models.settings import Settings, Site
from app.protocol import receipt
from app.protocol.errors import ProtocolTrouble
from app.store import enrolment as enrolments
from app.store import outbox
from app.store.database import transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.protocol.enrolment import Enrolment
    from app.store.outbox import Row

SETTINGS = Settings("borne", DEMO, Site("Accueil de Valmont", "CPAM de Valmont", free=True))

COPY = (
    "CREATE TABLE demo (id TEXT PRIMARY KEY, package BLOB NOT NULL) STRICT",
    "CREATE TRIGGER demo AFTER INSERT ON bodies BEGIN INSERT INTO demo VALUES (new.id, new.package); END",
)
"""The receipt destroys what was sent, an instant after it left: this borne of ours keeps a copy, as it was queued."""


class Terminal:
    """One more connection to the store of *folder*; close it at the end."""

    def __init__(self, folder: Path) -> None:
        for name in ("GUICHET_KEY_FILE", "CREDENTIALS_DIRECTORY"):  # the key of a real terminal is not for us
            os.environ.pop(name, None)
        self.folder = folder
        self._db: Database = drafts.connect(folder)
        with transaction(self._db):
            for order in COPY:
                self._db.execute(order)

    def enrol(self, asked: Enrolment) -> str:
        """Enrol at the gateway of *asked*, which has to be of the made-up caisse; gives the terminal's id."""
        if DEMO not in asked.keys:
            raise Refusal(
                "other_caisse", f"Cette inscription n’est pas pour la caisse {DEMO}, inventée pour les essais."
            )
        try:
            return enrol.enrol(self._db, asked, SETTINGS.site.name)
        except (enrol.CodeRefused, enrol.NoGateway):
            raise Refusal(
                "not_enrolled", "La passerelle n’inscrit pas ce terminal : code déjà utilisé, ou pas de réponse."
            ) from None

    def sent(self) -> Row:
        """What it knows of its only request."""
        return outbox.listed(self._db)[0]

    def package(self) -> bytes:
        """The sealed request, as it was queued."""
        return bytes(self._db.execute("SELECT package FROM demo").fetchall()[0][0])

    def receipt(self, id_: str) -> bytes:
        """The receipt of *id_*; Refusal unless it is the gateway's, for these very bytes, nothing missing."""
        known, proof = enrolments.enrolled(self._db), outbox.proof(self._db, id_)
        try:
            if known and proof and proof[1] and receipt.verify(proof[1], known.receipt_key, proof[0]).complete:
                return proof[1]
        except ProtocolTrouble:
            pass
        raise Refusal("bad_receipt", "L’accusé de réception ne vaut rien.")

    def close(self) -> None:
        self._db.close()
