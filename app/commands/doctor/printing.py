"""The printer, and what the print service (CUPS) keeps of the documents (security.md, Temp files)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from app.actions import mounts
from app.actions.settings import NoSettings, read_settings
from app.commands.common import Call
from app.commands.doctor import disks
from app.commands.doctor.report import Report

PATIENCE = 15.0  # seconds that the print service may take to answer
CUPS = Path("/etc/cups")
SPOOL = "/var/spool/cups"
"""Where the documents lie until they are printed, unless cups-files.conf says otherwise."""

DOCUMENTS, TITLES = "PreserveJobFiles", "PreserveJobHistory"
MUST = f"Mettez « {DOCUMENTS} No » et « {TITLES} No » dans /etc/cups/cupsd.conf, puis redémarrez CUPS."
NO = ("no", "off", "false", "disabled", "0")
"""What cupsd takes for a no."""

LOCAL = re.compile(r"/|localhost|127\.|\[::1\]")
"""How ``lpstat -H`` begins to name the print service of this machine."""


def printer(call: Call) -> Report:
    """The print service knows the queue of the settings, takes documents for it and prints them."""
    name = read_settings(call.data).site.printer
    if not name:
        return Report("warn", "Aucune imprimante dans les réglages.", "Donnez une file CUPS à [site] printer.")
    said = _lpstat("-p", name, "-a", name)
    if said is None:
        return Report(
            "bad", f"Le service d’impression ne connaît pas {name}.", "Voyez « lpstat -p » et [site] printer."
        )
    # The reason that an operator gave stands on the next line: it can say anything.
    if re.search(r"^printer \S+ disabled", said, re.MULTILINE):
        return Report("bad", f"L’imprimante {name} est arrêtée.", f"cupsenable {name}")
    if re.search(r"^\S+ not accepting", said, re.MULTILINE):
        return Report("bad", f"L’imprimante {name} ne prend plus de documents.", f"cupsaccept {name}")
    return Report("ok", f"L’imprimante {name} est prête.")


def cups(call: Call) -> Report:
    """A document that was printed leaves the spool, and so does its job."""
    if aside := _aside(call):
        return aside
    file = CUPS / "cupsd.conf"
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Report("warn", f"{file} ne se lit pas d’ici : ce que CUPS garde n’a pas pu être vérifié.", MUST)
    if _said(text, DOCUMENTS, "86400").lower() not in NO:
        return Report("bad", f"CUPS garde les documents après l’impression ({DOCUMENTS}).", MUST)
    if _said(text, TITLES, "Yes").lower() not in NO:
        return Report("warn", f"CUPS garde la liste des impressions, sans les documents ({TITLES}).", MUST)
    return Report("ok", "CUPS ne garde ni les documents imprimés, ni leur liste.")


def spool(call: Call) -> Report:
    """Until it is printed, a document lies there as it is."""
    if aside := _aside(call):
        return aside
    place = _spool()
    mount = mounts.under(place)
    if mount and mount.kind in mounts.MEMORY:
        return Report("ok", f"Les documents attendent l’imprimante en mémoire ({place}, {mount.kind}).")
    if mount and disks.encrypted(Path(mount.source).resolve().name):
        return Report("ok", f"Les documents attendent l’imprimante sur un disque chiffré ({place}, {mount.source}).")
    disk = f"{mount.source}, {mount.kind}" if mount else "disque inconnu"
    return Report(
        "warn",
        f"Les documents attendent l’imprimante dans {place} ({disk}) : rien ne dit que ce disque est chiffré.",
        f"Montez {place} en tmpfs, ou chiffrez le disque.",
    )


def _aside(call: Call) -> Report | None:
    """What there is to say when no document goes through the print service of this machine."""
    try:
        name = read_settings(call.data).site.printer
    except NoSettings:  # its own check says so
        name = ""
    if not name:
        return Report("ok", "Non vérifié : aucune imprimante dans les réglages.")
    host = (_lpstat("-H") or "").strip()
    if not host or LOCAL.match(host):
        return None
    message = f"Le service d’impression est sur une autre machine, {host} : ce qu’elle garde n’a pas pu être vérifié."
    return Report("warn", message, f"{MUST.removesuffix('.')} sur cette machine ; chiffrez son disque.")


def _spool() -> Path:
    try:
        text = (CUPS / "cups-files.conf").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Path(SPOOL)
    return Path(_said(text, "RequestRoot", SPOOL))


def _said(text: str, directive: str, otherwise: str) -> str:
    """The value of *directive* in a file of CUPS, whose last word counts; *otherwise*: what CUPS does without one."""
    found = re.findall(rf"^[ \t]*{directive}[ \t]+([^#\n]+)", text, re.IGNORECASE | re.MULTILINE)
    return found[-1].strip() if found else otherwise


def _lpstat(*arguments: str) -> str | None:
    """What the print service says; None when it knows nothing of what is asked, or does not answer."""
    program = shutil.which("lpstat")
    if program is None:
        return None
    english = {**os.environ, "LC_ALL": "C"}
    try:
        told = subprocess.run(  # noqa: S603
            [program, *arguments], capture_output=True, text=True, check=True, timeout=PATIENCE, env=english
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return told.stdout
