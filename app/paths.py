"""Where resources, build products and data are, from a checkout and frozen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[1]))
"""The checkout; frozen, the folder where ``installer/guichet.spec`` puts the same files at the same places."""
RESOURCES = ROOT / "resources"

BUILD = ROOT / ".build"
"""What set-up makes and nobody commits: fonts, icons, compiled translations, the catalogue."""
FONTS = BUILD / "fonts"
ICONS = BUILD / "icons"
TOKENS = BUILD / "tokens"
TRANSLATIONS = BUILD / "translations"
CATALOGUE = BUILD / "catalogue.db"
CATALOGUE_AGENTS = BUILD / "catalogue-agents.db"
"""Public facts and those of the agents; a borne never opens it."""


def data_folder() -> Path:
    """The terminal's own folder: settings, database. Set by ``GUICHET_DATA`` or the system's habit."""
    if chosen := os.environ.get("GUICHET_DATA"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"]) / "guichet-sante"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "guichet-sante"
