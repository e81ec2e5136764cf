"""Facts of the made-up people as they are typed in the program, whatever the form: begun at a borne of Valmont."""

from __future__ import annotations

from datetime import date

from app.models import nir
from tests.builders import STROKES
from tests.forms.official import Fact, Situation

BEGUN = {"caisse": "here", "for_whom": "me", "notice": "yes", "spoken": "fr"}
"""What the papers do not ask: everybody answers it so, unless their situation says otherwise."""
TERMINAL = {
    "mode": "borne", "place": "Maison France Services de Valmont", "local_caisse": "CPAM de Valmont", "drawn": "yes",
    "paper": "yes",
}  # fmt: skip
"""What the terminal knows of itself."""


def fact(said: Fact) -> str:
    """One answer as it is typed; a signature is drawn."""
    match said:
        case bool():
            return "yes" if said else ""
        case date():
            return f"{said.day}/{said.month}/{said.year}"
        case list():
            return " ".join(said)
    return str(said)


def number(said: Fact) -> str:
    """A number of social security, its key in the second box."""
    whole = str(said)
    return whole if whole == nir.NONE else f"{whole[:13]}/{whole[13:]}"


def reached(phone: Fact | None) -> dict[str, str]:
    """Called at their number, or come back to the desk."""
    return {"ways": "call", "phone": str(phone), "voicemail": "yes"} if phone else {"ways": "desk"}


def signed(situation: Situation, box: str, declared: str = "attest", day: str = "date") -> dict[str, str]:
    """The declaration and the drawn signature of the frame *box*, with its day."""
    facts = situation.facts
    drawn = facts.get(f"{box}/signature") is True
    typed = {
        "declared": fact(facts.get(f"{box}/{declared}", "")),
        "made_in": fact(facts.get(f"{box}/place", "")),
        "signature": STROKES if drawn else "",
        "signed_on": fact(facts.get(f"{box}/{day}", "")) if drawn else "",
    }
    return {name: text for name, text in typed.items() if text}
