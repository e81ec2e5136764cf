"""The writer: saisines that come together are kept together, and each has its own answer."""

from concurrent.futures import Future

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from app.gateway import database, desk
from app.gateway.database import writing
from app.gateway.errors import OtherBytes, UnknownCaisse
from app.gateway.inbox import Received
from app.gateway.writer import Writer
from app.protocol.package import unpack
from tests.protocol.sending import a_recipient


def kept(writer: Writer, now, *sent) -> list[Future[Received]]:
    """What came of *sent*, all of which waited when the writer came."""
    asked = [(unpack(one.package), now, Future[Received]()) for one in sent]
    for one in asked:
        writer._waiting.put(one)
    writer._write()
    return [future for _package, _now, future in asked]


@pytest.fixture
def writer(house):
    return Writer(house.gateway.db)


@pytest.fixture
def commits(house):
    """How many commits there were."""
    counted: list[int] = []
    event.listen(house.gateway.db, "commit", lambda _connection: counted.append(1))
    return counted


def test_those_that_come_together_share_a_commit(house, terminal, writer, commits):
    sent = [terminal.sealed(counter=number) for number in range(5)]
    done = kept(writer, house.clock.now, *sent)
    assert [one.result().manifest.id for one in done] == [one.id for one in sent]
    assert len(commits) == 1
    assert len(desk.listed(house.gateway.db)) == 5


def test_the_same_one_twice_in_a_commit_is_one_record(house, terminal, writer):
    sent = terminal.sealed()
    first, again = kept(writer, house.clock.now, sent, sent)
    assert (first.result().new, again.result().new) == (True, False)
    assert first.result().receipt(house.gateway.key) == again.result().receipt(house.gateway.key)


def test_one_that_is_refused_does_not_take_the_others_along(house, terminal, writer):
    same = [terminal.sealed(id=bytes(16)), terminal.sealed(id=bytes(16))]
    stranger = terminal.sealed(caisse="998", to=a_recipient("998"))
    last = terminal.sealed()
    first, other, unknown, good = kept(writer, house.clock.now, *same, stranger, last)
    assert first.result().new
    assert isinstance(other.exception(), OtherBytes)
    assert isinstance(unknown.exception(), UnknownCaisse)
    assert good.result().new
    assert len(desk.listed(house.gateway.db)) == 2


def test_all_hear_of_a_database_that_is_busy(house, terminal, writer, monkeypatch):
    monkeypatch.setattr(database, "PRAGMAS", ("busy_timeout = 50", *database.PRAGMAS[1:]))
    house.gateway.db.dispose()
    with writing(house.gateway.db):
        done = kept(writer, house.clock.now, terminal.sealed(), terminal.sealed())
    assert [type(one.exception()) for one in done] == [OperationalError] * 2


def test_whoever_has_gone_before_his_turn_is_left_out(house, terminal, writer):
    gone = Future[Received]()
    gone.cancel()
    writer._waiting.put((unpack(terminal.sealed().package), house.clock.now, gone))
    (here,) = kept(writer, house.clock.now, terminal.sealed())
    assert here.result().new
    assert len(desk.listed(house.gateway.db)) == 1


def test_nothing_is_done_when_nothing_waits(writer, commits):
    writer._write()
    assert commits == []
