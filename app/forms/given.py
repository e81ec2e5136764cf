"""What the terminal knows of itself when a request begins: answers that nobody is asked."""

from __future__ import annotations

from app.models.caisse import Caisse
from app.models.ceilings import Ceilings, Table
from app.models.fields import Choice, Line, Tick
from app.models.form import Official
from app.models.settings import Settings
from app.models.text import Text, _

mode = Choice(name="mode", label=_("Terminal"), options={"borne": _("Borne"), "poste": _("Poste")})
form = Choice(
    name="form",
    label=_("Demande"),
    options={name: Text(name) for name in ("mas", "1106", "s1110", "s3705", "c2s")},
)
place = Line(name="place", label=_("Lieu"))
local_caisse = Line(name="local_caisse", label=_("Caisse du lieu"))
drawn = Tick(name="drawn", label=_("La caisse du lieu accepte une signature dessinée"))
paper = Tick(name="paper", label=_("La caisse du lieu accepte une signature sur papier"))
detector_name = Line(name="detector_name", label=_("Demande faite avec"), limit=120)
detector_structure = Line(name="detector_structure", label=_("Structure"), limit=120)
detector_email = Line(name="detector_email", label=_("E-mail"), limit=120)
detector_phone = Line(name="detector_phone", label=_("Téléphone"))
ceilings = Table(name="ceilings", label=_("Plafonds de la C2S, barème"), required=False)
"""Of the C2S alone: what its household may receive, on the day it was begun."""

FIELDS = (
    mode, form, place, local_caisse, drawn, paper, detector_name, detector_structure, detector_email, detector_phone,
)  # fmt: skip


_FRAME = "Coordonnées du détecteur qui pourra éventuellement être contacté par la Cpam pour des précisions"
DETECTOR = {
    detector_name.name: Official(_FRAME, "Nom / Prénom"),
    detector_structure.name: Official(_FRAME, "Structure"),
    detector_email.name: Official(_FRAME, "Email"),
    detector_phone.name: Official(_FRAME, "N° de téléphone"),
}
"""The frame of the MAS sheet that these fill; the other papers have none of the kind."""


def given(settings: Settings, caisse: Caisse, asked: str, table: Ceilings | None = None) -> dict[str, str]:
    """The given answers of the form *asked*, begun now on this terminal; at a borne the detector is the person (P5).

    *table*: the ceilings of the day; without them the C2S says nothing of the resources (« barème inconnu »).
    """
    site, detector = settings.site, settings.detector
    known = {
        mode.name: settings.mode,
        form.name: asked,
        place.name: site.name,
        local_caisse.name: caisse.name,
        drawn.name: "yes" if caisse.accepting(asked).drawn_signature else "",
        paper.name: "yes" if caisse.accepting(asked).paper_signature else "",
        ceilings.name: table.typed() if table and asked == "c2s" else "",
    }
    if settings.mode == "borne":
        frame = {
            detector_name.name: f"Demande faite par l’assuré(e) à la borne de {site.name}",
            detector_structure.name: site.structure,
        }
    else:
        frame = {
            detector_name.name: detector.name,
            detector_structure.name: detector.structure or site.structure,
            detector_email.name: detector.email,
            detector_phone.name: detector.phone,
        }
    return {name: text for name, text in (known | frame).items() if text}
