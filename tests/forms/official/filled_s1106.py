"""The made-up people of the S1106 as they fill it in."""

from __future__ import annotations

from tests.forms.official import Situation
from tests.forms.official.begun import BEGUN, fact, number, reached, signed

FILLED_BY = {
    "A1/birth_name": "name", "A1/usage_name": "usage_name", "A1/first_names": "first_name", "A2": "nir",
    "A3/number": "caf_number", "A3/caf": "caf", "A4": "birth_date", "A5/commune": "birth_town",
    "A5/country": "birth_country", "A6": "nationality", "A6/other": "other_nationality",
    "A6/permit_expiry": "permit_expiry", "A7/street": "street", "A7/postcode": "postcode", "A7/commune": "town",
    "A8": "phone", "A9/body": "elected", "A9/street": "elected_street", "A9/postcode": "elected_postcode",
    "A9/commune": "elected_town", "B1": "job", "B1/which": "trade", "B2": "job", "B3": "job", "B3/which": "other_job",
    "B4": "arrived_on", "C/attest": "declared", "C/place": "made_in", "C/date": "signed_on", "C/signature": "signature",
}  # fmt: skip
"""The answer of the program for each field of the paper; the three boxes of frame B are one question."""

STANDS_FOR = {"home": "A7/street"}
"""What the program asks first, where the table names the field of the paper that is missing."""

PAGES = {"s1": "assure-autre-pays-s1", "temporary-protection": "ukraine-protection-temporaire"}
"""The pages that a situation expects, by the offers that they are."""

NATIONALITIES = {"française": "french", "UE/EEE/Suisse": "europe", "autre": "other"}
PLACES = {"France": "france", "Wallis-et-Futuna": "wallis"}
WORKED = ("A5/country", "B1", "B2", "B3")
"""What is no answer by itself."""
JOBS = {"B1": "work", "B2": "idle", "B3": "other"}
PARENT = {"signer_name": "Rakotomalala", "signer_first_name": "Hery", "signer_link": "parent"}
"""Under 16 somebody signs in the place of the pupil; the paper does not ask who."""


def typed(situation: Situation) -> dict[str, str]:
    """Every answer of *situation*."""
    facts = situation.facts
    plain = {path: fact(facts[ref]) for ref, path in FILLED_BY.items() if ref in facts and ref not in WORKED}
    worked = {
        **_case(situation),
        **reached(facts.get("A8")),
        **_born(situation),
        **_lives(situation),
        **_works(situation),
        **({"nir": number(facts["A2"])} if "A2" in facts else {}),
        **({"nationality": NATIONALITIES[str(facts["A6"])]} if "A6" in facts else {}),
        **(PARENT if situation.name == "sixteen-tomorrow" else {}),
        **signed(situation, "C"),
    }
    return BEGUN | plain | worked


def _case(situation: Situation) -> dict[str, str]:
    if situation.asked.get("other_scheme"):
        return {"case": "abroad"}
    if situation.asked.get("temporary_protection"):
        return {"case": "aps", "protected_since": fact(situation.asked["temporary_protection_since"])}
    return {"case": "none"}


def _born(situation: Situation) -> dict[str, str]:
    country = situation.facts.get("A5/country")
    place = PLACES.get(str(country), "abroad")
    named = {"birth_country": str(country)} if place == "abroad" else {}
    return {"birth_place": place, **named} if country else {}


def _lives(situation: Situation) -> dict[str, str]:
    homes = {"A7/street": "own", "A9/body": "elected"}
    return next(({"home": home} for ref, home in homes.items() if ref in situation.facts), {})


def _works(situation: Situation) -> dict[str, str]:
    job = next((job for ref, job in JOBS.items() if situation.facts.get(ref)), "")
    exempt = {"exempt": "benefits" if situation.asked.get("exempt") else "none"}
    return {"job": job, **(exempt if job != "work" else {})} if job else {}
