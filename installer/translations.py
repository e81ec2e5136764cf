"""Keeps ``translations/<language>/LC_MESSAGES/app.po`` in step with the texts of the program.

``python -m installer.translations update`` brings new texts in, untranslated, and drops those that are gone;
``check`` exits 1 and says what is missing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app import paths
from app.models.text import LANGUAGES

SOURCE = "fr"
FOLDER = paths.ROOT / "translations"
PYTHON = [("**.py", "python")]
KEYWORDS = {"_": None, "Plural": (1, 2)}

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
"""Our own, without dates and versions: the files change only when texts do."""


def extract(code: Path) -> Catalog:
    """The texts that the Python files under *code* mark, in the order of files and lines."""
    template = Catalog()
    for *_, msgid, _, context in extract_from_dir(code, PYTHON, keywords=KEYWORDS):
        template.add(msgid, context=context)
    return template


def update(template: Catalog, folder: Path) -> None:
    """Write the three files anew: what is translated stays, with its comments; what is gone goes."""
    for language in LANGUAGES:
        path = po_file(folder, language)
        catalog = read(path, language) if path.exists() else Catalog(locale=language)
        # No guess from a text that looks alike: an empty entry is found at once, a wrong one is not.
        catalog.update(template, no_fuzzy_matching=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        write(catalog, path, language)


def check(template: Catalog, folder: Path) -> list[str]:
    """One sentence for each thing that is wrong with the three files."""
    return [sentence for language in LANGUAGES for sentence in _faults(template, folder, language)]


def po_file(folder: Path, language: str) -> Path:
    """Where the texts of *language* are."""
    return folder / language / "LC_MESSAGES" / "app.po"


def read(path: Path, language: str) -> Catalog:
    """What a file holds."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(catalog: Catalog, path: Path, language: str) -> None:
    """Put *catalog* at *path*, one line a text, without the entries that are gone."""
    with path.open("wb") as file:
        file.write(HEADER.format(language=language, plurals=catalog.plural_forms).encode())
        write_po(file, catalog, width=0, no_location=True, omit_header=True, ignore_obsolete=True)


def _faults(template: Catalog, folder: Path, language: str) -> Iterator[str]:
    path = po_file(folder, language)
    if not path.exists():
        yield f"{language}: there is no app.po; run update"
        return
    catalog = read(path, language)
    wanted, present = _ids(template), _ids(catalog)
    yield from (f"{language}: not in app.po, run update: {text}" for text in sorted(wanted - present))
    yield from (f"{language}: no longer in the program, run update: {text}" for text in sorted(present - wanted))
    for message in catalog:
        if message.id:
            yield from (f"{language}: {fault}: {_texts(message.id)[0]}" for fault in _faults_of(message, catalog))


def _faults_of(message: Message, catalog: Catalog) -> Iterator[str]:
    forms, names = _texts(message.string), _names(_texts(message.id)[-1])
    if message.fuzzy:
        yield "marked fuzzy"
    if message.pluralizable and (len(forms) != catalog.num_plurals or not all(forms)):
        yield f"needs {catalog.num_plurals} plural forms"
    elif not all(forms) and str(catalog.locale) != SOURCE:
        yield "not translated"
    if any(_names(text) != names for text in (*_texts(message.id), *forms) if text):
        yield "not the same {names} everywhere"


def _ids(catalog: Catalog) -> set[str]:
    return {" | ".join(_texts(message.id)) for message in catalog if message.id}


def _texts(texts: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (texts or "",) if isinstance(texts, str | None) else tuple(texts)


def _names(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)", text))


def main(arguments: list[str]) -> int:
    """Do ``update`` or ``check``; the exit code."""
    template = extract(paths.ROOT / "app")
    match arguments:
        case ["update"]:
            update(template, FOLDER)
            return 0
        case ["check"]:
            faults = check(template, FOLDER)
            print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
            return 1 if faults else 0
        case _:
            print("usage: python -m installer.translations check|update", file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
