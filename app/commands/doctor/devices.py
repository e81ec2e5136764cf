"""Where pièces come from: the scanner, the folder of a network scanner, the sticks."""

from __future__ import annotations

import os
from pathlib import Path

from app.actions import inmemory, mounts, scanning, watching
from app.actions.files import FileTrouble
from app.actions.scanning import ScanTrouble
from app.actions.settings import NoSettings, read_settings
from app.commands.common import Call
from app.commands.doctor import disks
from app.commands.doctor.report import Report
from app.models.settings import Devices

ANSWERS = {
    "no-program": ("Le programme scanimage manque.", "Installez le paquet sane-utils."),
    "unplugged": (
        "Le scanner {} n’est pas là.",
        "Branchez-le ; « scanimage -L » donne son nom pour [devices] scanner.",
    ),
    "busy": ("Un autre programme tient le scanner {}.", "Attendez la fin de la numérisation, ou fermez ce programme."),
    "denied": ("Le scanner {} n’est pas ouvert à ce compte.", "Mettez ce compte dans le groupe scanner."),
    "slow": ("Le scanner {} ne répond pas.", "Éteignez-le, rallumez-le, puis recommencez."),
}
"""What is wrong, and the way on, by the code of the trouble."""
REFUSED = (
    "Le scanner {} refuse une page A4 en couleurs à 300 points.",
    "Comparez [devices] avec « scanimage -A -d {} ».",
)
NO_MEMORY = "Le chargeur ne peut pas servir : ni $XDG_RUNTIME_DIR ni /dev/shm n’est en mémoire."


def scanner(call: Call) -> Report:
    """It is there and takes what we ask of it; the pages of a pile have a place in memory."""
    told = _told(call)
    if not told.scanner:
        return Report("ok", "Non vérifié : aucun scanner dans les réglages.")
    try:
        scanning.answer(told.scanner, told.feeder)
    except ScanTrouble as trouble:
        message, way_on = (sentence.format(told.scanner) for sentence in ANSWERS.get(trouble.code, REFUSED))
        return Report("warn" if trouble.code == "busy" else "bad", message, way_on)
    if told.feeder and inmemory.place() is None:
        return Report("bad", NO_MEMORY, "Montez /dev/shm en tmpfs.")
    return Report("ok", f"Le scanner {told.scanner} répond{', chargeur compris' if told.feeder else ''}.")


def folder(call: Call) -> Report:
    """What a network scanner leaves there can be taken away, and nothing of anybody stays."""
    told = _told(call).folder
    if not told:
        return Report("ok", "Non vérifié : aucun dossier de scanner dans les réglages.")
    place = Path(told)
    try:
        lying = watching.count(place)
    except FileTrouble:
        return Report("bad", f"Le dossier {told} ne se lit pas.", "Créez-le, ou corrigez [devices] folder.")
    if not os.access(place, os.W_OK | os.X_OK):
        return Report("bad", f"Rien ne peut être retiré de {told}.", "Donnez à ce compte le droit d’y écrire.")
    if lying:
        message = f"Fichiers qui attendent dans {told} : {lying}. Personne ne les verra dans le guichet."
        return Report("warn", message, "Rendez-les à leur propriétaire ou effacez-les : ils sont en clair.")
    return _disk(place)


def files(call: Call) -> Report:
    """The folder under which sticks appear is there."""
    told = _told(call).files
    if not told:
        return Report("ok", "Non vérifié : aucun dossier de clés USB dans les réglages.")
    if not os.access(told, os.R_OK | os.X_OK) or not Path(told).is_dir():
        return Report("bad", f"Le dossier {told} ne se lit pas.", "Corrigez [devices] files (souvent /media).")
    return Report("ok", f"Les clés USB se lisent sous {told}.")


def _disk(place: Path) -> Report:
    """Until it is taken, a scan lies there as it is."""
    mount = mounts.under(place)
    where = f"{mount.source}, {mount.kind}" if mount else "disque inconnu"
    if mount and (mount.kind in mounts.MEMORY or disks.encrypted(Path(mount.source).resolve().name)):
        return Report("ok", f"Le dossier {place} est vide, en mémoire ou sur un disque chiffré ({where}).")
    message = f"Les numérisations attendent dans {place} ({where}) : rien ne dit que ce disque est chiffré."
    return Report("warn", message, f"Montez {place} en tmpfs, ou chiffrez le disque.")


def _told(call: Call) -> Devices:
    try:
        return read_settings(call.data).devices
    except NoSettings:  # its own check says so
        return Devices()
