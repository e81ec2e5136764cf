"""A saisine whose pièces are still on their way: the caisse has the form at once, and each pièce once, later."""

import os

import pytest
from click.testing import CliRunner
from sqlalchemy import delete, select, text

from app.gateway import database, desk, retention, tables
from app.gateway.__main__ import main
from app.gateway.commands.common import told_pieces
from app.gateway.database import reading, writing
from app.gateway.errors import Erased, Refusal
from app.gateway.tables import parts, saisines
from app.protocol.package import unpack
from tests.gateway.uploading import send
from tests.protocol.sending import IDENTITY


@pytest.fixture
def sent(terminal):
    """A saisine with three pièces, of which the form has arrived."""
    made = terminal.sealed(*(os.urandom(2_000) for _ in range(3)), priority="urgent")
    terminal.put(made)
    return made


def taken(house):
    """What a fetch without a name takes: the ids, and how many pièces are in each file."""
    found = []
    for saisine in desk.unfetched(house.gateway.db):
        package = unpack(desk.fetch(house.gateway.db, saisine))
        desk.fetched(house.gateway.db, package, house.clock.now)
        found.append((saisine, len(package.parts) - 1))
    return found


def test_an_urgent_form_is_taken_at_once_and_again_with_each_piece_that_has_come(house, terminal, sent):
    other = terminal.sealed(counter=2)
    terminal.put(other)
    assert taken(house) == [(sent.id, 0), (other.id, 0)]
    assert taken(house) == []
    send(terminal, sent, 1)
    assert taken(house) == [(sent.id, 1)]
    for number in (2, 3):
        send(terminal, sent, number)
    assert unpack(desk.fetch(house.gateway.db, sent.id)) == unpack(sent.stick)
    assert taken(house) == [(sent.id, 3)]
    assert taken(house) == []


def test_what_arrives_between_the_file_and_its_note_is_taken_the_next_time(house, terminal, sent):
    before = unpack(desk.fetch(house.gateway.db, sent.id))
    send(terminal, sent, 1)
    desk.fetched(house.gateway.db, before, house.clock.now)
    assert taken(house) == [(sent.id, 1)]


def test_a_piece_after_one_that_is_missing_waits_for_it(house, terminal, sent):
    send(terminal, sent, 2)
    assert taken(house) == [(sent.id, 0)]
    assert taken(house) == []
    send(terminal, sent, 1)
    assert taken(house) == [(sent.id, 2)]


def test_the_list_says_how_many_pieces_are_here(house, terminal, sent):
    send(terminal, sent, 1)
    (line,) = desk.listed(house.gateway.db)
    assert (line["pieces"], line["pieces_held"]) == (3, 1)
    assert told_pieces(3, 1) == " (1 pièce sur 3, 2 en chemin)"
    assert told_pieces(3, 3) == " (3 pièces)"
    assert told_pieces(0, 0) == ""


def test_the_counsellor_is_told_that_pieces_are_on_their_way_and_opens_them_with_the_rest(house, terminal, sent):
    key, folder = house.folder / "999.age", house.folder / "out"
    key.write_text(str(IDENTITY))

    def run(*words):
        done = CliRunner().invoke(main, [str(word) for word in words])
        assert done.exit_code == 0, (done.output, done.exception)
        return done.stdout

    def files():
        return sorted(path.name for path in folder.rglob("*.*"))

    def opens():
        sealed = house.folder / "sealed"
        words = run("fetch", "--data", house.folder, "--sealed", sealed)
        return words + run("open", sent.id, "--key", key, "--sealed", sealed, "--out", folder)

    assert opens().count("(0 pièce sur 3, 3 en chemin)\n") == 2
    assert files() == ["formulaire.pdf", "saisine.json"]
    for number in (1, 2, 3):
        send(terminal, sent, number)
    assert opens().count("(3 pièces)\n") == 2
    assert files() == ["formulaire.pdf", "piece-1.pdf", "piece-2.pdf", "piece-3.pdf", "saisine.json"]
    assert "Nouveau (3 pièces)" in run("list", "--data", house.folder)


def test_nothing_is_erased_before_the_last_piece_was_taken(house, terminal, sent):
    db = house.gateway.db
    assert taken(house) == [(sent.id, 0)]
    house.clock.later(days=100)
    retention.purge(db, house.clock.now)
    for number in (1, 2, 3):
        send(terminal, sent, number)
    assert taken(house) == [(sent.id, 3)]
    house.clock.later(days=29)
    retention.purge(db, house.clock.now)
    assert len(unpack(desk.fetch(db, sent.id)).parts) == 4
    house.clock.later(days=1)
    assert retention.purge(db, house.clock.now) == 0
    with pytest.raises(Erased):
        desk.fetch(db, sent.id)


def test_a_record_whose_pieces_never_came_goes_after_six_months_if_the_form_was_taken(house, terminal, sent):
    db = house.gateway.db
    house.clock.later(days=182)
    assert taken(house) == [(sent.id, 0)]
    house.clock.later(days=29)
    assert retention.purge(db, house.clock.now) == 0
    send(terminal, sent, 1)
    house.clock.later(days=1)
    assert retention.purge(db, house.clock.now) == 0, "a pièce that nobody has taken"
    assert taken(house) == [(sent.id, 1)]
    house.clock.later(days=30)
    assert retention.purge(db, house.clock.now) == 1


def test_a_piece_that_was_lost_and_sent_again_after_the_rest_was_erased_stops_nothing(house, terminal, sent):
    db = house.gateway.db
    for number in (1, 2, 3):
        send(terminal, sent, number)
    taken(house)
    house.clock.later(days=30)
    retention.purge(db, house.clock.now)
    with writing(db) as connection:
        connection.execute(delete(parts).where(parts.c.sha256 == sent.manifest.parts[1].sha256))
    send(terminal, sent, 1)
    assert taken(house) == []


def made_older(db):
    """Make of its database one of the first version."""
    with writing(db) as connection:
        tables.chunks.drop(connection)
        tables.uploads.drop(connection)
        connection.execute(text("ALTER TABLE parts DROP COLUMN fetched_at"))
        connection.execute(tables.gateway.update().values(schema=1))


def test_a_database_of_the_first_version_is_made_one_of_this_and_loses_nothing(house, terminal, sent):
    db, other = house.gateway.db, terminal.sealed(counter=2)
    terminal.put(other)
    desk.fetched(db, unpack(other.package), house.clock.now)
    made_older(db)
    for _again in range(2):
        done = CliRunner().invoke(main, ["list", "--data", str(house.folder)])
        assert (done.exit_code, done.stdout.count("\n")) == (0, 2)
    database.check(db)
    assert desk.unfetched(db) == [sent.id]
    with reading(db) as connection:
        rows = connection.execute(select(parts.c.fetched_at).join(saisines).where(saisines.c.id == other.id))
        assert rows.scalars().all() == ["2026-05-04T10:00:00Z"]
    send(terminal, sent, 1)


def test_init_renews_an_older_database_and_leaves_a_newer_one(house):
    made_older(house.gateway.db)
    database.create(house.gateway.db)
    database.check(house.gateway.db)
    with writing(house.gateway.db) as connection:
        connection.execute(tables.gateway.update().values(schema=database.SCHEMA + 1))
    database.create(house.gateway.db)
    with pytest.raises(Refusal):
        database.renew(house.gateway.db)
