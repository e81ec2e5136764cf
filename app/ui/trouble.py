"""What went wrong, in the person's words, with one way on: the only place that knows (architecture.md 13)."""

from __future__ import annotations

import logging
import traceback

from app.models.text import Text, _
from app.store.errors import DiskFailing, DiskFull, DraftErased, StoreDamaged, StoreLocked, StoreTooNew, StoreTrouble

log = logging.getLogger("guichet")

SENTENCES: dict[type[Exception], Text] = {
    StoreLocked: _("Un autre programme utilise cet appareil en ce moment. Attendez un peu, puis réessayez."),
    DiskFull: _("Cet appareil n’a plus de place : il ne peut rien garder de plus. Allez à l’accueil."),
    DiskFailing: _("Cet appareil ne peut plus rien garder. Allez à l’accueil."),
    StoreTooNew: _("Le programme de cet appareil est trop ancien. Prévenez l’accueil."),
    StoreDamaged: _("Cet appareil ne peut pas relire ce qui était gardé. Prévenez l’accueil."),
    DraftErased: _("Cette demande a été effacée : son délai est passé. Vous pouvez en commencer une autre."),
}


def sentence(error: Exception) -> Text:
    """What to say of *error*: its situation when we know it, else that something went wrong."""
    for kind, words in SENTENCES.items():
        if isinstance(error, kind):
            return words
    if isinstance(error, StoreTrouble):
        return _("Cet appareil ne peut pas ouvrir ce qu’il garde. Prévenez l’accueil.")
    return _("Un problème est survenu. Ce qui était enregistré est toujours là, avec votre code.")


def record(error: BaseException) -> None:
    """Log where *error* happened: its type, files and lines; never its words, which may quote an answer."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
    log.error("%s at %s", type(error).__name__, where)
