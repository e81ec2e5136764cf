"""Mission accompagnement santé: the « formulaire de saisine », both sides (forms.md 4; sources S2, S3).

Each plain-words choice fills exactly one official box: the ``boxes`` of a field are that table. The second side is
asked, printed and sent only for the two motives that call for it.
"""

from __future__ import annotations

from app.forms import after, before, contact, given, identity, papers, signing, urgency
from app.forms.before import AT_POSTE
from app.models.fields import Choice, Choices
from app.models.form import Form, Official, Section, Step, Told, Worded
from app.models.rules import includes
from app.models.text import _

MOTIVES = "Accompagnement santé sollicité dans le cadre"
ENGAGED = "Quelles actions le détecteur a-t-il déjà engagé"
CARE = "Quels soins ne sont pas réalisés ?"
SINCE = "Depuis quand dure le renoncement ?"
CAUSES = "Quelles en sont les causes ? Un problème"

motives = Choices(
    name="motives",
    label=_("Vos difficultés"),
    missing=_("Choisissez au moins une difficulté. Un agent peut vous aider à choisir."),
    options={
        "rights": _("Mes droits santé ne sont pas à jour ou pas clairs"),
        "care": _("Je n’arrive pas à me soigner"),
        "disability": _("Un handicap m’empêche de me soigner"),
        "digital": _("J’ai du mal avec Internet"),
        "social": _("Ma situation est compliquée (logement, argent, famille)"),
    },
    icons={
        "rights": "identification-card", "care": "stethoscope", "disability": "wheelchair",
        "digital": "wifi-slash", "social": "lifebuoy",
    },
    boxes={
        "rights": "de difficultés d’accès aux droits",
        "care": "de renoncement ou de difficultés d’accès à des soins",
        "disability": "de renoncement ou de difficultés d’accès à des soins liés à un handicap",
        "digital": "de fragilité face au numérique",
        "social": "de situation sociale complexe",
    },
    official=Official(MOTIVES, MOTIVES),
)  # fmt: skip
RENOUNCED = includes(motives, "care", "disability")
"""The motives that call for the second side (S1–S3)."""

care = Choices(
    name="care",
    label=_("Soins qui manquent"),
    missing=_("Choisissez au moins un soin."),
    options={
        "consultation": _("Voir un médecin"),
        "surgery": _("Une opération"),
        "acts": _("Dentiste, infirmier, kiné, analyses, radio"),
        "pharmacy": _("Des médicaments"),
        "devices": _("Lunettes, appareil auditif, autre appareil"),
        "other": _("Autre soin"),
    },
    icons={
        "consultation": "stethoscope", "surgery": "calendar-x", "acts": "list-checks",
        "pharmacy": "hand-coins", "devices": "eyeglasses", "other": "dots-three-circle",
    },
    boxes={
        "consultation": "Consultations de médecine générale ou spécialisée",
        "surgery": "Chirurgie",
        "acts": "Acte chez un spécialiste, analyses ou examens médicaux"
        " (soins dentaires, infirmiers, de kinésithérapie, radiologie, biologie…)",
        "pharmacy": "Pharmacie",
        "devices": "Dispositifs médicaux (optique, auditif, petit et grand appareillage…)",
        "other": "Autre",
    },
    official=Official(CARE, CARE),
)  # fmt: skip
since = Choice(
    name="since",
    label=_("Depuis"),
    missing=_("Choisissez une durée."),
    options={
        "months": _("Moins de 3 mois"),
        "year": _("De 3 mois à 1 an"),
        "two_years": _("De 1 à 2 ans"),
        "longer": _("Plus de 2 ans"),
    },
    # « plus d'1 an » and « plus de 2 ans » overlap on the sheet: the first is read as 1 to 2 years (forms.md 4).
    boxes={
        "months": "moins de 3 mois",
        "year": "de 3 mois à 1 an",
        "two_years": "plus d’1 an",
        "longer": "plus de 2 ans",
    },
    official=Official(SINCE, SINCE),
)
causes = Choices(
    name="causes",
    label=_("Raisons"),
    missing=_("Choisissez au moins une raison."),
    options={
        "rights": _("Mes droits ne sont pas à jour"),
        "cost": _("Trop d’argent à payer"),
        "advance": _("Il faut avancer l’argent"),
        "transport": _("Je ne peux pas me déplacer"),
        "paperwork": _("Les démarches sont compliquées"),
        "delay": _("Rendez-vous trop lointains"),
        "refusal": _("Un soignant a refusé"),
        "other": _("Autre raison"),
    },
    icons={
        "rights": "identification-card", "cost": "coins", "advance": "hand-coins", "transport": "bus",
        "paperwork": "files", "delay": "calendar-x", "refusal": "prohibit", "other": "dots-three-circle",
    },
    boxes={
        "rights": "d’accès aux droits (médecin traitant, couverture assurance maladie et/ou complémentaire, ALD)",
        "cost": "de reste à charge",
        "transport": "de transport",
        "advance": "d’avance des frais",
        "paperwork": "de démarches trop compliquées",
        "delay": "de délais de RDV trop longs",
        "refusal": "de refus de prise en charge par un professionnel de santé",
        "other": "autre",
    },
    official=Official(CAUSES, CAUSES),
)  # fmt: skip
engaged = Choices(
    name="engaged",
    label=_("Démarches déjà commencées"),
    required=False,
    options={
        "c2s": _("Une demande de C2S (Complémentaire santé solidaire)"),
        "social": _("Une demande d’aide financière à la caisse"),
        "other": _("Une autre démarche"),
        "none": _("Aucune"),
    },
    boxes={
        "c2s": "Dossier de Complémentaire santé solidaire",
        "social": "Dossier d’action sanitaire et sociale",
        "other": "Autre",
    },
    alone="none",
    official=Official(ENGAGED, ENGAGED),
)
SECTION = Section(
    title=_("Vos difficultés"),
    icon="lifebuoy",
    steps=(
        Step(
            name="motives",
            title=_("Quelles sont vos difficultés ?"),
            hint=_("Vous pouvez choisir plusieurs réponses."),
            why=Worded(
                _("Pour vous orienter vers la bonne personne. Seule votre caisse lira vos réponses."),
                ((AT_POSTE, _("Pour orienter vers la bonne personne. "
                              "L’agent qui vous aide et votre caisse liront vos réponses.")),),
            ),
            fields=(motives,),
            headline=motives,
        ),
        Step(
            name="care",
            title=_("Quels soins manquent ?"),
            hint=_("Vous pouvez choisir plusieurs réponses."),
            fields=(care,),
            headline=care,
            when=RENOUNCED,
        ),
        Step(name="since", title=_("Depuis quand ?"), fields=(since,), headline=since, when=RENOUNCED),
        Step(
            name="causes",
            title=_("Qu’est-ce qui empêche ces soins ?"),
            hint=_("Vous pouvez choisir plusieurs réponses."),
            fields=(causes,),
            headline=causes,
            when=RENOUNCED,
        ),
        Step(
            name="engaged",
            title=_("Avez-vous déjà commencé une démarche ?"),
            hint=_("Vous pouvez choisir plusieurs réponses."),
            fields=(engaged,),
            headline=engaged,
        ),
        urgency.STEP,
    ),
)  # fmt: skip

FORM = Form(
    id="mas",
    version=1,
    title=_("Demande d’accompagnement santé"),
    short_title=_("Accompagnement santé"),
    lead=_("Une personne de votre caisse vous aide à vous soigner."),
    icon="handshake",
    official_title="Mission accompagnement santé – Formulaire de saisine",
    service="Mission accompagnement santé",
    told=Told(
        purpose=_("Pour vous aider à vous soigner et suivre votre demande, avec votre accord."),
        there=_(
            "Vos informations sont effacées au plus tard 18 mois après la fin de l’aide. "
            "Elles peuvent servir à des études : vous pouvez refuser."
        ),
        optional=_("Le numéro de sécurité sociale et les questions marquées « facultatif »."),
    ),
    given=given.FIELDS,
    fills={
        **given.DETECTOR,
        "phone": Official(identity.INSURED, "N° de téléphone"),
        "email": Official(identity.INSURED, "Email"),
    },
    sections=(
        before.section(
            _("Quelle est votre caisse d’Assurance Maladie ?"),
            _("Elle est écrite sur votre attestation de droits et sur ses courriers."),
        ),
        SECTION,
        identity.SECTION,
        contact.section(contact.WAYS, contact.REACH, contact.ADDRESS, contact.LANGUAGE, contact.AVOID),
    ),
    signing=signing.section(
        signing.consent_step(
            agreement=_("J’accepte que ma caisse reçoive ces informations et me contacte."),
            agreement_at_distance=_("La personne a été informée. Elle accepte que sa caisse reçoive ces informations."),
            studies=_("Je refuse que mes informations servent à des études. L’aide reste la même."),
        )
    ),
    papers=papers.SPEAKING,
    afterwards=(
        _("Une personne de votre caisse vous contacte, comme vous l’avez choisi."),
        after.SILENCE,
    ),
    source="Formulaire de saisine MAS (partenaires), S2 et S3",
)
