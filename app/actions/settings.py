"""Reading what the terminal is told about itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

from app.models.settings import BadSettings, Settings, parse

FILE = "settings.toml"


class NoSettings(Exception):
    """The data folder holds no settings: this terminal was never set up."""


def read_settings(folder: Path) -> Settings:
    """The settings of the data *folder*; raises NoSettings, BadSettings."""
    try:
        return parse(tomllib.loads((folder / FILE).read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise NoSettings from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings("le fichier n’est pas du TOML lisible") from error
