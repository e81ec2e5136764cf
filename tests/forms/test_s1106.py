"""The S1106: who is sent elsewhere, what is asked of whom, what is said of dates (forms.md 1, people.md P12)."""

from datetime import date

import pytest

from app.forms import contact, s1106
from app.models.path import remarks
from app.models.pieces import pieces
from tests.forms.official.filled_s1106 import typed
from tests.forms.official.people import person

PROTECTED = person(s1106.FORM, "s1106", "ukrainian-domiciled-after-a-year", typed)
WORKER = person(s1106.FORM, "s1106", "employee-from-portugal", typed)
HUSBAND = person(s1106.FORM, "s1106", "joins-insured-husband", typed)
PUPIL = person(s1106.FORM, "s1106", "sixteen-tomorrow", typed)


def papers(who, **changes):
    return [piece.paper.key for piece in pieces(s1106.FORM, who.way(**changes).answers)]


# Who should not fill it in


def test_the_first_page_asks_of_the_temporary_protection_and_of_another_country():
    assert PROTECTED.asked("case") == ["case", "protected_since"]
    assert WORKER.asked("case") == ["case"]
    assert WORKER.steps()[0] == "case"


@pytest.mark.parametrize(
    ("since", "today", "sent"),
    [
        ("1/3/2025", date(2026, 2, 28), True),
        ("28/2/2025", date(2026, 2, 28), False),
        ("29/2/2024", date(2025, 2, 27), True),
        ("29/2/2024", date(2025, 2, 28), False),
        ("28/2/2026", date(2026, 2, 28), True),
    ],
)
def test_there_is_no_form_for_the_first_twelve_months_of_protection(since, today, sent):
    said = PROTECTED.on(today).said("case", protected_since=since)
    assert said == ({"protected_since": f"!{s1106.NO_FORM.message}"} if sent else {})


def test_the_page_of_what_to_do_instead_is_offered():
    assert WORKER.said("case", case="abroad") == {"case": f"!{s1106.ELSEWHERE.message}"}
    assert s1106.ELSEWHERE.page == "assure-autre-pays-s1"
    assert s1106.NO_FORM.page == "ukraine-protection-temporaire"


def test_without_an_aps_the_prefecture_is_first():
    (said,) = WORKER.said("case", case="waiting").values()
    assert said.startswith("!Demandez d’abord l’APS à la préfecture")
    assert s1106.PREFECTURE.page == "ukraine-protection-temporaire"


def test_a_protection_of_tomorrow_is_a_mistake_of_the_year():
    assert "n’est pas encore arrivée" in WORKER.said("case", case="aps", protected_since="1/3/2026")["protected_since"]


def test_who_answers_neither_case_is_asked_no_date():
    assert WORKER.finished()
    assert not WORKER.finished(case="")
    assert not WORKER.finished(case="aps")


# What is asked


def test_a_worker_alone_at_a_borne_is_asked_this_and_nothing_more():
    assert WORKER.steps() == [
        "case", "caisse", "person", "notice", "names", "number", "birth", "nationality", "home", "job", "allocations",
        "ways", "reach", "language", "avoid", "declaration", "sign",
    ]  # fmt: skip


def test_who_does_not_work_is_asked_since_when_and_why_not_three_months():
    assert [step for step in HUSBAND.steps() if step not in WORKER.steps()] == ["arrival", "exempt"]
    assert HUSBAND.asked("job") == ["job"]
    assert HUSBAND.asked("job", job="other") == ["job", "other_job"]
    assert WORKER.asked("job") == ["job", "trade"]


def test_an_agent_says_what_paper_was_seen():
    agent = {"mode": "poste", "identity": "seen", "paper_seen": "passport"}
    assert WORKER.asked("identity", **agent) == ["identity", "paper_seen"]
    assert WORKER.finished(**agent)


def test_an_address_or_a_domiciliation_never_both():
    assert WORKER.asked("home") == ["home", "postcode", "town", "street"]
    assert PROTECTED.asked("home") == ["home", "elected", "elected_postcode", "elected_town", "elected_street"]
    assert "street" not in PROTECTED.way(street="5 rue Basse").answers.typed


def test_letters_go_to_the_address_or_to_the_domiciliation():
    where = [tuple(contact.letters(who.way().answers).values()) for who in (WORKER, PROTECTED)]
    assert where == [
        ("14 bis rue de l’Abbaye", "76540", "Valmont"),
        ("2 place de la Mairie", "76540", "Valmont"),
    ]


def test_the_country_of_birth_is_asked_only_abroad():
    assert WORKER.asked("birth") == ["birth_place", "birth_town", "birth_country"]
    assert WORKER.asked("birth", birth_place="france") == ["birth_place", "birth_town"]


def test_a_place_of_birth_may_have_figures_and_brackets():
    assert WORKER.finished(birth_town="Paris 13e (Seine)")
    assert not WORKER.finished(birth_town="É" * 61)


def test_the_nationality_is_asked_further_outside_europe():
    assert WORKER.asked("nationality") == ["nationality"]
    assert HUSBAND.asked("nationality") == ["nationality", "other_nationality", "permit_expiry"]


def test_the_caf_is_asked_only_with_a_number():
    assert WORKER.asked("allocations") == ["caf_number"]
    assert WORKER.said("allocations", caf_number="1234567") == {"caf": "!Écrivez le département ou la ville de la Caf."}
    assert WORKER.finished(caf_number="1234567", caf="Loire")


def test_a_long_caf_number_is_said_and_taken():
    assert WORKER.said("allocations", caf_number="12345678", caf="Loire") == {
        "caf_number": "Un numéro de la Caf a 7 chiffres au plus. Relisez-le."
    }


def test_the_number_of_social_security_may_be_missing():
    assert WORKER.finished(nir="")
    assert WORKER.finished(nir="none")


# What is said


def test_under_16_somebody_else_signs_and_it_is_said_why():
    assert "rattaché à un parent" in PUPIL.said("number")["birth_date"]
    assert "signer" in PUPIL.steps()
    assert "signer" not in PUPIL.steps(birth_date="28/2/2010")
    assert PUPIL.said("number", birth_date="28/2/2010") == {}


@pytest.mark.parametrize(("today", "young"), [(date(2024, 2, 28), True), (date(2024, 2, 29), False)])
def test_a_leap_child_is_16_on_29_february(today, young):
    assert ("birth_date" in PUPIL.on(today).said("number", birth_date="29/2/2008", arrived_on="")) is young


def test_a_child_who_is_18_asks_alone():
    helped = {"for_whom": "child", "helper_name": "Hery Rakotomalala"}
    assert "fait sa demande elle-même" in PUPIL.said("number", **helped, birth_date="28/2/2008")["birth_date"]
    assert PUPIL.finished(**helped)


def test_the_questions_speak_of_the_child():
    helped = PUPIL.way(for_whom="child", helper_name="Hery Rakotomalala")
    titles = {page.step.name: str(page.title) for page in helped.pages}
    assert titles["birth"] == "Quel est le lieu de naissance de cette personne ?"
    assert titles["home"] == "Où habite cette personne ?"
    assert str(PUPIL.page("birth").title) == "Quel est votre lieu de naissance ?"


@pytest.mark.parametrize(("until", "past"), [("27/2/2026", True), ("28/2/2026", False), ("1/3/2026", False)])
def test_a_permit_past_its_date_is_said_and_taken(until, past):
    assert ("permit_expiry" in HUSBAND.said("nationality", permit_expiry=until)) is past
    assert HUSBAND.finished(permit_expiry=until)


def test_nobody_arrives_before_their_birth_nor_tomorrow():
    assert "avant la naissance" in HUSBAND.said("arrival", arrived_on="28/2/1996")["arrived_on"]
    assert HUSBAND.said("arrival", arrived_on="29/2/1996") == {}
    assert "pas encore arrivée" in HUSBAND.said("arrival", arrived_on="1/3/2026")["arrived_on"]


@pytest.mark.parametrize(
    ("arrived", "today", "short"),
    [
        ("28/11/2025", date(2026, 2, 28), True),
        ("27/11/2025", date(2026, 2, 28), False),
        ("30/11/2025", date(2026, 2, 28), True),
        ("30/11/2025", date(2026, 3, 1), False),
    ],
)
def test_three_months_or_less_without_work_are_said_and_do_not_stop(arrived, today, short):
    said = HUSBAND.on(today).said("exempt", arrived_on=arrived, exempt="none")
    assert (said == {}) is not short
    assert not said or "plus de 3 mois" in said["exempt"]
    assert HUSBAND.on(today).said("exempt", arrived_on=arrived) == {}


def test_the_page_of_who_does_not_wait_is_offered_with_it():
    (said,) = remarks(HUSBAND.page("exempt", exempt="none"), HUSBAND.way(exempt="none").answers)
    assert said.finding.page == "puma-sans-delai"


# Papers


def test_the_birth_certificate_goes_with_who_is_born_abroad_or_in_wallis_and_is_never_required():
    assert "birth_certificate" not in papers(WORKER, birth_place="france")
    assert "birth_certificate" in papers(WORKER, birth_place="wallis")
    (asked,) = (paper for paper in s1106.FORM.papers if paper.key == "birth_certificate")
    assert not asked.needed


@pytest.mark.parametrize("country", ["Ukraine", "ukraine", "Україна"])
def test_a_certificate_in_ukrainian_is_translated(country):
    assert "translation" in papers(PROTECTED, birth_country=country)


def test_one_paper_says_of_what_the_person_lives():
    assert [key for key in papers(WORKER) if key.endswith("proof")] == ["work_proof"]
    assert [key for key in papers(HUSBAND) if key.endswith("proof")] == ["exempt_proof"]
    assert [key for key in papers(HUSBAND, exempt="none") if key.endswith("proof")] == ["residence_proof"]
