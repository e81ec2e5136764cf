"""``python -m installer.bundle_check DIR``: fails when the frozen program in DIR holds what it must not."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType

from PyInstaller.archive.readers import CArchiveReader, ZlibArchiveReader  # type: ignore[import-untyped]
from PyInstaller.depend.bindepend import get_imports  # type: ignore[import-untyped]

from app.paths import ROOT
from installer.bundle_parts import OF_THE_SYSTEM, UNUSED, foreign, wanted

PROGRAM = "guichet"
LIBRARY = "base_library.zip"
"""The part of Python's own library that is needed before any archive can be read."""


def main(folder: Path) -> None:
    """Say every fault, or how much was looked at."""
    archive = _archive(folder)
    found = faults(folder, archive)
    print("\n".join(found) or f"{len(archive.toc)} modules, {len(_all(folder))} fichiers : rien de trop.")
    sys.exit(bool(found))


def faults(folder: Path, archive: ZlibArchiveReader) -> list[str]:
    """What must not be in *folder*, nor in the *archive* of its program, each in a sentence."""
    return [*_files(folder), *_modules(archive), *_paths(folder, archive), *_links(folder)]


def _archive(folder: Path) -> ZlibArchiveReader:
    """The modules inside the program."""
    program = CArchiveReader(str(folder / PROGRAM))
    [name] = [name for name in program.toc if name.endswith(".pyz")]
    return program.open_embedded_archive(name)


def _files(folder: Path) -> Iterator[str]:
    """Settings, sources, parts of Qt, languages: what ``bundle_parts`` does not want."""
    for file in _all(folder):
        if not wanted(name := file.relative_to(folder).as_posix()):
            yield f"{name} : rien ne s’en sert, ou il n’a pas à sortir d’ici."


def _modules(archive: ZlibArchiveReader) -> Iterator[str]:
    for name in archive.toc:
        if any(name == other or name.startswith(f"{other}.") for other in ("app.gateway", *UNUSED, *foreign())):
            yield f"{name} : ce module n’est pas du guichet."


def _links(folder: Path) -> Iterator[str]:
    """Libraries that something here is linked with, and that a bare machine does not have."""
    known = {file.name for file in _all(folder)} | OF_THE_SYSTEM
    for file in _all(folder):
        if ".so" in file.name and not file.is_symlink():
            yield from (f"{file.name} : {name} manque." for name, _path in get_imports(file) if name not in known)


def _paths(folder: Path, archive: ZlibArchiveReader) -> Iterator[str]:
    """Whoever names this checkout would look for something in it."""
    here = str(ROOT)
    for file in _all(folder):
        if not file.is_symlink() and here.encode() in file.read_bytes():
            yield f"{file.relative_to(folder)} : nomme {here}."
    for name in archive.toc:
        if any(here in text for text in _texts([archive.extract(name)])):
            yield f"{name} : nomme {here}."
    with zipfile.ZipFile(folder / "_internal" / LIBRARY) as library:
        yield from (f"{name} : nomme {here}." for name in library.namelist() if here.encode() in library.read(name))


def _texts(constants: Iterable[object]) -> Iterator[str]:
    """Every text in code, and in the functions inside it."""
    for each in constants:
        if isinstance(each, str):
            yield each
        elif isinstance(each, CodeType):
            yield each.co_filename
            yield from _texts(each.co_consts)
        elif isinstance(each, (tuple, frozenset)):
            yield from _texts(each)


def _all(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() or file.is_symlink())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
