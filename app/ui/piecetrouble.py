"""Why a pièce was not added, in the person's words, with one way on: what each code means on the screen."""

from __future__ import annotations

from app.actions.cleaning import Unfit
from app.actions.folders import FileTrouble
from app.actions.pieces import NotKept
from app.actions.scanning import ScanTrouble
from app.models.text import Text, _
from app.store.errors import StoreTrouble
from app.ui import trouble

SCANNER: dict[str, Text] = {
    "no-paper": _("Le scanner ne trouve pas de feuille. Posez-la, puis recommencez."),
    "cover-open": _("Le capot du scanner est ouvert. Fermez-le, puis recommencez."),
    "jammed": _("Une feuille est coincée dans le scanner. Retirez-la doucement, puis recommencez."),
    "busy": _("Le scanner travaille pour quelqu’un d’autre. Attendez un peu, puis recommencez."),
    "unplugged": _("Le scanner ne répond pas. Prévenez l’accueil, ou apportez ce document plus tard."),
    "denied": _("Cet appareil n’a pas le droit d’utiliser le scanner. Prévenez l’accueil."),
    "no-program": _("Cet appareil ne sait pas encore utiliser le scanner. Prévenez l’accueil."),
    "slow": _("Le scanner a mis trop de temps. Recommencez, ou apportez ce document plus tard."),
    "failed": _("Le scanner n’a pas pu lire la feuille. Recommencez, ou apportez ce document plus tard."),
}
"""``scanning.ScanTrouble``."""

FILES: dict[str, Text] = {
    "empty": _("Ce fichier est vide. Choisissez-en un autre."),
    "unknown": _("Ce fichier n’est ni une photo ni un PDF. Choisissez-en un autre, ou scannez la feuille."),
    "encrypted": _(
        "Ce fichier s’ouvre avec un mot de passe. Choisissez-en un sans mot de passe, ou scannez la feuille."
    ),
    "script": _("Ce PDF contient un programme. Choisissez un autre fichier, ou scannez la feuille."),
    "attachment": _("Ce PDF contient d’autres fichiers. Choisissez un PDF simple, ou scannez la feuille."),
    "pages": _("Ce document a plus de 60 pages. Ajoutez seulement les pages utiles."),
    "pixels": _("Cette image est trop grande pour être lue ici. Prenez une photo plus petite, ou scannez la feuille."),
    "too-big": _("Ce document est trop lourd, même réduit : 10 Mo au plus. Ajoutez moins de pages."),
    "too-many": _("Votre demande a déjà 40 documents. Retirez-en un pour en ajouter un autre."),
    "damaged": _("Ce fichier est abîmé et ne peut pas être lu. Choisissez-en un autre, ou scannez la feuille."),
    "slow": _("Ce document est trop long à préparer. Ajoutez moins de pages à la fois."),
    "memory": _("Ce document est trop lourd à préparer ici. Ajoutez moins de pages à la fois."),
}
"""``cleaning.Unfit`` and ``pieces.NotKept``."""

BROUGHT: dict[str, Text] = {
    "too-big": _("Ce fichier est trop gros : 60 Mo au plus. Choisissez-en un plus petit."),
    "gone": _("La clé n’est plus là. Branchez-la de nouveau, puis recommencez."),
    "denied": _("Ce fichier ne peut pas être ouvert ici. Choisissez-en un autre."),
}
"""``folders.FileTrouble``."""


def sentence(error: Exception) -> Text:
    """What to say of *error*; raises what nobody foresaw."""
    if isinstance(error, ScanTrouble):
        return SCANNER[error.code]
    if isinstance(error, Unfit | NotKept):
        return FILES[error.code]
    if isinstance(error, FileTrouble):
        return BROUGHT[error.code]
    if isinstance(error, StoreTrouble):
        trouble.record(error)
        return trouble.sentence(error)
    raise error
