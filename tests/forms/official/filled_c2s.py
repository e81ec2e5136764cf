"""The made-up people of the C2S as they fill it in."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.period import twelve_months
from tests.forms.official import Fact, Facts, Situation
from tests.forms.official.begun import BEGUN, fact, number, reached, signed

APPLICANT = {
    "first_name": "first_name", "name": "name", "birth_date": "birth_date", "nationality": "nationality", "nir": "nir",
    "nir_key": "nir", "caf": "caf_number", "rsa_asked": "rsa_asked", "c2s_asked": "already_filed", "street": "street",
    "postcode": "postcode", "commune": "town", "phone": "phone", "email": "email", "family": "family",
}  # fmt: skip
MEMBER = {
    "first_name": "member_first_name", "name": "member_name", "link": "member_link", "birth_date": "member_birth_date",
    "nationality": "member_nationality", "nir": "member_nir", "nir_key": "member_nir", "caf": "member_caf_number",
    "shared_custody": "member_shared_custody", "rsa_asked": "member_rsa_asked", "c2s_asked": "member_c2s_asked",
}  # fmt: skip
FILLED_BY = {
    **{f"frame1/applicant/{ref}": name for ref, name in APPLICANT.items()},
    "frame1/members": "members",
    **{f"frame1/member/{ref}": f"members/*/{name}" for ref, name in MEMBER.items()},
    "frame2/benefits": "benefits", "frame2/worked": "worked", "frame3/incomes": "incomes",
    "frame3/income/person": "incomes/*/income_person", "frame3/income/category": "incomes/*/income_category",
    "frame3/income/month": "incomes/*/income_months", "frame3/income/amount": "incomes/*/income_months",
    "frame3/alimony_paid": "alimony_paid", "frame3/housing": "housing", "frame4/body": "body",
    "frame4/name": "body_name", "frame4/address": "body_address", "frame5/collection": "collection",
    "frame5/cannot_prove": "cannot_prove", "frame5/attest": "declared", "frame5/place": "made_in",
    "frame5/date": "signed_on", "frame5/signature": "signature",
}  # fmt: skip
"""The path of the answer for each field of the paper; ``*`` is the id of a row.

A number and its key are one answer, the month and the amount twelve of them; the days of the period are computed.
"""
COMPUTED = ("frame3/period_from", "frame3/period_to")

PAGES = {"temporary-protection": "ukraine-protection-temporaire"}
"""The pages that a situation expects, by the offers that they are."""

OPTIONS = {
    "française": "french", "UE/EEE/Suisse": "europe", "autre": "other",
    "seul(e)": "alone", "en couple": "couple",
    "conjoint/concubin/PACS": "partner", "enfant de moins de 25 ans": "child",
    "autre personne à charge de moins de 25 ans": "other",
    "RSA": "rsa", "AAH": "aah", "ASPA": "aspa", "ASV": "asv", "ASI": "asi",
    "locataire sans aide au logement": "tenant", "avec une aide au logement": "aid", "propriétaire": "owner",
    "logé gratuitement": "free",
    "la caisse d’assurance maladie": "fund", "un organisme de la liste": "listed",
    "revenus d’activité": "work", "activité indépendante": "self_employed",
    "salaires et pensions de l’étranger": "foreign",
}  # fmt: skip
"""The keys of the program for the words of the table."""
WORKED = ("frame5/collection",)
"""What is no answer by itself."""


def typed(situation: Situation) -> dict[str, str]:
    """Every answer of *situation*; who is sent elsewhere answers the first page alone."""
    protection = _protection(situation)
    if situation.expected.outcome == "elsewhere":
        return protection
    facts = situation.facts
    plain = {FILLED_BY[ref]: _typed(ref, said) for ref, said in facts.items() if ref not in WORKED}
    told = BEGUN | plain | protection | _request(situation) | _home(situation) | _resources(situation)
    told |= _reached(facts) | dict(_members(situation)) | dict(_incomes(situation))
    return {path: text for path, text in (told | signed(situation, "frame5")).items() if text}


def _typed(ref: str, said: Fact) -> str:
    if ref.endswith("/nir"):
        return number(said)
    if isinstance(said, list):
        return " ".join(OPTIONS[one] for one in said)
    return OPTIONS.get(said, said) if isinstance(said, str) else fact(said)


def _protection(situation: Situation) -> dict[str, str]:
    if not situation.asked["temporary_protection"]:
        return {"protected": "no"}
    return {"protected": "yes", "protected_since": fact(situation.asked["temporary_protection_since"])}


def _request(situation: Situation) -> dict[str, str]:
    return {
        "already_filed": "yes" if situation.asked["already_filed"] else "no",
        "covered": "no",
        "urgent": str(situation.asked["urgent"]),
        "everybody": "yes",
    }


def _home(situation: Situation) -> dict[str, str]:
    """Domiciled: the body, then its street, on the one line of the paper."""
    if not situation.asked.get("domiciled"):
        return {"home": "own"}
    body, street = str(situation.facts["frame1/applicant/street"]).split(", ", 1)
    return {"home": "elected", "elected": body, "street": street}


def _resources(situation: Situation) -> dict[str, str]:
    """With the RSA nothing of them is asked, not even the consent."""
    received = situation.facts.get("frame2/benefits")
    if isinstance(received, list) and "RSA" in received:
        return {}
    refused = situation.facts["frame5/collection"] is False
    return {
        **({} if received else {"benefits": "none"}),
        "collection": "no" if refused else "yes",
        "lived_abroad": "yes" if situation.asked.get("lived_abroad") else "no",
        "all_incomes": "yes" if refused else "",
    }


def _reached(facts: Facts) -> dict[str, str]:
    if "frame1/applicant/email" in facts:
        return {"ways": "email"}
    return reached(facts.get("frame1/applicant/phone"))


def _rows(situation: Situation, group: str) -> tuple[Facts, ...]:
    return next((rows.rows for rows in situation.rows if rows.group == group), ())


def _members(situation: Situation) -> Iterator[tuple[str, str]]:
    for place, member in enumerate(_rows(situation, "members"), 1):
        yield from ((FILLED_BY[ref].replace("*", f"m{place}"), _typed(ref, said)) for ref, said in member.items())


def _incomes(situation: Situation) -> Iterator[tuple[str, str]]:
    """The lines of the table, one a month, are one row of twelve sums for each person and category."""
    period = twelve_months(situation.today)
    assert period
    sums: dict[tuple[Fact, Fact], dict[Fact, Fact]] = {}
    for line in _rows(situation, "incomes"):
        who, what, month, amount = (line[f"frame3/income/{ref}"] for ref in ("person", "category", "month", "amount"))
        sums.setdefault((who, what), {})[month] = amount
    for place, ((who, what), amounts) in enumerate(sums.items(), 1):
        yield f"incomes/i{place}/income_person", _person(situation, who)
        yield f"incomes/i{place}/income_category", OPTIONS[str(what)]
        yield f"incomes/i{place}/income_months", ";".join(f"{amounts.get(f'{m:%Y-%m}', 0)}" for m in period.months)


def _person(situation: Situation, first_name: Fact) -> str:
    names = [member["frame1/member/first_name"] for member in _rows(situation, "members")]
    return f"m{names.index(first_name) + 1}" if first_name in names else "applicant"
