"""Receiving: once, whole, with proof, whatever happens on the way."""

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

import app
from app.gateway import database, desk, retention
from app.gateway.database import reading, writing
from app.gateway.tables import parts, saisines
from app.protocol import parcel, receipt
from app.protocol.package import unpack
from tests.gateway.house import a_house, served
from tests.protocol.sending import a_recipient


def counted(house, table=saisines):
    with reading(house.gateway.db) as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_saisine_that_arrives_has_a_receipt_that_lets_the_terminal_delete_it(house, terminal):
    sent = terminal.sealed()
    answer = terminal.put(sent)
    assert answer.status_code == 201
    assert receipt.verify(answer.content, house.public, sent.manifest_bytes).complete


def test_a_reply_that_was_lost_is_given_again_the_same(house, terminal):
    sent = terminal.sealed()
    first = terminal.put(sent)
    house.clock.later(days=3)
    again = terminal.put(sent)
    assert (again.status_code, again.content) == (200, first.content)
    asked = terminal.call("GET", f"/v1/saisines/{sent.id}/receipt")
    assert (asked.status_code, asked.content) == (200, first.content)
    assert counted(house) == counted(house, parts) == 1


def test_five_senders_at_once_make_one_record_and_all_have_the_same_receipt(house, terminal):
    sent, together, answers = terminal.sealed(), threading.Barrier(5), []

    def send():
        together.wait()
        answers.append(terminal.put(sent))

    threads = [threading.Thread(target=send) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 200, 201]
    assert len({answer.content for answer in answers}) == 1
    assert counted(house) == counted(house, parts) == 1


def test_other_bytes_under_a_known_id_are_refused_and_the_first_stay(house, terminal):
    first, other = terminal.sealed(id=bytes(16)), terminal.sealed(id=bytes(16))
    kept = terminal.put(first)
    refused = terminal.put(other)
    assert refused.status_code == 409
    assert refused.json() == {"code": "other-bytes", "manifest_sha256": first.manifest_sha256}
    assert terminal.put(first).content == kept.content


def test_what_was_received_and_erased_is_not_received_again(house, terminal):
    sent = terminal.sealed()
    terminal.put(sent)
    desk.fetched(house.gateway.db, unpack(sent.package), house.clock.now)
    assert retention.purge(house.gateway.db, house.clock.now + retention.RECORD) == 1
    for answer in (terminal.put(sent), terminal.call("GET", f"/v1/saisines/{sent.id}/receipt")):
        assert (answer.status_code, answer.json()) == (410, {"code": "erased"})
    assert counted(house) == counted(house, parts) == 0


def test_a_piece_is_missing_until_a_stick_brings_it(house, terminal):
    sent = terminal.sealed(b"%PDF piece")
    first = receipt.verify(terminal.put(sent).content, house.public, sent.manifest_bytes)
    assert first.missing == (sent.manifest.parts[1].sha256,)
    later = receipt.verify(terminal.put(sent, sent.stick).content, house.public, sent.manifest_bytes)
    assert later.complete
    assert later.received_at == first.received_at


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic eDp5"}])
def test_a_stranger_is_told_to_enrol_and_his_body_is_not_read(house, terminal, headers):
    sent = terminal.sealed()
    for verb, path in (("PUT", ""), ("GET", "/receipt"), ("DELETE", "")):
        answer = house.call(verb, f"/v1/saisines/{sent.id}{path}", headers=headers)
        assert (answer.status_code, answer.json()) == (401, {"code": "not-enrolled"})
    assert house.call("GET", "/v1/events", headers=headers).status_code == 401
    large = house.call("PUT", f"/v1/saisines/{sent.id}", headers=headers, content=bytes(2_000_000))
    assert large.status_code == 401


def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(house, terminal):
    sent = terminal.sealed()
    for body in (bytes(1_000_001), (bytes(100_000) for _ in range(11))):
        answer = terminal.call("PUT", f"/v1/saisines/{sent.id}", content=body)
        assert (answer.status_code, answer.json()) == (413, {"code": "too-large", "limit": 1_000_000})
    assert counted(house) == 0


def test_what_is_not_a_saisine_of_this_terminal_is_refused_by_name(house, terminal):
    sent, stranger = terminal.sealed(), house.a_terminal()
    wrong_key = parcel.Sealed(sent.manifest, sent.manifest_bytes, bytes(64), sent.form, ())
    other_caisse = terminal.sealed(caisse="998", to=a_recipient("998"))
    for speaker, saisine, body, code in (
        (terminal, sent.id, b"nothing", "bad-package"),
        (terminal, sent.id, sent.package[:512] + b"[" + sent.package[513:], "bad-manifest"),
        (terminal, terminal.sealed().id, sent.package, "other-id"),
        (terminal, sent.id, wrong_key.package, "bad-signature"),
        (terminal, other_caisse.id, other_caisse.package, "unknown-caisse"),
        (stranger, sent.id, sent.package, "wrong-terminal"),
        (terminal, "KOVALENKO", sent.package, "other-id"),
    ):
        answer = speaker.call("PUT", f"/v1/saisines/{saisine}", content=body)
        assert (answer.status_code, answer.json()) == (422, {"code": code})
    assert counted(house) == 0


def test_a_counter_used_twice_is_accepted_and_flagged(house, terminal):
    for counter in (2, 1, 2):
        assert terminal.put(terminal.sealed(counter=counter)).status_code == 201
    other = house.a_terminal()
    other.put(other.sealed(counter=2))
    with reading(house.gateway.db) as connection:
        rows = connection.execute(select(saisines.c.counter, saisines.c.counter_reused)).all()
    assert sorted(map(tuple, rows)) == [(1, False), (2, False), (2, False), (2, True)]


def test_a_receipt_is_for_the_terminal_that_sent_the_saisine(house, terminal):
    sent = terminal.sealed()
    terminal.put(sent)
    stranger = house.a_terminal()
    assert stranger.call("GET", f"/v1/saisines/{sent.id}/receipt").status_code == 404
    assert terminal.call("GET", f"/v1/saisines/{terminal.sealed().id}/receipt").status_code == 404


def test_what_was_sealed_before_a_terminal_enrolled_again_is_still_received(house, terminal):
    sent = terminal.sealed()
    again = house.ask(house.a_code(), terminal.key).json()
    assert again["terminal"] == terminal.id
    assert terminal.put(sent).status_code == 401
    answer = house.call(
        "PUT", f"/v1/saisines/{sent.id}", content=sent.package, headers={"Authorization": f"Bearer {again['token']}"}
    )
    assert answer.status_code == 201


def test_a_connection_cut_at_every_tenth_of_the_body_leaves_nothing_and_the_rest_works(house, terminal):
    sent = terminal.sealed()

    def cut(at: int):
        yield sent.package[:at]
        raise ConnectionResetError

    for tenth in range(10):
        with pytest.raises(ConnectionResetError):
            terminal.call(
                "PUT", f"/v1/saisines/{sent.id}", content=cut(len(sent.package) * tenth // 10),
                headers={"Content-Length": str(len(sent.package))},
            )  # fmt: skip
    assert counted(house) == 0
    assert terminal.put(sent).status_code == 201


def test_a_database_that_another_holds_asks_to_come_back(house, terminal, monkeypatch):
    sent = terminal.sealed()
    monkeypatch.setattr(database, "PRAGMAS", ("busy_timeout = 50", *database.PRAGMAS[1:]))
    house.gateway.db.dispose()
    with writing(house.gateway.db):
        answer = terminal.put(sent)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert terminal.put(sent).status_code == 201


def test_a_bug_is_told_without_a_word_of_what_was_received(house, terminal, monkeypatch, caplog):
    def fail(*_):
        raise ValueError("KOVALENKO")

    monkeypatch.setattr("app.gateway.writer.inbox.keep", fail)
    answer = terminal.put(terminal.sealed())
    assert (answer.status_code, answer.json()) == (500, {"code": "bug"})
    deadline = time.monotonic() + 5
    while "ValueError test_receiving.py" not in caplog.text:  # it is written after the answer has left
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert "KOVALENKO" not in caplog.text


def test_a_path_of_no_call_is_said_to_be_none(house):
    answer = house.call("GET", "/v1/nothing")
    assert (answer.status_code, answer.json()) == (404, {"code": "no-such-call"})


def test_the_probe_needs_no_token(house):
    assert house.call("GET", "/v1/ping").status_code == 204


DIES_BEFORE_ITS_RECEIPT = """
import os, signal, sys
from pathlib import Path
from app.gateway import inbox
inbox.Received.receipt = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from app.gateway.__main__ import main
main(["serve", "--data", sys.argv[1], "--port", "0"])
"""


def test_killed_between_storing_and_receipt_it_gives_the_receipt_the_next_time(tmp_path):
    with a_house(tmp_path) as house:
        terminal = house.a_terminal()
    sent = terminal.sealed()
    dying = subprocess.Popen(
        [sys.executable, "-c", DIES_BEFORE_ITS_RECEIPT, tmp_path],
        stdout=subprocess.PIPE, text=True, cwd=Path(app.__file__).parents[1],
    )  # fmt: skip
    assert dying.stdout
    address = dying.stdout.readline().split()[-1]
    headers = {"Authorization": f"Bearer {terminal.granted.token}"}
    with pytest.raises(httpx.TransportError):
        httpx.put(f"{address}/v1/saisines/{sent.id}", content=sent.package, headers=headers, trust_env=False)
    assert dying.wait() == -signal.SIGKILL
    dying.communicate()
    with a_house(tmp_path) as house:
        terminal.house = house
        answer = terminal.put(sent)
        assert answer.status_code == 200
        assert receipt.verify(answer.content, house.public, sent.manifest_bytes).complete
        assert counted(house) == counted(house, parts) == 1


def test_two_processes_over_one_database_are_one_gateway(house, terminal):
    with served(house.gateway) as other:
        sent = terminal.sealed()
        first = terminal.put(sent)
        house.address = other
        assert terminal.put(sent).content == first.content
