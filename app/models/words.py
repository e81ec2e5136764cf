"""Texts of the catalogue: three languages side by side, as their file holds them."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.text import PSEUDO, language, locale


@dataclass(frozen=True)
class Words:
    """A text in every language of the program; ``str`` gives the one in use."""

    fr: str
    en: str
    uk: str

    def __str__(self) -> str:
        return f"⟦{self.fr}⟧" if language() == PSEUDO else self.in_(locale())

    def in_(self, code: str) -> str:
        """The text in the language *code*."""
        return {"fr": self.fr, "en": self.en, "uk": self.uk}[code]


def same(text: str) -> Words:
    """A number, an amount, an address or a name: the same in all three."""
    return Words(text, text, text)
