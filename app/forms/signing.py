"""Agreeing and signing, the end of every request (people.md P2, P4, P8, P13, P14)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from app.forms import before, given, identity
from app.forms.before import ABSENT, AT_POSTE, LOCAL, REMOTE
from app.models.fields import Consent, Line, Name, Signature, Tick
from app.models.form import Answers, Field, Finding, Official, Problem, Section, Step, Worded
from app.models.kinds import SigningDay
from app.models.rules import all_of, any_of, one_of, ticked, unless
from app.models.strokes import Strokes
from app.models.text import Text, _

DRAWN = all_of(ticked(given.drawn), LOCAL, unless(ABSENT), unless(REMOTE))
"""Only the caisse of this place has said that it takes a drawn signature; an absent person draws nothing."""

signature = Signature(
    name="signature",
    label=_("Signez avec le doigt dans le cadre"),
    missing=_("Signez dans le cadre, ou choisissez de signer sur papier."),
    required=False,
    when=DRAWN,
)
signed_on = SigningDay(name="signed_on", label=_("Signé le"), when=DRAWN)
on_paper = Tick(
    name="on_paper",
    label=_("Signer sur papier"),
    hint=_("Vous imprimez la demande, vous la signez et vous la donnez à l’accueil."),
    required=False,
    when=any_of(unless(DRAWN), ticked(given.paper)),
)
attested = Tick(
    name="attested",
    label=_("La personne ne peut pas signer : l’agent atteste son accord"),
    required=False,
    when=all_of(AT_POSTE, one_of(before.for_whom, "me", "helped")),
)
attested_by = Name(
    name="attested_by",
    label=_("Nom et prénom de l’agent qui atteste"),
    missing=_("Écrivez le nom de l’agent qui atteste."),
    when=ticked(attested),
)


def _signed_somehow(answers: Answers) -> tuple[str, Finding] | None:
    """One of the ways to sign, at least."""
    if signed(answers).mode != "nothing":
        return None
    if DRAWN.holds(answers):
        return signature.name, Problem(signature.missing)
    return on_paper.name, Problem(_("Touchez « Signer sur papier »."))


@dataclass(frozen=True)
class Signed:
    """How the request was agreed to; *strokes* only when it was drawn here, *by* only when an agent attests."""

    mode: Literal["drawn", "paper", "attested", "informed", "nothing"]
    strokes: Strokes = ()
    by: str = ""


def signed(answers: Answers) -> Signed:
    """How these answers are signed: what needs another person first, then paper, then the pad."""
    if REMOTE.holds(answers):
        return Signed("informed", by=answers.text(before.informed_by))
    if answers.value(attested):
        return Signed("attested", by=answers.text(attested_by))
    if answers.value(on_paper):
        return Signed("paper")
    strokes = answers.value(signature)
    return Signed("drawn", strokes) if strokes else Signed("nothing")


def signer(answers: Answers) -> str:
    """First name and name of who signs: the person, or who represents them in law (people.md P8)."""
    represented = identity.REPRESENTED.holds(answers)
    who = (identity.signer_first_name, identity.signer_name) if represented else (identity.first_name, identity.name)
    return " ".join(answers.text(part) for part in who)


SIGN = Step(
    name="sign",
    title=_("Signez votre demande"),
    fields=(signature, signed_on, on_paper, attested, attested_by),
    checks=(_signed_somehow,),
    when=unless(REMOTE),
)


def section(*steps: Step) -> Section:
    """The end of a form: what is agreed to or declared, in *steps*, then the signature."""
    return Section(title=_("Signer"), icon="note-pencil", steps=(*steps, SIGN))


def consent_step(agreement: Text, agreement_at_distance: Text, studies: Text) -> Step:
    """Of a form whose basis is consent: its own words for what is agreed to."""
    consent = Consent(
        name="consent",
        label=agreement,
        missing=_("Sans votre accord, rien ne part. Cochez la case, ou touchez « Je n’accepte pas »."),
        when=unless(REMOTE),
    )
    consent_at_distance = Consent(
        name="consent_at_distance",
        label=agreement_at_distance,
        missing=_("Sans l’accord de la personne, rien ne part. Cochez la case, ou touchez « Je n’accepte pas »."),
        when=REMOTE,
    )
    return Step(
        name="consent",
        title=Worded(_("Votre accord"), ((REMOTE, _("L’accord de la personne")),)),
        fields=(consent, consent_at_distance, Tick(name="no_studies", label=studies, required=False)),
    )


def declaration_step(attestation: Text, frame: str, *others: Field[Any]) -> Step:
    """Of a cerfa: the « attestation sur l’honneur » of its *frame*, what else is declared, and « Fait à »."""
    declared = Tick(
        name="declared",
        label=attestation,
        missing=_("Sans cette déclaration, la demande ne peut pas partir. Cochez la case."),
        official=Official(frame, "Attestation sur l’honneur"),
    )
    made_in = Line(
        name="made_in",
        label=_("Fait à"),
        hint=_("La ville où vous êtes maintenant."),
        missing=_("Écrivez le nom de la ville où vous êtes."),
        limit=45,
        width=30,
        official=Official(frame, "Fait à"),
    )
    return Step(name="declaration", title=_("Votre déclaration"), fields=(declared, *others, made_in))
