"""The keys of the on-screen keyboard, row by row: (what a key types or does, how many columns it takes)."""

from __future__ import annotations

from typing import Literal

Page = Literal["letters", "symbols", "digits", "sum", "nir", "phone", "code"]
Row = tuple[tuple[str, int], ...]

SHIFT, BACK, SPACE, LEFT, RIGHT, NEXT = "shift", "back", "space", "left", "right", "next"
SYMBOLS, LETTERS, LANGUAGE, LATIN, CLEAR = "symbols", "letters", "language", "latin", "clear"
ACTS = (SHIFT, BACK, SPACE, LEFT, RIGHT, NEXT, SYMBOLS, LETTERS, LANGUAGE, LATIN, CLEAR)
"""Keys that do something; any other key types its name."""

CYCLE = {"fr": "en", "en": "uk", "uk": "fr"}
"""The alphabet that the language key goes to."""
NAMES = {"fr": "FR", "en": "EN", "uk": "УКР"}

DIGITS = "1234567890"
ALPHABETS = {
    "fr": ("azertyuiopé", "qsdfghjklmè", "wxcvbnçï'-"),
    "en": ("qwertyuiopé", "asdfghjklè'", "zxcvbnm,.-"),
    "uk": ("йцукенгшщзхї", "фівапролджєґ", "ячсмитьбю-."),
}
ACCENTS = "àùêëîôûœâæü"
SIGNS = "@/€.,:_-+'&"
MORE = ';!?()"%°#=*'
CODE = ("23456789", "ABCDEFGH", "JKLMNPQR", "STUVWXYZ")


def rows(page: Page, alphabet: str, *, tall: bool) -> tuple[Row, ...]:
    """The rows of *page*; where it is not *tall*, the digits stand behind « 123? »."""
    if page == "letters":
        return _letters(alphabet, tall)
    if page == "symbols":
        return _symbols(tall)
    if page == "code":
        return (*(_keys(row, 1) for row in CODE), ((BACK, 2), (CLEAR, 2), (NEXT, 4)))
    return _pad(page)


def _letters(alphabet: str, tall: bool) -> tuple[Row, ...]:
    high, middle, low = ALPHABETS[alphabet]
    body = (_keys(high), _keys(middle), ((SHIFT, 2), *_keys(low)))
    columns = sum(span for _key, span in body[0])
    languages: Row = ((SYMBOLS, 3), (LANGUAGE, 3))
    if alphabet == "uk":  # for CPAM, ameli, a name: one key, that says where it leads
        languages = ((SYMBOLS, 3), (LANGUAGE, 4), (LATIN, 3))
    if not tall:
        return (*body, _bottom(languages, columns, back=True))
    # Ukrainian needs an apostrophe, and its rows have room for it.
    digits = DIGITS + ("'" if alphabet == "uk" else "")
    return ((*_keys(digits), (BACK, 2)), *body, _bottom(languages, columns))


def _symbols(tall: bool) -> tuple[Row, ...]:
    back_to_letters: Row = ((LETTERS, 3), (LANGUAGE, 3))
    if not tall:
        return (((*_keys(DIGITS), ("?", 2))), _keys(ACCENTS), _keys(SIGNS), _bottom(back_to_letters, 22, back=True))
    return ((*_keys(DIGITS), (BACK, 2)), _keys(ACCENTS), _keys(SIGNS), _keys(MORE), _bottom(back_to_letters, 22))


def _pad(page: Page) -> tuple[Row, ...]:
    extra: Row = {"nir": (("2A", 3), ("2B", 3)), "phone": (("+", 6),), "sum": ((",", 6),)}.get(page, (("/", 6),))
    return (
        (*_keys("123", 4), (BACK, 6)),
        (*_keys("456", 4), *extra),
        (*_keys("789", 4), (LETTERS, 6)),
        ((LEFT, 4), ("0", 4), (RIGHT, 4), (NEXT, 6)),
    )


def _bottom(fixed: Row, columns: int, *, back: bool = False) -> Row:
    moves: Row = ((LEFT, 2), (RIGHT, 2), *(((BACK, 2),) if back else ()), (NEXT, 4))
    taken = sum(span for _key, span in (*fixed, *moves))
    return (*fixed, (SPACE, columns - taken), *moves)


def _keys(letters: str, span: int = 2) -> Row:
    return tuple((letter, span) for letter in letters)
