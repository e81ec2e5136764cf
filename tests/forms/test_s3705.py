"""The S3705: one parent or both, children under 18, one signature or two, on one day or two (forms.md 3)."""

from dataclasses import replace
from datetime import date

import pytest

from app.forms import s3705, s3705_children, s3705_parents
from app.forms.recipient import recipient
from app.forms.signing import FIRST, signed, signer, signing_day
from app.models.filling import PRINT, begin
from app.models.kinds import SigningDay
from app.models.nir import key_of
from app.models.path import problems, remarks
from app.models.pieces import pieces
from tests.builders import STROKES, valmont
from tests.forms.official.filled_s3705 import typed
from tests.forms.official.people import person

MOTHER = person(s3705.FORM, "s3705", "one-mother-one-child", typed)
BOTH = person(s3705.FORM, "s3705", "two-parents-second-day", typed)
WAITING = person(s3705.FORM, "s3705", "two-parents-first-day", typed)
GUARDIAN = person(s3705.FORM, "s3705", "guardian-with-waiting-number", typed)
TODAY = date(2026, 2, 28)
BORN = {f"children/c1/{field}": "" for field in ("child_name", "child_first_name", "birth_date")}
"""Takes the one child out."""
ALONE = {"attached": "one"}


def born(day: str, row: str = "c1") -> dict[str, str]:
    return {f"children/{row}/birth_date": day}


def child(who, day, **changes):
    """What is said of the birth date of their first child."""
    return who.said("children", **born(day), **changes).get("children/c1/birth_date", "")


def test_one_parent_is_asked_this_and_nothing_more():
    assert MOTHER.steps() == [
        "other_scheme", "caisse", "person", "notice", "attached", "names", "number", "link", "address", "children",
        "ways", "language", "avoid", "declaration", "sign",
    ]  # fmt: skip
    assert MOTHER.finished()


def test_the_second_parent_is_asked_for_only_when_the_children_are_attached_to_both():
    assert set(BOTH.steps()) - set(MOTHER.steps()) == {
        "second_names", "second_number", "second_link", "second_home", "second_fund", "letters", "second_sign",
    }  # fmt: skip
    assert not {step for step in BOTH.steps(**ALONE) if step.startswith("second") or step == "letters"}
    assert not [path for path in BOTH.way(**ALONE).answers.typed if path.startswith("second")]
    assert BOTH.finished()


def test_who_another_country_insures_is_sent_to_the_page_about_it_before_anything_else():
    assert MOTHER.steps(other_scheme="yes")[0] == "other_scheme"
    said = MOTHER.said("other_scheme", other_scheme="yes")
    assert said["other_scheme"].startswith("!Un autre pays paie vos soins : cette demande n’est pas pour vous.")
    assert s3705.ELSEWHERE.page == "assure-autre-pays-s1"


def test_a_parent_cannot_ask_here_as_for_a_child():
    (asked,) = (one for page in MOTHER.way().pages for one in page.asked if one.path == "for_whom")
    assert list(asked.options) == ["me", "helped", "absent", "guardian"]


def test_an_agent_reads_the_questions_about_the_person_who_is_helped():
    helped = MOTHER.page("link", for_whom="helped", helper_name="Camille Morel")
    assert str(helped.title) == "Quel est le lien de cette personne avec les enfants ?"


def test_the_guardian_of_a_parent_signs_in_their_place():
    guardian = {"for_whom": "guardian", "helper_name": "Paul Roy", "decision": "yes"}
    named = {"signer_name": "Roy", "signer_first_name": "Paul", "signer_link": "guardian"}
    assert MOTHER.asked("signer", **guardian) == ["signer_name", "signer_first_name", "signer_link"]
    assert "signer" not in MOTHER.steps()
    assert MOTHER.finished(**guardian, **named)
    assert signer(MOTHER.way(**guardian, **named).answers) == "Paul Roy"


# The body that pays


def body(who, **changes):
    answers = who.way(**changes).answers
    to = recipient(answers, valmont())
    return [s3705_parents.body(parent, answers, to) for parent in s3705_parents.asking(answers)]


def test_the_caisse_of_this_place_is_known_and_not_asked():
    assert "body" not in MOTHER.steps()
    assert body(MOTHER) == ["CPAM de Valmont, 99900 Valmont"]


@pytest.mark.parametrize(
    "caisse",
    [{"caisse": "elsewhere", "department": "Loire"}, {"caisse": "msa", "department": "42"},
     {"caisse": "other", "scheme": "ENIM"}],
)  # fmt: skip
def test_any_other_body_is_named_by_the_parent(caisse):
    assert MOTHER.asked("body", **caisse) == ["body"]
    assert MOTHER.said("body", **caisse) == {"body": "!Écrivez le nom de la caisse."}
    assert body(MOTHER, **caisse, body="CPAM de la Loire") == ["CPAM de la Loire"]


def test_who_does_not_know_their_caisse_is_not_asked_its_address():
    assert "body" not in MOTHER.steps(caisse="unknown")
    assert body(MOTHER, caisse="unknown") == [""]


@pytest.mark.parametrize(
    ("fund", "written"), [("same", "CPAM de Valmont, 99900 Valmont"), ("other", "MSA, 42000 Valmont"), ("unknown", "")]
)
def test_the_fund_of_the_second_parent_is_the_same_or_another_or_unknown(fund, written):
    other = {"second_fund": fund, "second_body": "MSA, 42000 Valmont"}
    assert body(BOTH, **other)[1] == written
    assert BOTH.asked("second_fund", **other) == ["second_fund", *(["second_body"] if fund == "other" else [])]


def test_a_caisse_whose_address_does_not_begin_with_its_name_is_named_before_it():
    answers = MOTHER.way().answers
    to = recipient(answers, replace(valmont(), postal_address="99900 Valmont"))
    assert s3705_parents.body(s3705_parents.FIRST, answers, to) == "CPAM de Valmont, 99900 Valmont"


# The home and the letters of the second parent


def test_the_second_parent_may_live_at_the_same_address():
    assert BOTH.asked("second_home", second_home="same") == ["second_home"]
    answers = BOTH.way(second_home="same").answers
    assert s3705_parents.home(s3705_parents.SECOND, answers) == s3705_parents.FIRST.address
    assert s3705_parents.home(s3705_parents.SECOND, BOTH.way().answers) == s3705_parents.SECOND.address
    assert not BOTH.finished(second_street="")


def test_both_parents_choose_who_receives_the_letters():
    assert s3705_parents.addressee(BOTH.way().answers) is s3705_parents.SECOND
    assert s3705_parents.addressee(BOTH.way(letters="first").answers) is s3705_parents.FIRST
    assert s3705_parents.addressee(MOTHER.way(letters="second").answers) is s3705_parents.FIRST
    assert not BOTH.finished(letters="")


# Two people


SAME = "!Les deux parents sont la même personne. Vérifiez les noms et les numéros."


def test_the_parents_have_two_numbers():
    mine = BOTH.answers["nir"]
    assert BOTH.said("second_number", second_nir=mine) == {"second_nir": SAME}


def test_two_parents_without_a_number_have_two_names():
    twin = {"second_name": "O’MALLEY", "second_first_name": "fergus", "second_nir": "none"}
    assert BOTH.said("second_number", **twin) == {"second_nir": SAME}
    assert BOTH.said("second_number", **twin | {"second_first_name": "Fiona"}) == {}
    assert BOTH.said("second_number", **twin | {"second_nir": BOTH.answers["second_nir"]}) == {}


def test_names_that_are_not_written_yet_are_not_the_same():
    nameless = {"name": "", "first_name": "", "second_name": "", "second_first_name": ""}
    assert SAME not in BOTH.said("second_number", **nameless, second_nir="").values()


# Children


def test_there_is_a_child_at_least():
    assert MOTHER.said("children", **BORN) == {"children": "!Ajoutez au moins un enfant."}
    assert not MOTHER.finished(**BORN)


def test_what_is_said_of_the_list_is_not_said_on_the_page_of_a_row():
    begun = begin(s3705.FORM, dict(MOTHER.answers), TODAY).to("children").add("c9")
    assert begun.page is not None
    assert begun.page.paths == tuple(asked.path for asked in begun.page.asked)
    listed = begun.back().page
    assert listed is not None
    assert "children" in listed.paths


REFUSED = "!À 18 ans, l’enfant est assuré à son propre nom. Revenez à la liste et retirez-le de cette demande."


@pytest.mark.parametrize(
    ("day", "today", "refused"),
    [
        ("28/2/2008", TODAY, True),
        ("1/3/2008", TODAY, False),
        ("29/2/2008", TODAY, False),
        ("29/2/2008", date(2026, 3, 1), True),
        ("28/2/2026", TODAY, False),
    ],
)
def test_at_18_a_child_is_no_longer_attached(day, today, refused):
    assert (child(MOTHER.on(today), day, signed_on="") == REFUSED) is refused


@pytest.mark.parametrize(
    ("day", "asks"),
    [("28/2/2010", True), ("1/3/2010", False), ("1/3/2008", True), ("27/2/2011", False)],
)
def test_from_16_another_way_is_shown(day, asks):
    said = child(GUARDIAN, day)
    assert said.startswith("Dès 16 ans, un jeune peut aussi demander à être assuré à son propre nom.") is asks
    assert s3705_children.ON_THEIR_OWN.page == "assure-autonome-16-18"


def test_a_child_is_not_born_tomorrow():
    assert child(MOTHER, "1/3/2026").startswith("!Cette date n’est pas encore arrivée.")


CLOSE = "Il y a moins de 12 ans entre un parent et cet enfant. Vérifiez la date. Vous pouvez continuer."


@pytest.mark.parametrize(
    ("nir", "day", "close"),
    [
        ("2980499699009", "31/3/2010", True),
        ("2980499699009", "1/4/2010", False),
        ("2983099699009", "31/12/2009", True),
        ("2983099699009", "1/1/2010", False),
        ("2050499699009", "1/4/2016", True),
        ("2050499699009", "1/4/2017", False),
        ("2900499699009", "1/4/2017", False),
    ],
)
def test_years_between_a_parent_and_a_child_are_counted_from_the_number(nir, day, close):
    assert (child(MOTHER, day, nir=f"{nir}/{key_of(nir)}") == CLOSE) is close


def test_no_years_are_counted_without_a_number_that_tells_them():
    for number in ("none", "7100000000000/", ""):
        assert child(MOTHER, "27/2/2026", nir=number) == ""


def test_a_guardian_may_be_of_any_age():
    number = f"2050499699009/{key_of('2050499699009')}"
    assert child(MOTHER, "1/4/2016", nir=number) == CLOSE
    assert child(MOTHER, "1/4/2016", nir=number, link="guardian") == ""


def test_the_second_parent_is_looked_at_too():
    number = "2100499699009"
    late = {"second_nir": f"{number}/{key_of(number)}"}
    assert child(BOTH, "1/4/2019", **late) == CLOSE
    assert child(BOTH, "1/4/2019", **late, **ALONE) == ""


def test_a_child_is_not_listed_twice():
    twice = {"children/c2/child_name": "o’malley dell'acqua", "children/c2/child_first_name": "AOIFE"} | born(
        "29/2/2024", "c2"
    )
    assert BOTH.said("children", **twice) == {
        "children/c2/child_name": "!Cet enfant est écrit deux fois. Retirez-le une fois."
    }
    assert BOTH.said("children", **twice | born("28/2/2024", "c2")) == {}


def test_two_children_who_are_not_named_yet_are_not_the_same():
    empty = {f"children/{row}/{name}": "" for row in ("c1", "c2") for name in ("child_name", "child_first_name")}
    assert "écrit deux fois" not in " ".join(BOTH.said("children", **empty).values())


# Signatures


def test_one_parent_signs_once():
    assert "second_sign" not in MOTHER.steps()
    assert signed(MOTHER.way().answers).day == TODAY


def test_the_request_waits_for_the_second_parent_and_keeps_the_first_signature():
    way = WAITING.way()
    stopping = [remark.path for page in way.pages for remark in problems(page, way.answers)]
    assert stopping == ["second_signature"]
    assert way.answers.text(FIRST.signed_on) == "26/2/2026"
    hint = str(WAITING.page("second_sign").hint)
    assert "« Garder et finir plus tard »" in hint
    assert "code" in hint


def test_the_second_parent_comes_back_another_day_and_signs():
    day_one = begin(s3705.FORM, dict(WAITING.answers), WAITING.today).to("second_sign")
    day_two = begin(s3705.FORM, day_one.typed, TODAY).to("second_sign").answer("second_signature", STROKES)
    assert day_two.typed["signed_on"] == "26/2/2026"
    assert day_two.typed["second_signed_on"] == "28/2/2026"
    assert day_two.typed["signature"] == STROKES
    assert day_two.go_on().step == PRINT


def test_a_signature_that_is_wiped_takes_only_its_own_day_with_it():
    signed_ = begin(s3705.FORM, dict(BOTH.answers), TODAY).to("second_sign").answer("second_signature", "")
    assert (signed_.typed["signed_on"], signed_.typed["second_signed_on"]) == ("26/2/2026", "")


def test_ages_are_those_of_the_last_signature():
    turning = born("28/2/2008")  # 17 on the first day, 18 on the second
    assert not BOTH.finished(**turning)
    assert WAITING.said("children", **turning)["children/c1/birth_date"].startswith("Dès 16 ans")
    signed_before = {"second_signed_on": "27/2/2026"}
    assert BOTH.finished(**turning, **signed_before)
    assert signing_day(BOTH.way(**signed_before).answers) == date(2026, 2, 27)


def test_until_everybody_has_signed_on_the_screen_ages_are_those_of_today():
    assert signing_day(WAITING.on(date(2026, 3, 9)).way().answers) == date(2026, 3, 9)
    assert signing_day(BOTH.way(second_signature="", second_on_paper="yes").answers) == TODAY


def test_the_days_of_signatures_are_never_asked():
    days = [one for page in BOTH.way().pages for one in page.asked if isinstance(one.field, SigningDay)]
    assert [one.path for one in days] == ["signed_on", "second_signed_on"]


def test_parents_who_sign_by_hand_can_do_it_on_the_same_sheets():
    assert (
        str(BOTH.page("second_sign", on_paper="yes").hint) == "Les deux parents peuvent signer sur les mêmes feuilles."
    )
    assert BOTH.finished(on_paper="yes", second_signature="", second_on_paper="yes")


# Pièces


def keys(who, **changes):
    return [piece.paper.key for piece in pieces(s3705.FORM, who.way(**changes).answers)]


@pytest.mark.parametrize(
    ("link", "more"),
    [
        ("father", []),
        ("mother", []),
        ("adopter", ["adoption"]),
        ("guardian", ["guardianship"]),
        ("other", ["guardianship"]),
    ],
)
@pytest.mark.parametrize("whose", ["link", "second_link"])
def test_the_papers_follow_the_link(whose, link, more):
    assert keys(BOTH, **{whose: link}) == ["filiation", *more]


def test_the_papers_of_a_second_parent_who_does_not_ask_are_not_wanted():
    assert keys(BOTH, second_link="adopter", **ALONE) == ["filiation"]


def test_nothing_answered_asks_for_everything_that_is_required():
    way = BOTH.way(**dict.fromkeys(set(BOTH.answers) - {"attached"}, ""))
    stopping = [remark.path for page in way.pages for remark in remarks(page, way.answers) if remark.stops]
    assert stopping == [
        "other_scheme", "caisse", "for_whom", "helper_name", "notice", "name", "first_name", "nir", "link",
        "postcode", "town", "street", "second_name", "second_first_name", "second_nir", "second_link", "second_home",
        "second_fund", "letters", "children", "ways", "spoken", "made_in", "on_paper", "second_on_paper",
    ]  # fmt: skip
