"""Whom a request goes to (P1, P5)."""

from dataclasses import replace

import pytest

from app.forms.recipient import may_be_made_alone, recipient
from tests.builders import valmont
from tests.forms.person import borne, poste

ELSEWHERE = {"caisse": "elsewhere", "department": "Loire"}


def to(**changes):
    return recipient(borne(**changes).answers, valmont())


def test_here_is_the_caisse_of_the_place():
    assert (str(to().name), to().caisse, to().to_check) == ("CPAM de Valmont", valmont(), False)


def test_who_does_not_know_goes_to_the_caisse_of_the_place_to_be_checked():
    unknown = to(caisse="unknown")
    assert (str(unknown.name), unknown.caisse, unknown.to_check) == ("CPAM de Valmont", valmont(), True)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        (ELSEWHERE, "CPAM du département : Loire"),
        ({"caisse": "msa", "department": "Creuse"}, "MSA du département : Creuse"),
        ({"caisse": "other", "scheme": "ENIM"}, "Caisse du régime : ENIM"),
    ],
)
def test_another_body_is_named_and_has_no_file_here(changes, name):
    assert (str(to(**changes).name), to(**changes).caisse, to(**changes).to_check) == (name, None, False)


def test_a_department_typed_for_a_caisse_since_abandoned_names_nobody():
    assert "Loire" not in str(to(caisse="here", department="Loire").name)


def test_a_person_alone_finishes_where_the_caisse_allows_it():
    allowing, refusing = valmont(), replace(valmont(), mas_self_referral=False)
    assert may_be_made_alone(borne().answers, allowing)
    assert not may_be_made_alone(borne().answers, refusing)
    assert not may_be_made_alone(borne(caisse="unknown").answers, refusing)


def test_with_an_agent_or_on_paper_for_another_body_anybody_finishes():
    refusing = replace(valmont(), mas_self_referral=False)
    assert may_be_made_alone(poste().answers, refusing)
    assert may_be_made_alone(borne(**ELSEWHERE).answers, refusing)
