"""A made-up form with the answers that only some forms have: names, a town, a sum, sums month by month."""

from __future__ import annotations

from datetime import date

from app.models.checks import latin_letters
from app.models.fields import Line, Name, PostCode, Tick
from app.models.form import Form, Section, Step, Told
from app.models.kinds import Amount, Months, Town
from app.models.text import Text, _

TODAY = date(2026, 2, 12)

name = Name(name="name", label=_("Nom de naissance"), checks=(latin_letters,))
first = Name(name="first", label=_("Prénoms"), checks=(latin_letters,))
street = Line(name="street", label=_("Numéro et rue"), hint=_("Exemple : 12 rue des Tilleuls"))
postcode = PostCode(name="postcode", label=_("Code postal"))
town = Town(name="town", label=_("Commune"), missing=_("Écrivez le nom de la commune."))
rent = Amount(name="rent", label=Text("Loyer"), missing=Text("Écrivez le loyer."))
money = Months(name="money", label=Text("Argent reçu"))
agreed = Tick(name="agreed", label=_("J’accepte"))


def _step(title: str, *fields: Line | Amount | Months | Name, name: str) -> Step:
    return Step(name=name, title=Text(title), fields=fields)


FORM = Form(
    id="stay",
    version=1,
    title=Text("Demande de séjour"),
    short_title=Text("Séjour"),
    official_title="Séjour",
    told=Told(purpose=Text("Pour voir."), there=Text("Effacé."), optional=Text("Rien.")),
    afterwards=(Text("Rien."),),
    sections=(
        Section(
            title=Text("Vous"),
            icon="user",
            steps=(
                _step("Comment vous appelez-vous ?", name, first, name="names"),
                _step("Où habitez-vous ?", street, postcode, town, name="home"),
                _step("Combien payez-vous ?", rent, name="rent"),
                Step(
                    name="money",
                    title=Text("L’argent reçu de l’étranger"),
                    hint=Text("Écrivez la somme nette reçue chaque mois. Écrivez 0 si vous n’avez rien reçu."),
                    fields=(money,),
                    headline=money,
                ),
            ),
        ),
    ),
    signing=Section(
        title=Text("Signer"), icon="note-pencil", steps=(Step(name="sign", title=Text("Accord"), fields=(agreed,)),)
    ),
)
