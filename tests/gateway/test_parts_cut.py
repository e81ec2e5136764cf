"""Pièces that are cut on their way: what was accepted stays, two never mix, and what nobody goes on with goes."""

import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

import app
from app.gateway import database, retention
from app.gateway.bodies import BLOCK
from app.gateway.database import reading, writing
from app.gateway.tables import parts
from app.protocol import stamp
from tests.gateway.house import House, a_house, served
from tests.gateway.uploading import checked, counts, create, head, location, offset, patch, send, told

PIECE = os.urandom(3_000_000)


@pytest.fixture
def sent(terminal):
    """A saisine with a pièce of three megabytes, of which the form has arrived."""
    made = terminal.sealed(PIECE)
    assert terminal.put(made).status_code == 201
    return made


def stays(terminal, place, expected):
    """Wait until the upload stands where it has to: a cut is not answered."""
    deadline = time.monotonic() + 10
    while offset(head(terminal, place)) != expected:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def cut(body: bytes):
    yield body
    raise ConnectionResetError


def test_of_a_body_that_is_cut_what_had_come_is_kept_unless_a_checksum_is_of_the_whole(house, terminal, sent):
    place, (sealed,) = location(terminal, sent), sent.pieces
    with pytest.raises(ConnectionResetError):
        patch(terminal, place, 0, cut(sealed[:1_500_000]), **{"Content-Length": str(len(sealed))})
    stays(terminal, place, 1_500_000)
    checksum = {"Upload-Checksum": "sha256 " + "A" * 43 + "="}
    rest = str(len(sealed) - 1_500_000)
    with pytest.raises(ConnectionResetError):
        patch(terminal, place, 1_500_000, cut(sealed[1_500_000:-1]), **{"Content-Length": rest}, **checksum)
    assert offset(head(terminal, place)) == 1_500_000
    assert checked(terminal, place, 1_500_000, sealed[1_500_000:]).status_code == 204
    assert told(terminal, sent).complete
    with reading(house.gateway.db) as connection:
        assert sealed in connection.execute(select(parts.c.body)).scalars().all()


def test_of_five_that_add_the_same_at_once_one_wins_over_two_services_too(house, terminal, sent):
    place, (sealed,), together, answers = location(terminal, sent), sent.pieces, threading.Barrier(5), []

    def add(one):
        together.wait()
        answers.append(checked(one, place, 0, sealed[:1_000_000]))

    with served(replace(house.gateway)) as other:  # with a writer of its own
        there = replace(terminal, house=replace(house, address=other))
        threads = [threading.Thread(target=add, args=(one,)) for one in (terminal, there, terminal, there, terminal)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(answer.status_code for answer in answers) == [204, 409, 409, 409, 409]
    assert {offset(answer) for answer in answers} == {1_000_000}
    assert checked(terminal, place, 1_000_000, sealed[1_000_000:]).status_code == 204
    assert told(terminal, sent).complete


def test_one_who_comes_back_while_his_first_body_still_travels_is_not_mixed_with_it(terminal, sent):
    place, (sealed,) = location(terminal, sent), sent.pieces

    def slow():
        yield sealed[: BLOCK + 10]
        stays(terminal, place, BLOCK)
        assert checked(terminal, place, BLOCK, sealed[BLOCK : BLOCK + 5]).status_code == 204
        yield bytes(len(sealed) - BLOCK - 10)

    answer = patch(terminal, place, 0, slow())
    assert (answer.status_code, offset(answer)) == (409, BLOCK + 5)
    assert checked(terminal, place, BLOCK + 5, sealed[BLOCK + 5 :]).status_code == 204
    assert told(terminal, sent).complete


def test_an_upload_waits_a_day_for_its_next_byte_and_then_leaves_nothing(house, terminal, sent):
    place = location(terminal, sent)
    house.clock.later(hours=23)
    patch(terminal, place, 0, b"x")
    house.clock.later(hours=23)
    assert offset(head(terminal, place)) == 1
    retention.purge(house.gateway.db, house.clock.now)
    assert counts(house) == (1, 1, 1)
    house.clock.later(hours=1)
    assert head(terminal, place).status_code == patch(terminal, place, 1, b"x").status_code == 404
    retention.purge(house.gateway.db, house.clock.now)
    assert counts(house) == (1, 0, 0)


def test_an_upload_that_has_expired_begins_again_elsewhere_and_a_whole_one_stays_whole(house, terminal, sent):
    place = location(terminal, sent)
    patch(terminal, place, 0, b"x")
    house.clock.later(hours=24)
    assert offset(create(terminal, sent)) == 0
    assert counts(house) == (1, 1, 0)
    assert location(terminal, sent) != place
    send(terminal, sent)
    house.clock.later(hours=24)
    assert offset(create(terminal, sent)) == len(sent.pieces[0])
    assert told(terminal, sent).complete


def test_what_is_erased_takes_its_uploads_along(house, terminal, sent):
    patch(terminal, location(terminal, sent), 0, b"x")
    house.clock.later(hours=1)
    with writing(house.gateway.db) as connection:
        connection.execute(parts.update().values(fetched_at="2025-01-01T00:00:00Z"))
    assert retention.purge(house.gateway.db, house.clock.now + retention.RECORD - timedelta(hours=1)) == 1
    assert counts(house) == (0, 0, 0)
    assert create(terminal, sent).status_code == 410


def test_a_database_that_another_holds_asks_to_come_back_and_nothing_is_lost(house, terminal, sent, monkeypatch):
    place = location(terminal, sent)
    monkeypatch.setattr(database, "PRAGMAS", ("busy_timeout = 50", *database.PRAGMAS[1:]))
    house.gateway.db.dispose()
    with writing(house.gateway.db):
        answers = (create(terminal, sent), checked(terminal, place, 0, sent.pieces[0]))
    assert [(answer.status_code, answer.headers["Retry-After"]) for answer in answers] == [(503, "10")] * 2
    send(terminal, sent)
    assert told(terminal, sent).complete


class Elsewhere(House):
    """A gateway in a process of its own, which has the time of the machine."""

    def call(self, verb, path, **more):
        answer = self.client.request(verb, self.address + path, **more)
        assert stamp.check(answer.headers, self.public)
        return answer


@contextmanager
def serving(house: House):
    """The command ``serve`` over what *house* has left: what ends it as a power cut does."""
    words = [sys.executable, "-W", "error", "-m", "app.gateway", "serve", "--data", str(house.folder), "--port", "0"]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=Path(app.__file__).parents[1])
    assert running.stdout
    try:
        house.address = running.stdout.readline().split()[-1]
        yield running.kill
    finally:
        running.kill()
        running.communicate()


def test_killed_in_the_middle_of_a_body_it_still_has_all_that_it_had_accepted(tmp_path):
    with a_house(tmp_path) as house:
        terminal = house.a_terminal()
    sent = terminal.sealed(PIECE)
    (sealed,), stood, places = sent.pieces, 0, set()

    def dies(kill, start):
        yield sealed[start : start + 10_000]
        kill()
        yield sealed[start + 10_000 : start + 300_000]

    with httpx.Client(trust_env=False) as client:
        house = terminal.house = Elsewhere(tmp_path, house.gateway, house.clock, "", client)
        for _turn in range(4):
            with serving(house) as kill:
                assert terminal.put(sent).status_code in (200, 201)
                place = location(terminal, sent)
                places.add(place)
                assert offset(head(terminal, place)) == stood
                stood = offset(checked(terminal, place, stood, sealed[stood : stood + 300_000]))
                with pytest.raises(httpx.TransportError):
                    patch(terminal, place, stood, dies(kill, stood))
        assert (stood, len(places)) == (1_200_000, 1)
        with serving(house):
            assert checked(terminal, place, stood, sealed[stood:]).status_code == 204
            assert told(terminal, sent).complete
    assert counts(house) == (2, 1, 0)
    house.gateway.db.dispose()
