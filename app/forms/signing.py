"""Agreeing and signing, the end of every request (people.md P2, P4, P8, P13, P14)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from app.forms import before, given, identity
from app.forms.before import ABSENT, AT_POSTE, LOCAL, REMOTE
from app.models.fields import Consent, Line, Name, Signature, Tick
from app.models.form import (
    Answers,
    Field,
    Finding,
    Official,
    Problem,
    Rule,
    Section,
    Step,
    StepCheck,
    Worded,
    Words,
)
from app.models.kinds import SigningDay
from app.models.rules import all_of, any_of, one_of, ticked, unless
from app.models.strokes import Strokes
from app.models.text import Text, _


@dataclass(frozen=True, eq=False)
class Signer:
    """Somebody whose signature is asked: the ways they may sign, and the answers that name them, first names first."""

    signature: Signature
    signed_on: SigningDay
    on_paper: Tick
    attested: Tick
    attested_by: Name
    named: tuple[Name, Name]

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """What the page of this signature asks."""
        return self.signature, self.signed_on, self.on_paper, self.attested, self.attested_by


@dataclass(frozen=True)
class Signed:
    """How somebody has agreed; *strokes* and *day* only when it was drawn here, *by* only when an agent attests."""

    mode: Literal["drawn", "paper", "attested", "informed", "nothing"]
    strokes: Strokes = ()
    by: str = ""
    day: date | None = None


def _signer(prefix: str, drawn: Rule, attests: Rule) -> Signer:
    """Who signs with the answers that begin with *prefix*: on the pad, or through an agent, when a rule allows it."""
    signature = Signature(
        name=f"{prefix}signature",
        label=_("Signez avec le doigt dans le cadre"),
        missing=_("Signez dans le cadre, ou choisissez de signer sur papier."),
        required=False,
        when=drawn,
    )
    on_paper = Tick(
        name=f"{prefix}on_paper",
        label=_("Signer sur papier"),
        hint=_("Vous imprimez la demande, vous la signez et vous la donnez à l’accueil."),
        required=False,
        when=any_of(unless(drawn), ticked(given.paper)),
    )
    attested = Tick(
        name=f"{prefix}attested",
        label=_("La personne ne peut pas signer : l’agent atteste son accord"),
        required=False,
        when=attests,
    )
    attested_by = Name(
        name=f"{prefix}attested_by",
        label=_("Nom et prénom de l’agent qui atteste"),
        missing=_("Écrivez le nom de l’agent qui atteste."),
        when=ticked(attested),
    )
    day = SigningDay(name=f"{prefix}signed_on", label=_("Signé le"), of=signature.name, when=drawn)
    named = (identity.first_name, identity.name)
    first_name, name = (replace(field, name=f"{prefix}{field.name}") for field in named)
    return Signer(signature, day, on_paper, attested, attested_by, (first_name, name))


MADE_IN = "made_in"
"""Where who signs is, as the cerfa ask it."""
HERE = all_of(ticked(given.drawn), LOCAL)
"""Only the caisse of this place has said that it takes a drawn signature."""
FIRST = _signer(
    "",
    drawn=all_of(HERE, unless(ABSENT), unless(REMOTE)),  # an absent person draws nothing
    attests=all_of(AT_POSTE, one_of(before.for_whom, "me", "helped")),
)
SECOND = _signer("second_", drawn=HERE, attests=AT_POSTE)
"""The other person that some forms want the signature of, on the same day or another."""


def signatures(answers: Answers) -> tuple[tuple[Signer, Signed], ...]:
    """Everybody whose signature these answers call for, and how each has signed."""
    second = [SECOND] if any(field.name in answers.typed for field in SECOND.fields) else []
    return tuple((who, _how(answers, who)) for who in (FIRST, *second))


def signed(answers: Answers) -> Signed:
    """How these answers are signed as a whole: not, until everybody has; by hand as soon as anybody does it so."""
    every = [how for _who, how in signatures(answers)]
    return next((how for mode in ("nothing", "paper") for how in every if how.mode == mode), every[0])


def _how(answers: Answers, who: Signer) -> Signed:
    """How *who* has signed: what needs another person first, then paper, then the pad."""
    if REMOTE.holds(answers):
        return Signed("informed", by=answers.text(before.informed_by))
    if answers.value(who.attested):
        return Signed("attested", by=answers.text(who.attested_by))
    if answers.value(who.on_paper):
        return Signed("paper")
    strokes = answers.value(who.signature)
    return Signed("drawn", strokes, day=answers.value(who.signed_on)) if strokes else Signed("nothing")


def signing_day(answers: Answers) -> date:
    """The day on which ages count: that of the last signature once all are drawn; today until then."""
    days = [how.day for _who, how in signatures(answers)]
    return max(day for day in days if day) if all(days) else answers.today


def signer(answers: Answers, who: Signer = FIRST) -> str:
    """First name and name of who signs; for the person, those of who represents them in law (people.md P8)."""
    represented = who is FIRST and identity.REPRESENTED.holds(answers)
    named = (identity.signer_first_name, identity.signer_name) if represented else who.named
    return " ".join(answers.text(part) for part in named)


def _signed_somehow(who: Signer) -> StepCheck:
    """One of the ways to sign, at least."""

    def check(answers: Answers) -> tuple[str, Finding] | None:
        if _how(answers, who).mode != "nothing":
            return None
        if who.signature.when.holds(answers):
            return who.signature.name, Problem(who.signature.missing)
        return who.on_paper.name, Problem(_("Touchez « Signer sur papier »."))

    return check


SIGN = Step(
    name="sign",
    title=_("Signez votre demande"),
    fields=FIRST.fields,
    checks=(_signed_somehow(FIRST),),
    when=unless(REMOTE),
)


def second_step(title: Words, hint: Words, when: Rule) -> Step:
    """The page where another person signs, of a form that wants it *when* a rule holds: it can be another day."""
    return Step(
        name="second_sign",
        title=title,
        hint=hint,
        fields=SECOND.fields,
        checks=(_signed_somehow(SECOND),),
        when=all_of(when, unless(REMOTE)),
    )


def section(*steps: Step, then: tuple[Step, ...] = ()) -> Section:
    """The end of a form: what is agreed to or declared, in *steps*; the signature; *then* that of another person."""
    return Section(title=_("Signer"), icon="note-pencil", steps=(*steps, SIGN, *then))


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
    return Step(name="declaration", title=_("Votre déclaration"), fields=(declared, *others, _made_in(frame)))


def place_step(frame: str) -> Step:
    """Of a cerfa whose *frame* has nothing to declare: « Fait à » alone."""
    return Step(name="declaration", title=_("Dans quelle ville êtes-vous ?"), fields=(_made_in(frame),))


def _made_in(frame: str) -> Line:
    return Line(
        name=MADE_IN,
        label=_("Fait à"),
        hint=_("La ville où vous êtes maintenant."),
        missing=_("Écrivez le nom de la ville où vous êtes."),
        limit=45,
        width=30,
        official=Official(frame, "Fait à"),
    )
