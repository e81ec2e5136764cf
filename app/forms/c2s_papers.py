"""The papers of the C2S, which asks little (people.md P10): no RIB, no paper of the Caf, no identity by default."""

from __future__ import annotations

from app.forms import contact, papers
from app.forms.c2s_household import ADULT, member_rsa, members
from app.forms.c2s_request import NO_FORM_YET, protected
from app.forms.c2s_resources import RSA, lived_abroad, rsa_asked
from app.models.form import Paper
from app.models.rules import all_of, any_of, equals, ticked, unless
from app.models.text import _

EXAMINED = unless(any_of(RSA, NO_FORM_YET))
"""The caisse looks at the resources."""
PAPERS = (
    Paper(
        key="temporary_protection",
        label=_("La dernière APS « bénéficiaire de la protection temporaire »"),
        what=_("Autorisation provisoire de séjour : le papier donné par la préfecture."),
        when=equals(protected, "yes"),
        whose=papers.PERSON,
    ),
    Paper(
        key="tax_notice",
        label=_("Dernier avis d’impôt ou de situation déclarative (ASDIR)"),
        what=_("Il est dans un courrier des impôts, ou sur impots.gouv.fr, dans « Documents »."),
        when=EXAMINED,
        whose=papers.PERSON,
    ),
    Paper(
        key="tax_notice",
        label=_("Son dernier avis d’impôt ou de situation déclarative (ASDIR), s’il est à part"),
        what=_("Si cette personne est sur le même avis que vous, n’ajoutez rien."),
        when=all_of(EXAMINED, ADULT),
        of=members,
    ),
    Paper(
        key="foreign_papers",
        label=_("Papiers d’impôt et de sécurité sociale du pays où vous avez vécu"),
        what=_("Par exemple l’avis d’impôt de ce pays, ou ses papiers de chômage ou de retraite."),
        when=all_of(EXAMINED, equals(lived_abroad, "yes")),
    ),
    Paper(
        key="rsa_certificate",
        label=_("Attestation de ressources de la Caf ou de la MSA"),
        what=_("Demandez-la là où le RSA a été demandé."),
        when=all_of(EXAMINED, ticked(rsa_asked)),
        whose=papers.PERSON,
    ),
    Paper(
        key="rsa_certificate",
        label=_("Son attestation de ressources de la Caf ou de la MSA"),
        what=_("Demandez-la là où le RSA a été demandé."),
        when=all_of(EXAMINED, ticked(member_rsa)),
        of=members,
    ),
    papers.domiciliation(equals(contact.home, "elected"), needed=False, whose=papers.PERSON),
    *papers.SPEAKING,
)
