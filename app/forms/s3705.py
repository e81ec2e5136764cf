"""S3705, « Demande de rattachement des enfants mineurs », cerfa 14445*02 (forms.md 3; source S2).

Who is insured by another country is sent elsewhere on the first page; the parents are in ``s3705_parents.py`` and
``s3705_pages.py``, the children in ``s3705_children.py``.
"""

from __future__ import annotations

from dataclasses import replace

from app.forms import (
    after,
    before,
    contact,
    given,
    identity,
    papers,
    s3705_children,
    s3705_pages,
    s3705_parents,
    signing,
)
from app.forms.s3705_parents import BOTH, CHOICE
from app.models.fields import Choice
from app.models.form import Form, Official, Problem, Section, Step, Told, Worded
from app.models.rules import equals, ticked
from app.models.text import _

SIGNATURE = Official(CHOICE, "Signature du ou des parents")

ELSEWHERE = Problem(
    _("Un autre pays paie vos soins : cette demande n’est pas pour vous. Lisez la page « Assuré d’un autre pays »."),
    page="assure-autre-pays-s1",
)
other_scheme = Choice(
    name="other_scheme",
    label=_("Sécurité sociale d’un autre pays"),
    missing=_("Répondez oui ou non."),
    options={"no": _("Non"), "yes": _("Oui")},
    checks=(lambda value, today: ELSEWHERE if value == "yes" else None,),
)
ELSEWHERE_FIRST = Step(
    name="other_scheme",
    title=_("Dépendez-vous de la sécurité sociale d’un autre pays ?"),
    hint=_("Par exemple : travailleur détaché, ou retraité d’un autre pays."),
    fields=(other_scheme,),
    headline=other_scheme,
)
SIGNER = replace(identity.SIGNER, hint=_("Le tuteur ou la tutrice signe."), when=equals(before.for_whom, "guardian"))
"""A parent whose guardian signs; nobody asks here how old a parent is."""

FORM = Form(
    id="s3705",
    version=1,
    title=_("Demande de rattachement d’enfants"),
    short_title=_("Rattachement d’enfants"),
    lead=_("Vos enfants de moins de 18 ans sont assurés avec vous, ou avec les deux parents."),
    icon="baby",
    official_title=(
        "Demande de rattachement des enfants mineurs à l’un ou aux deux parents assurés – "
        "assurances maladie et maternité"
    ),
    told=Told(
        purpose=_("Pour rattacher vos enfants à l’Assurance Maladie d’un parent ou des deux."),
        there=_("La caisse peut vérifier votre situation à tout moment et vous demander des papiers."),
        optional=_("Le nom d’usage et les questions marquées « facultatif »."),
    ),
    given=given.FIELDS,
    fills={
        signing.FIRST.signature.name: SIGNATURE,
        signing.FIRST.signed_on.name: Official(CHOICE, "Le"),
        signing.SECOND.signature.name: SIGNATURE,
        signing.SECOND.signed_on.name: Official(CHOICE, "Le"),
    },
    sections=(
        before.section(
            _("Quelle caisse paie vos remboursements ?"),
            _("Celle du parent qui fait la demande. Elle est écrite sur son attestation de droits."),
            ELSEWHERE_FIRST,
            whom=_("Pour vos enfants, répondez « Moi »."),
        ),
        s3705_pages.SECTION,
        s3705_pages.SECOND_SECTION,
        s3705_children.SECTION,
        Section(title=_("Identité"), icon="identification-card", steps=(identity.IDENTITY, SIGNER)),
        contact.section(contact.WAYS, contact.REACH, contact.LANGUAGE, contact.AVOID),
    ),
    signing=signing.section(
        signing.place_step(CHOICE),
        then=(
            signing.second_step(
                title=_("Signature du second parent"),
                hint=Worded(
                    _(
                        "Le second parent n’est pas là ? Touchez « Garder et finir plus tard », puis revenez avec le "
                        "code. La première signature est gardée."
                    ),
                    ((ticked(signing.FIRST.on_paper), _("Les deux parents peuvent signer sur les mêmes feuilles.")),),
                ),
                when=BOTH,
            ),
        ),
    ),
    papers=(*s3705_children.PAPERS, *s3705_parents.PAPERS, *papers.SPEAKING),
    afterwards=(
        _("La caisse a besoin des pièces à joindre pour étudier votre demande."),
        _("Si les parents n’ont pas la même caisse, chacun donne la demande à la sienne."),
        after.SILENCE,
    ),
    source="Cerfa 14445*02, S2",
)
