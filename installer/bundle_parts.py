"""What may be in the frozen program, said once: the spec takes away the rest, ``bundle_check`` finds what came back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import packages_distributions, requires
from pathlib import PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app.models.text import LANGUAGES
from app.paths import ROOT

QT_LIBRARIES = frozenset({"Core", "DBus", "Gui", "Network", "Pdf", "WaylandClient", "Widgets", "XcbQpa"})
"""Without « libQt6 ». Nothing of ours imports DBus: Gui is linked with it."""

QT_PLUGINS = frozenset({
    "platforms/qoffscreen", "platforms/qxcb", "platforms/qwayland", "platforms/qwindows",
    "platforminputcontexts/composeplatforminputcontextplugin",  # dead keys of a real keyboard under X
    "wayland-shell-integration/xdg-shell",
    "wayland-decoration-client/bradient",  # the title bar of a poste's window where the compositor draws none
    "networkinformation/qnetworkmanager", "networkinformation/qnetworklistmanager",  # « network is back »
    "styles/qmodernwindowsstyle",
})  # fmt: skip
"""No GTK theme, no GL integration (the processor paints every widget), no image format (icons are traced)."""

OF_THE_SYSTEM = frozenset({
    "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "libresolv.so.2", "librt.so.1",
    "libEGL.so.1", "libGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libxcb.so.1",  # Debian: libgl1, libegl1
    "libwayland-client.so.0", "libwayland-cursor.so.0",  # with the plugin for Wayland only
})  # fmt: skip
"""What the machine has to have: its C library, and what goes with its graphics driver or its compositor."""

LOCALES = frozenset({"root", "fr", "en", "en_001", "en_GB", "uk"})
"""Dates in English are British (``models.text.calendar``): en_GB is read through en_001 and en."""

UNUSED = (
    "PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk", "PIL._webp",  # reportlab needs the rest
    "_pydecimal", "dns", "doctest", "multiprocessing", "pip", "pydoc_data", "sqlite_utils.cli", "tkinter",
)  # fmt: skip
"""Modules of our libraries that nothing calls: no e-mail domain is looked up, no command of theirs is run."""

NEVER = re.compile(r"\.(toml|po|pyi|c|h)$|(^|/)tests?/|\.dist-info/(?!METADATA$|entry_points\.txt$)")
"""Sources, tests, and the papers of installed packages but for what ``importlib.metadata`` reads."""


def wanted(name: str) -> bool:
    """Whether the file at *name*, its place in the bundle, belongs there."""
    path = PurePosixPath(name.replace("\\", "/"))
    if NEVER.search(str(path)):
        return False
    if "locale-data" in path.parts:
        return path.stem in LOCALES
    if "translations" in path.parts and path.suffix == ".qm":
        return path.stem in {f"qtbase_{language}" for language in LANGUAGES}
    if "plugins" in path.parts:
        return f"{path.parent.name}/{path.stem.removeprefix('lib')}" in QT_PLUGINS
    return "qml" not in path.parts and _wanted_of_qt(path.name)


def _wanted_of_qt(file: str) -> bool:
    """libQt6Core.so.6 and Qt6Core.dll are libraries, QtCore.abi3.so and QtCore.pyd modules; what is neither passes."""
    if library := re.match(r"(?:lib)?Qt6(\w+)\.(?:so|dll)", file):
        return library[1] in QT_LIBRARIES
    module = re.match(r"(Qt[A-Z]\w*)\.(?:abi3\.so|pyd)$", file)
    return module is None or module[1] in _qt_modules()


@cache
def _qt_modules() -> frozenset[str]:
    """What our sources import of PySide6, late imports too."""
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "app").rglob("*.py"))
    return frozenset(re.findall(r"^ *from PySide6\.(\w+) import", sources, re.MULTILINE))


def linked(roots: Iterable[str], links: Callable[[str], Iterable[str]]) -> set[str]:
    """The files that *roots* lead to, themselves among them; *links* names the libraries that a file is linked with."""
    found: set[str] = set()
    todo = list(roots)
    while todo:
        if (name := todo.pop()) not in found:
            found.add(name)
            todo += links(name)
    return found


@cache
def foreign() -> frozenset[str]:
    """Top-level modules here that the terminal does not depend on: the gateway's libraries, tools, tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = _closure(project["dependencies"])
    return frozenset(
        module
        for module, packages in packages_distributions().items()
        if not ours & {canonicalize_name(package) for package in packages}
    )


def _closure(wishes: Iterable[str]) -> set[str]:
    """The distributions that *wishes* bring, each by its canonical name."""
    first = [(Requirement(wish), "") for wish in wishes]
    return {canonicalize_name(wish.name) for wish, _extra in _reached(first)}


def _reached(todo: list[tuple[Requirement, str]]) -> list[tuple[Requirement, str]]:
    met: list[tuple[Requirement, str]] = []
    seen: set[tuple[str, str]] = set()
    while todo:
        wish, extra = todo.pop()
        if (wish.name, extra) in seen:
            continue
        seen.add((wish.name, extra))
        met.append((wish, extra))
        for each in map(Requirement, requires(wish.name) or ()):
            if each.marker is None or each.marker.evaluate({"extra": extra}):
                todo += [(each, asked) for asked in ("", *each.extras)]
    return met
