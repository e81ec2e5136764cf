"""The MAS request: what it asks, and what calls for its second side (forms.md 4, P6)."""

import pytest

from app.forms import mas
from app.models.path import path
from tests.builders import BY_MAIL, SECOND
from tests.forms.person import CHILD, PHONE, SIGNER, TODAY, asked, borne, finished, page, poste, said

SECOND_SIDE = ("care", "since", "causes")


def steps(way):
    return [page.step.name for page in way.pages]


def test_a_woman_alone_at_a_borne_is_asked_this_and_nothing_more():
    assert steps(borne()) == [
        "caisse", "person", "notice", "motives", "engaged", "urgent", "names", "number", "ways", "reach", "language",
        "avoid", "consent", "sign",
    ]  # fmt: skip
    assert finished(borne())


def test_an_agent_is_also_asked_who_helps_and_what_paper_was_seen():
    assert set(steps(poste())) - set(steps(borne())) == {"helper", "identity"}
    assert finished(poste())


def test_by_telephone_nobody_signs_and_an_address_is_needed():
    told = PHONE | BY_MAIL | {"postcode": "42000"}
    assert set(steps(poste())) - set(steps(poste(**told))) == {"identity", "reach", "sign"}
    assert finished(poste(**told))


def test_a_parent_and_a_child_come_to_the_end():
    assert finished(borne(**CHILD, **SIGNER))


@pytest.mark.parametrize("motive", mas.motives.options)
def test_two_motives_call_for_the_second_side(motive):
    second = [step for step in steps(borne(motives=motive)) if step in SECOND_SIDE]
    assert second == (list(SECOND_SIDE) if motive in ("care", "disability") else [])


def test_the_second_side_is_required_when_called_for():
    way = borne(motives="rights care")
    assert {step: list(said(way, step)) for step in SECOND_SIDE} == {step: [step] for step in SECOND_SIDE}
    assert finished(borne(**SECOND))


def test_the_second_side_once_abandoned_is_not_sent():
    typed = borne(**SECOND | {"motives": "digital"}).answers.typed
    assert not set(SECOND_SIDE) & set(typed)


def test_at_least_one_difficulty_is_chosen():
    assert said(borne(motives=""), "motives") == {
        "motives": "!Choisissez au moins une difficulté. Un agent peut vous aider à choisir."
    }


def test_a_poste_says_that_the_agent_reads_the_answers():
    assert "L’agent qui vous aide" in str(page(poste(), "motives").why)
    assert "L’agent" not in str(page(borne(), "motives").why)


def test_steps_already_taken_are_optional():
    assert finished(borne(engaged=""))


def test_danger_is_always_said_where_urgency_is_asked():
    assert said(borne(urgent=""), "urgent") == {"urgent": "!Dites si c’est urgent."}
    for number in ("15", "112", "114"):
        assert number in str(page(borne(), "urgent").alert)


def test_nothing_answered_asks_for_everything_that_is_required():
    way = path(mas.FORM, {"mode": "borne"}, TODAY)
    stopping = [name for page in way.pages for name, text in said(way, page.step.name).items() if text[0] == "!"]
    assert stopping == [
        "caisse", "for_whom", "helper_name", "notice", "motives", "urgent", "name", "first_name", "nir", "birth_date",
        "ways", "spoken", "consent", "on_paper",
    ]  # fmt: skip


def test_only_the_answers_of_the_form_are_sent():
    assert not asked(borne(), "helper")
    assert "helper_name" not in borne(helper_name="Iryna Kovalenko").answers.typed
