"""What is left of a word without its endings: French and English in Latin letters, Ukrainian in Cyrillic ones."""

# ruff: noqa: RUF001  letters that look alike are what this is about

from __future__ import annotations

from functools import lru_cache

from app.models.folding import CYRILLIC, words
from app.models.spelling import LONG

LATIN = (
    "ierement", "issement", "ation", "ement", "ition", "able", "aire", "ance", "euse", "ant", "ent", "eur", "eux",
    "ing", "ive", "if",
)  # fmt: skip
"""Endings after the plural's, the longest first."""
VERB = ("ee", "ed", "er", "ez", "e")
"""Endings of which a short word keeps an « e »: aider and aide are one, care and car are not."""
FEMININE = ("iere", "gere")
"""Infirmière is infirmier, étrangère is étranger; récupère is no récuper."""
WHOLE = frozenset(
    words("aids avis bras cas choix colis corps cours dos fils frais mois paix pays prix repas temps tiers voix")
)
"""Words whose last letter is no plural."""

_UKRAINIAN = """
    алася атися илася илися итися уется уются
    алис ався ании аням атам атами атах атис атив атом атою ении ется ився илис ится итис иями утся ются юся
    авс ала али ало ами ана ане ани аню аня ата ати ату еви ена ене ени ено еню еня иеи ием ила или ило
    ими иню иня ити иях ние ови ого ому тис уют ути юс ями
    ав ае ам ат ах ая ев ее еи ем ею ив ии им ис ит их ию ия ла ли ло ну ои ом ою уе ую ут ют ям ях
    а е и о у ю я
"""
UKRAINIAN = tuple(sorted(_UKRAINIAN.split(), key=len, reverse=True))
"""Endings as they are folded (і, ї and й are и), the longest first; зарплати, as a verb would, loses -ати."""

SHORTEST = 3
"""Letters that a word keeps; one more of a long ending."""
KEPT = {"able": 6, "ive": 5, "ат": 4, "ит": 4, "уе": 4, "ую": 4}
"""What is before these endings when they are endings: not in cartable, receive, брат, візит."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The stem of a folded *word*; numbers stay whole."""
    if any(letter.isdigit() for letter in word) or word in WHOLE:
        return word
    return _ukrainian(word) if word[0] in CYRILLIC else _latin(word)


def _ukrainian(word: str) -> str:
    """One ending, then what makes a verb of a noun: телефонувати is телефон; допомогти is допомога."""
    bare = word[:-2] if word.endswith("гти") else _without(word, UKRAINIAN)
    return bare[:-2] if bare.endswith(("ув", "юв")) and len(bare) > LONG else bare


def _latin(word: str) -> str:
    """Plural, then one ending, then the vowel before it: maladie, maladies and malade are one."""
    single = _without(word[:-3] + "al" if word.endswith("aux") and len(word) > 5 else word, ("s", "x"))
    bare = _without(single, LATIN)
    return _vowel(bare if bare != single else _verb(single[:-1] if single.endswith(FEMININE) else single))


def _verb(word: str) -> str:
    bare = _without(word, VERB)
    return bare if bare == word or len(bare) > SHORTEST else bare + "e"


def _vowel(word: str) -> str:
    """A long word loses its last i or y, a short one has an i: baby and babies are one, taxi and tax are not."""
    return word[:-1] + "i" * (len(word) <= LONG) if word[-1] in "iy" else word


def _without(word: str, endings: tuple[str, ...]) -> str:
    """*word* without the first of *endings* that leaves enough of it."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= KEPT.get(ending, SHORTEST + (len(ending) > 2)):
            return word[: -len(ending)]
    return word
