"""Words that must not be parted at the end of a line."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
UNITS = (
    r"h|min|s|ans?|années?|mois|semaines?|jours?|heures?|minutes?|secondes?|euros?|millions?|m²|km|"
    r"am|pm|years?|months?|weeks?|days?|hours?|seconds?|"
    r"рік|рок\w+|місяц\w+|тиж\w+|день|дн\w+|годин\w*|хвилин\w*|секунд\w*|мільйон\w*|год|хв|с|р|євро"
)
MONTHS = (
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
)
TIED = re.compile(
    rf"(?<=«) | (?=[»?!:;€%])|(?<=\d) (?=\d|(?:{UNITS}|{MONTHS})\b)|(?<=\der) (?=(?:{MONTHS})\b)"
    r"|(?<=\dh) (?=\d)|(?<=\d h) (?=\d)|(?<=\d min) (?=\d)"
)
"""French punctuation to its word, a number to its unit or month, and its digits to one another: « 8 h 30 », « 3 mois ».

A day is tied to its month, the month not to its year: a narrow column holds no more.
"""


def tied(text: str) -> str:
    """*text* with those spaces made such that no line begins after them."""
    return TIED.sub(NO_BREAK, text)
