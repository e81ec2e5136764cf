"""What is taken up from one request of a visit in the next."""

from app.forms import FORMS
from app.forms.shared import for_form, given_before
from app.models.path import path
from tests.builders import BY_MAIL
from tests.forms.person import TODAY, borne

HOSTED = BY_MAIL | {"home": "elected", "elected": "CCAS de Valmont", "street": "2 place de la Mairie"}


def taken(form, **changes):
    return for_form(given_before(borne(**changes)), FORMS[form])


def test_who_the_person_is_and_how_to_reach_them():
    found = taken("1106")
    assert found["name"] == "KOVALENKO"
    assert found["birth_date"] == "14/3/1988"
    assert found["phone"] == "06 39 98 12 34"


def test_never_what_they_ask_nor_for_whom():
    assert not {"motives", "for_whom", "caisse", "consent", "signature", "notice"} & set(taken("mas"))


def test_nothing_is_offered_that_no_birth_date_guards():
    assert taken("mas", birth_date="") == {}


def test_an_address_goes_where_the_form_asks_it():
    assert taken("s1110", **BY_MAIL)["street"] == "12 rue des Tilleuls"


def test_the_address_of_an_organisation_is_not_taken_for_ones_own():
    found = taken("1106", **HOSTED)
    assert found["elected_street"] == "2 place de la Mairie"
    assert "street" not in found
    assert taken("s1110", **HOSTED)["street"] == "CCAS de Valmont, 2 place de la Mairie"
    assert taken("mas", **HOSTED)["elected"] == "CCAS de Valmont"


def test_and_comes_back_from_a_form_that_asks_it_apart():
    typed = {
        "form": "1106", "case": "none", "birth_date": "14/3/1988", "home": "elected", "elected": "CCAS",
        "elected_street": "2 place de la Mairie", "elected_postcode": "76540", "elected_town": "Valmont",
    }  # fmt: skip
    known = given_before(path(FORMS["1106"], typed, TODAY))
    assert known["street"] == "2 place de la Mairie"
    assert for_form(known, FORMS["mas"])["town"] == "Valmont"


def household(**links: str) -> dict[str, str]:
    """What is known after a C2S whose members are linked so."""
    typed = {"form": "c2s", "case": "no", "birth_date": "14/3/1988", "family": "alone"}
    for row, link in links.items():
        typed |= {f"members/{row}/member_first_name": f"Danylo {row}", f"members/{row}/member_link": link}
    return given_before(path(FORMS["c2s"], typed, TODAY))


def test_the_children_of_a_household_are_taken_up_and_nobody_else():
    found = for_form(household(a="child", b="partner"), FORMS["s3705"])
    assert found["children/a/child_first_name"] == "Danylo a"
    assert not [name for name in found if "/b/" in name]


def test_children_become_members_of_the_household():
    found = for_form(household(a="child"), FORMS["c2s"])
    assert found["members/a/member_first_name"] == "Danylo a"
    assert found["members/a/member_link"] == "child"


def test_a_form_without_a_group_takes_up_no_child():
    assert not [name for name in for_form(household(a="child"), FORMS["mas"]) if "/" in name]
