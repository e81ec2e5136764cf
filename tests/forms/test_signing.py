"""Agreeing and signing (P2, P4, P8, P13, P14)."""

from datetime import date

import pytest

from app.forms import s3705
from app.forms.signing import FIRST, SECOND, Signed, place_step, signatures, signed, signer, signing_day
from app.models import strokes
from tests.builders import STROKES
from tests.forms.official.filled_s3705 import typed
from tests.forms.official.people import person
from tests.forms.person import CHILD, PHONE, SIGNER, asked, borne, finished, page, poste, said

ABSENT = {"for_whom": "absent", "basis": "paper", "helper_name": "Iryna Kovalenko"}
NOT_SIGNED = "!Signez dans le cadre, ou choisissez de signer sur papier."
ON_PAPER_ONLY = "!Touchez « Signer sur papier »."


# Agreement


def test_without_agreement_nothing_leaves():
    assert said(borne(consent=""), "consent")["consent"].startswith("!Sans votre accord, rien ne part.")
    assert said(borne(consent="no"), "consent")["consent"].startswith("!Sans votre accord, rien ne part.")


def test_refusing_studies_is_apart_and_never_required():
    assert asked(borne(), "consent") == ["consent", "no_studies"]
    assert finished(borne(no_studies="")) is finished(borne(no_studies="yes")) is True


def test_by_telephone_the_agent_says_that_the_person_agrees():
    assert asked(poste(**PHONE), "consent") == ["consent_at_distance", "no_studies"]
    assert str(page(poste(**PHONE), "consent").title) == "L’accord de la personne"
    told = said(poste(**PHONE | {"consent_at_distance": ""}), "consent")
    assert told["consent_at_distance"].startswith("!Sans l’accord de la personne, rien ne part.")


# Ways to sign


def test_one_way_to_sign_is_needed():
    assert said(borne(signature=""), "sign") == {"signature": NOT_SIGNED}
    assert not finished(borne(signature=""))


def test_a_drawn_signature_is_enough():
    assert signed(borne().answers) == Signed("drawn", strokes.read(STROKES))
    assert finished(borne())


def test_a_touch_of_the_pad_is_not():
    assert said(borne(signature="1,1 2,2"), "sign") == {"signature": NOT_SIGNED}
    assert signed(borne(signature="1,1 2,2").answers).mode == "nothing"


def test_paper_is_enough_and_is_chosen_over_the_pad():
    assert signed(borne(signature="", on_paper="yes").answers) == Signed("paper")
    assert finished(borne(signature="", on_paper="yes"))
    assert signed(borne(on_paper="yes").answers) == Signed("paper")


@pytest.mark.parametrize(
    "changes", [{"drawn": ""}, {"caisse": "elsewhere", "department": "Loire"}, {"caisse": "msa", "department": "Loire"},
                {"caisse": "other", "scheme": "ENIM"}, ABSENT]
)  # fmt: skip
def test_nobody_draws_for_a_caisse_that_does_not_take_it_or_when_absent(changes):
    assert asked(borne(**changes), "sign") == ["on_paper"]
    assert said(borne(**changes), "sign") == {"on_paper": ON_PAPER_ONLY}
    assert signed(borne(**changes).answers).mode == "nothing"


def test_who_does_not_know_their_caisse_signs_for_the_one_of_the_place():
    assert signed(borne(caisse="unknown").answers).mode == "drawn"


# An agent attests


@pytest.mark.parametrize(("whom", "may"), [("me", True), ("helped", True), ("child", False), ("absent", False),
                                           ("guardian", False)])  # fmt: skip
def test_an_agent_attests_only_for_who_is_there(whom, may):
    assert ("attested" in asked(poste(for_whom=whom), "sign")) is may
    assert "attested" not in asked(borne(for_whom=whom), "sign")


def test_an_agent_attests_by_name():
    unnamed = poste(signature="", attested="yes")
    assert said(unnamed, "sign") == {"attested_by": "!Écrivez le nom de l’agent qui atteste."}
    named = poste(signature="", attested="yes", attested_by="Camille Morel")
    assert signed(named.answers) == Signed("attested", by="Camille Morel")
    assert finished(named)


def test_an_agent_s_name_is_not_asked_while_nobody_attests():
    assert "attested_by" not in asked(poste(attested_by="Camille Morel"), "sign")


def test_by_telephone_nobody_signs_and_who_informed_is_said():
    assert asked(poste(**PHONE), "sign") == []
    assert signed(poste(**PHONE).answers) == Signed("informed", by="Camille Morel")


def test_who_signs_is_the_person_or_who_represents_them():
    assert signer(borne().answers) == "Oksana KOVALENKO"
    assert signer(borne(**CHILD, **SIGNER).answers) == "Iryna Kovalenko"
    assert signer(borne(**SIGNER).answers) == "Oksana KOVALENKO"


# Two people who sign

BOTH = person(s3705.FORM, "s3705", "two-parents-second-day", typed)
DRAWN = strokes.read(STROKES)


def how(**changes: str) -> list[Signed]:
    return [one for _who, one in signatures(BOTH.way(**changes).answers)]


def test_a_form_that_wants_one_signature_has_one():
    assert signatures(borne(second_signature=STROKES).answers) == ((FIRST, Signed("drawn", DRAWN)),)


def test_each_signature_has_its_own_day_and_its_own_name():
    assert how() == [
        Signed("drawn", DRAWN, day=date(2026, 2, 26)),
        Signed("drawn", DRAWN, day=date(2026, 2, 28)),
    ]
    answers = BOTH.way().answers
    assert [signer(answers, who) for who, _how in signatures(answers)] == ["Fergus O'Malley", "Chiara Dell’Acqua"]


@pytest.mark.parametrize(
    ("changes", "whole"),
    [
        ({}, "drawn"),
        ({"second_signature": ""}, "nothing"),
        ({"signature": "", "on_paper": "yes", "second_signature": ""}, "nothing"),
        ({"second_on_paper": "yes"}, "paper"),
        ({"on_paper": "yes"}, "paper"),
    ],
)
def test_the_request_is_signed_when_everybody_has_and_by_hand_when_anybody_does(changes, whole):
    assert signed(BOTH.way(**changes).answers).mode == whole


def test_the_second_person_also_has_one_way_at_least():
    assert BOTH.said("second_sign", second_signature="") == {"second_signature": NOT_SIGNED}
    assert BOTH.said("second_sign", second_signature="", drawn="") == {"second_on_paper": ON_PAPER_ONLY}


def test_the_second_person_draws_even_when_the_first_is_absent():
    absent = ABSENT | {"signature": "", "on_paper": "yes"}
    assert BOTH.asked("sign", **absent) == ["on_paper"]
    assert BOTH.asked("second_sign", **absent) == ["second_signature", "second_signed_on", "second_on_paper"]


def test_an_agent_attests_for_the_second_person_too():
    attested = {"mode": "poste", "second_signature": "", "second_attested": "yes"}
    assert BOTH.said("second_sign", **attested) == {"second_attested_by": "!Écrivez le nom de l’agent qui atteste."}
    assert how(**attested, second_attested_by="Camille Morel")[1] == Signed("attested", by="Camille Morel")
    assert "second_attested" not in BOTH.asked("second_sign")


def test_the_day_that_counts_is_that_of_the_last_signature_when_all_are_drawn():
    assert signing_day(BOTH.on(date(2026, 3, 5)).way().answers) == date(2026, 2, 28)
    assert signing_day(BOTH.way(signed_on="28/2/2026", second_signed_on="26/2/2026").answers) == date(2026, 2, 28)
    assert signing_day(BOTH.on(date(2026, 3, 5)).way(second_on_paper="yes").answers) == date(2026, 3, 5)


def test_the_pages_of_two_people_share_no_answer():
    assert not {field.name for field in FIRST.fields} & {field.name for field in SECOND.fields}
    assert SECOND.signed_on.of == SECOND.signature.name


def test_a_paper_with_nothing_to_declare_asks_where_alone():
    assert [field.name for field in place_step("Cadre").fields] == ["made_in"]
