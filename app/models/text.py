"""Texts that are declared once, in French, and translated when they are shown."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = {"fr": "Français", "en": "English", "uk": "Українська"}
"""Code and own name of each language a person may choose."""

PSEUDO = "pseudo"
"""A language for tests only: every msgid between ⟦ and ⟧, so that a text nobody marked shows."""

_language = ContextVar("language", default="fr")
_folders: list[Path] = []


class Text:
    """A message that picks its language when turned into ``str``. Like all that start-up needs, not a dataclass."""

    __slots__ = ("msgid", "values")

    def __init__(self, msgid: str, values: Mapping[str, object] | None = None) -> None:
        self.msgid, self.values = msgid, values or {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self.msgid)

    def __repr__(self) -> str:
        return f"_({self.msgid!r})"

    def __str__(self) -> str:
        return self._translated().format_map(self.values) if self.values else self._translated()

    def with_(self, **values: object) -> Text:
        """The same message, its ``{names}`` filled in when it is shown."""
        return Text(self.msgid, {**self.values, **values})

    def _said(self) -> tuple[object, ...]:
        return self.msgid, self.values

    def _translated(self) -> str:
        return f"⟦{self.msgid}⟧" if language() == PSEUDO else _catalog(language()).gettext(self.msgid)


class Plural(Text):
    """A message that depends on a number, which it shows as ``{count}``."""

    __slots__ = ("count", "plural")

    def __init__(self, singular: str, plural: str, count: int) -> None:
        super().__init__(singular, {"count": count})
        self.plural, self.count = plural, count

    def with_(self, **values: object) -> Plural:
        """The same message, its other ``{names}`` filled in when it is shown."""
        more = Plural(self.msgid, self.plural, self.count)
        more.values = {**self.values, **values}
        return more

    def _said(self) -> tuple[object, ...]:
        return self.msgid, self.values, self.plural, self.count

    def _translated(self) -> str:
        if language() == PSEUDO:
            return f"⟦{self.plural}⟧"
        return _catalog(language()).ngettext(self.msgid, self.plural, self.count)


_ = Text  # the mark Babel looks for


def install(folder: Path) -> None:
    """Take compiled translations from *folder* (``<language>/LC_MESSAGES/app.mo``)."""
    _folders[:] = [folder]
    _catalog.cache_clear()


def speak(code: str) -> None:
    """Use *code* from now on in this thread; another thread stays French."""
    _language.set(code)


def language() -> str:
    """The code of the language in use."""
    return _language.get()


def locale() -> str:
    """The language whose dates and keyboard go with the one in use: French for the language of tests."""
    return language() if language() in LANGUAGES else "fr"


def calendar(code: str) -> str:
    """How Babel writes dates in the language *code*: for English the day first, as on this side of the sea."""
    return "en_GB" if code == "en" else code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Use *code* for a while: a paper for the caisse is always French."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


def in_two(text: Text) -> str:
    """*text* in French for who works here and, under it, in the person's language when that is another."""
    with speaking("fr"):
        french = str(text)
    return french if language() == "fr" else f"{french}\n{text}"


@cache
def _catalog(code: str) -> gettext.NullTranslations:
    if not _folders:
        return gettext.NullTranslations()
    # Not by ``gettext.translation``, which brings ``locale`` along (2 ms of the start) for names that ours are not.
    with (_folders[0] / code / "LC_MESSAGES" / "app.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)
