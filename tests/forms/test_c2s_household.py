"""The household of the C2S: who counts, at which age, and what is said of it and never in the way (forms.md 5.2)."""

from datetime import date

import pytest

from app.forms import c2s
from tests.forms.official.filled_c2s import typed
from tests.forms.official.people import person

ALONE = person(c2s.FORM, "c2s", "alone-tenant", typed)
COUPLE = person(c2s.FORM, "c2s", "couple-with-ages-at-the-limit", typed)
TEN = person(c2s.FORM, "c2s", "ten-people", typed)

TOO_OLD = "!À 25 ans ou plus, cette personne fait sa propre demande. Retirez-la de la liste, ou corrigez la date."
NOT_SHARED = "!La garde alternée compte seulement avant 18 ans. Décochez la case."


def member(**answers):
    """The changes that add a child to the household of a woman alone."""
    child = {"first_name": "Tom", "name": "Roux", "link": "child", "birth_date": "1/2/2015", "nationality": "french",
             "nir": "none"}  # fmt: skip
    return {f"members/x/member_{name}": text for name, text in (child | answers).items()}


def said(who=ALONE, **answers):
    """What is said of that child."""
    return {
        path.removeprefix("members/x/member_"): text
        for path, text in who.said("household", **member(**answers)).items()
        if path != "everybody"
    }


def test_somebody_alone_says_so_with_one_box():
    assert ALONE.asked("household") == ["everybody"]
    assert list(ALONE.said("household", everybody="")) == ["everybody"]


def test_a_member_is_asked_what_the_online_form_asks():
    assert [path.removeprefix("members/x/member_") for path in ALONE.asked("household", **member())] == [
        "first_name", "name", "link", "birth_date", "nationality", "nir", "caf_number", "shared_custody", "rsa_asked",
        "c2s_asked", "everybody",
    ]  # fmt: skip
    assert ALONE.finished(**member())


def test_shared_custody_is_not_asked_of_a_partner():
    assert "members/x/member_shared_custody" not in ALONE.asked("household", **member(link="partner"))


@pytest.mark.parametrize("link", ["child", "other"])
@pytest.mark.parametrize(
    ("today", "born", "told"),
    [
        (date(2026, 2, 28), "1/3/2001", None), (date(2026, 2, 28), "28/2/2001", TOO_OLD),
        (date(2025, 2, 28), "29/2/2000", None), (date(2025, 3, 1), "29/2/2000", TOO_OLD),
    ],
)  # fmt: skip
def test_a_dependant_is_under_25_on_the_day_of_the_request(link, today, born, told):
    assert said(ALONE.on(today), link=link, birth_date=born).get("birth_date") == told


def test_a_partner_may_be_of_any_age():
    assert said(link="partner", birth_date="1/2/1940") == {}


@pytest.mark.parametrize(
    ("today", "born", "told"),
    [
        (date(2026, 2, 28), "1/3/2008", None), (date(2026, 2, 28), "28/2/2008", NOT_SHARED),
        (date(2026, 2, 28), "29/2/2008", None), (date(2026, 3, 1), "29/2/2008", NOT_SHARED),
    ],
)  # fmt: skip
def test_custody_is_shared_of_minors_alone(today, born, told):
    assert said(ALONE.on(today), birth_date=born, shared_custody="yes").get("shared_custody") == told
    assert said(ALONE.on(today), birth_date=born) == {}


def test_one_partner_at_most():
    found = COUPLE.said("household", **{"members/m2/member_link": "partner"})
    assert found["members/m2/member_link"].startswith("!Un foyer compte un seul mari")
    assert "members/m1/member_link" not in found


def test_the_number_of_another_is_said_and_not_in_the_way():
    of_the_mother = ALONE.way().answers.typed["nir"]
    assert said(nir=of_the_mother)["nir"] == "Ce numéro est déjà celui d’une autre personne du foyer."
    assert ALONE.finished(**member(nir=of_the_mother, birth_date="24/12/2014"))
    assert said(nir="none") == {}


def test_two_children_may_both_have_no_number():
    assert TEN.finished(**{"members/m7/member_nir": "none"})


def test_a_number_that_tells_another_birth_is_said():
    assert said(nir="101037699902158/00")["nir"].startswith("!")
    found = COUPLE.said("household", **{"members/m3/member_birth_date": "1/3/2009"})
    assert found["members/m3/member_birth_date"].startswith("Le numéro de sécurité sociale indique une autre date.")


@pytest.mark.parametrize(
    ("family", "link", "says"),
    [("couple", "child", "Vous avez répondu « en couple »"), ("alone", "partner", "Vous avez répondu « seul(e) »")],
)
def test_a_couple_is_two(family, link, says):
    found = ALONE.said("household", family=family, **member(link=link, birth_date="1/2/2003"))
    assert found["everybody"].startswith(says)
    assert ALONE.finished(family=family, **member(link=link, birth_date="1/2/2003"))


@pytest.mark.parametrize(
    ("today", "told"), [(date(2026, 2, 28), True), (date(2026, 3, 1), False), (date(2019, 1, 1), True)]
)
def test_a_young_applicant_is_told_of_the_parents(today, told):
    found = ALONE.on(today).said("number", nir="none", birth_date="1/3/2001")
    assert ("birth_date" in found) is told
    assert not any(text.startswith("!") for text in found.values())


def test_domiciled_the_name_of_the_body_is_asked():
    assert ALONE.asked("home") == ["home", "postcode", "town", "street"]
    assert ALONE.asked("home", home="elected") == ["home", "elected", "postcode", "town", "street"]


def test_who_is_helped_is_spoken_of_in_the_third_person():
    assert str(ALONE.page("situation", for_whom="helped", helper_name="Ana Roux").title) == (
        "La situation de cette personne"
    )


def test_ten_people_come_to_the_end():
    assert len(TEN.asked("household")) == 9 * 10
    assert TEN.finished()
