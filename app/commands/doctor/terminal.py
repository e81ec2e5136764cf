"""What this terminal was told of itself, and what the program came with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app import paths
from app.actions.settings import read_settings
from app.catalogue import caisses
from app.commands.common import Call
from app.commands.doctor.report import Report
from app.documents import official as blank
from app.documents import paper
from app.forms import FORMS
from app.models.text import LANGUAGES


def settings(call: Call) -> Report:
    """They are there and can be read."""
    found = read_settings(call.data)
    return Report("ok", f"{found.mode}, caisse {found.caisse}, {found.site.name}.")


def caisse(call: Call) -> Report:
    """Without these facts no notice can be true, and nothing may be sent (people.md P4)."""
    found = caisses.find(paths.CATALOGUE, call.caisse or read_settings(call.data).caisse)
    if missing := {key for form in FORMS for key in found.lacking(form)}:
        return Report(
            "bad", f"{found.name} : il manque {', '.join(sorted(missing))}.", "Complétez le fichier de la caisse."
        )
    return Report("ok", f"{found.name} : fichier complet.")


def official(call: Call) -> Report:
    """The blank forms that the caisse gave can be filled (people.md P18)."""
    found = caisses.find(paths.CATALOGUE, call.caisse or read_settings(call.data).caisse)
    wanted = [form for form in FORMS.values() if found.accepting(form.id).official]
    try:
        given = [form.id for form in wanted if blank.find(call.data, found, form)]
    except blank.UnfitForm as error:
        return Report("bad", str(error), "Corrigez ce fichier, ou retirez-le : notre mise en page sert alors.")
    if missing := sorted({form.id for form in wanted} - set(given)):
        return Report("warn", f"Formulaires officiels attendus : {', '.join(missing)}.", "Déposez-les dans official/.")
    return Report("ok", f"Formulaires officiels : {', '.join(given) or 'aucun'}.")


def products(call: Call) -> Report:
    """What the set-up makes is there."""
    missing = [file for file in _expected() if not file.exists()]
    if missing:
        names = ", ".join(str(file.relative_to(paths.BUILD)) for file in missing[:5])
        return Report("bad", f"Il manque {len(missing)} fichiers : {names}…", "Relancez installer/run.sh.")
    return Report("ok", "Polices, icônes et traductions sont là.")


def _expected() -> Iterator[Path]:
    yield from (paths.FONTS / f"{font}.ttf" for font in (paper.REGULAR, paper.SEMIBOLD, paper.DISPLAY))
    icons = paths.RESOURCES / "icons.txt"
    yield from (paths.ICONS / f"{name}.path" for name in icons.read_text(encoding="utf-8").split())
    yield from (paths.TRANSLATIONS / language / "LC_MESSAGES" / "app.mo" for language in LANGUAGES)
