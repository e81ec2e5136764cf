"""``guichet setup``, ``form fill --submit``, ``sync``, ``outbox``, ``verify``: the whole way without a screen."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from app import paths
from app.__main__ import group
from app.actions.settings import read_settings
from app.gateway import desk
from app.models import code as codes
from app.sync.clock import POLL
from tests.builders import mas_answers
from tests.catalogue import compiled
from tests.sync.hostile import cut, signed

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The data folder of a new terminal."""
    for name in ("GUICHET_KEY_FILE", "CREDENTIALS_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(paths, "CATALOGUE", tmp_path / "catalogue.db")
    monkeypatch.setenv("GUICHET_DATA", str(tmp_path / "data"))
    compiled.lay(paths.CATALOGUE)
    return tmp_path / "data"


@pytest.fixture
def enrolled(tmp_path, hall):
    """The same, enrolled at the gateway of the hall."""
    file = tmp_path / "enrolment.json"
    file.write_text(hall.enrolment().to_text())
    [told] = values(run("setup", "--enrolment", str(file)))
    assert told["terminal"]
    return hall


def run(*arguments, answers=None):
    return CliRunner().invoke(group(), [*arguments, "--json"], input=answers and json.dumps(answers))


def plain(*arguments):
    return CliRunner().invoke(group(), [*arguments]).output


def values(done, code=0):
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == code, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def refusal(done):
    return values(done, 1)[-1]["error"]


def submit(*options, **changes):
    terminal = ("mode", "place", "local_caisse", "drawn", "paper", "detector_name", "detector_structure")
    typed = {name: text for name, text in mas_answers(**changes).items() if name not in terminal}
    return run("form", "fill", "mas", "-", "--submit", *options, answers=typed)


# Setting up


def test_a_new_terminal_gets_settings_that_can_be_read(folder):
    name = 'Maison "France\\Services" de Valmont'
    [told] = values(run("setup", "--mode", "poste", "--site", name, "--structure", "Commune", "--printer", "hp"))
    assert told == {"settings": str(folder / "settings.toml"), "written": True, "terminal": None}
    settings = read_settings(folder)
    assert (settings.mode, settings.caisse, settings.site.name) == ("poste", "999", name)
    assert (settings.site.structure, settings.site.printer) == ("Commune", "hp")


def test_settings_that_exist_are_never_changed(folder):
    run("setup", "--mode", "poste")
    assert values(run("setup", "--mode", "borne", "--site", "Ailleurs"))[0]["written"] is False
    assert read_settings(folder).mode == "poste"
    assert plain("setup") == "Les réglages étaient là.\n"


def test_a_caisse_that_is_not_in_the_catalogue_or_a_name_with_orders_writes_nothing(folder):
    assert refusal(run("setup", "--caisse", "123")) == "unknown_caisse"
    assert refusal(run("setup", "--site", "a\nb")) == "bad_settings"
    assert not (folder / "settings.toml").exists()


@pytest.mark.parametrize("text", ["", "{}", "\udcff", '{"gateway": "http://exemple.fr"}'])
def test_a_file_that_is_no_enrolment_is_refused_before_anything_is_written(tmp_path, folder, text):
    (tmp_path / "bad.json").write_text(text, errors="surrogateescape")
    assert refusal(run("setup", "--enrolment", str(tmp_path / "bad.json"))) == "bad_enrolment"
    assert not folder.exists()


def test_an_enrolment_is_refused_in_a_sentence(tmp_path, hall):
    file = tmp_path / "enrolment.json"
    file.write_text(hall.enrolment().to_text())
    hall.crowd += [cut]
    assert refusal(run("setup", "--enrolment", str(file))) == "unreachable"
    hall.crowd += [signed(403, {"code": "code-refused"})]
    assert refusal(run("setup", "--enrolment", str(file))) == "code_refused"
    assert values(run("setup", "--enrolment", str(file)))[0]["terminal"]


# Submitting


def test_a_request_is_queued_sent_and_known_by_its_reference(enrolled, tmp_path):
    [told] = values(submit("--pdf", str(tmp_path / "d.pdf")))
    assert (told["state"], codes.kind(told["cancel_code"])) == ("waiting", "cancel")
    [row] = values(run("outbox", "list"))
    assert (row["reference"], row["state"], row["form"]) == (told["reference"], "waiting", "mas")
    assert values(run("sync", "--once")) == [{"received": 1, "refused": 0, "waiting": 0}]
    assert enrolled.has() == [told["reference"]]
    assert enrolled.opened(told["reference"])["formulaire.pdf"] == (tmp_path / "d.pdf").read_bytes()
    [row] = values(run("outbox", "show", told["reference"].lower().replace("-", "")))
    assert row["state"] == "received"
    assert row["receipt"].startswith('{"signature"')
    assert values(run("outbox", "show", told["id"]))[0] == row


def test_a_problem_queues_nothing(enrolled):
    assert values(submit(name=""), 1)[0]["field"] == "name"
    assert values(run("outbox", "list")) == []


@pytest.mark.parametrize(
    "changes", [{"caisse": "msa", "department": "Loire"}, {"caisse": "elsewhere", "department": "42"}]
)
def test_a_body_that_has_no_route_gets_paper(enrolled, changes, tmp_path):
    assert refusal(submit(**changes, signature="", on_paper="yes")) == "no_route"
    assert values(run("outbox", "list")) == []


def test_a_terminal_that_is_not_enrolled_says_so_everywhere_and_makes_no_store(folder, tmp_path):
    (tmp_path / "receipt").touch()
    for done in submit(), run("sync", "--once"), run("verify", str(tmp_path / "receipt")):
        assert refusal(done) == "not_enrolled"
    assert values(run("outbox", "list")) == []
    assert plain("outbox", "list") == "Aucune demande.\n"
    assert not folder.exists()


def test_a_store_without_enrolment_says_so_too(folder, tmp_path):
    from app.actions import drafts

    drafts.connect(folder).close()
    (tmp_path / "receipt").touch()
    for done in submit(), run("sync", "--once"), run("verify", str(tmp_path / "receipt")):
        assert refusal(done) == "not_enrolled"


# Sending


def test_what_stands_in_the_way_is_a_sentence_and_an_exit_code(enrolled):
    values(submit())
    enrolled.crowd += [cut]
    counts, error = values(run("sync", "--once"), 1)
    assert counts == {"received": 0, "refused": 0, "waiting": 1}
    assert (error["error"], "plus tard" in error["message"]) == ("unreachable", True)
    enrolled.crowd += [signed(401, {"code": "not-enrolled"})]
    assert refusal(run("sync", "--once")) == "not_enrolled"


def test_without_once_it_goes_on_by_the_clock(enrolled, monkeypatch):
    values(submit())
    waits = []

    def sleep(seconds):
        waits.append(seconds)
        if len(waits) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("app.commands.sync.time.sleep", sleep)
    enrolled.crowd += [cut]
    first, error, second = [json.loads(line) for line in run("sync").stdout.splitlines()]
    assert (first["waiting"], error["error"], second["received"]) == (1, "unreachable", 1)
    assert waits[0] < 10
    assert waits[1] == pytest.approx(POLL, rel=0.2)


def test_refused_ones_are_listed_with_their_reason_and_tried_again(enrolled):
    [told] = values(submit(urgent="care"))
    enrolled.crowd += [signed(422, {"code": "unknown-caisse"})]
    assert values(run("sync", "--once"))[0]["refused"] == 1
    assert "mas URGENT, du" in plain("outbox", "list")
    assert "refusée par la passerelle (unknown-caisse)" in plain("outbox", "list")
    assert values(run("outbox", "retry")) == [{"retried": 1}]
    assert values(run("outbox", "retry", told["reference"])) == [{"retried": 0}]
    assert values(run("sync", "--once"))[0]["received"] == 1


def test_the_words_of_the_caisse_are_listed(enrolled):
    [told] = values(submit())
    run("sync", "--once")
    desk.set_status(enrolled.db, told["id"], "taken", "call-back", NOW)
    run("sync", "--once")
    assert "Pris en charge, la personne doit rappeler la caisse" in plain("outbox", "list")
    assert values(run("outbox", "list"))[0]["status_at"] == "2026-11-22T09:00:00Z"


def test_a_name_that_is_not_known_is_refused(enrolled):
    assert refusal(run("outbox", "show", "4T7-KX9-M2Q")) == "unknown_request"
    assert refusal(run("outbox", "retry", "\udcff")) == "unknown_request"


# Receipts


def test_a_receipt_is_verified_without_a_network(enrolled, tmp_path):
    [told] = values(submit())
    run("sync", "--once")
    enrolled.asked.clear()
    [row] = values(run("outbox", "show", told["reference"]))
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(row["receipt"])
    bad.write_text(row["receipt"].replace(told["id"], "0" * 8 + told["id"][8:]))
    [said] = values(run("verify", str(good)))
    assert (said["valid"], said["ours"], said["complete"], said["reference"]) == (True, True, True, told["reference"])
    [first, second] = values(run("verify", str(good), str(bad)), 1)
    assert (first["valid"], second) == (True, {"file": str(bad), "valid": False, "why": "bad-receipt"})
    assert "a été reçue, complète" in plain("verify", str(good))
    assert "pas un accusé de réception valable" in plain("verify", str(bad))
    assert enrolled.asked == []


def test_the_receipt_of_another_terminal_is_good_and_not_ours(enrolled, tmp_path):
    [told] = values(submit())
    run("sync", "--once")
    [row] = values(run("outbox", "show", told["reference"]))
    (tmp_path / "r.json").write_text(row["receipt"])
    other = tmp_path / "enrolment2.json"
    other.write_text(enrolled.enrolment().to_text())
    run("setup", "--enrolment", str(other), "--data", str(tmp_path / "second"))
    [said] = values(run("verify", str(tmp_path / "r.json"), "--data", str(tmp_path / "second")))
    assert (said["valid"], said["ours"]) == (True, False)
    assert "envoyée d’ailleurs" in plain("verify", str(tmp_path / "r.json"), "--data", str(tmp_path / "second"))
