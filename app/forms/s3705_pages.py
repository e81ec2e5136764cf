"""The pages about the parents of the S3705; those about the second only when both ask."""

from __future__ import annotations

from app.forms import civil, identity
from app.forms.s3705_parents import BOTH, FIRST, SECOND, attached, letters, only_letters, second_fund, second_home
from app.models.form import Answers, Finding, Problem, Section, Step, Worded
from app.models.text import Text, _


def _two_people(answers: Answers) -> tuple[str, Finding] | None:
    """Two parents are two people: two numbers, or two names when a number is not known (forms.md 3)."""
    one, other = answers.value(FIRST.nir), answers.value(SECOND.nir)
    known = one and other and one.number and other.number
    if one == other if known else _same_name(answers):
        return SECOND.nir.name, Problem(_("Les deux parents sont la même personne. Vérifiez les noms et les numéros."))
    return None


def _same_name(answers: Answers) -> bool:
    one, other = ([only_letters(answers.text(name)) for name in parent.names] for parent in (FIRST, SECOND))
    return bool(one[0]) and (one[0], one[2]) == (other[0], other[2])


def _asked(you: Text, them: Text) -> Worded:
    return Worded(you, ((identity.OTHER, them),))


ATTACHED = Step(
    name="attached",
    title=_("À qui rattacher les enfants ?"),
    hint=_("À un parent ou aux deux. Si ce sont les deux, chacun signe : le second parent peut signer un autre jour."),
    fields=(attached,),
    headline=attached,
)
FIRST_STEPS = (
    Step(name="names", title=identity.NAMES.title, fields=FIRST.names),
    Step(
        name="number",
        title=_asked(
            _("Quel est votre numéro de sécurité sociale ?"),
            _("Quel est le numéro de sécurité sociale de cette personne ?"),
        ),
        hint=identity.nir.hint,
        fields=(FIRST.nir,),
        headline=FIRST.nir,
    ),
    Step(
        name="link",
        title=_asked(
            _("Quel est votre lien avec les enfants ?"), _("Quel est le lien de cette personne avec les enfants ?")
        ),
        fields=(FIRST.link,),
        headline=FIRST.link,
    ),
    Step(
        name="address",
        title=_asked(_("Où habitez-vous ?"), _("Où habite cette personne ?")),
        hint=_("Sans adresse ? Écrivez le nom et l’adresse de l’organisme qui reçoit le courrier (CCAS, association)."),
        fields=civil.as_asked(FIRST.address),
    ),
    Step(
        name="body",
        title=_("Quelle caisse paie les remboursements ?"),
        hint=_("Elle est écrite sur l’attestation de droits."),
        fields=(FIRST.body,),
    ),
)
SECOND_STEPS = (
    Step(name="second_names", title=_("Comment s’appelle le second parent ?"), fields=SECOND.names, when=BOTH),
    Step(
        name="second_number",
        title=_("Quel est le numéro de sécurité sociale du second parent ?"),
        hint=identity.nir.hint,
        fields=(SECOND.nir,),
        headline=SECOND.nir,
        checks=(_two_people,),
        when=BOTH,
    ),
    Step(
        name="second_link",
        title=_("Quel est le lien du second parent avec les enfants ?"),
        fields=(SECOND.link,),
        headline=SECOND.link,
        when=BOTH,
    ),
    Step(
        name="second_home",
        title=_("Où habite le second parent ?"),
        fields=(second_home, *civil.as_asked(SECOND.address)),
        headline=second_home,
        when=BOTH,
    ),
    Step(
        name="second_fund",
        title=_("Quelle caisse paie les remboursements du second parent ?"),
        fields=(second_fund, SECOND.body),
        headline=second_fund,
        when=BOTH,
    ),
    Step(
        name="letters",
        title=_("Quel parent reçoit les courriers sur les enfants ?"),
        hint=_("Chaque parent continue de recevoir ses décomptes de remboursement."),
        fields=(letters,),
        headline=letters,
        when=BOTH,
    ),
)
SECTION = Section(title=_("Parents"), icon="users-three", steps=(ATTACHED, *FIRST_STEPS))
SECOND_SECTION = Section(title=_("Second parent"), icon="user", steps=SECOND_STEPS)
