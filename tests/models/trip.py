"""A made-up form, to try the engine on: the refund of a medical journey."""

from __future__ import annotations

from datetime import date

from app.models.checks import latin_letters, not_in_future
from app.models.fields import Choice, Choices, Consent, Date, Line, Name, Notice, Paragraph
from app.models.filling import Filling, begin
from app.models.form import Answers, Caution, Finding, Form, Problem, Repeat, Section, Step, Told, Worded
from app.models.path import Path, Remark, path, remarks
from app.models.rules import all_of, equals, includes, unless, younger_than
from app.models.text import Text

TODAY = date(2026, 2, 12)

mode = Choice(name="mode", label=Text("Terminal"), options={"borne": Text("Borne"), "poste": Text("Poste")})
traveller = Choice(
    name="traveller",
    label=Text("Qui a voyagé ?"),
    options={"self": Text("Moi"), "child": Text("Mon enfant"), "family": Text("Ma famille")},
)
read_it = Notice(name="read_it", label=Text("J’ai lu"))
child_birth = Date(name="child_birth", label=Text("Naissance de l’enfant"), checks=(not_in_future,))

first = Name(name="first", label=Text("Prénom"), checks=(latin_letters,))
born = Date(name="born", label=Text("Né(e) le"), checks=(not_in_future,))
school = Line(name="school", label=Text("École"), when=younger_than(born, 16))
desk = Line(name="desk", label=Text("Bureau"), required=False, when=equals(mode, "poste"))
people = Repeat(
    name="people",
    title=Text("Personne"),
    add=Text("Ajouter"),
    fields=(first, born, school, desk),
    headline=(first,),
    details=(born,),
    icon="baby",
)

vehicle = Choices(
    name="vehicle",
    label=Text("Moyen de transport"),
    options={"car": Text("En voiture"), "taxi": Text("En taxi"), "ambulance": Text("En ambulance")},
    only={"ambulance": unless(equals(traveller, "self"))},
)
km = Line(name="km", label=Text("Distance"), when=includes(vehicle, "car"))
price = Line(name="price", label=Text("Prix du taxi"), required=False, when=includes(vehicle, "taxi"))
left = Date(name="left", label=Text("Départ"), checks=(not_in_future,))
back = Date(name="back", label=Text("Retour"), checks=(not_in_future,))
notes = Paragraph(name="notes", label=Text("Autre chose ?"), required=False)
agreed = Consent(name="agreed", label=Text("J’accepte"))

LATE = Caution(Text("C’est ancien."))
BACKWARDS = Problem(Text("Le retour est avant le départ."))


def _long_ago(answers: Answers) -> tuple[str, Finding] | None:
    day = answers.value(back)
    return (back.name, LATE) if day and day.year < 2025 else None


def _in_order(answers: Answers) -> tuple[str, Finding] | None:
    gone, home = answers.value(left), answers.value(back)
    return (back.name, BACKWARDS) if gone and home and home < gone else None


FORM = Form(
    id="trip",
    version=1,
    title=Text("Rembourser un trajet"),
    short_title=Text("Trajet"),
    official_title="Trajet",
    told=Told(purpose=Text("Pour rembourser."), there=Text("Effacé."), optional=Text("Rien.")),
    afterwards=(Text("La caisse rembourse."),),
    given=(mode,),
    sections=(
        Section(
            title=Text("Le voyageur"),
            icon="user",
            steps=(
                Step(name="who", title=Text("Qui ?"), fields=(traveller,), headline=traveller),
                Step(name="notice", title=Text("Avant"), fields=(read_it,)),
                Step(name="child", title=Text("Enfant"), fields=(child_birth,), when=equals(traveller, "child")),
                Step(name="family", title=Text("Famille"), fields=(people,), when=equals(traveller, "family")),
            ),
        ),
        Section(
            title=Text("Le trajet"),
            icon="bus",
            steps=(
                Step(
                    name="ride",
                    title=Worded(Text("Votre trajet"), ((equals(traveller, "child"), Text("Son trajet")),)),
                    hint=Text("Plusieurs réponses possibles"),
                    fields=(vehicle, km, price),
                ),
                Step(name="days", title=Text("Quand ?"), fields=(left, back), checks=(_long_ago, _in_order)),
                Step(name="notes", title=Text("Encore ?"), fields=(notes,), when=all_of()),
            ),
        ),
    ),
    signing=Section(
        title=Text("Signer"), icon="note-pencil", steps=(Step(name="agree", title=Text("Accord"), fields=(agreed,)),)
    ),
)

WHOLE = {
    "mode": "borne", "traveller": "self", "read_it": "yes", "vehicle": "car", "km": "12",
    "left": "10/2/2026", "back": "11/2/2026",
}  # fmt: skip


def way(**typed: str) -> Path:
    """The way through the form for what was *typed*."""
    return path(FORM, typed, TODAY)


def asked(way: Path) -> dict[str, list[str]]:
    """The paths asked, page by page."""
    return {page.step.name: [asked.path for asked in page.asked] for page in way.pages}


def said(way: Path, step: str) -> tuple[Remark, ...]:
    """What is said of the page *step*."""
    return next(remarks(page, way.answers) for page in way.pages if page.step.name == step)


def filling(**typed: str) -> Filling:
    """The form just opened with what was *typed*."""
    return begin(FORM, typed, TODAY)
