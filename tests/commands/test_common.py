"""What every command shares: options, refusals, and nothing heavy."""

import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from app.__main__ import group
from app.commands.common import REFUSALS, refusal, refusing, shared
from app.models.text import language
from app.store.errors import DraftErased, StoreLocked

COMMANDS = (
    "form list", "form show", "form fill", "check nir", "check phone", "check email", "check iban", "check postcode",
    "translit", "rights period", "rights renewal", "drafts list", "drafts purge", "doctor",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_common_options(command):
    told = CliRunner().invoke(group(), [*command.split(), "--help"]).stdout
    for option in ("--json", "--data", "--caisse", "--lang", "--date"):
        assert option in told


def test_the_program_lists_its_commands():
    told = CliRunner().invoke(group(), ["--help"]).stdout
    for command in ("run", "form", "check", "drafts", "doctor"):
        assert command in told


@pytest.mark.parametrize("kind", REFUSALS)
def test_every_expected_trouble_has_its_own_code_and_a_sentence(kind):
    told = refusal(kind() if kind in vars(sys.modules["app.store.errors"]).values() else kind("ceci"))
    assert told
    assert told[0] == REFUSALS[kind][0]
    assert "{" not in told[1]
    assert len({code for code, _sentence, _way_on in REFUSALS.values()}) == len(REFUSALS)


def test_a_trouble_without_a_sentence_of_its_own_has_that_of_its_family():
    assert refusal(DraftErased()) == REFUSALS[next(kind for kind in REFUSALS if kind.__name__ == "StoreTrouble")]


def test_a_bug_is_no_refusal():
    with pytest.raises(KeyError), refusing():
        raise KeyError


def test_a_refusal_is_a_sentence_and_a_way_on_for_people(capsys):
    with pytest.raises(SystemExit) as ended, refusing():
        raise StoreLocked
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        "Un autre programme tient la base de données. Recommencez dans un instant ; sinon fermez ce programme.\n"
    )


def test_a_refusal_is_one_json_value_for_programs(capsys):
    with pytest.raises(SystemExit), refusing(as_json=True):
        raise StoreLocked
    told = capsys.readouterr()
    assert json.loads(told.out)["error"] == "store_locked"
    assert told.err == ""


def test_the_options_say_where_when_and_in_which_language(tmp_path):
    @click.command()
    @shared
    def ask(call):
        call.answer({}, f"{call.data} {call.caisse} {call.today} {language()}")

    options = ["--data", str(tmp_path), "--caisse", "999", "--date", "2026-02-12", "--lang", "uk"]
    assert CliRunner().invoke(ask, options).stdout == f"{tmp_path} 999 2026-02-12 uk\n"
    assert language() == "fr"


def test_a_json_value_is_one_line_for_every_reader(tmp_path):
    (tmp_path / "answers.json").write_text(json.dumps({"a\u2028b\x85c\nd": ""}))
    told = CliRunner().invoke(group(), ["form", "fill", "mas", str(tmp_path / "answers.json"), "--json"]).stdout
    assert json.loads(told.splitlines()[0])["field"] == "a\u2028b\x85c\nd"


@pytest.mark.parametrize("options", [["--lang", "de"], ["--date", "hier"], ["--nothing"]])
def test_a_wrong_option_is_wrong_usage(options):
    assert CliRunner().invoke(group(), ["form", "list", *options]).exit_code == 2


@pytest.mark.parametrize("command", ["form", "check", "drafts", "doctor"])
def test_commands_load_neither_qt_nor_what_they_may_not_need(command):
    heavy = {"PySide6", "reportlab", "sqlcipher3", "sqlite_utils", "cryptography", "phonenumbers", "email_validator"}
    script = f"import sys, app.commands.{command}; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", script], text=True) == "[]\n"


def test_a_reader_that_leaves_early_makes_no_traceback():
    with subprocess.Popen(
        [sys.executable, "-m", "app", "check", "phone", "--json", *["12"] * 2000],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
