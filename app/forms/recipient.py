"""Whom a request goes to: the person's own fund, named as well as it is known (people.md P1)."""

from __future__ import annotations

from dataclasses import dataclass

from app.forms import before
from app.models.caisse import Caisse
from app.models.form import Answers
from app.models.text import Text, _


@dataclass(frozen=True)
class Recipient:
    """The body that receives; *caisse* is its file, when this terminal has it; *to_check*: « je ne sais pas »."""

    name: Text
    caisse: Caisse | None = None
    to_check: bool = False


def recipient(answers: Answers, local: Caisse) -> Recipient:
    """Who receives the request that *answers* make, on a terminal of the caisse *local*."""
    chosen = answers.value(before.caisse)
    place, scheme = answers.text(before.department), answers.text(before.scheme)
    if chosen == "elsewhere":
        return Recipient(_("CPAM du département : {department}").with_(department=place))
    if chosen == "msa":
        return Recipient(_("MSA du département : {department}").with_(department=place))
    if chosen == "other":
        return Recipient(_("Caisse du régime : {scheme}").with_(scheme=scheme))
    return Recipient(Text(local.name), local, to_check=chosen == "unknown")


def may_be_made_alone(answers: Answers, local: Caisse) -> bool:
    """Whether the person may finish a MAS request at a borne (P5); a fund without a file here gets paper."""
    to = recipient(answers, local)
    return to.caisse is None or to.caisse.mas_self_referral or before.AT_POSTE.holds(answers)
