"""What the commands share: their common options, how they answer, how they refuse (design: commands.md)."""

from __future__ import annotations

import functools
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from app import paths
from app.actions.settings import NoSettings, read_settings
from app.catalogue import caisses
from app.catalogue.caisses import NoCatalogue, UnknownCaisse
from app.models.caisse import Caisse
from app.models.settings import BadSettings, Mode, Settings, Site
from app.models.text import LANGUAGES, speaking
from app.store import errors

if TYPE_CHECKING:
    from sqlite_utils import Database

DEMO = "999"
"""The made-up caisse of Valmont, for a terminal that was not set up."""


class Refusal(Exception):
    """A command cannot do what it is asked, for a reason that belongs to it: a *code*, and a sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


REFUSALS: Mapping[type[Exception], tuple[str, str, str]] = {
    NoSettings: (
        "no_settings",
        "Ce terminal n’a pas de réglages : settings.toml manque dans le dossier des données.",
        "Lancez « guichet setup » (« guichet setup --help » dit comment).",
    ),
    BadSettings: ("bad_settings", "Les réglages ne conviennent pas : {}.", "Corrigez settings.toml."),
    UnknownCaisse: ("unknown_caisse", "Le catalogue n’a pas de caisse {}.", "Corrigez la clé caisse de settings.toml."),
    NoCatalogue: (
        "no_catalogue",
        "Le catalogue manque ou ne se lit pas.",
        "Relancez installer/run.sh, qui le fabrique.",
    ),
    errors.StoreLocked: (
        "store_locked",
        "Un autre programme tient la base de données.",
        "Recommencez dans un instant ; sinon fermez ce programme.",
    ),
    errors.StoreTooNew: (
        "store_too_new",
        "La base de données vient d’une version plus récente du programme.",
        "Installez cette version.",
    ),
    errors.StoreDamaged: (
        "store_damaged",
        "La base de données est abîmée.",
        "Arrêtez le guichet et rendez la dernière sauvegarde du dossier des données.",
    ),
    errors.DiskFull: ("disk_full", "Il n’y a plus de place sur le disque.", "Libérez de la place."),
    errors.DiskFailing: (
        "disk_failing",
        "Le disque ne laisse pas lire ou écrire la base de données.",
        "Vérifiez les droits d’accès, puis le disque.",
    ),
    errors.WrongKey: (
        "wrong_key",
        "La base de données ne s’ouvre pas avec cette clé, ou son début est abîmé.",
        "Remettez la clé qui va avec cette base, sinon la dernière sauvegarde.",
    ),
    errors.KeyMissing: (
        "key_missing",
        "La clé de la base de données manque.",
        "Remettez-la à sa place : aucune autre n’ouvre cette base.",
    ),
    errors.KeyUnreadable: (
        "key_unreadable",
        "La clé de la base de données ne se lit pas.",
        "Vérifiez ses droits d’accès, puis que le fichier contient 64 chiffres hexadécimaux.",
    ),
    errors.StoreTrouble: ("store_trouble", "La base de données ne fait pas ce qui est demandé.", "Recommencez."),
    OSError: ("system", "Le système refuse : {}.", "Vérifiez le disque et les droits d’accès."),
}
"""Each expected trouble: its code, its sentence, the way on; the first class that fits."""


LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What JSON lets stand and some readers, or a terminal, take for the end of a line or an order."""


@dataclass(frozen=True)
class Call:
    """How a command was called: the common options."""

    as_json: bool
    data: Path
    caisse: str
    today: date

    def answer(self, value: Mapping[str, object], plain: str) -> None:
        """One JSON value on its line, or *plain* words."""
        if self.as_json:
            _say_json(value)
        else:
            say(plain)


def say(words: str) -> None:
    """*words* on standard output; a letter that the terminal does not have becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(words.encode(encoding, "replace").decode(encoding))


def _say_json(value: Mapping[str, object]) -> None:
    """JSON is UTF-8 whatever the locale; half a letter, which an argument can hold, becomes a question mark."""
    line = LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def refusal(error: Exception) -> tuple[str, str, str] | None:
    """The code, the sentence and the way on of an expected trouble; None for a bug."""
    if isinstance(error, Refusal):
        return error.code, str(error), ""
    for kind, (code, sentence, way_on) in REFUSALS.items():
        if isinstance(error, kind):
            return code, sentence.format(error), way_on
    return None


@contextmanager
def refusing(*, as_json: bool = False) -> Iterator[None]:
    """Expected trouble inside ends the program with exit code 1 and a sentence, never a traceback."""
    try:
        yield
    except BrokenPipeError:
        raise  # who reads has enough; click ends quietly
    except Exception as error:
        if (told := refusal(error)) is None:
            raise
        _refuse(*told, as_json=as_json)


def _refuse(code: str, message: str, way_on: str, *, as_json: bool) -> NoReturn:
    """The JSON says what is wrong; people are told what to do too."""
    if as_json:
        _say_json({"error": code, "message": message})
    else:
        click.echo(f"{message} {way_on}".rstrip(), err=True)
    sys.exit(1)


OPTIONS = (
    click.option("--json", "as_json", is_flag=True, help="Une valeur JSON par ligne."),
    click.option("--data", type=click.Path(path_type=Path), help="Le dossier des données ($GUICHET_DATA, sinon)."),
    click.option("--caisse", default="", metavar="CODE", help="Une autre caisse que celle des réglages."),
    click.option("--lang", type=click.Choice(list(LANGUAGES)), default="fr", help="La langue des textes du guichet."),
    click.option(
        "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="ISO", help="Un autre jour qu’aujourd’hui."
    ),
)


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """A *command* with the common options, given to it as a ``Call``, that refuses as ``refusing`` does."""

    @functools.wraps(command)
    def run(as_json: bool, data: Path | None, caisse: str, lang: str, day: datetime | None, **own: Any) -> None:
        today = (day or datetime.now().astimezone()).date()
        with refusing(as_json=as_json), speaking(lang):
            command(Call(as_json, data or paths.data_folder(), caisse, today), **own)

    made: Callable[..., None] = run
    for option in reversed(OPTIONS):
        made = option(made)
    return made


def terminal(call: Call, mode: Mode | None) -> tuple[Settings, Caisse]:
    """What the terminal knows of itself: its settings, changed as the command says, else those of a plain caisse."""
    try:
        known = read_settings(call.data)
    except NoSettings:
        caisse = caisses.find(paths.CATALOGUE, call.caisse or DEMO)
        return Settings(mode or "borne", caisse.code, Site(caisse.name, caisse.name)), caisse
    caisse = caisses.find(paths.CATALOGUE, call.caisse or known.caisse)
    return known._replace(mode=mode or known.mode, caisse=caisse.code), caisse


@contextmanager
def open_store(folder: Path) -> Iterator[Database]:
    """The store of the data *folder*, checked if its last stop was not clean, and nothing purged.

    Closing takes away the mark of an unclean stop: the terminal would not check any more.
    """
    from app.actions import drafts
    from app.store import database

    unclean = database.left_open(folder)
    db = drafts.connect(folder)
    try:
        if unclean:
            database.check(db)
        yield db
    finally:
        db.close()
