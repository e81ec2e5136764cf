"""Where offers stand: the eight subjects of the home, and the eleven categories that agents know (architecture.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from app.models.text import Text, _


class Shelf(NamedTuple):
    """*icon* is a subject of ``resources/icons.txt``. What stands on it is data: subjects.toml, the offers' folders."""

    key: str
    icon: str
    title: Text


SUBJECTS = (
    Shelf("rights", "globe-hemisphere-west", _("J’arrive en France, mes droits")),
    Shelf("costs", "hand-coins", _("Payer moins mes soins")),
    Shelf("errands", "identification-card", _("Mes démarches, ma carte Vitale")),
    Shelf("family", "baby", _("Famille, enfants, 16 ans")),
    Shelf("health", "stethoscope", _("Ma santé : bilans, vaccins")),
    Shelf("help", "handshake", _("Être accompagné, un désaccord")),
    Shelf("internet", "lifebuoy", _("M’aider avec Internet")),
    Shelf("contact", "map-pin", _("Caf, contacts, adresses")),
)

CATEGORIES = (
    Shelf("rights", "identification-card", _("Droits de base et formulaires")),
    Shelf("complementary", "hand-coins", _("Complémentaire santé")),
    Shelf("aid", "coins", _("Aides financières : monter un dossier")),
    Shelf("support", "handshake", _("Signaler, orienter, réclamer")),
    Shelf("account", "user", _("Accompagner aux démarches en ligne")),
    Shelf("learn", "list-checks", _("Tutoriels, ateliers et autonomie numérique")),
    Shelf("prevention", "stethoscope", _("Prévention à proposer au public")),
    Shelf("caf", "users-three", _("Caf : informer et orienter")),
    Shelf("contact", "map-pin", _("Contacts et accueils")),
    Shelf("tools", "files", _("Outils et espaces partenaires")),
    Shelf("partners", "briefcase", _("Devenir partenaire, se former, financer un projet")),
)

FOR_AGENTS = ("tools", "partners")
"""Categories in which nothing is for the public."""


def subject(key: str, data: Mapping[str, Any]) -> tuple[str, ...]:
    """The offers under a subject, as its parsed table gives them; raises Malformed."""
    from app.models.sheet import Keys, Place, distinct, some, string, whole  # the home needs none of it

    def read(value: object, place: Place) -> tuple[str, ...]:
        with Keys(value, place) as keys:
            if key not in {shelf.key for shelf in SUBJECTS}:
                place.wrong("aucun sujet de ce nom à l’accueil")
            return keys.need("offers", some(distinct(string)))

    return whole(data, read)
