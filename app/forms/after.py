"""What happens next, once the sheets are in hand or the request leaves by itself (people.md P6, P17, P29)."""

from __future__ import annotations

from app.forms import mas
from app.forms.recipient import Recipient
from app.models.form import Answers
from app.models.text import Text, _


def is_urgent(answers: Answers) -> bool:
    """Whether the person said that it cannot wait (P6)."""
    return answers.value(mas.urgent) not in (None, "no")


def steps(to: Recipient, answers: Answers) -> tuple[Text, ...]:
    """The next steps of a MAS request on paper, the first one first; an address is never guessed (P29)."""
    return (_hand_over(to, answers), CONTACT, SILENCE)


def steps_when_sent() -> tuple[Text, ...]:
    """The next steps of a MAS request that leaves by itself; no delay is promised, since no source gives one (P17)."""
    return (_("Cet appareil envoie votre demande, même après votre départ."), CONTACT, SILENCE)


def steps_once_there() -> tuple[Text, ...]:
    """The next steps of a MAS request that has arrived."""
    return (CONTACT, SILENCE)


CONTACT = _("Une personne de votre caisse vous contacte, comme vous l’avez choisi.")
SILENCE = _("Sans nouvelle, appelez le 3646 avec ce numéro. Vous pouvez aussi le donner à l’accueil.")


def _hand_over(to: Recipient, answers: Answers) -> Text:
    if is_urgent(answers):
        return _("C’est urgent : donnez vos feuilles à l’accueil maintenant.")
    if to.caisse and to.caisse.postal_address:
        return _("Donnez vos feuilles à l’accueil, ou envoyez-les : {address}.").with_(address=to.caisse.postal_address)
    return _("Donnez vos feuilles à l’accueil. Elles vont à : {body}.").with_(body=to.name)
