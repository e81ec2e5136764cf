"""Before the first question: whose caisse, for whom and by whom, the notice (P1–P3, P13)."""

import pytest

from tests.forms.person import PHONE, asked, borne, finished, page, poste, said


@pytest.mark.parametrize(
    ("caisse", "more"),
    [("here", []), ("unknown", []), ("elsewhere", ["department"]), ("msa", ["department"]), ("other", ["scheme"])],
)
def test_another_caisse_is_named(caisse, more):
    assert asked(borne(caisse=caisse), "caisse") == ["caisse", *more]


def test_a_name_is_needed_for_another_caisse():
    assert said(borne(caisse="msa"), "caisse") == {"department": "!Écrivez le département de votre caisse."}
    assert said(borne(caisse="other"), "caisse") == {"scheme": "!Écrivez le nom de votre régime."}


def test_who_asks_alone_for_themself_at_a_borne_names_no_helper():
    assert asked(borne(), "person") == ["for_whom"]
    assert asked(borne(), "helper") == []


@pytest.mark.parametrize("whom", ["child", "helped"])
def test_who_helps_gives_a_name(whom):
    assert asked(borne(for_whom=whom), "helper") == ["helper_name", "interpreter"]
    assert said(borne(for_whom=whom), "helper") == {"helper_name": "!Écrivez vos nom et prénom."}


def test_an_agent_may_note_an_interpreter_and_a_mandate():
    assert asked(poste(), "helper") == ["interpreter", "mandate"]
    assert said(poste(), "helper") == {}


def test_a_cyrillic_name_is_remarked_and_taken():
    (remark,) = said(borne(for_whom="helped", helper_name="Ірина Коваленко"), "helper").values()
    assert remark.startswith("Si vous le pouvez, écrivez en lettres latines")


@pytest.mark.parametrize(("basis", "stopped"), [("paper", False), ("procuration", False), ("none", True)])
def test_nobody_asks_for_an_absent_person_without_a_paper(basis, stopped):
    way = borne(for_whom="absent", basis=basis, helper_name="Iryna Kovalenko", signature="", on_paper="yes")
    assert asked(way, "helper") == ["basis", "helper_name", "interpreter"]
    assert finished(way) is not stopped
    assert "Sans un papier signé par elle" in said(way, "helper").get("basis", "") or not stopped


@pytest.mark.parametrize(("decision", "stopped"), [("yes", False), ("no", True)])
def test_a_guardian_has_the_decision(decision, stopped):
    way = borne(for_whom="guardian", decision=decision, helper_name="Iryna Kovalenko")
    assert asked(way, "helper") == ["decision", "helper_name", "interpreter"]
    assert ("decision" in said(way, "helper")) is stopped


# By telephone (P13)


def test_only_an_agent_says_how_the_conversation_goes():
    assert asked(poste(), "person") == ["meeting", "for_whom"]
    assert "meeting" not in borne(meeting="phone").answers.typed


@pytest.mark.parametrize(("whom", "stopped"), [("me", False), ("child", False), ("guardian", False),
                                               ("helped", True), ("absent", True)])  # fmt: skip
def test_by_telephone_an_agent_speaks_with_the_person_or_who_represents_them(whom, stopped):
    told = said(poste(**PHONE, for_whom=whom), "person")
    assert told.get("for_whom", "").startswith("!Par téléphone, parlez à la personne elle-même") is stopped
    assert said(poste(for_whom=whom), "person") == {}


def test_by_telephone_the_notice_is_read_aloud_and_noted():
    assert asked(borne(), "notice") == ["notice"]
    assert asked(poste(**PHONE), "notice") == ["notice", "informed_on", "informed_by"]
    assert str(page(poste(**PHONE), "notice").title) == "À lire à la personne, à voix haute"
    assert str(page(poste(), "notice").title) == "Avant de commencer"


def test_nobody_was_informed_tomorrow():
    told = said(poste(**PHONE | {"informed_on": "13/2/2026"}), "notice")
    assert told == {"informed_on": "!Cette date n’est pas encore arrivée. Vérifiez l’année."}
