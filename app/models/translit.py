"""Ukrainian names in Latin letters, as passports write them.

The table is that of resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010 (« Про впорядкування
транслітерації українського алфавіту латиницею »), with its notes: « зг » is zgh, so that it is not read as « ж »; the
soft sign and the apostrophe are not written.
"""
# ruff: noqa: RUF001  the table is made of letters that look like others

from __future__ import annotations

import re
import unicodedata

TABLE = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia",
}  # fmt: skip
FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
"""Written otherwise at the beginning of a word."""

LETTERS = r"[\u0400-\u0482\u048A-\u052F\u1C80-\u1C8A\uA640-\uA66E\uA680-\uA69D]"
"""Cyrillic, of any language."""
CYRILLIC = re.compile(LETTERS)
APOSTROPHES = re.compile(rf"(?<={LETTERS})['’ʼ‘`´′]+(?={LETTERS})")
"""The three that are typed for one, and those that are typed by mistake."""
MARKS = re.compile(rf"(?<={LETTERS})[\u0300-\u036F]+")
"""What is no part of its letter once composed: the accent by which dictionaries tell how a name is said."""
WORD = re.compile(r"[^\W\d_ʼ]+")


def is_cyrillic(text: str) -> bool:
    """Whether *text* has a Cyrillic letter, of any language."""
    return CYRILLIC.search(text) is not None


def latin(text: str) -> str:
    """*text* with its Ukrainian letters as a passport has them, in the case they were typed in.

    Every other sign stays as it is: Latin letters, hyphens, spaces; also the Cyrillic letters that Ukrainian does not
    have (ы, э, ё, ъ of Russian), since no Ukrainian rule writes them: ``left`` says which, and the person writes them
    from the passport. After a hyphen a word begins.
    """
    plain = MARKS.sub("", unicodedata.normalize("NFC", text))
    written = WORD.sub(lambda word: _word(word[0]), APOSTROPHES.sub("", plain))
    return unicodedata.normalize("NFC", written)


def left(text: str) -> str:
    """The letters of *text* for which ``latin`` knows nothing, each once."""
    return "".join(dict.fromkeys(CYRILLIC.findall(latin(text))))


def _word(word: str) -> str:
    written = "".join(_letter(word, at) for at in range(len(word)))
    return written.upper() if len(word) > 1 and word.isupper() else written


def _letter(word: str, at: int) -> str:
    typed = word[at]
    letter = typed.lower()
    if letter not in TABLE:
        return typed
    found = FIRST.get(letter) if at == 0 else None
    if letter == "г" and word[at - 1 : at].lower() == "з":
        found = "gh"
    found = found or TABLE[letter]
    return found.capitalize() if typed != letter else found
