"""The blank official PDF of a caisse, filled (people.md P18): its fields, or what is drawn over its pages.

A caisse gives ``<form>.pdf`` and the mapping ``<form>.toml``: both lie under ``official/<its code>/`` in the terminal's
data folder, so that a new blank needs no new version of the program. pypdf is loaded by the first that is read.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from app.documents.annex import annex
from app.documents.answered import Answered
from app.documents.layers import Layer, in_fields, over_pages, tell
from app.documents.mapping import OF_REQUEST, Blank, Plan
from app.documents.paper import PROGRAM, TITLE, overlay
from app.documents.plan import plan
from app.documents.widgets import below, widgets
from app.forms.recipient import Recipient
from app.models.caisse import Caisse
from app.models.form import Form
from app.models.saisine import Saisine
from app.models.sheet import Fault, Malformed
from app.models.text import speaking

FOLDER = "official"
UNWANTED = (
    ("", "/OpenAction"), ("", "/AA"), ("", "/Metadata"), ("", "/Perms"), ("/Names", "/JavaScript"),
    ("/AcroForm", "/XFA"), ("/AcroForm", "/NeedAppearances"),
)  # fmt: skip
"""Programs, what the blank says of itself, the seal that no filling leaves whole, a second form that would be shown
instead, and the wish that whoever opens it draws the fields again."""


class UnfitForm(Exception):
    """The official form of a caisse cannot be filled; says which file, and every fault by its key."""

    def __init__(self, file: Path, error: Malformed) -> None:
        super().__init__("\n".join(f"{file} : {fault.key} : {fault.reason}" for fault in error.faults))
        self.file, self.faults = file, error.faults


@dataclass(frozen=True)
class Official:
    """A blank form, and which answer goes where on it."""

    blank: bytes
    plan: Plan


def find(folder: Path, caisse: Caisse | None, form: Form) -> Official | None:
    """What *caisse* gave for *form*, under the data *folder*; None when it gave nothing, or one of the two files.

    Raises UnfitForm.
    """
    if caisse is None or not caisse.accepting(form.id).official:
        return None
    blank, mapping = (folder / FOLDER / caisse.code / f"{form.id}.{kind}" for kind in ("pdf", "toml"))
    if not (blank.is_file() and mapping.is_file()):
        return None
    held = blank.read_bytes()
    try:
        known = _known(held)
    except Malformed as error:
        raise UnfitForm(blank, error) from error
    try:
        return Official(held, plan(_parsed(mapping), form, known))
    except Malformed as error:
        raise UnfitForm(mapping, error) from error


def _parsed(file: Path) -> object:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Malformed([Fault("", f"n’est pas du TOML : {error}")]) from error


def _known(held: bytes) -> Blank:
    """What there is to fill in the PDF *held*; raises Malformed."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(held))
        if reader.is_encrypted:
            raise Malformed([Fault("", "le PDF est protégé par un mot de passe")])
        turned = [number for number, page in enumerate(reader.pages, 1) if page.rotation]
        if turned:
            raise Malformed([Fault("", f"la page {turned[0]} est tournée : redressez-la")])
        fields: dict[str, tuple[str, ...]] = {}
        for widget in widgets(reader.pages):
            fields[widget.name] = (*fields.get(widget.name, ()), *widget.states)
        return Blank(len(reader.pages), fields)
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Malformed([Fault("", f"n’est pas un PDF lisible ({type(error).__name__})")]) from error


def pdf(saisine: Saisine, to: Recipient, digest: str, official: Official) -> bytes:
    """*official* filled with the answers of *saisine*, then its contact sheet and its code; always in French."""
    from pypdf import PdfReader, PdfWriter

    with speaking("fr"):
        answered = Answered(saisine, to)
        writer = PdfWriter(clone_from=BytesIO(official.blank))
        tell(writer, official.plan, answered)
        layers = [*over_pages(writer, official.plan, answered), *in_fields(writer, official.plan, answered)]
        short = _laid(layers)
        rest = dict.fromkeys([*(each for each in short if each not in OF_REQUEST), *answered.left_out(official.plan)])
        told = [(answered.label(answer), answered.words(answer)) for answer in rest]
        for page in PdfReader(BytesIO(annex(saisine, to, digest, told))).pages:
            # Its tags stay behind: of a file that is tagged in part, only that part would be read aloud.
            writer.add_page(page, excluded_keys=("/StructParents", "/Tabs"))
        return _written(writer)


def _laid(found: list[Layer]) -> list[str]:
    """Lay every layer where it belongs; the answers that had no room there."""
    from pypdf import PdfReader

    drawn = PdfReader(BytesIO(overlay([(layer.size, layer.draw) for layer in found]))).pages if found else []
    for layer, page in zip(found, drawn, strict=True):
        layer.lay(page)
    return [answer for layer in found for answer in layer.short]


def _written(writer: Any) -> bytes:
    """The file, without the programs and the second form that a blank may carry, and with our title and language."""
    from pypdf.generic import NameObject, TextStringObject

    root = writer.root_object
    for at, key in UNWANTED:
        held = below(root, at, {}) if at else root
        held.pop(key, None)
    root[NameObject("/Lang")] = TextStringObject("fr")
    writer.metadata = {"/Title": TITLE, "/Author": TITLE, "/Creator": PROGRAM}
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
