"""A caisse as its file describes it."""

import pytest

from app.models.caisse import Accepts, parse

WHOLE = {
    "code": "999", "name": "CPAM de Valmont", "department": "Valmont", "controller": "la direction",
    "dpo_address": "1 place du Marché", "legal_basis": {"mas": "consent"}, "accepts": {"mas": {"layout": True}},
}  # fmt: skip


def test_what_a_caisse_accepts_is_what_its_file_says_and_nothing_more():
    assert parse(WHOLE).accepting("mas") == Accepts(layout=True, drawn_signature=False)
    assert parse(WHOLE).accepting("c2s") == Accepts()


def test_nothing_lacks_in_a_whole_file():
    assert parse(WHOLE).lacking("mas") == ()


@pytest.mark.parametrize(
    ("without", "lacking"),
    [("controller", "controller"), ("dpo_address", "dpo_address"), ("legal_basis", "legal_basis.mas"),
     ("accepts", "accepts.mas")],
)  # fmt: skip
def test_what_lacks_before_a_form_may_be_sent_is_named_as_in_the_file(without, lacking):
    assert parse({key: said for key, said in WHOLE.items() if key != without}).lacking("mas") == (lacking,)


def test_a_form_that_the_file_does_not_name_lacks_its_law_and_its_terms():
    assert parse(WHOLE).lacking("c2s") == ("legal_basis.c2s", "accepts.c2s")


@pytest.mark.parametrize("wrong", [{"public_key": "x"}, {"accepts": {"mas": {"fax": True}}}])
def test_a_key_that_a_caisse_cannot_hold_is_an_error(wrong):
    with pytest.raises(TypeError):
        parse(WHOLE | wrong)


def test_a_caisse_has_at_least_a_code_a_name_and_a_department():
    with pytest.raises(TypeError, match="department"):
        parse({"code": "999", "name": "Valmont"})
