"""The made-up people of the S1110 as they fill it in."""

from __future__ import annotations

from tests.forms.official import Situation
from tests.forms.official.begun import BEGUN, fact, number, reached, signed

FILLED_BY = {
    "1": "nir", "2/birth_name": "name", "2/usage_name": "usage_name", "2/first_names": "first_name", "3": "birth_date",
    "4/street": "street", "4/postcode": "postcode", "4/commune": "town", "5": "phone", "6": "insured_nir",
    "7/birth_name": "insured_name", "7/usage_name": "insured_usage_name", "7/first_names": "insured_first_name",
    "8": "insured_birth_date", "9/same": "insured_home", "9/street": "insured_street",
    "9/postcode": "insured_postcode", "9/commune": "insured_town", "10/attest": "declared", "10/place": "made_in",
    "10/date": "signed_on", "10/signature": "signature",
}  # fmt: skip
"""The answer of the program for each field of the paper."""

PAGES = {"puma-sans-delai": "puma-sans-delai"}
"""The pages that a situation expects, by the offers that they are."""
NUMBERS = ("1", "6")


def typed(situation: Situation) -> dict[str, str]:
    """Every answer of *situation*."""
    facts, asked = situation.facts, situation.asked
    plain = {path: fact(facts[ref]) for ref, path in FILLED_BY.items() if ref in facts and ref not in NUMBERS}
    return BEGUN | plain | {
        "care": "yes" if asked["care"] else "no",
        "account": "yes" if asked["account"] else "no",
        **reached(facts.get("5")),
        **{FILLED_BY[ref]: number(facts[ref]) for ref in NUMBERS if ref in facts},
        **_parent(situation),
        **signed(situation, "10"),
    }  # fmt: skip


def _parent(situation: Situation) -> dict[str, str]:
    """Who keeps the name to themselves is not asked the address any more."""
    if "7/birth_name" not in situation.facts:
        return {"insured_told": "silent"}
    return {"insured_told": "yes", "insured_home": "same" if situation.facts.get("9/same") else "other"}
