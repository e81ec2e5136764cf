"""What a terminal is told about itself, once, in ``settings.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Literal, NamedTuple, TypeVar, cast, get_args

Mode = Literal["borne", "poste"]
Help = Literal["none", "screen"]
Paper = Literal["", "right", "left", "below", "desk"]
Table = TypeVar("Table", "Site", "Detector", "Devices")


class BadSettings(Exception):
    """The settings file cannot be used; the message names the key."""


class Site(NamedTuple):
    """Where the terminal stands; *paper* says where sheets come out, *printer* is a CUPS queue or nothing."""

    name: str
    structure: str
    hours: str = ""
    printer: str = ""
    paper: Paper = ""
    free: bool = False
    help: Help = "none"


class Detector(NamedTuple):
    """Whom the caisse may call about a request made at a poste (MAS, frame 4)."""

    name: str = ""
    email: str = ""
    structure: str = ""
    phone: str = ""


class Devices(NamedTuple):
    """Where pièces come from; what is not there has no button.

    *scanner* is a SANE device, *feeder* the name of its source that takes a pile (nothing: glass only); *folder* is
    where a scanner of the network leaves its files, *files* what sticks are mounted under.
    """

    scanner: str = ""
    feeder: str = ""
    folder: str = ""
    files: str = ""


class Settings(NamedTuple):
    """The whole file."""

    mode: Mode
    caisse: str
    site: Site
    detector: Detector = Detector()
    devices: Devices = Devices()

    @property
    def days(self) -> int:
        """Days a draft is kept from its last commit (people.md, settled figures)."""
        return 7 if self.mode == "borne" else 30


def parse(data: Mapping[str, Any]) -> Settings:
    """The settings that a parsed file holds; raises BadSettings."""
    try:
        site, detector = _table(Site, "site", data["site"]), _table(Detector, "detector", data.get("detector", {}))
        devices = _devices(_table(Devices, "devices", data.get("devices", {})))
        mode, caisse = data["mode"], data["caisse"]
    except KeyError as error:
        raise BadSettings(f"il manque {error.args[0]}") from error
    if mode not in ("borne", "poste"):
        raise BadSettings("mode doit être borne ou poste")
    if site.help not in ("none", "screen"):
        raise BadSettings("site.help doit être none ou screen")
    if site.paper not in get_args(Paper):
        raise BadSettings("site.paper doit être right, left, below, desk ou vide")
    return Settings(cast(Mode, mode), str(caisse), site, detector, devices)


def _table(kind: type[Table], name: str, data: object) -> Table:
    if not isinstance(data, Mapping):
        raise BadSettings(f"{name} doit être une table")
    if strange := [key for key in data if key not in kind._fields]:
        raise BadSettings(f"{name}.{strange[0]} n’est pas une clé connue")
    if lacking := [key for key in kind._fields if key not in kind._field_defaults and key not in data]:
        raise BadSettings(f"il manque {name}.{lacking[0]}")
    return kind(**data)


def _devices(told: Devices) -> Devices:
    """*told*, of texts alone, its folders whole paths: what « scans » is depends on who starts the program."""
    for key, value in told._asdict().items():
        if not isinstance(value, str) or not value.isprintable():
            raise BadSettings(f"devices.{key} doit être un texte")
        if key in ("folder", "files") and value and not PurePath(value).is_absolute():
            raise BadSettings(f"devices.{key} doit être un chemin entier")
    if told.feeder and not told.scanner:
        raise BadSettings("devices.feeder est une source de devices.scanner, qui manque")
    return told
