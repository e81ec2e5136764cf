"""One mistake in a word: a letter too many, missing, wrong, or two that changed places."""

from __future__ import annotations

LONG = 5
"""Letters from which a word is forgiven a mistake."""


def forgiven(word: str) -> bool:
    """Whether *word* may hold a mistake: a short one, and one with a figure, as a form's name, may not."""
    return len(word) >= LONG and word.isalpha()


def ends(word: str) -> tuple[str, str]:
    """How *word* begins and how it finishes: wherever the mistake is, it leaves one of the two whole."""
    whole = (len(word) - 1) // 2
    return word[:whole], word[len(word) - whole :]


def near(one: str, other: str) -> bool:
    """Whether at most one mistake lies between two words."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]
