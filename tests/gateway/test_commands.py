"""``guichet-caisse``: from the keys of a caisse to an opened saisine, without a window; never a traceback."""

import json
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

import app
from app.gateway.__main__ import LATE, main
from app.gateway.commands import serve as serving
from app.protocol import enrolment, receipt, recipients, signatures, stamp
from app.protocol.parcel import Sealed, seal
from tests.protocol.sending import ANSWERS, NOW, PDF, a_cover, sealed_with

ROOT = Path(app.__file__).parents[1]


class Desk:
    """Somebody who types commands in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gateway = folder / "gateway"
        self.public = folder / "keys" / "999.public.json"

    def run(self, *words, code=0):
        done = CliRunner().invoke(main, [str(word) for word in words])
        assert done.exit_code == code, (done.output, done.exception)
        return done

    def lines(self, *words, code=0):
        """What a command says with --json, one value a line."""
        return [json.loads(line) for line in self.run(*words, "--json", code=code).stdout.splitlines()]

    def here(self, *words, code=0):
        """The same, of a command at the gateway."""
        return self.lines(*words, "--data", self.gateway, code=code)

    def opens(self):
        self.here("init")
        self.lines("keygen", "999", "--keys", self.folder / "keys", "--data", self.gateway)

    def enrolment(self, url="http://127.0.0.1:1"):
        out = self.folder / "enrolment.json"
        self.here("enrol", "--url", url, "--caisse-keys", self.public, "--out", out)
        return enrolment.parse(out.read_text())


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    made.opens()
    return made


class Borne:
    """A terminal of that desk, enrolled without a network."""

    def __init__(self, desk: Desk) -> None:
        from app.gateway import database, keyring, terminals

        self.key, asked = signatures.new_key(), desk.enrolment()
        db = database.connect(f"sqlite:///{desk.gateway / 'gateway.db'}")
        secret = keyring.read_private_key(desk.gateway / "receipt.key")
        told = terminals.enrol(db, (asked.code, signatures.public_of(self.key), "Borne"), secret, NOW)
        db.dispose()
        self.id, self.receipt_key = told["terminal"], asked.receipt_key
        self.to = [recipients.verify(one, asked.keys) for one in told["recipients"]]

    def on_stick(self, folder: Path, **changes) -> tuple[Sealed, Path]:
        sent = sealed_with(a_cover(terminal=self.id, **changes), self.to, self.key, [b"%PDF piece"])
        place = folder / f"{sent.id}.saisine"
        place.write_bytes(sent.stick)
        return sent, place


@pytest.fixture
def borne(desk):
    return Borne(desk)


def test_a_saisine_goes_from_a_stick_to_the_counsellors_folder(desk, borne, tmp_path):
    sent, stick = borne.on_stick(tmp_path, priority="urgent")
    other, stick_2 = borne.on_stick(tmp_path, counter=2)
    first, _second = desk.here("import", stick, stick_2)
    assert receipt.verify(Path(first["receipt"]).read_bytes(), borne.receipt_key, sent.manifest_bytes).complete
    assert desk.here("import", stick)[0] == first | {"new": False}

    listed = desk.here("list")
    assert [line["id"] for line in listed] == [sent.id, other.id]
    assert desk.here("list", "--caisse", "91") == []

    (fetched,) = desk.here("fetch", sent.manifest.reference.lower(), "--sealed", tmp_path / "sealed")
    assert Path(fetched["file"]).read_bytes() == sent.stick
    assert [line["id"] for line in desk.here("fetch", "--sealed", tmp_path / "sealed")] == [other.id]
    assert desk.here("fetch", "--sealed", tmp_path / "sealed") == []

    opening = ["open", sent.manifest.reference, "--sealed", tmp_path / "sealed", "--out", tmp_path / "out"]
    (opened,) = desk.lines(*opening, "--key", tmp_path / "keys" / "999.age")
    files = {path.name: path.read_bytes() for path in Path(opened["folder"]).iterdir()}
    assert files == {"saisine.json": ANSWERS, "formulaire.pdf": PDF, "piece-1.pdf": b"%PDF piece"}
    assert {path.stat().st_mode & 0o777 for path in Path(opened["folder"]).iterdir()} == {0o600}

    desk.here("status", sent.id, "taken", "--code", "call-back")
    line = desk.here("list")[0]
    assert (line["status"], line["code"]) == ("taken", "call-back")


def test_it_speaks_french_to_people(desk, borne, tmp_path):
    sent, stick = borne.on_stick(tmp_path, priority="urgent")
    at = ["--data", desk.gateway]
    assert "accusé de réception" in desk.run("import", stick, *at).stdout
    assert f"{sent.manifest.reference} mas URGENT, reçue le" in desk.run("list", *at).stdout
    assert desk.run("status", sent.id, "solved", *at).stdout == f"{sent.id} : Résolu\n"
    assert "Prise :" in desk.run("fetch", "--sealed", tmp_path, *at).stdout
    key = tmp_path / "keys" / "999.age"
    assert "Ouverte :" in desk.run("open", stick, "--key", key, "--out", tmp_path / "o").stdout


def test_keys_are_for_their_owner_alone_and_never_in_what_is_given_away(desk):
    keys = desk.folder / "keys"
    assert {path.name: path.stat().st_mode & 0o777 for path in keys.iterdir()} == {
        "999.age": 0o600, "999.signing": 0o600, "999.public.json": 0o600,
    }  # fmt: skip
    given = desk.public.read_text()
    for secret in ("999.age", "999.signing"):
        assert (keys / secret).read_text().split()[-1] not in given


def test_a_new_key_is_added_the_old_one_still_opens_and_may_be_retired(desk, borne, tmp_path):
    _sent, before = borne.on_stick(tmp_path)
    desk.lines("keygen", "999", "--keys", tmp_path / "keys")
    assert desk.here("import", desk.public) == [{"caisse": "999", "recipients": 2}]
    _sent, after = Borne(desk).on_stick(tmp_path)
    desk.lines("open", before, after, "--key", tmp_path / "keys" / "999.age", "--out", tmp_path / "out")
    desk.lines("keygen", "999", "--keys", tmp_path / "keys", "--retire", "--data", desk.gateway)
    assert len(Borne(desk).to) == 1


def test_an_enrolment_is_a_file_and_a_qr_code(desk, tmp_path):
    words = ["enrol", "--data", desk.gateway, "--url", "https://caisse.fr", "--caisse-keys", desk.public]
    for name in ("q.svg", "q.png"):
        desk.run(*words, "--out", tmp_path / "e.json", "--qr", tmp_path / name)
        assert (tmp_path / name).stat().st_size > 500
    said = desk.run(*words, "--out", tmp_path / "e.json").stdout
    assert "█" in said or "▄" in said
    assert "à comparer avec elle" in said
    assert enrolment.parse((tmp_path / "e.json").read_text()).gateway == "https://caisse.fr"
    assert (tmp_path / "e.json").stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_done_is_refused_with_a_code_and_a_sentence(desk, borne, tmp_path):
    (tmp_path / "odd").write_bytes(b"\xff")
    (tmp_path / "short").write_text("AAAA")
    _sent, stick = borne.on_stick(tmp_path)
    (tmp_path / "cut.saisine").write_bytes(stick.read_bytes()[:5000])
    thief = seal(a_cover(), ANSWERS, PDF, borne.to, borne.key)
    (tmp_path / "thief.saisine").write_bytes(thief.package)
    keys, at, nowhere = tmp_path / "keys", ["--data", desk.gateway], ["--data", tmp_path / "nowhere"]
    desk.lines("keygen", "91", "--keys", keys)
    enrolling = ["enrol", "--out", tmp_path / "e", *at]
    for code, words in (
        ("no-gateway", ["list", *nowhere]),
        ("no-gateway", ["serve", *nowhere]),
        ("plain-http", ["serve", "--host", "0.0.0.0", *at]),  # noqa: S104
        ("plain-http", ["serve", "--host", "localhost", *at]),
        ("plain-http", [*enrolling, "--url", "http://caisse.fr", "--caisse-keys", desk.public]),
        ("key-unreadable", [*enrolling, "--url", "https://c.fr", "--caisse-keys", tmp_path / "odd"]),
        ("unknown-caisse", [*enrolling, "--url", "https://c.fr", "--caisse-keys", keys / "91.public.json"]),
        ("bad-qr", [*enrolling, "--url", "https://c.fr", "--caisse-keys", desk.public, "--qr", tmp_path / "q.gif"]),
        ("too-long", [*enrolling, "--url", "https://c.fr/" + "a" * 3000, "--caisse-keys", desk.public]),
        ("bad-caisse", ["keygen", "Valmont !", "--keys", keys]),
        ("key-unreadable", ["import", tmp_path / "absent.json", *at]),
        ("bad-package", ["import", tmp_path / "odd", *at]),
        ("bad-package", ["import", tmp_path / "cut.saisine", *at]),
        ("wrong-terminal", ["import", tmp_path / "thief.saisine", *at]),
        ("system", ["import", tmp_path / "absent.saisine", *at]),
        ("unknown", ["status", "4T7-KX9-M2Q", "taken", *at]),
        ("unknown", ["fetch", "nothing", "--sealed", tmp_path, *at]),
        ("unknown", ["open", "nothing", "--sealed", tmp_path, "--key", keys / "999.age", "--out", tmp_path]),
        ("not-for-this-key", ["open", stick, "--key", keys / "91.age", "--out", tmp_path]),
        ("key-unreadable", ["open", stick, "--key", tmp_path / "odd", "--out", tmp_path]),
        ("key-unreadable", ["open", stick, "--key", tmp_path / "short", "--out", tmp_path]),
    ):
        (told,) = desk.lines(*words, code=1)
        assert (told["error"], words) == (code, words)
        assert told["message"][0].isupper()
    assert desk.run("list", *nowhere, code=1).stderr.startswith("Il n’y a pas de passerelle")
    assert not (tmp_path / "nowhere").exists()
    assert not (tmp_path / "saisine.json").exists()


def test_a_private_key_that_is_damaged_is_not_repeated_in_the_refusal(desk):
    (desk.gateway / "receipt.key").write_text("SECRET!")
    (told,) = desk.here(
        "enrol", "--url", "https://c.fr", "--caisse-keys", desk.public, "--out", desk.folder / "e", code=1
    )
    assert told["error"] == "key-unreadable"
    assert "SECRET" not in told["message"]
    (desk.gateway / "receipt.key").write_text("AAAA")
    assert desk.here("serve", code=1)[0]["error"] == "key-unreadable"


def test_a_gateway_elsewhere_is_found_by_the_environment(desk, monkeypatch):
    monkeypatch.setenv("GUICHET_CAISSE_DATA", str(desk.gateway))
    assert desk.lines("list") == []
    monkeypatch.setenv("GUICHET_CAISSE_DATABASE", f"sqlite:///{desk.gateway / 'absent' / 'x.db'}")
    assert desk.lines("list", code=1)[0]["error"] == "no-database"
    monkeypatch.delenv("GUICHET_CAISSE_DATABASE")
    monkeypatch.delenv("GUICHET_CAISSE_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(desk.folder / "home"))
    assert desk.lines("list", code=1)[0]["error"] == "no-gateway"


def test_wrong_usage_is_told_apart(desk):
    for words in (["status", "a", "lost"], ["nothing"], ["open"]):
        desk.run(*words, code=2)


def test_every_command_says_what_it_does():
    for name in LATE:
        help_ = CliRunner().invoke(main, [name, "--help"])
        assert (help_.exit_code, help_.exception) == (0, None)
        assert len(help_.output.splitlines()[2].strip()) > 10


def test_the_service_runs_receives_and_stops(desk, tmp_path):
    running = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "app.gateway", "serve", "--data", desk.gateway, "--port", "0", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert running.stdout
    address = json.loads(running.stdout.readline())["listening"]
    borne, sent_at = Borne(desk), time.monotonic()
    answer = httpx.get(f"{address}/v1/ping", trust_env=False)
    assert stamp.check(answer.headers, borne.receipt_key)
    assert answer.status_code == 204
    assert time.monotonic() - sent_at < 5
    running.terminate()
    _out, err = running.communicate(timeout=10)
    assert err == ""


def test_addresses_of_this_machine_are_shown_as_they_are_typed():
    assert (serving._shown("::1"), serving._shown("127.0.0.1")) == ("[::1]", "127.0.0.1")
