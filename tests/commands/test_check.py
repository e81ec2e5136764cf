"""``guichet check``: numbers and addresses judged one a line, whatever is typed (forms.md 0.2, 0.3)."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from app.__main__ import group
from app.commands.check import judge, judge_nir
from app.models import reach
from app.models.text import PSEUDO, speaking

ANYTHING = st.text(st.characters())
"""Half letters (lone surrogates) too: an argument that is not UTF-8 arrives so."""

LIKE_A_NUMBER = st.text("0123456789 aAbB/.-٣²", max_size=20)


def check(kind, *values):
    done = CliRunner().invoke(group(), ["check", kind, "--json", "--", *values])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_definitive_number_is_valid_and_may_open_an_account():
    assert check("nir", "2 88 03 99 999 012 35") == [
        {
            "valid": True,
            "kind": "definitive",
            "reason": None,
            "normalised": "288039999901235",
            "computed_key": "35",
            "ameli_account_possible": True,
            "warnings": [],
        }
    ]


def test_a_corsican_number_is_read_in_small_letters():
    [said] = check("nir", "1850220000001")
    [corsican] = check("nir", f"1 85 02 2a 000 001 {check('nir', '185022A000001')[0]['computed_key']}")
    assert (said["valid"], corsican["valid"], corsican["kind"]) == (False, True, "definitive")


def test_a_wrong_key_is_told_and_the_right_one_computed():
    [said] = check("nir", "288039999901236")
    assert (said["valid"], said["kind"], said["computed_key"]) == (False, None, "35")
    assert said["reason"] == "Le numéro et la clé ne vont pas ensemble. Relisez chaque chiffre."
    assert said["ameli_account_possible"] is False


def test_a_number_without_its_key_is_not_complete_and_the_key_is_computed():
    [said] = check("nir", "2880399999012")
    assert (said["valid"], said["computed_key"]) == (False, "35")


def test_a_waiting_number_opens_no_account():
    [without_key] = check("nir", "3880399999012")
    [said] = check("nir", f"3880399999012{without_key['computed_key']}")
    assert (said["valid"], said["kind"], said["ameli_account_possible"]) == (True, "waiting", False)


def test_an_old_provisional_number_has_no_key_and_a_warning():
    [said] = check("nir", "7120512345678")
    assert (said["valid"], said["kind"], said["computed_key"]) == (True, "legacy", None)
    assert said["warnings"] == ["C’est un ancien numéro provisoire. La caisse vous donnera un nouveau numéro."]


@pytest.mark.parametrize("value", ["none", "", " ", "288", "2881399999012/00"])
def test_what_is_no_number_has_a_reason(value):
    [said] = check("nir", value)
    assert (said["valid"], said["normalised"]) == (False, None)
    assert said["reason"]


def test_a_telephone_number_is_given_in_e164():
    assert check("phone", "06 39 98 12 34", "+380 44 279 12 34", "12") == [
        {"valid": True, "reason": None, "normalised": "+33639981234"},
        {"valid": True, "reason": None, "normalised": "+380442791234"},
        {
            "valid": False,
            "reason": "Écrivez les 10 chiffres du téléphone. Exemple : 06 12 34 56 78.",
            "normalised": None,
        },
    ]


def test_an_address_is_judged_without_the_network():
    valid, wrong = check("email", " Oksana@EXEMPLE.fr ", "oksana@")
    assert (valid["valid"], valid["normalised"]) == (True, "Oksana@exemple.fr")
    assert wrong["reason"] == "Vérifiez l’adresse e-mail. Exemple : nom@exemple.fr"


def test_an_account_is_given_in_one_go_and_as_it_is_printed():
    valid, wrong = check("iban", "fr14 2004 1010 0505 0001 3m02 606", "FR14")
    assert valid == {
        "valid": True,
        "reason": None,
        "normalised": "FR1420041010050500013M02606",
        "printed": "FR14 2004 1010 0505 0001 3M02 606",
        "country": "FR",
    }
    assert (wrong["valid"], wrong["printed"], wrong["country"]) == (False, None, None)
    assert wrong["reason"] == "Il manque 23 signes : un IBAN qui commence par FR en a 27."


def test_a_postal_code_brings_its_communes():
    known, unlisted, wrong = check("postcode", "91100", "75334", "2A000")
    assert known == {
        "valid": True,
        "reason": None,
        "normalised": "91100",
        "communes": ["Corbeil-Essonnes", "Villabé"],
        "warnings": [],
    }
    assert (unlisted["valid"], unlisted["communes"]) == (True, [])
    assert "CEDEX" in unlisted["warnings"][0]
    assert (wrong["valid"], wrong["communes"], wrong["warnings"]) == (False, [], [])
    assert "En Corse" in wrong["reason"]


def test_people_read_one_line_a_value():
    said = CliRunner().invoke(group(), ["check", "postcode", "91100", "75334", "1"]).stdout.splitlines()
    assert said[0] == "valide : 91100 — Corbeil-Essonnes, Villabé"
    assert said[1].startswith("valide : 75334 — Ce code postal n’est pas dans notre liste.")
    assert said[2] == "non valide : Il manque 4 chiffres au code postal."
    [told] = CliRunner().invoke(group(), ["check", "iban", "FR1420041010050500013M02606"]).stdout.splitlines()
    assert told == "valide : FR14 2004 1010 0505 0001 3M02 606"


def test_reasons_are_in_the_language_in_use():
    with speaking(PSEUDO):
        assert "⟦" in str(judge("12", reach.phone)["reason"])
        assert "⟦" in str(judge_nir("12")["reason"])


def test_without_json_each_value_has_its_line():
    done = CliRunner().invoke(group(), ["check", "nir", "7120512345678", "288"])
    assert done.stdout.splitlines() == [
        "valide : 7120512345678 — C’est un ancien numéro provisoire. La caisse vous donnera un nouveau numéro.",
        "non valide : Il manque 10 chiffres au numéro de sécurité sociale.",
    ]


def test_no_value_is_wrong_usage():
    assert CliRunner().invoke(group(), ["check", "nir"]).exit_code == 2


@given(st.lists(LIKE_A_NUMBER | ANYTHING, min_size=1, max_size=3))
def test_any_number_has_its_line(values):
    assert len(check("nir", *values)) == len(values)


@given(st.lists(LIKE_A_NUMBER | ANYTHING, min_size=1, max_size=3))
def test_any_telephone_has_its_line(values):
    assert len(check("phone", *values)) == len(values)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.from_regex(r"[A-Z]{2}[0-9 ]{0,25}") | ANYTHING, min_size=1, max_size=3))
def test_any_account_has_its_line(values):
    assert len(check("iban", *values)) == len(values)


@settings(max_examples=300, deadline=None)
@given(st.lists(LIKE_A_NUMBER | ANYTHING, min_size=1, max_size=3))
def test_any_postal_code_has_its_line(values):
    assert len(check("postcode", *values)) == len(values)


@given(st.lists(st.emails() | ANYTHING | ANYTHING.map("a@{}".format), min_size=1, max_size=3))
def test_any_address_has_its_line(values):
    assert len(check("email", *values)) == len(values)


def test_bytes_that_are_no_text_make_no_traceback_in_any_locale():
    program: list[str | bytes] = [sys.executable, "-m", "app", "check", "email", "--json", b"\xff@\xfe", "мар'яна@a.fr"]
    latin = {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(program, capture_output=True, env=latin, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.decode().splitlines()) == 2
