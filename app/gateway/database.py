"""The database of a gateway: SQLite with parts as rows by default, PostgreSQL for a fleet, one code path."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Dialect,
    Engine,
    PoolProxiedConnection,
    Select,
    Table,
    create_engine,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import ReturningInsert

from app.gateway import tables
from app.gateway.errors import Refusal

Statement = Select[*tuple[Any, ...]] | ReturningInsert[Any]

SCHEMA = 2

OLDER = {
    1: (
        "ALTER TABLE parts ADD COLUMN fetched_at TEXT",
        "UPDATE parts SET fetched_at = (SELECT fetched_at FROM saisines WHERE saisines.id = parts.saisine)",
    ),
}
"""What each older schema lacks beside tables: statements that SQLite and PostgreSQL understand alike."""

PRAGMAS = (
    "busy_timeout = 5000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
"""WAL with FULL loses nothing that was acknowledged when the power goes (dependencies.md, power cut)."""


def connect(url: str) -> Engine:
    """The engine of the database at *url*; nothing is opened yet. Its errors never quote a value."""
    sqlite = url.startswith("sqlite:")
    engine = create_engine(url, hide_parameters=True, **({"paramstyle": "named"} if sqlite else {}))
    if sqlite:
        event.listen(engine, "connect", _set)
        event.listen(engine, "begin", _begin)
    return engine


def _set(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later would be refused at once when another has written meanwhile.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """All that is written inside is on the disk at the end, or none of it."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """All that is read inside is of one moment."""
    with engine.begin() as connection:
        yield connection


def create(engine: Engine) -> None:
    """Make the tables that are missing, and of an older database one of this version; again, it does nothing."""
    with writing(engine) as connection:
        tables.metadata.create_all(connection)
        # Its row lock makes a second process wait here, and find that all is done.
        found = connection.execute(select(tables.gateway.c.schema).with_for_update()).scalar()
        if found is None:
            connection.execute(insert(tables.gateway).values(schema=SCHEMA, cursor=0))
        elif found < SCHEMA:
            for step in range(found, SCHEMA):
                for statement in OLDER[step]:
                    connection.exec_driver_sql(statement)
            connection.execute(update(tables.gateway).values(schema=SCHEMA))


def renew(engine: Engine) -> None:
    """Make of an older database one of this version; Refusal unless it is one then."""
    if _schema(engine) in OLDER:
        create(engine)
    check(engine)


def check(engine: Engine) -> None:
    """Raise Refusal unless the tables are there and of this version."""
    if _schema(engine) != SCHEMA:
        raise Refusal("database-too-new", "La base vient d’une autre version du programme : installez celle-là.")


def _schema(engine: Engine) -> int | None:
    try:
        with reading(engine) as connection:
            return connection.execute(select(tables.gateway.c.schema)).scalar()
    except DBAPIError:
        raise Refusal("no-database", "La base de la passerelle n’est pas là : lancez guichet-caisse init.") from None


def put(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Add *row* to *table* unless its key is there; whether it was added."""
    return bool(run(connection, adding(connection.dialect.name, table), row))


@cache
def adding(dialect: str, table: Table) -> ReturningInsert[Any]:
    """The statement of ``put``, made once: SQLAlchemy takes longer to make one than SQLite to do it."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table).on_conflict_do_nothing().returning(next(iter(table.primary_key)))


def run(connection: Connection, statement: Statement, values: dict[str, Any]) -> list[Any]:
    """The rows that *statement*, written once as text, gives for *values*; its columns as the driver has them.

    For what is done at every saisine, where SQLAlchemy's own way takes longer than SQLite. Its errors are the same.
    """
    return _rows(connection.connection, connection.dialect, statement, values)


def read(engine: Engine, statement: Statement, values: dict[str, Any]) -> list[Any]:
    """The same, of one statement alone, which is of one moment by itself."""
    with closing(engine.raw_connection()) as connection:
        return _rows(connection, engine.dialect, statement, values)


def _rows(
    connection: PoolProxiedConnection, dialect: Dialect, statement: Statement, values: dict[str, Any]
) -> list[Any]:
    text, driver = _written(dialect, statement, tuple(values)), dialect.loaded_dbapi
    try:
        with closing(connection.cursor()) as cursor:
            cursor.execute(text, values)
            return list(cursor.fetchall())
    except driver.Error as error:
        raise DBAPIError.instance(text, None, error, driver.Error, hide_parameters=True) from None


@lru_cache
def _written(dialect: Dialect, statement: Statement, names: tuple[str, ...]) -> str:
    return str(statement.compile(dialect=dialect, column_keys=names))


def forget(engine: Engine) -> None:
    """After erasing: leave nothing of it in SQLite's log; a reader at work puts it off to the next time."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
