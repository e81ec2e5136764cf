"""The way through a form: what is asked, what counts, what is said."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.fields import Choice
from app.models.form import Answers, Caution, Problem, Section, Step
from app.models.path import path, problems
from app.models.rules import equals
from app.models.text import Text
from tests.models.trip import BACKWARDS, FORM, LATE, TODAY, WHOLE, asked, mode, said, way


def test_without_answers_only_what_depends_on_nothing_is_asked():
    assert asked(way()) == {
        "who": ["traveller"], "notice": ["read_it"], "ride": ["vehicle"], "days": ["left", "back"],
        "notes": ["notes"], "agree": ["agreed"],
    }  # fmt: skip


def test_an_answer_opens_what_it_calls_for():
    opened = asked(way(traveller="child", vehicle="car taxi"))
    assert opened["child"] == ["child_birth"]
    assert opened["ride"] == ["vehicle", "km", "price"]


def test_a_gap_leaves_later_answers_where_they_are():
    typed = {name: text for name, text in WHOLE.items() if name != "traveller"}
    assert way(**typed).answers.typed["km"] == "12"
    assert [remark.path for remark in said(way(**typed), "who")] == ["traveller"]


def test_an_optional_question_may_be_skipped():
    assert said(way(**WHOLE), "notes") == ()


def test_a_changed_answer_changes_the_way():
    assert "child" in asked(way(traveller="child", child_birth="1/2/2015"))
    assert "child" not in asked(way(traveller="self", child_birth="1/2/2015"))


def test_an_abandoned_answer_is_not_in_the_answers():
    assert "child_birth" not in way(traveller="self", child_birth="1/2/2015").answers.typed
    assert "km" not in way(vehicle="taxi", km="12").answers.typed


def test_an_abandoned_answer_steers_nothing():
    other = Choice(name="other", label=Text("?"), options={"yes": Text("Oui")}, when=equals(mode, "poste"))
    steps = (
        Step(name="one", title=Text("1"), fields=(other,)),
        Step(name="two", title=Text("2"), fields=(mode,), when=equals(other, "yes")),
    )
    form = replace(FORM, sections=(Section(title=Text("S"), icon="x", steps=steps),))
    assert "two" in asked(path(form, {"mode": "poste", "other": "yes"}, TODAY))
    assert "two" not in asked(path(form, {"mode": "borne", "other": "yes"}, TODAY))


def test_what_the_terminal_knows_counts_and_is_asked_on_no_page():
    known = way(mode="poste")
    assert known.answers.typed["mode"] == "poste"
    assert "mode" not in [name for names in asked(known).values() for name in names]


def test_an_unknown_path_does_not_count():
    assert "left_over" not in way(left_over="x").answers.typed


def test_a_page_where_nothing_is_asked_is_not_on_the_way():
    page = Step(name="empty", title=Text("?"), fields=(replace(mode, name="again", when=equals(mode, "poste")),))
    form = replace(FORM, sections=(Section(title=Text("S"), icon="x", steps=(page,)),))
    assert asked(path(form, {"mode": "poste"}, TODAY)) == {"empty": ["again"], "agree": ["agreed"]}
    assert asked(path(form, {"mode": "borne"}, TODAY)) == {"agree": ["agreed"]}


# Options


def options(**typed: str) -> list[str]:
    pages = way(**typed).pages
    return next([*field.options] for page in pages for field in page.asked if field.path == "vehicle")


def test_an_option_is_offered_only_when_its_rule_holds():
    assert options(traveller="child") == ["car", "taxi", "ambulance"]
    assert options(traveller="self") == ["car", "taxi"]


def test_an_option_no_longer_offered_does_not_count():
    assert way(traveller="child", vehicle="taxi ambulance").answers.typed["vehicle"] == "taxi ambulance"
    assert way(traveller="self", vehicle="taxi ambulance").answers.typed["vehicle"] == "taxi"


def test_when_no_option_is_offered_nothing_counts():
    only = {option: equals(mode, "poste") for option in ("a", "b")}
    field = Choice(name="f", label=Text("?"), options={"a": Text("A"), "b": Text("B")}, only=only)
    form = replace(
        FORM,
        sections=(Section(title=Text("S"), icon="x", steps=(Step(name="s", title=Text("s"), fields=(field,)),)),),
    )
    assert path(form, {"mode": "borne", "f": "a"}, TODAY).answers.typed["f"] == ""


# Words


def test_a_title_is_said_in_the_words_that_fit():
    def title(**typed: str) -> str:
        return next(str(page.title) for page in way(**typed).pages if page.step.name == "ride")

    assert (title(traveller="self"), title(traveller="child")) == ("Votre trajet", "Son trajet")


def test_a_page_has_a_hint_only_when_its_step_has_one():
    assert [str(page.hint) for page in way().pages if page.hint] == ["Plusieurs réponses possibles"]


# Remarks


def test_what_is_missing_is_said_in_the_order_of_the_page():
    assert [remark.path for remark in said(way(), "days")] == ["left", "back"]


def test_a_space_is_no_answer():
    assert [remark.path for remark in said(way(vehicle="car", km="  "), "ride")] == ["km"]


def test_an_unreadable_part_is_named():
    (remark,) = said(way(left="10//2026", back="11/2/2026"), "days")
    assert remark.finding == Problem(Text("Ajoutez le mois. Exemple : 3."), "month")


def test_a_caution_never_stops():
    old = way(left="1/2/2024", back="2/2/2024")
    assert [(remark.finding, remark.stops) for remark in said(old, "days")] == [(LATE, False)]
    assert problems(next(page for page in old.pages if page.step.name == "days"), old.answers) == ()


def test_a_field_has_one_problem_at_most():
    remarks = said(way(left="20/2/2026", back="19/2/2026"), "days")
    assert [remark.path for remark in remarks] == ["left", "back"]
    assert all("pas encore arrivée" in remark.finding.message.msgid for remark in remarks)


def test_a_problem_across_answers_is_said_of_the_field_it_names():
    (remark,) = said(way(left="11/2/2026", back="10/2/2026"), "days")
    assert (remark.path, remark.finding, remark.stops) == ("back", BACKWARDS, True)


def test_a_problem_is_said_before_a_caution():
    assert [remark.finding for remark in said(way(left="3/2/2024", back="2/2/2024"), "days")] == [BACKWARDS]


def test_of_the_checks_of_one_answer_the_problem_is_said_first():
    caution, problem = Caution(Text("rare")), Problem(Text("faux"))
    field = replace(mode, name="again", checks=(lambda value, today: caution, lambda value, today: problem))
    form = replace(
        FORM,
        sections=(Section(title=Text("S"), icon="x", steps=(Step(name="s", title=Text("s"), fields=(field,)),)),),
    )
    assert [remark.finding for remark in said(path(form, {"again": "borne"}, TODAY), "s")] == [problem]


# Repeats

FAMILY = {
    "traveller": "family",
    "people/k3/first": "Anna", "people/k3/born": "1/2/2015", "people/k3/school": "Valmont",
    "people/a9/first": "Олег", "people/a9/born": "1/2/1980", "people/a9/school": "oubliée",
}  # fmt: skip


def test_a_repeat_without_rows_is_on_the_way_to_be_filled():
    assert asked(way(traveller="family"))["family"] == []


def test_rows_are_asked_in_the_order_they_were_made():
    assert [path.split("/")[1] for path in asked(way(**FAMILY))["family"]] == ["k3", "k3", "k3", "a9", "a9"]


def test_a_rule_inside_a_repeat_reads_its_own_row():
    assert "people/k3/school" in way(**FAMILY).answers.typed
    assert "people/a9/school" not in way(**FAMILY).answers.typed


def test_a_rule_inside_a_repeat_reads_across_it_too():
    assert "people/k3/desk" not in asked(way(**FAMILY, mode="borne"))["family"]
    assert {"people/k3/desk", "people/a9/desk"} <= set(asked(way(**FAMILY, mode="poste"))["family"])


def test_a_remark_names_the_row():
    remarks = said(way(**FAMILY | {"people/k3/born": ""}), "family")
    assert [(remark.path, remark.stops) for remark in remarks] == [("people/k3/born", True), ("people/a9/first", False)]


def test_rows_of_an_abandoned_repeat_do_not_count():
    assert not [path for path in way(**FAMILY | {"traveller": "self"}).answers.typed if path.startswith("people/")]


def test_the_answers_of_a_row_are_read_in_it_and_else_outside():
    row = Answers({"people/k3/first": "Anna", "mode": "poste"}, TODAY, "people/k3/")
    assert row.text(replace(mode, name="first")) == "Anna"
    assert row.text(mode) == "poste"


texts = st.one_of(st.sampled_from(["child", "family", "car taxi", "1/2/2015", "31/2/2026", "yes"]), st.text(max_size=9))
paths = st.sampled_from([*WHOLE, "child_birth", "notes", "agreed", "people/k3/first", "people/k3/born", "people/", "x"])


@given(st.dictionaries(paths, texts))
def test_whatever_is_typed_there_is_a_way_and_only_what_is_asked_counts(typed):
    found = path(FORM, typed, TODAY)
    names = [name for names in asked(found).values() for name in names]
    assert set(found.answers.typed) <= {*names, "mode"}
    assert all(len(set(names)) == len(names) for names in asked(found).values())
    for page in found.pages:
        assert {remark.path for remark in problems(page, found.answers)} <= {field.path for field in page.asked}


@pytest.mark.parametrize("name", ["people", "people/"])
def test_a_path_that_only_looks_like_a_row_makes_nothing_fall(name):
    assert "family" in asked(way(**{"traveller": "family", name: "x"}))
