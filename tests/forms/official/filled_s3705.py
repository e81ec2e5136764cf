"""The made-up parents of the S3705 as they fill it in."""

from __future__ import annotations

from tests.builders import STROKES
from tests.forms.official import Fact, Facts, Situation
from tests.forms.official.begun import BEGUN, fact, number, reached

PARENTS = {
    "1/birth_name": "name", "1/usage_name": "usage_name", "2": "first_name", "3": "nir", "4/street": "street",
    "4/postcode": "postcode", "4/commune": "town", "5": "link", "6": "body",
    "7/birth_name": "second_name", "7/usage_name": "second_usage_name", "8": "second_first_name", "9": "second_nir",
    "10/street": "second_street", "10/postcode": "second_postcode", "10/commune": "second_town", "11": "second_link",
    "12": "second_body", "14": "attached", "15": "letters", "16/place": "made_in",
    "16/signature": "signature", "16/date": "signed_on", "16/signature2": "second_signature",
    "16/date2": "second_signed_on",
}  # fmt: skip
CHILDREN = {
    "13/name": "children/*/child_name", "13/first_names": "children/*/child_first_name",
    "13/birth_date": "children/*/birth_date",
}  # fmt: skip
FILLED_BY = {**PARENTS, "13": "children", **CHILDREN}
"""The answer of the program for each field of the paper; « * » stands for a row."""

PAGES = {"s1110": "assure-autonome-16-18"}
"""The pages that a situation expects, by the offers that they are."""
OPTIONS = {
    "père": "father", "mère": "mother", "adoptant": "adopter", "tuteur": "guardian", "autre": "other",
    "au parent désigné ci-dessus": "one", "aux deux parents désignés ci-dessus": "both",
    "parent 1": "first", "parent 2": "second",
}  # fmt: skip
HERE = "CPAM de Valmont, 99900 Valmont"
"""The body that pays is the caisse of the terminal: it is chosen on the first pages, and not typed."""
SECOND_HOME = (("4/street", "10/street"), ("4/postcode", "10/postcode"), ("4/commune", "10/commune"))


def typed(situation: Situation) -> dict[str, str]:
    """Every answer of *situation*."""
    facts = situation.facts
    found = {path: _typed(ref, facts[ref]) for ref, path in PARENTS.items() if ref in facts}
    rows = [row for rows in situation.rows for row in rows.rows]
    children = {
        path.replace("*", f"c{place}"): fact(row[ref])
        for place, row in enumerate(rows, start=1)
        for ref, path in CHILDREN.items()
    }
    every = BEGUN | {"other_scheme": "no"} | found | _second(facts) | children | reached(None)
    return {path: text for path, text in every.items() if text}


def _typed(ref: str, said: Fact) -> str:
    if ref in ("16/signature", "16/signature2"):
        return STROKES
    if ref in ("3", "9"):
        return number(said)
    return "" if said == HERE else OPTIONS.get(fact(said), fact(said))


def _second(facts: Facts) -> dict[str, str]:
    """What the program asks of the second parent and the paper does not: whether home and fund are the same."""
    if "7/birth_name" not in facts:
        return {}
    together = all(facts[one] == facts[other] for one, other in SECOND_HOME)
    told = {
        "second_home": "same" if together else "other",
        "second_fund": "same" if facts["6"] == facts["12"] else "other",
    }
    return told | ({"second_street": "", "second_postcode": "", "second_town": ""} if together else {})
