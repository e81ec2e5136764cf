"""``guichet form fill``: answers judged by the engine and the checks of the screen, and put on paper."""

import io
import json
import stat
import subprocess
import sys

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app import paths
from app.__main__ import group
from app.catalogue.build import build
from app.models.reference import valid
from tests.builders import mas_answers, mas_at_poste
from tests.catalogue import compiled

UNKNOWN = "Ce champ n’existe pas dans cette demande."
TERMINAL = ("mode", "place", "local_caisse", "drawn", "detector_name", "detector_structure")
SETTINGS = """
mode = "poste"
caisse = "999"
[site]
name = "Mairie de Valmont"
structure = "France Services Valmont"
[detector]
name = "Camille Morel"
"""


@pytest.fixture(autouse=True)
def catalogue(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "CATALOGUE", tmp_path / "catalogue.db")
    monkeypatch.setenv("GUICHET_DATA", str(tmp_path / "data"))
    compiled.lay(paths.CATALOGUE)


@pytest.fixture
def set_up(tmp_path):
    """A poste of Valmont."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text(SETTINGS, encoding="utf-8")


def form(*arguments, answers=None):
    typed = json.dumps(answers) if isinstance(answers, dict) else answers
    return CliRunner().invoke(group(), ["form", *arguments, "--json"], input=typed)


def values(done):
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return [json.loads(line) for line in done.stdout.splitlines()]


def fill(answers, *options):
    return form("fill", "mas", "-", *options, answers=answers)


def typed(**changes):
    """What the person alone types: the terminal says the rest of itself."""
    return {name: text for name, text in mas_answers(**changes).items() if name not in TERMINAL}


def problems(answers, *options):
    done = fill(answers, *options)
    assert done.exit_code == 1, done.stdout
    return {said["field"]: said["message"] for said in values(done)}


def test_complete_answers_have_no_problem():
    done = fill(typed())
    assert done.exit_code == 0
    assert values(done) == [{"warnings": [], "unused": []}]


def test_nothing_answered_tells_what_every_page_asks():
    found = problems({})
    assert {"caisse", "for_whom", "notice", "motives", "name", "consent"} < set(found)
    assert found["caisse"] == "Choisissez votre caisse. Vous pouvez répondre « Je ne sais pas »."


@pytest.mark.parametrize("name", ["notice", "consent", "name", "spoken"])
def test_a_missing_answer_is_a_problem_by_itself(name):
    assert list(problems(typed(**{name: ""}))) == [name]


def test_an_answer_to_repair_is_a_problem():
    assert problems(typed(phone="12")) == {"phone": "Écrivez les 10 chiffres du téléphone. Exemple : 06 12 34 56 78."}
    assert list(problems(typed(birth_date="31/2/1988"))) == ["birth_date"]


def test_a_field_that_does_not_exist_is_a_problem():
    assert problems({**typed(), "nom": "K", "@place": "x"}) == {"nom": UNKNOWN, "@place": UNKNOWN}


def test_an_answer_that_no_screen_offers_is_a_problem():
    assert problems(typed(motives="rights wings")) == {"motives": "Une de ces réponses n’est pas proposée ici."}
    assert problems(typed(engaged="none c2s")) == {"engaged": "« Aucune » ne va avec aucune autre réponse."}


def test_a_warning_does_not_stop_and_what_is_not_asked_is_said():
    [told] = values(fill(typed(name="Коваленко", department="Loire")))
    assert [said["field"] for said in told["warnings"]] == ["name"]
    assert told["unused"] == ["department"]
    plain = CliRunner().invoke(group(), ["form", "fill", "mas", "-"], input=json.dumps(typed(department="Loire")))
    assert plain.stdout == "Rien ne manque.\ndepartment : n’est pas demandé avec ces réponses.\n"


def test_the_day_can_be_another_one():
    assert values(fill(typed()))
    assert "birth_date" in problems(typed(), "--date", "1980-01-01")


def test_a_poste_asks_what_a_poste_asks():
    assert "meeting" in problems(typed(), "--mode", "poste")


def test_the_settings_of_the_terminal_are_used_and_the_command_may_change_them(set_up):
    assert "meeting" in problems(typed())
    assert values(fill(typed(), "--mode", "borne"))


def test_what_the_file_says_of_the_terminal_wins_and_is_checked(set_up):
    assert values(fill(mas_answers()))
    assert problems(mas_answers(mode="kiosk")) == {"mode": "Répondez à cette question."}


def test_a_borne_whose_caisse_wants_an_agent_is_told(monkeypatch, tmp_path):
    folder = tmp_path / "resources" / "catalogue" / "caisses"
    folder.mkdir(parents=True)
    valmont = (paths.RESOURCES / "catalogue/caisses/valmont.toml").read_text(encoding="utf-8")
    (folder / "v.toml").write_text(valmont.replace("mas_self_referral = true", "mas_self_referral = false"), "utf-8")
    build(tmp_path / "resources", paths.CATALOGUE)
    assert problems(typed()) == {"mode": "Un agent doit envoyer cette demande avec la personne."}


# On paper


def test_the_paper_is_written_for_its_owner_alone(tmp_path):
    out = tmp_path / "demande.pdf"
    [told] = values(fill(typed(), "--pdf", str(out), "--date", "2026-02-12"))
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(out.read_bytes())).pages)
    assert valid(told["reference"])
    assert told["reference"] in text
    assert "12/02/2026" in text
    assert "borne de CPAM de Valmont" in " ".join(text.split())
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_each_request_is_a_new_one(tmp_path):
    first, second = (values(fill(typed(), "--pdf", str(tmp_path / "d.pdf")))[0]["reference"] for _time in "12")
    assert first != second


def test_the_detector_is_that_of_the_settings(set_up, tmp_path):
    answers = {name: text for name, text in mas_at_poste().items() if not name.startswith("detector_")}
    values(fill({**answers, "mode": "poste"}, "--pdf", str(tmp_path / "d.pdf")))
    assert "Camille Morel" in PdfReader(tmp_path / "d.pdf").pages[0].extract_text()


def test_problems_leave_no_paper(tmp_path):
    problems(typed(name=""), "--pdf", str(tmp_path / "d.pdf"))
    assert not (tmp_path / "d.pdf").exists()


def test_a_paper_that_cannot_be_written_is_refused(tmp_path):
    done = fill(typed(), "--pdf", str(tmp_path / "nowhere" / "d.pdf"))
    assert (done.exit_code, values(done)[0]["error"]) == (1, "system")


# Bad input


@pytest.mark.parametrize(
    "answers",
    [
        "",
        "{",
        "[]",
        "null",
        '{"name": 1}',
        '{"name": {"a": "b"}}',
        "[" * 100_000,
        '"\\ud800"',
        "9" * 5000,
        b"\xff\xfe\xfd",
    ],
)
def test_a_file_that_is_no_flat_object_is_refused(answers):
    done = fill(answers)
    assert (done.exit_code, values(done)[0]["error"]) == (1, "bad_answers")


def test_a_missing_file_is_wrong_usage():
    assert form("fill", "mas", "nowhere.json").exit_code == 2


def test_an_unknown_caisse_and_a_missing_catalogue_are_refused():
    assert values(fill(typed(), "--caisse", "123"))[0]["error"] == "unknown_caisse"
    paths.CATALOGUE.unlink()
    assert values(fill(typed()))[0]["error"] == "no_catalogue"


def test_settings_that_cannot_be_read_are_refused(set_up, tmp_path):
    (tmp_path / "data" / "settings.toml").write_text("mode = [", encoding="utf-8")
    [told] = values(fill(typed()))
    assert told == {
        "error": "bad_settings",
        "message": "Les réglages ne conviennent pas : le fichier n’est pas du TOML lisible.",
    }


ANY_ANSWERS = st.dictionaries(st.sampled_from(sorted(mas_at_poste())) | st.text(), st.text(), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_ANSWERS)
def test_any_answers_are_judged(changes):
    done = fill({**typed(), **changes})
    values(done)
    assert done.exit_code in (0, 1)


def test_the_program_itself_fills_a_form(tmp_path):
    (tmp_path / "answers.json").write_text(json.dumps(typed()), encoding="utf-8")
    program = [sys.executable, "-m", "app", "form", "fill", "mas", str(tmp_path / "answers.json"), "--json"]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    assert (json.loads(done.stdout), done.stderr) == ({"warnings": [], "unused": []}, "")
