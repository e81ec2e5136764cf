"""The papers that any request may call for: on what basis somebody asks for another (P2), where one is domiciled."""

from __future__ import annotations

from typing import Any

from app.forms import before, identity
from app.models.form import Field, Paper, Rule
from app.models.rules import all_of, any_of, equals
from app.models.text import _

PERSON = (identity.first_name, identity.name)
"""Whom the request is for, by name."""

SPEAKING = (
    Paper(
        key="guardianship_decision",
        label=_("Décision qui nomme le tuteur ou la tutrice"),
        what=_("Le jugement de tutelle, ou une autre décision du juge."),
        when=any_of(equals(before.for_whom, "guardian"), equals(identity.signer_link, "guardian")),
        whose=PERSON,
    ),
    Paper(
        key="signed_paper",
        label=_("Papier signé par la personne absente"),
        what=_("Le papier par lequel elle vous demande de faire cette demande."),
        when=all_of(before.ABSENT, equals(before.basis, "paper")),
        whose=PERSON,
    ),
)
"""Of who speaks for somebody else; a procuration is on the compte ameli, and no paper."""
SIGNED_PAPER = SPEAKING[1]


def domiciliation(when: Rule, *, needed: bool, whose: tuple[Field[Any], ...] = ()) -> Paper:
    """The certificate of who elected domicile with a body (LAW L160-5), *when* the form was answered so."""
    return Paper(
        key="domiciliation",
        label=_("Attestation d’élection de domicile"),
        what=_("Le CCAS ou l’association qui reçoit votre courrier vous la donne, pour un an."),
        needed=needed,
        when=when,
        whose=whose,
    )
