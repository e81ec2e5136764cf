"""Filling a form: going on, going back, and never being stuck."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.models.filling import PIECES, PRINT, REVIEW, begin, resume
from app.models.form import Paper
from app.models.pieces import LATER, mark
from app.models.rules import equals
from app.models.text import Text
from tests.models.trip import FORM, TODAY, WHOLE, filling, people, traveller

TICKET = Paper(key="ticket", label=Text("Le billet"), when=equals(traveller, "self"))
SCHOOL = Paper(key="school", label=Text("Le certificat de scolarité"), of=people)
ASKING = replace(FORM, papers=(TICKET, SCHOOL))
"""The same form, with papers."""


def places(here):
    """Every place from *here* to the sheets, touching « Continuer »."""
    passed = [here.step]
    while (here := here.go_on()).step != passed[-1]:
        passed.append(here.step)
    return passed


def test_a_form_opens_on_its_first_page_with_nothing_said():
    here = filling()
    assert (here.step, here.remarks, here.told) == ("who", (), False)


def test_who_answers_everything_goes_from_the_first_page_to_the_sheets():
    stops = ["who", "notice", "ride", "days", "notes", REVIEW, "agree", PRINT]
    assert places(filling(**WHOLE, agreed="yes")) == stops


def test_going_on_without_an_answer_stays_and_says_what_is_missing():
    here = filling().go_on()
    assert (here.step, [remark.path for remark in here.remarks]) == ("who", ["traveller"])


def test_what_was_said_goes_once_it_is_repaired():
    assert filling().go_on().answer("traveller", "self").remarks == ()


def test_the_next_page_begins_with_nothing_said():
    here = filling().go_on().answer("traveller", "self").go_on()
    assert (here.step, here.told, here.field) == ("notice", False, "")


def test_a_caution_is_said_without_touching_continue_and_lets_go_on():
    here = filling(**WHOLE | {"left": "1/2/2024", "back": "2/2/2024"}).to("days")
    assert [remark.path for remark in here.remarks] == ["back"]
    assert here.go_on().step == "notes"


def test_an_answer_is_kept_with_its_field_in_hand():
    here = filling().answer("traveller", "child")
    assert (here.typed, here.field) == ({"traveller": "child"}, "traveller")
    assert here.at("other").field == "other"


def test_back_goes_to_the_page_before_and_stays_on_the_first():
    here = filling(**WHOLE).to("notice")
    assert here.back().step == "who"
    assert here.back().back().step == "who"


def test_back_from_agreeing_is_the_review():
    assert filling(**WHOLE).to("agree").back().step == REVIEW


def test_going_on_from_the_sheets_stays_there():
    assert filling(**WHOLE, agreed="yes").to(PRINT).go_on().step == PRINT


# The notice


def test_going_on_from_the_notice_says_that_it_was_read():
    here = filling(traveller="self").to("notice")
    assert not here.notice_read
    assert here.go_on().typed["read_it"] == "yes"
    assert here.go_on().notice_read


def test_a_form_without_a_notice_keeps_answers_from_the_start():
    silent = replace(FORM, sections=FORM.sections[1:])
    assert begin(silent, {}, TODAY).notice_read


# Review


def test_once_at_the_review_going_on_comes_back_to_it():
    here = filling(**WHOLE).to(REVIEW).to("ride").answer("km", "14")
    assert here.go_on().step == REVIEW


def test_a_changed_answer_that_opens_a_page_leads_there_first():
    here = filling(**WHOLE).to(REVIEW).to("who").answer("traveller", "child")
    assert here.go_on().step == "child"


def test_before_the_review_going_on_follows_the_pages():
    assert filling(**WHOLE).to("ride").go_on().step == "days"


def test_after_the_review_the_pages_of_signing_follow():
    assert filling(**WHOLE, agreed="yes").to(REVIEW).go_on().step == "agree"
    assert filling(**WHOLE, agreed="yes").to(REVIEW).to("agree").go_on().step == PRINT


def test_what_is_unfinished_does_not_count_the_signature():
    assert filling(**WHOLE).unfinished == ()
    assert [page.step.name for page in filling(**WHOLE | {"km": ""}).unfinished] == ["ride"]


# Resuming


def test_a_draft_opens_where_it_was_left():
    here = resume(FORM, WHOLE, "ride", "km", TODAY)
    assert (here.step, here.field) == ("ride", "km")


def test_a_draft_left_on_a_page_no_longer_asked_opens_at_the_first_open_one():
    assert resume(FORM, {**WHOLE, "km": ""}, "child", "child_birth", TODAY).step == "ride"
    assert resume(FORM, WHOLE, "child", "child_birth", TODAY).step == REVIEW


def test_when_an_answer_takes_the_page_away_every_move_leads_somewhere():
    lost = filling(**WHOLE | {"traveller": "child", "child_birth": ""}).to("child").answer("traveller", "self")
    assert lost.page is None
    assert lost.go_on().step == lost.back().step == REVIEW


# Progress


def progress(here):
    return [str(title) for title in here.outline], here.progress


def test_progress_names_the_sections_the_review_and_the_signature():
    assert progress(filling()) == (["Le voyageur", "Le trajet", "Relire", "Signer"], 0)


def test_progress_stands_where_the_person_is():
    whole = filling(**WHOLE)
    assert [whole.to(step).progress for step in ("who", "notice", "ride", REVIEW, "agree", PRINT)] == [0, 0, 1, 2, 3, 3]


paths = st.sampled_from([*WHOLE, "child_birth", "people/k/first", "people/k/born", "agreed", "nowhere"])
texts = st.one_of(st.sampled_from([*WHOLE.values(), "child", "family", "taxi ambulance"]), st.text(max_size=8))
pages = [
    "who",
    "notice",
    "child",
    "family",
    "family/k",
    "ride",
    "days",
    "notes",
    "agree",
    PIECES,
    REVIEW,
    PRINT,
    "gone",
]
steps = st.sampled_from(pages)
moves = st.one_of(
    st.tuples(st.just("answer"), paths, texts),
    st.tuples(st.just("to"), steps),
    st.tuples(st.sampled_from(["go_on", "back"])),
    st.tuples(st.sampled_from(["add", "remove"]), st.sampled_from(["k", "m"])),
)


@given(st.dictionaries(paths, texts), st.lists(moves, max_size=12))
def test_whatever_is_typed_no_move_fails_and_each_one_leads_to_a_place(typed, made):
    here = begin(ASKING, typed, TODAY)
    for name, *words in made:
        here = getattr(here, name)(*words)
        assert name == "answer" or here.stop in here.stops or name == "remove"
        assert 0 <= here.progress < len(here.outline)
        assert all(remark.path.startswith(("people/", *WHOLE, "child_birth", "agreed")) for remark in here.remarks)


def test_nobody_signs_what_is_not_finished():
    lacking = filling(**WHOLE, agreed="yes").answer("traveller", "")
    assert lacking.to(REVIEW).go_on().step == "who"
    assert lacking.to("agree").go_on().step == "who"


# A group asked for each person

FAMILY = {**WHOLE, "traveller": "family", "people/a/first": "Danylo", "people/a/born": "2/9/2005"}


def family(**typed):
    return filling(**FAMILY | typed).to("family")


def test_a_row_is_added_on_a_page_of_its_own():
    here = family().add("b")
    assert (here.stop, here.row, here.rows) == ("family", "b", ("a", "b"))
    assert [asked.path for asked in here.page.asked] == ["people/b/first", "people/b/born"]
    assert str(here.page.title) == "Personne"


def test_a_row_says_what_is_missing_and_then_leads_back_to_the_list():
    here = family().add("b").go_on()
    assert [remark.path for remark in here.remarks] == ["people/b/first", "people/b/born"]
    done = here.answer("people/b/first", "Olena").answer("people/b/born", "1/1/2004").go_on()
    assert (done.step, done.rows) == ("family", ("a", "b"))


def test_going_back_from_a_row_keeps_what_was_written_and_drops_what_was_not():
    assert family().add("b").back().rows == ("a",)
    begun = family().add("b").answer("people/b/first", "Olena").back()
    assert (begun.step, begun.rows) == ("family", ("a", "b"))
    assert [remark.path for remark in begun.go_on().remarks] == ["people/b/born"]


def test_a_row_removed_leaves_nothing_behind():
    here = family().remove("a")
    assert here.rows == ()
    assert not any(path.startswith("people/") for path in here.typed)


def test_a_draft_opens_on_the_row_where_it_was_left_or_on_the_list_when_that_is_gone():
    assert resume(FORM, FAMILY, "family/a", "people/a/born", TODAY).step == "family/a"
    assert resume(FORM, FAMILY, "family/z", "", TODAY).step == "family"
    assert resume(FORM, WHOLE, "family/a", "", TODAY).step == REVIEW


def test_where_nothing_is_listed_there_is_nothing_to_add():
    here = filling(**WHOLE).to("ride")
    assert (here.add("b"), here.remove("b").typed, here.rows) == (here, here.typed, ())


def test_what_is_unusual_is_told_again_before_signing():
    whole = filling(**{**WHOLE, "left": "10/2/2020", "back": "11/2/2020"})
    assert [remark.path for remark in whole.cautions] == ["back"]
    assert filling(**WHOLE).cautions == ()


# The papers


def asked(**typed):
    return begin(ASKING, {**WHOLE, "agreed": "yes", **typed}, TODAY)


def test_the_papers_come_after_the_last_question_and_before_the_review():
    here = asked()
    assert places(here) == ["who", "notice", "ride", "days", "notes", PIECES, REVIEW, "agree", PRINT]
    assert here.to(PIECES).back().step == "notes"
    assert here.to(REVIEW).back().step == PIECES


def test_without_papers_nothing_is_said_of_them():
    here = asked(traveller="child", child_birth="2/9/2015")
    assert PIECES not in here.stops
    assert "Vos documents" not in [str(title) for title in here.outline]
    assert here.to(PIECES).step == REVIEW


def test_progress_stands_on_the_papers():
    here = asked().to(PIECES)
    assert str(here.outline[here.progress]) == "Vos documents"
    assert [str(title) for title in here.outline[-3:]] == ["Vos documents", "Relire", "Signer"]
    assert here.to(REVIEW).progress == here.progress + 1


def test_a_paper_that_is_missing_stands_in_nobodys_way():
    here = asked().to(PIECES)
    assert here.unfinished == ()
    assert here.go_on().step == REVIEW
    assert here.go_on().to(PIECES).go_on().step == REVIEW


def test_a_draft_left_at_the_papers_opens_there():
    assert resume(ASKING, asked().typed, PIECES, "pieces/ticket", TODAY).step == PIECES


def test_what_is_said_of_a_paper_is_kept_as_an_answer_and_goes_with_its_person():
    here = asked(**FAMILY)
    of_danylo = next(piece for piece in here.pieces if piece.row)
    marked = here.answer(mark(of_danylo), LATER)
    assert marked.typed["pieces/people/a/school"] == LATER
    assert marked.to(PIECES).step == PIECES
    gone = marked.to("family").remove("a")
    assert not any("people/a" in path for path in gone.typed)
    assert gone.pieces == ()
