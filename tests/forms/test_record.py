"""What every request says of its making: who typed, who agreed and how, the identity, how to reach the person."""

import json

import pytest

from app.actions import papers
from app.forms import s3705
from app.forms.record import record
from tests.builders import BY_MAIL, MADE_AT, STROKES, mas_answers, mas_at_poste, mas_saisine
from tests.forms.official.filled_s3705 import typed
from tests.forms.official.people import person

PARENTS = person(s3705.FORM, "s3705", "two-parents-second-day", typed)


def told(answers):
    return told_of(mas_saisine(answers))


def told_of(saisine):
    made = record(saisine, to_check=False)
    assert json.loads(json.dumps(made)) == made
    return made


def test_a_woman_alone_at_a_borne():
    made = told(mas_answers())
    assert made["typed_by"] == {"capacity": "self", "terminal": "borne"}
    assert made["identity"] == {"checked": "declared"}
    assert made["consent"] == {
        "mode": "signed_here",
        "date": "2026-02-12T11:05:00+01:00",
        "signer": "Oksana KOVALENKO",
        "collected_by": "Demande faite par l’assuré(e) à la borne de Maison France Services de Valmont",
        "boxes": {"consent": True, "no_studies": False},
        "signatures": [{"signer": "Oksana KOVALENKO", "mode": "signed_here"}],
    }
    assert made["contact"] == {
        "ways": ["call"],
        "phone": "+33639981234",
        "voicemail": "yes",
        "halves": ["morning"],
        "spoken": "uk",
        "interpretation": "yes",
    }


def test_an_agent_saw_a_passport_and_an_interpreter_helped():
    made = told(mas_at_poste(interpreter="Ivan Petrenko", mandate="AC-42"))
    assert made["identity"] == {"checked": "paper_seen", "paper": "Passeport"}
    assert made["typed_by"] == {
        "capacity": "self",
        "terminal": "poste",
        "meeting": "here",
        "interpreter": "Ivan Petrenko",
        "aidants_connect_mandate": "AC-42",
    }


def test_a_helper_of_an_absent_person_says_on_what_basis():
    made = told(mas_answers(for_whom="absent", basis="paper", helper_name="Jean Petit", signature="", on_paper="yes"))
    assert made["typed_by"] == {
        "capacity": "helper_of_absent",
        "terminal": "borne",
        "name": "Jean Petit",
        "basis": "paper",
    }


@pytest.mark.parametrize(
    ("changes", "mode", "by"),
    [
        ({"signature": STROKES}, "signed_here", "Camille Morel"),
        ({"on_paper": "yes", "signature": ""}, "signed_on_paper", "Camille Morel"),
        ({"attested": "yes", "attested_by": "Anne Roy"}, "attested_by_agent", "Anne Roy"),
    ],
)
def test_how_it_was_agreed_to_and_who_took_it_down(changes, mode, by):
    consent = told(mas_at_poste(**changes))["consent"]
    assert (consent["mode"], consent["collected_by"]) == (mode, by)


def test_by_telephone_the_person_was_informed_and_a_letter_is_due():
    made = told(
        mas_at_poste(
            meeting="phone", informed_on="11/2/2026", informed_by="Anne Roy", consent="", consent_at_distance="yes",
            signature="", identity="", paper_seen="", **BY_MAIL,
        )
    )  # fmt: skip
    assert made["consent"]["mode"] == "informed_at_a_distance"
    assert (made["consent"]["informed_on"], made["consent"]["collected_by"]) == ("2026-02-11", "Anne Roy")
    assert made["consent"]["boxes"] == {"consent_at_distance": True, "no_studies": False}
    assert made["contact"]["letter"] == "required"
    assert made["contact"]["postcode"] == "76540"


def test_opposing_studies_is_a_box_of_its_own():
    assert told(mas_answers(no_studies="yes"))["consent"]["boxes"]["no_studies"] is True


def test_a_guardian_signs_for_the_person():
    made = told(
        mas_answers(
            for_whom="guardian", decision="yes", helper_name="Paul Roy", signer_name="ROY", signer_first_name="Paul",
            signer_link="guardian",
        )
    )  # fmt: skip
    assert made["typed_by"]["guardianship_decision"] == "yes"
    assert (made["consent"]["signer"], made["consent"]["signer_link"]) == ("Paul ROY", "guardian")


def test_a_person_who_does_not_know_their_caisse_is_to_be_checked():
    assert record(mas_saisine(mas_answers(caisse="unknown")), to_check=True)["caisse_to_check"] is True


# Two parents, two days


def signatures(**changes):
    way = PARENTS.way(**changes)
    return told_of(papers.saisine(s3705.FORM, way.answers.typed, bytes(range(16)), MADE_AT))["consent"]["signatures"]


def test_both_parents_are_named_each_with_the_day_of_their_signature():
    assert signatures() == [
        {"signer": "Fergus O'Malley", "mode": "signed_here", "date": "2026-02-26"},
        {"signer": "Chiara Dell’Acqua", "mode": "signed_here", "date": "2026-02-28"},
    ]


def test_a_signature_by_hand_has_no_day_and_one_attested_has_an_agent():
    assert signatures(second_on_paper="yes")[1] == {"signer": "Chiara Dell’Acqua", "mode": "signed_on_paper"}
    attested = signatures(mode="poste", second_attested="yes", second_attested_by="Anne Roy")
    assert attested[1] == {"signer": "Chiara Dell’Acqua", "mode": "attested_by_agent", "by": "Anne Roy"}
