"""What the gateway keeps, how long, and that it can read none of it."""

import dataclasses
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest
from sqlalchemy import select
from sqlalchemy.dialects import postgresql

import app
from app.gateway import database, desk, inbox, retention, tables, uploads
from app.gateway.database import reading
from app.gateway.errors import Erased, Refusal
from app.gateway.tables import parts, saisines
from app.protocol.errors import NotForThisKey
from app.protocol.events import CODES, STATUSES
from app.protocol.manifest import Manifest
from app.protocol.opening import open_part
from app.protocol.package import unpack
from tests.gateway.openapi import FILE, page
from tests.gateway.uploading import location, patch
from tests.protocol.sending import ANSWERS, CANCEL, IDENTITY, PDF

GATEWAY = Path(app.__file__).parent / "gateway"

COLUMNS = {
    "gateway": {"schema", "cursor"},
    "terminals": {"id", "name", "public_key", "token_sha256", "enrolled_at"},
    "codes": {"sha256", "expires_at", "public_key", "used_at"},
    "caisses": {"code", "signing_key"},
    "recipients": {"key_id", "caisse", "body", "signature"},
    "saisines": {
        "id", "terminal", "counter", "counter_reused", "caisse", "manifest", "signature", "manifest_sha256",
        "received_at", "fetched_at", "status", "code",
    },
    "parts": {"saisine", "sha256", "body", "fetched_at"},
    "uploads": {"id", "saisine", "sha256", "size", "come", "expires_at"},
    "chunks": {"upload", "start", "body"},
    "tombstones": {"id", "manifest_sha256"},
    "events": {"cursor", "terminal", "saisine", "status", "at", "code"},
}  # fmt: skip
"""All that is kept. Whoever adds a column says in SECURITY.md what it tells the operator."""


def every_row(house):
    with reading(house.gateway.db) as connection:
        for name, table in tables.metadata.tables.items():
            for row in connection.execute(select(table)).mappings():
                yield name, dict(row)


def test_everything_stored_is_the_manifest_and_the_status_and_parts_that_no_key_here_opens(house, terminal):
    sent, other = terminal.sealed(b"%PDF piece KOVALENKO"), terminal.sealed(b"%PDF piece KOVALENKO", counter=2)
    terminal.put(sent, sent.stick)
    terminal.put(other)
    patch(terminal, location(terminal, other), 0, other.pieces[0][:1000])
    desk.set_status(house.gateway.db, sent.id, "taken", "call-back", house.clock.now)
    stored = list(every_row(house))
    assert {name: set(row) for name, row in stored} == {name: COLUMNS[name] for name in COLUMNS if name != "tombstones"}
    for name, row in stored:
        if name == "saisines":
            assert json.loads(row["manifest"]).keys() - {"protocol"} <= {f.name for f in dataclasses.fields(Manifest)}
            assert row["status"] in STATUSES
            assert row["code"] in (*CODES, None)
        if name in ("parts", "chunks"):
            assert row["body"].startswith(b"age-encryption.org/v1\n")
    keys = [path for path in house.folder.iterdir() if not path.name.startswith("gateway.db")]
    assert [path.name for path in keys] == ["receipt.key"]
    theirs = pyrage.x25519.Identity.generate()
    for key in (keys[0].read_text().strip(), str(theirs)):
        with pytest.raises(NotForThisKey):
            open_part(sent.form, sent.manifest.parts[0], sent.manifest, [key])


def test_no_byte_on_its_disk_holds_an_answer_a_token_or_a_code(house, terminal):
    sent = terminal.sealed()
    terminal.put(sent)
    code = house.a_code()
    everything = b"".join(path.read_bytes() for path in sorted(house.folder.iterdir()))
    assert sent.form[:200] in everything
    words = (terminal.granted.token, code, CANCEL, CANCEL.replace("-", ""), str(IDENTITY), "KOVALENKO", "2880399999012")
    for secret in (ANSWERS, PDF, b"%PDF", terminal.key, *(word.encode() for word in words)):
        assert secret not in everything


def test_the_tables_hold_nothing_else():
    assert {name: set(table.columns.keys()) for name, table in tables.metadata.tables.items()} == COLUMNS


def test_what_serves_cannot_reach_what_opens():
    code = (
        "import sys; import app.gateway.commands.serve, app.gateway.service;"
        "print({'pyrage', 'app.protocol.opening', 'app.protocol.sealing', 'app.protocol.archive'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
    knows = {path.name for path in GATEWAY.rglob("*.py") if "opening import" in path.read_text("utf-8")}
    assert knows == {"open.py"}


def test_parts_go_thirty_days_after_they_were_fetched_and_the_receipt_stays_true(house, terminal):
    sent, db = terminal.sealed(), house.gateway.db
    first = terminal.put(sent)
    assert retention.purge(db, house.clock.now + timedelta(days=170)) == 0
    desk.fetched(db, unpack(sent.package), house.clock.now)
    retention.purge(db, house.clock.now + timedelta(days=29))
    assert unpack(desk.fetch(db, sent.id)).parts.keys() == {sent.manifest.parts[0].sha256}
    retention.purge(db, house.clock.now + timedelta(days=30))
    with pytest.raises(Erased):
        desk.fetch(db, sent.id)
    assert terminal.put(sent).content == first.content
    with reading(db) as connection:
        assert connection.execute(select(parts.c.body)).scalars().all() == [None]
    assert sent.form[:200] not in b"".join(path.read_bytes() for path in house.folder.iterdir())


def test_a_record_goes_after_six_months_but_never_one_that_nobody_has_fetched(house, terminal):
    sent, kept, db = terminal.sealed(), terminal.sealed(), house.gateway.db
    terminal.put(sent)
    terminal.put(kept)
    desk.fetched(db, unpack(sent.package), house.clock.now)
    house.clock.later(days=183)
    assert retention.purge(db, house.clock.now) == 1
    with reading(db) as connection:
        assert connection.execute(select(saisines.c.id)).scalars().all() == [kept.id]


def test_codes_that_nobody_used_go_too(house):
    house.a_code()
    retention.purge(house.gateway.db, house.clock.now + timedelta(days=8))
    assert [row for name, row in every_row(house) if name == "codes"] == []


def test_the_database_is_set_for_power_cuts_and_for_erasing(house):
    with house.gateway.db.connect() as connection:
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in
                ("journal_mode", "synchronous", "secure_delete", "foreign_keys")]  # fmt: skip
    assert told == ["wal", 2, 1, 1]


def test_a_database_of_another_version_is_left_alone(tmp_path):
    engine = database.connect(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(Refusal):
        database.check(engine)
    database.create(engine)
    database.create(engine)
    database.check(engine)
    with database.writing(engine) as connection:
        connection.execute(tables.gateway.update().values(schema=database.SCHEMA + 1))
    with pytest.raises(Refusal):
        database.check(engine)
    engine.dispose()


def test_postgresql_would_be_asked_the_same():
    asked = str(inbox._adding("postgresql").values(id="x").compile(dialect=postgresql.dialect()))
    assert "ON CONFLICT DO NOTHING RETURNING saisines.id" in asked
    assert "FOR UPDATE" in str(inbox.RECORD.compile(dialect=postgresql.dialect()))
    assert "FOR UPDATE OF uploads" in str(uploads.LOCKED.compile(dialect=postgresql.dialect()))


def test_the_openapi_page_is_up_to_date():
    assert FILE.read_text("utf-8") == page(), "python -m tests.gateway.openapi writes it again"
