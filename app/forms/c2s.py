"""C2S, « Demande de complémentaire santé solidaire », S3711, cerfa 12504 (forms.md 5; sources S2, S4).

No source shows the paper: its frames are the headings of the notice and of the online screens. One request for a whole
household: ``c2s_household.py``, then its resources: ``c2s_resources.py`` and ``c2s_incomes.py``; ``c2s_papers.py``.
"""

from __future__ import annotations

from app.forms import after, before, contact, given, signing
from app.forms.c2s_household import STEPS
from app.forms.c2s_incomes import SECTION as RESOURCES
from app.forms.c2s_papers import PAPERS
from app.forms.c2s_person import HOUSEHOLD
from app.forms.c2s_request import PROTECTION
from app.forms.c2s_request import SECTION as REQUEST
from app.forms.c2s_resources import ENGAGEMENT, RSA
from app.models.fields import Tick
from app.models.form import Form, Official, Section, Told
from app.models.rules import unless
from app.models.text import _

cannot_prove = Tick(
    name="cannot_prove",
    label=_("Je ne peux pas donner les papiers de certains revenus. J’atteste que ce que j’ai écrit est exact."),
    required=False,
    when=unless(RSA),
    official=Official(ENGAGEMENT, "J’atteste ne pas pouvoir produire les justificatifs de ressources"),
)

FORM = Form(
    id="c2s",
    version=1,
    title=_("Demande de C2S (Complémentaire santé solidaire)"),
    short_title=_("C2S"),
    lead=_("De l’aide pour payer vos soins : gratuite, ou 1 € par jour au plus par personne."),
    icon="hand-coins",
    official_title="Demande de complémentaire santé solidaire",
    told=Told(
        purpose=_("Pour savoir si votre foyer peut avoir la C2S, gratuite ou payante."),
        there=_(
            "La caisse peut vérifier vos ressources auprès des impôts, de France Travail et des organismes sociaux, et "
            "vous demander des papiers."
        ),
        optional=_(
            "Le numéro de la Caf, le choix de l’organisme et les questions marquées « facultatif ». Vous pouvez aussi "
            "refuser que la caisse demande vos revenus."
        ),
    ),
    given=(*given.FIELDS, given.ceilings),
    fills={
        "elected": Official(HOUSEHOLD, "Adresse"),
        "phone": Official(HOUSEHOLD, "Téléphone"),
        "email": Official(HOUSEHOLD, "E-mail"),
        "signature": Official(ENGAGEMENT, "Signature"),
        "signed_on": Official(ENGAGEMENT, "le"),
    },
    sections=(
        before.section(
            _("Quelle est votre caisse d’Assurance Maladie ?"),
            _("Elle est écrite sur votre attestation de droits et sur ses courriers."),
            PROTECTION,
        ),
        REQUEST,
        Section(title=_("Votre foyer"), icon="users-three", steps=STEPS),
        RESOURCES,
        contact.section(contact.WAYS, contact.REACH, contact.LANGUAGE, contact.AVOID),
    ),
    signing=signing.section(
        signing.declaration_step(
            _("J’atteste que tout est exact. Je préviens ma caisse si ma situation change."),
            ENGAGEMENT,
            cannot_prove,
        )
    ),
    papers=PAPERS,
    afterwards=(
        _(
            "La caisse répond dans les 2 mois après le dossier complet. Sans réponse, la C2S est acceptée : demandez "
            "l’attestation au 3646."
        ),
        _("C2S payante : renvoyez le bulletin et le moyen de paiement dans les 3 mois après le courrier."),
        after.SILENCE,
    ),
    source="S3711, cerfa 12504, notice 52269 ; écrans en ligne, S4",
)
