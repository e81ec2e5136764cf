"""The letter of somebody who no longer wants a request that the caisse has taken up (people.md P16).

It goes to who answers for the data: the director, or the data protection officer. In French, as the caisse reads it.
"""

from __future__ import annotations

from datetime import date

from app.documents.blocks import boxes, signing, stack, words
from app.documents.paper import A4, DISPLAY, MM, SEMIBOLD, Canvas, document

MARGIN = 25 * MM
ROOM = A4[0] - 2 * MARGIN
LETTERS = 11

WISH = (
    "J’ai fait sur un appareil de l’Assurance Maladie la demande dont le numéro est écrit ci-dessus. "
    "Je retire mon accord, et je vous demande d’arrêter de vous en occuper."
)
ERASE = (
    "Je vous demande aussi d’effacer les informations de cette demande, et de me confirmer que c’est fait "
    "(règlement général sur la protection des données, article 7, paragraphe 3, et article 17)."
)


def withdrawal(reference: str, address: str, day: date) -> bytes:
    """To *address*, one line a part; the person writes the name and signs by hand: the terminal knows neither."""
    lines = [words(line.strip(), ROOM, size=LETTERS) for line in address.split(",")]
    letter = stack(
        stack(*lines, gap=0),
        words(f"Le {day:%d/%m/%Y}", ROOM, size=LETTERS),
        words(f"Objet : arrêt de la demande {reference}", ROOM, SEMIBOLD, LETTERS),
        words("Madame, Monsieur,", ROOM, size=LETTERS),
        words(WISH, ROOM, size=LETTERS),
        words(ERASE, ROOM, size=LETTERS),
        boxes(ROOM, ("Nom et prénom", ""), ("Date de naissance", ""), shares=(2, 1)),
        boxes(ROOM, ("Pour me répondre (adresse, téléphone ou e-mail)", "")),
        words("Signature", ROOM, DISPLAY, LETTERS),
        signing(ROOM, 30 * MM),
        gap=6 * MM,
    )

    def draw(canvas: Canvas) -> None:
        letter.draw(canvas, MARGIN, A4[1] - MARGIN)

    return document(A4, "fr", [draw])
