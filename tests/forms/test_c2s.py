"""The C2S as a whole: protection first, what is advised and never blocks, the RSA, the papers (P6, P10, P12)."""

from datetime import date

import pytest

from app.forms import c2s
from app.forms.record import record
from app.models.path import remarks
from app.models.pieces import pieces
from tests.documents.drawn import saisine
from tests.forms.official.filled_c2s import typed
from tests.forms.official.people import person

ALONE = person(c2s.FORM, "c2s", "alone-tenant", typed)
RSA = person(c2s.FORM, "c2s", "rsa-mother", typed)
COUPLE = person(c2s.FORM, "c2s", "couple-with-ages-at-the-limit", typed)
REFUSES = person(c2s.FORM, "c2s", "collection-refused-above-the-ceiling", typed)
ABROAD = person(c2s.FORM, "c2s", "self-employed-and-foreign-pension", typed)
UKRAINE = "ukraine-protection-temporaire"


def papers(who, **changes):
    """The key of each paper, and whose it is."""
    answers = who.way(**changes).answers
    return [(piece.paper.key, piece.concerns(answers)) for piece in pieces(c2s.FORM, answers)]


def told(who, step, **changes):
    """What is said on the page, with the page of the catalogue that it leads to."""
    found = remarks(who.page(step, **changes), who.way(**changes).answers)
    return [(remark.stops, remark.finding.page) for remark in found]


def test_a_woman_alone_is_asked_this_and_nothing_more():
    assert ALONE.steps() == [
        "protection", "caisse", "person", "notice", "filed", "covered", "urgent", "body", "names", "number",
        "situation", "home", "household", "benefits", "collection", "housing", "abroad", "alimony", "incomes", "ways",
        "reach", "language", "avoid", "declaration", "sign",
    ]  # fmt: skip
    assert ALONE.finished()


def test_with_the_rsa_nothing_is_asked_of_the_resources():
    missing = {"collection", "housing", "abroad", "alimony", "incomes", "reach"}
    assert set(ALONE.steps()) - set(RSA.steps()) == missing
    assert "cannot_prove" not in RSA.asked("declaration")
    assert RSA.finished()


def test_an_agent_and_a_guardian_come_to_the_end():
    agent = {"mode": "poste", "identity": "seen", "paper_seen": "card"}
    assert ALONE.finished(**agent)
    guardian = {"for_whom": "guardian", "decision": "yes", "helper_name": "Anne Martin", "signer_name": "Martin",
                "signer_first_name": "Anne", "signer_link": "guardian"}  # fmt: skip
    assert "signer" in ALONE.steps(**guardian)
    assert ALONE.finished(**guardian)
    assert ALONE.finished(**agent | guardian)


# Temporary protection (P12)


@pytest.mark.parametrize(
    ("since", "stops"), [("1/3/2025", True), ("28/2/2025", False), ("29/2/2024", False), ("28/2/2026", True)]
)
def test_under_twelve_months_no_form_is_filled_in(since, stops):
    assert told(ALONE, "protection", protected="yes", protected_since=since) == [(stops, UKRAINE)]
    assert ALONE.finished(protected="yes", protected_since=since) is not stops
    shown = papers(ALONE, protected="yes", protected_since=since)
    assert [key for key, _whose in shown] == ["temporary_protection", *([] if stops else ["tax_notice"])]


@pytest.mark.parametrize(("today", "stops"), [(date(2025, 2, 27), True), (date(2025, 2, 28), False)])
def test_twelve_months_from_29_february_end_on_the_28th(today, stops):
    assert told(ALONE.on(today), "protection", protected="yes", protected_since="29/2/2024") == [(stops, UKRAINE)]


def test_without_the_aps_the_prefecture_comes_first():
    assert told(ALONE, "protection", protected="waiting") == [(True, UKRAINE)]
    assert "préfecture" in ALONE.said("protection", protected="waiting")["protected"]


def test_the_aps_was_not_given_tomorrow():
    said = ALONE.said("protection", protected="yes", protected_since="1/3/2026")
    assert said["protected_since"].startswith("!Cette date n’est pas encore arrivée.")


def test_the_rule_of_2022_is_shown_as_such():
    for since in ("1/3/2025", "1/3/2022"):
        assert "règle de 2022" in ALONE.said("protection", protected="yes", protected_since=since)["protected_since"]


# Made before, renewed, urgent, managed by whom


def test_a_request_made_before_is_advised_and_goes():
    assert told(RSA, "filed") == [(False, "c2s-ouverture-droit")]
    assert RSA.way().answers.typed["already_filed"] == "yes"
    assert ALONE.said("filed") == {}


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (date(2026, 4, 29), "Vous pourrez renouveler du 30 avril 2026 au 30 juin 2026."),
        (date(2026, 4, 30), "Vous êtes à temps. Le dernier jour pour renouveler est le 30 juin 2026."),
        (date(2026, 6, 30), "Vous êtes à temps. Le dernier jour pour renouveler est le 30 juin 2026."),
        (date(2026, 7, 1), "Le dernier jour était le 30 juin 2026. Faites quand même la demande"),
    ],
)
def test_who_renews_is_told_until_when(today, says):
    said = ALONE.on(today).said("covered", covered="yes", covered_until="31/8/2026")["covered_until"]
    assert said.startswith(says)
    assert ALONE.on(today).finished(covered="yes", covered_until="31/8/2026")


def test_the_end_of_the_right_may_be_left_out_and_an_old_one_is_looked_at_again():
    assert ALONE.said("covered", covered="yes") == {}
    assert ALONE.said("covered", covered="yes", covered_until="1/2/2022") == {
        "covered_until": "Cette date est ancienne. Vérifiez l’année."
    }


def test_the_caisse_manages_the_right_unless_a_body_is_named():
    assert ALONE.finished(body="fund")
    assert ALONE.asked("body", body="fund") == ["body"]
    assert set(ALONE.said("body", body="listed")) == {"body_name", "body_address"}
    assert ABROAD.asked("body") == ["body", "body_name", "body_address"]


def test_danger_is_always_said_where_urgency_is_asked():
    assert "112" in str(ALONE.page("urgent").alert)


# Papers


def test_each_adult_has_a_tax_notice():
    assert papers(COUPLE) == [
        ("tax_notice", "Jean-Loup L’Herbier"), ("tax_notice", "Thanh-Mai Nguyen"), ("tax_notice", "Capucine L’Herbier"),
    ]  # fmt: skip
    assert ("tax_notice", "Tom L’Herbier") in papers(COUPLE.on(date(2026, 3, 1)))


def test_with_the_rsa_no_paper_is_asked():
    assert papers(RSA) == []
    assert papers(RSA, **{"members/m1/member_rsa_asked": "yes"}) == []


def test_who_has_asked_for_the_rsa_shows_what_the_caf_says_of_it():
    assert papers(ALONE, rsa_asked="yes")[-1] == ("rsa_certificate", "Marie-Ange D’Hérouville")
    assert papers(COUPLE, **{"members/m2/member_rsa_asked": "yes"})[-1] == ("rsa_certificate", "Capucine L’Herbier")


def test_who_lived_abroad_shows_the_papers_of_that_country():
    assert [key for key, _whose in papers(ABROAD)] == ["tax_notice", "tax_notice", "foreign_papers"]
    assert "foreign_papers" not in dict(papers(ABROAD, lived_abroad="no"))


def test_no_rib_caf_paper_or_identity_is_asked_by_default():
    assert {paper.key for paper in c2s.FORM.papers} == {
        "temporary_protection", "tax_notice", "foreign_papers", "rsa_certificate", "domiciliation",
        "guardianship_decision", "signed_paper",
    }  # fmt: skip


# What travels


def agreements(who):
    """What the record says was agreed to, and what was not."""
    consent = record(saisine(who), to_check=False)["consent"]
    assert isinstance(consent, dict)
    return consent["boxes"]


@pytest.mark.parametrize(("who", "agreed"), [(ALONE, True), (REFUSES, False)])
def test_the_consent_to_the_collection_is_recorded_as_one(who, agreed):
    assert agreements(who) == {"collection": agreed, "declared": True, "cannot_prove": False}


def test_with_the_rsa_no_consent_is_recorded():
    assert agreements(RSA) == {"declared": True}


def test_silence_is_an_acceptance_after_two_months():
    assert "dans les 2 mois" in str(c2s.FORM.afterwards[0])
    assert "acceptée" in str(c2s.FORM.afterwards[0])
