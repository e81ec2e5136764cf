"""How to reach the person: the contact sheet of every request (people.md P7, P8, P13)."""

from __future__ import annotations

from app.forms.before import MAS, REMOTE
from app.forms.identity import MINOR
from app.models.fields import Choice, Choices, Email, Line, Paragraph, Phone, PostCode
from app.models.form import Answers, Finding, Problem, Repeat, Section, Step, Worded
from app.models.kinds import Town
from app.models.rules import any_of, equals, includes
from app.models.text import _

ways = Choices(
    name="ways",
    label=_("La caisse peut vous joindre"),
    missing=_("Choisissez au moins une façon de vous joindre."),
    options={
        "call": _("Par un appel"),
        "sms": _("Par SMS"),
        "email": _("Par e-mail"),
        "mail": _("Par courrier"),
        "structure": _("Par la structure qui m’aide"),
        "desk": _("Je reviendrai à l’accueil"),
    },
    icons={
        "call": "phone", "sms": "chat-text", "email": "envelope-simple",
        "mail": "files", "structure": "handshake", "desk": "users-three",
    },
)  # fmt: skip
phone = Phone(
    name="phone",
    label=_("Numéro de téléphone"),
    hint=_("Exemple : 06 12 34 56 78"),
    missing=_("Écrivez le numéro de téléphone."),
    when=includes(ways, "call", "sms"),
)
voicemail = Choice(
    name="voicemail",
    label=_("Peut-on laisser un message vocal ?"),
    missing=_("Dites si on peut laisser un message vocal."),
    options={"yes": _("Oui"), "no": _("Non")},
    when=includes(ways, "call"),
)
halves = Choices(
    name="halves",
    label=_("Quand appeler ?"),
    required=False,
    options={"morning": _("Le matin"), "afternoon": _("L’après-midi")},
    when=includes(ways, "call"),
)
email = Email(
    name="email",
    label=_("Adresse e-mail"),
    hint=_("Exemple : nom@exemple.fr"),
    missing=_("Écrivez l’adresse e-mail."),
    when=includes(ways, "email"),
)
structure = Line(
    name="structure",
    label=_("Nom de la structure qui vous aide"),
    hint=_("Exemples : CCAS, association, mission locale"),
    missing=_("Écrivez le nom de la structure."),
    when=includes(ways, "structure"),
)
WRITTEN = {"sms", "email", "mail"}
BY_MAIL = any_of(includes(ways, "mail"), REMOTE)
"""By telephone a letter confirms the request: an address is needed (P13)."""
home = Choice(
    name="home",
    label=_("Votre courrier arrive"),
    missing=_("Dites où arrive votre courrier."),
    options={"own": _("À mon adresse"), "elected": _("À l’adresse d’un organisme (CCAS, association)")},
)
elected = Line(
    name="elected",
    label=_("Nom de l’organisme"),
    missing=_("Écrivez le nom de l’organisme."),
    when=equals(home, "elected"),
)
street = Line(
    name="street",
    label=_("Numéro et rue"),
    hint=_("Exemple : 12 rue des Tilleuls"),
    missing=_("Écrivez le numéro et la rue."),
)
postcode = PostCode(
    name="postcode",
    label=_("Code postal"),
    missing=_("Écrivez les 5 chiffres du code postal."),
)
town = Town(name="town", label=_("Commune"), missing=_("Écrivez le nom de la commune."))

spoken = Choice(
    name="spoken",
    label=_("Langue pour vous répondre"),
    missing=_("Choisissez une langue."),
    options={
        "fr": _("Français"),
        "en": _("Anglais"),
        "uk": _("Ukrainien"),
        "other": _("Une autre langue"),
    },
)
other_language = Line(
    name="other_language",
    label=_("Quelle langue ?"),
    missing=_("Écrivez le nom de la langue."),
    when=equals(spoken, "other"),
    limit=40,
    width=24,
)
interpretation = Choice(
    name="interpretation",
    label=_("Faut-il un interprète ?"),
    missing=_("Dites s’il faut un interprète."),
    options={"yes": _("Oui"), "no": _("Non")},
    when=any_of(equals(spoken, "en"), equals(spoken, "uk"), equals(spoken, "other")),
)
hearing = Choice(
    name="hearing",
    label=_("Êtes-vous sourd ou malentendant ?"),
    required=False,
    options={
        "no": _("Non"),
        "lsf": _("Oui, en langue des signes (LSF)"),
        "written": _("Oui, écrivez-moi seulement"),
    },
)
avoid = Paragraph(
    name="avoid",
    label=_("Où ne faut-il ni écrire ni appeler ?"),
    hint=_("Exemple : n’écrivez pas chez mes parents."),
    required=False,
    limit=200,
)


def _a_written_only_person_is_not_called(answers: Answers) -> tuple[str, Finding] | None:
    """Who asked for writing only and chose nothing but calls could not be reached (P7, P28)."""
    chosen = set(answers.text(ways).split())
    if answers.value(hearing) == "written" and "call" in chosen and not chosen & WRITTEN and not REMOTE.holds(answers):
        return hearing.name, Problem(
            _("Vous demandez seulement l’écrit. Revenez en arrière et choisissez aussi SMS, e-mail ou courrier.")
        )
    return None


WAYS = Step(
    name="ways",
    title=_("Comment la caisse peut-elle vous joindre ?"),
    hint=_("Vous pouvez choisir plusieurs réponses."),
    why=Worded(
        _("Pour vous joindre au sujet de votre demande."),
        (
            (MINOR, _("Vous avez moins de 18 ans : la caisse utilise seulement ce que vous choisissez ici.")),
            (MAS, _("Une personne de votre caisse vous contacte pour vous aider.")),
        ),
    ),
    fields=(ways,),
    headline=ways,
)
REACH = Step(
    name="reach",
    title=_("Vos coordonnées"),
    fields=(phone, voicemail, halves, email, structure),
)
ADDRESS = Step(
    name="address",
    title=_("Où arrive votre courrier ?"),
    fields=(home, elected, postcode, town, street),
    headline=home,
    when=BY_MAIL,
)
LANGUAGE = Step(
    name="language",
    title=_("Dans quelle langue vous répondre ?"),
    fields=(spoken, other_language, interpretation, hearing),
    headline=spoken,
    checks=(_a_written_only_person_is_not_called,),
)
AVOID = Step(
    name="avoid",
    title=_("Y a-t-il un endroit à éviter ?"),
    fields=(avoid,),
    hint=_("Vous pouvez ne rien écrire."),
    why=_("Pour ne pas vous gêner chez vous ou au travail."),
)

FIELDS = tuple(
    field for step in (WAYS, REACH, ADDRESS, LANGUAGE, AVOID) for field in step.fields if not isinstance(field, Repeat)
)
"""What the contact sheet says, by whatever form asks it."""


def letters(answers: Answers) -> dict[str, str]:
    """Where letters arrive, by the names of the address; a form may ask the address of the « organisme » apart."""
    return {
        field.name: answers.typed.get(f"elected_{field.name}") or answers.text(field)
        for field in (street, postcode, town)
    }


def section(*steps: Step) -> Section:
    """How to reach the person; a form that asks an address itself leaves ADDRESS out of the *steps*."""
    return Section(title=_("Vous joindre"), icon="phone", steps=steps)
