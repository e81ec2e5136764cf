"""The resources of the C2S: what is spared, what the consent spares, the twelve months, the ceiling (P10, P11)."""

from datetime import date

import pytest

from app.forms import c2s
from app.forms.c2s_incomes import category
from tests.forms.official.filled_c2s import typed
from tests.forms.official.people import person
from tests.forms.tables import of_2025

ALONE = person(c2s.FORM, "c2s", "alone-tenant", typed)
COUPLE = person(c2s.FORM, "c2s", "couple-with-ages-at-the-limit", typed)
REFUSES = person(c2s.FORM, "c2s", "collection-refused-above-the-ceiling", typed)
COLLECTED = {"work", "replacement", "pension", "social"}
KNOWN = {"ceilings": of_2025().typed()}
BELOW = ";".join(["1163"] * 12)
"""13 956 € in a year: one euro under the ceiling of one person."""


def income(months=BELOW, category="work", person="applicant", row="i1"):
    return {
        f"incomes/{row}/income_{name}": text
        for name, text in {"person": person, "category": category, "months": months}.items()
    }


def above(who=REFUSES, **changes):
    """What is said of the last sums."""
    found = who.said("incomes", **KNOWN | changes)
    return next((text for path, text in found.items() if path.endswith("income_months")), "")


# What spares the resources


@pytest.mark.parametrize(
    ("today", "benefits", "worked", "spared"),
    [
        (date(2026, 2, 28), "aspa", "no", True), (date(2026, 2, 28), "aspa", "yes", False),
        (date(2022, 3, 31), "aspa", "no", False), (date(2022, 4, 1), "aspa", "no", True),
        (date(2024, 6, 30), "asi", "no", False), (date(2024, 7, 1), "asi", "no", True),
        (date(2025, 6, 30), "aah", "no", False), (date(2025, 7, 1), "aah", "no", True),
        (date(2026, 2, 28), "aah", "", False), (date(2026, 2, 28), "asv", "", False),
        (date(2026, 2, 28), "none", "", False), (date(2026, 2, 28), "rsa aah", "yes", True),
    ],
)  # fmt: skip
def test_a_benefit_spares_the_resources_since_its_law(today, benefits, worked, spared):
    steps = ALONE.on(today).steps(benefits=benefits, worked=worked)
    assert ("incomes" not in steps) is ("alimony" not in steps) is spared
    assert ("housing" in steps) is ("collection" in steps) is ("rsa" not in benefits)


def test_the_aah_spares_somebody_alone_without_children():
    assert "incomes" in COUPLE.steps(benefits="aah", worked="no")
    assert "incomes" in ALONE.steps(benefits="aah", worked="no", family="couple")
    assert "incomes" not in COUPLE.steps(benefits="aah aspa", worked="no")


@pytest.mark.parametrize(
    ("benefits", "asked"),
    [("rsa", ["benefits"]), ("none", ["benefits", "rsa_asked"]), ("asv", ["benefits", "rsa_asked"]),
     ("aah", ["benefits", "worked", "rsa_asked"]), ("rsa asi", ["benefits", "worked"])],
)  # fmt: skip
def test_work_is_asked_of_who_it_may_spare_and_the_rsa_of_who_has_none(benefits, asked):
    assert ALONE.asked("benefits", benefits=benefits) == asked


def test_none_goes_with_no_benefit():
    assert ALONE.said("benefits", benefits="none aah")["benefits"].startswith("!« Aucune » ne va avec")


# The consent to the collection


def offered(who, **changes):
    """The kinds of money that can be declared."""
    page = who.page("incomes", **income() | changes)
    return next(set(asked.options) for asked in page.asked if asked.field is category)


def test_with_the_consent_nothing_that_the_caisse_collects_is_asked():
    assert offered(ALONE) == set(category.options) - COLLECTED
    assert ALONE.asked("incomes") == []
    assert str(ALONE.page("incomes").title) == "Y a-t-il de l’argent que la caisse ne connaît pas ?"


def test_who_consents_is_told_what_is_meant_and_may_go_on():
    hint = str(ALONE.page("incomes").hint)
    assert "argent d’un autre pays" in hint
    assert hint.endswith("Rien de cela ? Continuez.")
    assert "Rien de cela" not in str(REFUSES.page("incomes").hint)


def test_without_it_every_kind_is_asked_and_that_nothing_is_left_out():
    assert offered(REFUSES) == set(category.options)
    assert REFUSES.said("incomes", all_incomes="")["all_incomes"].startswith("!Ajoutez l’argent reçu")
    assert str(REFUSES.page("incomes").title) == "Quel argent avez-vous reçu ?"


def test_what_was_written_before_the_consent_is_not_sent():
    answers = REFUSES.way(collection="yes").answers
    assert answers.typed["incomes/i1/income_category"] == ""
    assert REFUSES.said("incomes", collection="yes")["incomes/i1/income_category"].startswith("!Choisissez")


def test_no_screen_but_the_refusal_s_names_what_is_collected():
    """P10: no question asks wages, unemployment, sick pay, pensions, benefits once the caisse may collect them."""
    asked = {one.path for page in ALONE.way().pages for one in page.asked}
    assert not [path for path in asked if "wage" in path or "pension" in path or "income" in path]


# The twelve months


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (date(2026, 2, 28), "du 1er janvier 2025 au 31 décembre 2025"),
        (date(2022, 3, 15), "du 1er février 2021 au 31 janvier 2022"),
        (date(2024, 4, 1), "du 1er mars 2023 au 29 février 2024"),
    ],
)
def test_the_months_are_computed_and_shown(today, says):
    for step in ("collection", "abroad", "incomes"):
        assert says in str(ALONE.on(today).page(step).hint).lower()


def test_before_the_rule_no_month_is_named():
    assert str(ALONE.on(date(2021, 12, 31)).page("collection").hint) == "Ceux de tout votre foyer, sur 12 mois."


@pytest.mark.parametrize(("today", "left_out"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)])
def test_help_of_the_family_is_left_out_since_july_2025(today, left_out):
    assert ("l’aide de la famille" in str(ALONE.on(today).page("incomes").note)) is left_out


def test_the_sums_are_of_somebody_of_the_household():
    page = COUPLE.page("incomes", **income(category="foreign", person="m1"))
    assert {str(label) for label in page.asked[0].options.values()} == {
        "La personne qui demande", "Thanh-Mai Nguyen", "Capucine L’Herbier", "Tom L’Herbier",
    }  # fmt: skip
    gone = COUPLE.said("incomes", **income(category="foreign", person="m9"))
    assert gone["incomes/i1/income_person"] == "!Dites qui reçoit cet argent."


def test_the_same_line_twice_is_said_and_goes():
    twice = income() | income(row="i2")
    assert REFUSES.said("incomes", **twice)["incomes/i2/income_category"].startswith("Cette personne a déjà une ligne")
    assert REFUSES.finished(**twice)
    assert REFUSES.said("incomes", **income() | income(row="i2", category="gains")) == {}


# The ceiling


def test_above_the_ceiling_is_said_with_its_days_and_goes():
    assert above().replace("\u202f", " ").replace("\u00a0", " ") == (
        "Au-dessus du plafond de la C2S : 13 957 € par an (du 1er avril 2025 au 31 mars 2026). "
        "Continuez : la caisse décide."
    )
    assert REFUSES.finished(**KNOWN)


def test_at_the_ceiling_nothing_is_said():
    assert above(**income(BELOW)) == ""
    assert above(**income("1164;" + ";".join(["1163"] * 11))) == ""
    assert above(**income("1164,01;" + ";".join(["1163"] * 11))) != ""


@pytest.mark.parametrize(("housing", "told"), [("tenant", False), ("aid", True), ("owner", True), ("free", True)])
def test_housing_is_counted(housing, told):
    assert bool(above(**income(BELOW), housing=housing)) is told


def test_an_aid_that_was_declared_is_not_counted_twice():
    sums = income(";".join(["1100"] * 12)) | income(";".join(["60"] * 12), category="social", row="i2")
    assert above(**sums, housing="aid") == ""
    assert above(**sums, housing="owner") != ""


def test_seventeen_thousand_four_hundred_for_three_is_free_for_a_tenant_alone():
    """P11, at the ceiling with a contribution: the flat amount decides."""
    sums = income("25123;" + ";".join(["0"] * 11), category="foreign")
    three = {path: "" for path in COUPLE.answers if path.startswith("members/m3/")}
    assert above(COUPLE, **three, **sums, housing="tenant") == ""
    assert above(COUPLE, **three, **sums, housing="owner") != ""


def test_alimony_paid_is_taken_off():
    assert above(alimony_paid="3545,05") == ""
    assert above(alimony_paid="3545,04") != ""


def test_sums_to_be_repaired_are_left_to_their_problem():
    assert above(**income("x")).startswith("!")


@pytest.mark.parametrize(
    "known", ["", "x", "2020-04-01/2021-03-31 ? 1/2 1/2 1/2 1/2 1/2", "2025-04-01/? ? ?/? ?/? ?/? ?/? ?/?"]
)
def test_without_a_table_of_the_day_nothing_is_said(known):
    assert above(ceilings=known) == ""


def test_a_table_without_an_end_says_since_when():
    assert "(depuis le 1er avril 2025)" in above(ceilings="2025-04-01/? 1 1/2 1/2 1/2 1/2 1/2")


def test_declaring_nothing_is_not_above_anything():
    assert ALONE.said("incomes", ceilings="2025-04-01/? 9999 1/2 1/2 1/2 1/2 1/2", housing="owner") == {}
