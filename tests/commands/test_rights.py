"""``guichet rights``: the months that count, the days to renew, and what is no date."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from app.__main__ import group


def rights(*arguments, code=0):
    done = CliRunner().invoke(group(), ["rights", *arguments])
    assert done.exit_code == code, done.output
    return done


def told(*arguments, code=0):
    return [json.loads(line) for line in rights(*arguments, "--json", code=code).stdout.splitlines()]


def test_each_month_has_its_twelve():
    assert told("period", "2022-03", "2024-02-29") == [
        {"month": "2022-03", "from": "2021-02-01", "to": "2022-01-31"},
        {"month": "2024-02", "from": "2023-01-01", "to": "2023-12-31"},
    ]


def test_people_read_the_months_in_french_whatever_the_language():
    assert rights("period", "2022-03", "--lang", "uk").stdout == "2022-03 : du 1er février 2021 au 31 janvier 2022\n"


@pytest.mark.parametrize(
    ("today", "state", "words"),
    [
        ("2026-04-29", "early", "pas encore"),
        ("2026-04-30", "open", "possible"),
        ("2026-06-30", "open", "possible"),
        ("2026-07-01", "late", "délai passé, la caisse peut encore accepter"),
    ],
)
def test_a_right_is_renewed_from_four_to_two_months_before_its_end(today, state, words):
    window = {"end": "2026-08-31", "from": "2026-04-30", "to": "2026-06-30", "effect": "2026-09-01", "state": state}
    assert told("renewal", "2026-08-31", "--date", today) == [window]
    assert rights("renewal", "2026-08-31", "--date", today).stdout.endswith(f" : {words}\n")


@pytest.mark.parametrize(
    "given", ["2022-13", "2022", "2022-3", "22-03", "2022-02-30", "0000-01", "9999-12", "202\uff12-03", "mars", ""]
)
def test_what_is_no_month_is_refused_and_nothing_else_answered(given):
    [refused] = told("period", "2022-03", given, code=1)
    assert refused == {"error": "bad_date", "message": f"« {given} » n’est pas une date. Écrivez AAAA-MM."}


@pytest.mark.parametrize("given", ["2026-02-29", "2026-08", "31/08/2026", "2026-08-31T00:00", "\udcff"])
def test_what_is_no_day_is_refused(given):
    [refused] = told("renewal", given, code=1)
    assert refused["error"] == "bad_date"


@pytest.mark.parametrize(
    ("arguments", "since"),
    [(("period", "2021-12"), "1er janvier 2022"), (("renewal", "2022-03-31"), "1er avril 2022")],
)
def test_before_its_rule_nothing_is_known(arguments, since):
    [refused] = told(*arguments, code=1)
    assert refused == {"error": "before_rule", "message": f"{arguments[1]} : cette règle vaut depuis le {since}."}
    done = rights(*arguments, code=1)
    assert (done.stdout, done.stderr) == ("", f"{refused['message']}\n")


def test_something_is_needed():
    rights("period", code=2)
    rights("renewal", code=2)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["period", "renewal"]), st.text(st.characters()) | st.dates().map(str) | st.text("0123456789-"))
def test_whatever_is_asked_one_line_answers(command, given):
    done = CliRunner().invoke(group(), ["rights", command, "--json", "--", given])
    assert done.exit_code in (0, 1)
    assert len(done.stdout.splitlines()) == 1
