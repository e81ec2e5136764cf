"""Blank forms as a caisse might give them: the MAS sheet, flat or with fields, and its mapping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.models.caisse import Accepts, Caisse
from tests.builders import valmont

FLAT = """
[[text]]
page = 1
x = 40
y = 50
answer = "name"
room = 60

[[text]]
page = 1
x = 40
y = 60
answer = "birth_date"
comb = 6
cells = 8

[[text]]
page = 1
x = 120
y = 60
answer = "birth_date"
part = "year"
room = 30

[[text]]
page = 1
x = 40
y = 70
answer = "nir"
comb = 6
cells = 15
size = 9

[[text]]
page = 2
x = 40
y = 30
answer = "request.reference"
room = 60

[[tick]]
page = 1
x = 20
y = 90
answer = "motives"
option = "rights"

[[tick]]
page = 1
x = 20
y = 100
answer = "motives"
option = "care"

[[signature]]
page = 2
x = 40
y = 200
width = 80
height = 25
answer = "signature"
"""
FIELDS = """
[[field]]
name = "nom"
answer = "name"

[[field]]
name = "prenom"
answer = "first_name"

[[field]]
name = "nir"
answer = "nir"

[[field]]
name = "eviter"
answer = "avoid"

[[field]]
name = "depuis"
answer = "since"
states = { months = "mois", year = "an" }

[[field]]
name = "c2s"
answer = "engaged"
states = { c2s = "Yes" }

[[signature]]
page = 1
x = 40
y = 200
width = 80
height = 25
answer = "signature"
"""


def flat(*, pages: int = 2, **encryption: Any) -> bytes:
    """Two pages with printed labels and no field."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, **encryption)
    for number in range(1, pages + 1):
        canvas.drawString(60, 800, f"Formulaire officiel vierge, page {number}")
        canvas.drawString(60, 700, "Nom :")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def with_fields() -> bytes:
    """One page with an AcroForm: lines, a comb, several lines, buttons of one choice, a box."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawString(60, 800, "Formulaire officiel à champs")
    form = canvas.acroForm
    form.textfield(name="nom", x=100, y=700, width=200, height=16, fontSize=10)
    form.textfield(name="prenom", x=100, y=670, width=80, height=16, fontSize=10)
    form.textfield(name="nir", x=100, y=640, width=225, height=16, maxlen=15, fieldFlags="comb")
    form.textfield(name="eviter", x=100, y=560, width=200, height=60, fontSize=10, fieldFlags="multiline")
    form.radio(name="depuis", value="mois", x=100, y=500)
    form.radio(name="depuis", value="an", x=130, y=500)
    form.checkbox(name="c2s", x=100, y=460, size=12)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def written(writer: PdfWriter) -> bytes:
    """The file that *writer* holds."""
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def accepting() -> Caisse:
    """A caisse that takes its official form."""
    return replace(valmont(), accepts={"mas": Accepts(official=True, drawn_signature=True)})


def given(folder: Path, blank: bytes, mapping: str) -> Path:
    """*folder*, with the files that the caisse of Valmont gave for the MAS sheet."""
    place = folder / "official" / "999"
    place.mkdir(parents=True, exist_ok=True)
    (place / "mas.pdf").write_bytes(blank)
    (place / "mas.toml").write_text(mapping, encoding="utf-8")
    return folder


def values(made: Any) -> Mapping[str, Any]:
    """The value of each field of the PDF."""
    return {name: field.get("/V") for name, field in (made.get_fields() or {}).items()}
