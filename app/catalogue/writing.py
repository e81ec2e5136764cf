"""Writing a catalogue: one file for one audience, in which nothing of another audience was ever written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from app.catalogue import texts
from app.catalogue.audiences import for_
from app.catalogue.loading import Data, Entries, Resources, about
from app.models.offer import Audience
from app.models.shelves import CATEGORIES

if TYPE_CHECKING:
    from sqlite_utils import Database

CARD = ("audience", "title", "purpose", "caisses", "forms")
"""What a list says of an offer; it stands apart, so that a list is read fast."""


def write(found: Resources, target: Path, audience: Audience) -> None:
    """Write *target* anew, beside the old one until it is whole; who else writes it at this moment is not disturbed."""
    from sqlite_utils import Database

    with TemporaryDirectory(prefix="new-", dir=target.parent) as folder:
        fresh = Path(folder) / target.name
        database = Database(fresh)
        database.execute("PRAGMA secure_delete = ON")
        _fill(database, for_(found, audience))
        database.vacuum()
        database.close()
        fresh.replace(target)


def _fill(database: Database, found: Resources) -> None:
    """A table for each kind of thing, a row for each thing: its key, and what its file holds of it."""
    _keep(database, "caisses", "code", {key: about(entry.part) for key, entry in found.caisses.items()})
    _keep(database, "contacts", "key", _data(found.contacts))
    _keep(database, "rates", "key", _data(found.rates))
    _keep(database, "subjects", "key", _data(found.subjects))
    _insert(database, "offers", ("slug", "category", "card", "data"), _offers(found))
    _insert(database, texts.TABLE, texts.COLUMNS, texts.rows(found))
    database.table(texts.TABLE).enable_fts(texts.SEARCHED, tokenize=texts.TOKENIZE)
    _vocabulary(database, found)


def _vocabulary(database: Database, found: Resources) -> None:
    """Looked through by how a word begins, how it finishes, and its stem."""
    made = database.table(texts.VOCABULARY_TABLE).create(texts.VOCABULARY)
    made.insert_all(dict(zip(texts.VOCABULARY, row, strict=True)) for row in texts.vocabulary(found))
    for column in tuple(texts.VOCABULARY)[:3]:
        made.create_index([column])


def _data(entries: Entries[Any]) -> dict[str, Data]:
    return {key: entry.part.data for key, entry in entries.items()}


def _keep(database: Database, table: str, key: str, things: Mapping[str, Data]) -> None:
    _insert(database, table, (key, "data"), ((name, _json(data)) for name, data in things.items()))


def _insert(database: Database, table: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table that exists even when there is nothing to put in it, in the order of the rows."""
    made = database.table(table).create(dict.fromkeys(columns, str))
    made.insert_all(dict(zip(columns, row, strict=True)) for row in rows)
    made.create_index([columns[0]])


def _offers(found: Resources) -> Iterator[tuple[str, str, str, str]]:
    """Category after category; an offer whose folder is no category stands nowhere."""
    for category in (shelf.key for shelf in CATEGORIES):
        for slug, entry in found.offers.items():
            if entry.thing.card.category == category:
                data = entry.part.data
                yield slug, category, _json({key: data[key] for key in CARD if key in data}), _json(data)


def _json(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str | float:
    """What JSON does not have: a date, and a number of two decimals, which a float gives back as it was printed."""
    return value.isoformat() if isinstance(value, date) else float(str(value))
