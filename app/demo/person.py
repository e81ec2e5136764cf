"""A person who does not exist: what they answer at the terminal of Valmont. Birth department 99, number computed."""

from __future__ import annotations

from app.models import nir

NUMBER = "2880399999012"

ANSWERS = {
    "caisse": "here",
    "for_whom": "me",
    "notice": "yes",
    "motives": "care",
    "care": "surgery",
    "since": "months",
    "causes": "cost",
    "engaged": "none",
    "urgent": "no",
    "name": "KOVALENKO",
    "first_name": "Oksana",
    "nir": f"{NUMBER}/{nir.key_of(NUMBER)}",
    "birth_date": "14/3/1988",
    "ways": "call email",
    "phone": "06 39 98 12 34",
    "voicemail": "yes",
    "halves": "morning",
    "email": "oksana@exemple.fr",
    "spoken": "uk",
    "interpretation": "yes",
    "consent": "yes",
    "signature": "drawn",
}
