"""``guichet translit``: one plain line a name, whatever the name is."""

import json

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from app.__main__ import group


def translit(*arguments):
    done = CliRunner().invoke(group(), ["translit", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def test_each_name_has_its_line():
    assert translit("Олена", "Щербак-Юрченко", "ЗГУРСЬКА") == ["Olena", "Shcherbak-Yurchenko", "ZGHURSKA"]


def test_what_no_ukrainian_rule_writes_is_said():
    [said] = translit("--json", "Алексей Ёлкин")
    assert json.loads(said) == {"name": "Алексей Ёлкин", "latin": "Aleksei Ёlkyn", "left": "Ё"}


def test_a_name_on_two_lines_has_one():
    assert translit("Анна\n Марія") == ["Anna Mariia"]


def test_a_name_is_needed():
    assert CliRunner().invoke(group(), ["translit"]).exit_code == 2


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(st.characters()) | st.text("абвгґєїйьюя ʼ’'-Ё"), min_size=1, max_size=3))
def test_any_name_has_its_line(names):
    assert len(translit("--json", "--", *names)) == len(names)
