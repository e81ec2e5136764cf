"""``guichet demo``: in processes of their own, as somebody who has just installed the program starts it."""

import io
import json
import shutil
import subprocess
import sys
import zipfile

import pytest

from app.commands.common import Refusal
from app.demo import gateway
from app.demo.results import Results
from app.models import text
from tests.faults.child import ENVIRONMENT


def demo(*options, code=0):
    """What it says, line by line."""
    command = [sys.executable, "-m", "app", "demo", *(str(option) for option in options)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout.splitlines() if code == 0 else [done.stderr]


def test_a_whole_visit_and_what_it_leaves(tmp_path):
    (tmp_path / "screens").mkdir()
    (tmp_path / "screens/99-of-an-earlier-visit.png").touch()
    (tmp_path / "mine.txt").touch()
    lines = demo("--out", tmp_path)
    times = [float(line.split(" s  ")[0].replace(",", ".")) for line in lines]
    assert times == sorted(times)
    assert (tmp_path / "mine.txt").exists()
    has_a_picture_of_every_screen(tmp_path / "screens", lines)
    opened = the_caisse_opens_what_was_shown(tmp_path)
    assert any(f"La caisse a ouvert {opened}" in line for line in lines)
    what_left_is_what_arrived(tmp_path)


def has_a_picture_of_every_screen(folder, lines):
    pictures = sorted(path.name for path in folder.iterdir())
    assert [line.split()[2] for line in lines if ".png" in line] == pictures
    names = [name[3:-4] for name in pictures]
    assert names[:3] == ["home", "caisse", "person"]
    assert names[-6:] == ["sign", "sent", "sheet", "sheet", "sheet", "arrived"]
    assert all((folder / name).read_bytes().startswith(b"\x89PNG") for name in pictures)


def the_caisse_opens_what_was_shown(folder):
    [opened] = [path for path in (folder / "received").iterdir() if path.is_dir()]
    shown = (folder / "demande.pdf").read_bytes()
    assert shown.startswith(b"%PDF")
    assert (opened / "formulaire.pdf").read_bytes() == shown
    assert json.loads((opened / "saisine.json").read_text("utf-8"))["reference"] == opened.name
    if shutil.which("age"):
        assert by_debians_age(folder) == shown
    return opened.name


def by_debians_age(folder):
    """The paper, opened by another program than ours."""
    opening = ["age", "-d", "-i", folder / "received/999.age", folder / "sealed/form.age"]
    part = subprocess.run(opening, capture_output=True, check=True).stdout
    with zipfile.ZipFile(io.BytesIO(part)) as inside:
        return inside.read("formulaire.pdf")


def what_left_is_what_arrived(folder):
    [left] = (folder / "sealed").glob("*.saisine")
    assert (folder / "received" / left.name).read_bytes() == left.read_bytes()
    assert left.stem in (folder / "receipt.json").read_text()
    assert b"KOVALENKO" not in left.read_bytes()


@pytest.mark.parametrize("language", [code for code in text.LANGUAGES if code != "fr"])
def test_in_each_language_to_a_gateway_that_runs_elsewhere(hall, tmp_path, language):
    enrolment, out = tmp_path / "enrolment.json", tmp_path / "out"
    enrolment.write_text(hall.enrolment().to_text())
    lines = demo("--out", out, "--enrolment", enrolment, "--lang", language)
    [reference] = hall.has()
    assert any(reference in line for line in lines)
    assert hall.opened(reference)["formulaire.pdf"] == (out / "demande.pdf").read_bytes()
    assert sorted(path.name for path in out.iterdir()) == ["demande.pdf", "receipt.json", "screens", "sealed"]
    with text.speaking(language):
        assert any(str(text.Text("Signez votre demande")) in line for line in lines)
    assert "déjà utilisé" in demo("--out", out, "--enrolment", enrolment, code=1)[0]


@pytest.mark.parametrize("content", ["", '{"gateway": "http://exemple.fr"}'])
def test_a_file_that_is_no_enrolment_is_refused_in_a_sentence(tmp_path, content):
    (tmp_path / "bad.json").write_text(content)
    [said] = demo("--out", tmp_path / "out", "--enrolment", tmp_path / "bad.json", code=1)
    assert said == "Ce n’est pas un fichier d’inscription, ou sa passerelle n’est pas en https.\n"


def test_a_made_up_request_goes_to_no_other_caisse(hall, tmp_path):
    (tmp_path / "other.json").write_text(hall.enrolment().to_text().replace('"999"', '"911"'))
    [said] = demo("--out", tmp_path / "out", "--enrolment", tmp_path / "other.json", code=1)
    assert "caisse 999, inventée pour les essais" in said
    assert hall.asked == []


@pytest.mark.parametrize(
    ("arrived", "paper", "said"), [(b"?", b"PDF", "n’est pas ce qui est parti"), (b"sealed", b"?", "PDF")]
)
def test_what_differs_is_refused(tmp_path, arrived, paper, said):
    results = Results(tmp_path / "out")
    opened = results.received / "4T7-KX9-M2Q"
    opened.mkdir(parents=True)
    results.keep_shown(b"PDF")
    (results.sealed / "1.saisine").write_bytes(b"sealed")
    (results.received / "1.saisine").write_bytes(arrived)
    (opened / "formulaire.pdf").write_bytes(paper)
    with pytest.raises(Refusal, match=said):
        results.compare("1", opened)


def test_where_there_is_no_gateway_to_start_another_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "guichet"))
    with pytest.raises(Refusal, match="donnez --enrolment"), gateway.Gateway(tmp_path).serving():
        pass


def test_a_gateway_command_that_refuses_says_why(tmp_path, monkeypatch):
    monkeypatch.setattr(gateway, "DEMO", "no caisse")
    with pytest.raises(Refusal, match="Le code d’une caisse"), gateway.Gateway(tmp_path).serving():
        pass
