"""``guichet doctor``: the enrolment, the gateway, its time, what waits; with the real store and the real gateway."""

import threading
from datetime import UTC, datetime, timedelta

import pyrage
import pytest
from click.testing import CliRunner

from app.__main__ import group
from app.actions import drafts
from app.commands.doctor import delivery
from app.protocol import recipients, signatures
from app.store import enrolment, outbox
from app.store.database import transaction
from tests.commands import examined
from tests.commands.examined import examine, state
from tests.sync.hall import pass_on, queued
from tests.sync.hostile import answering, cut, signed

NOW = datetime.now(UTC)
CHECKS = ("enrolment", "gateway", "gateway_clock", "outbox")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The data folder of a terminal that is not enrolled."""
    return examined.terminal(tmp_path, monkeypatch)


@pytest.fixture
def enrolled(folder, tmp_path, hall):
    """The same, enrolled at the gateway of the hall."""
    file = tmp_path / "enrolment.json"
    file.write_text(hall.enrolment().to_text())
    run(folder, "setup", "--enrolment", str(file))
    hall.asked.clear()
    return folder


@pytest.fixture
def store(enrolled):
    """Its store, open."""
    db = drafts.connect(enrolled)
    yield db
    db.close()


def run(folder, *arguments, code=0):
    done = CliRunner().invoke(group(), [*arguments, "--data", str(folder)])
    assert done.exit_code == code, done.output


# Enrolment


def test_a_terminal_that_is_not_enrolled_prints_and_asks_nobody(folder, hall):
    told = examine(folder)
    assert {check: told[check]["state"] for check in CHECKS} == {
        "enrolment": "warn", "gateway": "ok", "gateway_clock": "ok", "outbox": "ok",
    }  # fmt: skip
    assert "sur papier" in told["enrolment"]["message"]
    assert "guichet setup --enrolment" in told["enrolment"]["way_on"]
    assert hall.asked == []


def test_an_enrolled_terminal_names_its_gateway_and_its_keys(enrolled, hall):
    told = examine(enrolled)
    assert {told[check]["state"] for check in CHECKS} == {"ok"}
    host = hall.url.removeprefix("http://")
    assert told["enrolment"]["message"] == f"Terminal inscrit à {host} ; clés en service de la caisse 999 : 1."
    assert told["gateway"]["message"] == f"La passerelle {host} répond, et connaît ce terminal."


@pytest.mark.parametrize("why", ["none", "another caisse", "a strangers", "not yet"])
def test_without_a_key_of_the_caisse_requests_go_by_paper(enrolled, store, hall, why):
    begins = NOW + timedelta(days=2 if why == "not yet" else -2)
    made = recipients.make("998" if why == "another caisse" else "999", str(hall.identity.to_public()), begins)
    one = recipients.sign(made, signatures.new_key() if why == "a strangers" else hall.signing)
    with transaction(store):
        enrolment.replace_recipients(store, () if why == "none" else (one.value(),))
    told = examine(enrolled)["enrolment"]
    assert (told["state"], "sur papier" in told["message"]) == ("bad", True)
    assert "guichet sync --once" in told["way_on"]


def test_the_way_on_brings_the_new_keys(enrolled, store, hall):
    with transaction(store):
        enrolment.replace_recipients(store, ())
    assert state(enrolled, "enrolment") == "bad"
    hall.renew_keys([hall.identity, pyrage.x25519.Identity.generate()])
    run(enrolled, "sync", "--once")
    assert examine(enrolled)["enrolment"]["message"].endswith("clés en service de la caisse 999 : 2.")


def test_a_terminal_that_was_given_to_another_caisse_has_to_enrol_again(enrolled):
    settings = enrolled / "settings.toml"
    settings.write_text(settings.read_text("utf-8").replace("999", "998"), "utf-8")
    told = examine(enrolled)["enrolment"]
    assert (told["state"], "pas pour la caisse 998" in told["message"]) == ("bad", True)


# The gateway


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (cut, "pas de réseau"),
        (answering(200, b"<html>"), "un autre que la passerelle répond"),
        (signed(401, {"code": "not-enrolled"}), "ne connaît plus ce terminal"),
        (signed(503, {"code": "busy"}), "demande d’attendre"),
        (signed(500, {"code": "bug"}), "sa réponse n’a pas de sens"),
    ],
)
def test_what_stands_in_the_way_is_told(enrolled, hall, behaviour, words):
    hall.crowd += [behaviour]
    told = examine(enrolled)["gateway"]
    known = words != "ne connaît plus ce terminal"
    assert (told["state"], words in told["message"]) == ("warn" if known else "bad", True)


def test_looking_neither_sends_nor_reads_the_news(enrolled, store, hall):
    queued(store)
    before = enrolment.enrolled(store)
    hall.renew_keys([hall.identity])
    examine(enrolled)
    assert hall.asked == ["GET /v1/events?after=0"]
    assert (enrolment.enrolled(store), [row.tries for row in outbox.listed(store)]) == (before, [0])


def test_a_gateway_that_never_ends_its_answer_is_not_waited_for(enrolled, hall, monkeypatch):
    monkeypatch.setattr(delivery, "LONGEST", 0.2)
    over = threading.Event()

    def late(handler):
        over.wait(30)
        pass_on(handler)

    hall.crowd += [late]
    told = examine(enrolled)["gateway"]
    over.set()
    assert (told["state"], "n’a rien répondu" in told["message"]) == ("warn", True)


def test_a_bug_is_not_taken_for_a_silence(enrolled, monkeypatch):
    monkeypatch.setattr("app.actions.sync.deliver", lambda _outgoing, _way: 1 // 0)
    done = CliRunner().invoke(group(), ["doctor", "--data", str(enrolled)])
    assert isinstance(done.exception, ZeroDivisionError)


# Its time


@pytest.mark.parametrize(
    ("ahead", "expected", "words"),
    [
        (0, "ok", "D’accord à 0 s près"),
        (-90, "ok", "D’accord à 90 s près"),
        (599, "ok", "D’accord à 9 min près"),
        (660, "bad", "Avance de 11 min"),
        (-3 * 86_400, "bad", "Retarde de 3 j"),
    ],
)
def test_the_clock_is_compared_with_what_the_gateway_last_said(enrolled, store, ahead, expected, words):
    now = datetime.now(UTC)
    with transaction(store):
        store.execute("UPDATE enrolment SET heard_at = ''")
        enrolment.heard(store, now - timedelta(days=5), now - timedelta(days=5) + timedelta(seconds=ahead))
    told = examine(enrolled)["gateway_clock"]
    assert (told["state"], told["message"].startswith(words)) == (expected, True)
    assert expected == "ok" or "timedatectl" in told["way_on"]


def test_a_clock_that_was_put_back_since_is_told(enrolled, store):
    later = datetime.now(UTC) + timedelta(hours=5, minutes=30)
    with transaction(store):
        enrolment.heard(store, later, later)
    told = examine(enrolled)["gateway_clock"]
    assert (told["state"], told["message"].startswith("Retarde de 5 h")) == ("bad", True)


def test_a_clock_that_was_never_compared_is_a_warning(enrolled, store):
    with transaction(store):
        store.execute("UPDATE enrolment SET heard_at = NULL, clock_off = NULL")
    assert state(enrolled, "gateway_clock") == "warn"
    run(enrolled, "sync", "--once")
    assert state(enrolled, "gateway_clock") == "ok"


# What waits


def test_what_waits_is_counted_and_a_day_is_long(enrolled, store):
    queued(store)
    told = examine(enrolled)["outbox"]
    assert (told["state"], told["message"].startswith("Demandes en attente : 1, ")) == ("ok", True)
    queued(store, NOW - timedelta(hours=25))
    told = examine(enrolled)["outbox"]
    assert told["state"] == "warn"
    assert told["message"].startswith("Demandes en attente : 2, la plus ancienne depuis le ")
    assert told["message"].endswith("(25 h).")
    assert told["way_on"] == "« guichet sync --once » dit ce qui empêche l’envoi."
    run(enrolled, "sync", "--once")
    assert examine(enrolled)["outbox"]["message"] == "Aucune demande n’attend."


def test_what_was_refused_is_counted_with_the_way_on(enrolled, store, hall):
    queued(store)
    hall.crowd += [signed(422, {"code": "unknown-caisse"})]
    run(enrolled, "sync", "--once")
    told = examine(enrolled)["outbox"]
    assert (told["state"], told["message"]) == ("warn", "Aucune demande n’attend. Refusées par la passerelle : 1.")
    assert "guichet outbox list" in told["way_on"]
    assert "guichet outbox retry" in told["way_on"]
