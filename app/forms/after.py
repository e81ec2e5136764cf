"""What happens next, once the sheets are in hand or the request leaves by itself (people.md P6, P17, P29)."""

from __future__ import annotations

from app.forms.recipient import Recipient
from app.forms.urgency import is_urgent
from app.models.form import Answers, Form
from app.models.saisine import Saisine
from app.models.text import Text, _

SILENCE = _("Sans nouvelle, appelez le 3646 avec ce numéro. Vous pouvez aussi le donner à l’accueil.")


def steps(form: Form, to: Recipient, answers: Answers) -> tuple[Text, ...]:
    """The next steps of a request on paper, the first one first; an address is never guessed (P29)."""
    return (_hand_over(to, answers), *form.afterwards)


def steps_when_sent(saisine: Saisine) -> tuple[Text, ...]:
    """The next steps of a request that leaves by itself; no delay is promised that no source gives (P17)."""
    return (_("Cet appareil envoie votre demande, même après votre départ."), *steps_once_there(saisine))


def steps_once_there(saisine: Saisine) -> tuple[Text, ...]:
    """The next steps of a request that has arrived."""
    return (*bringing(saisine.to_bring), *saisine.form.afterwards)


def bringing(papers: tuple[Text, ...]) -> tuple[Text, ...]:
    """What to do about the *papers* that did not leave with the request; nothing when all did. It names nobody."""
    said = _("Apportez à l’accueil, avec ce numéro : {papers}.").with_(papers=_OneAfterTheOther(papers))
    return (said,) if papers else ()


class _OneAfterTheOther(tuple[Text, ...]):
    """Texts in a sentence, in the language it is shown in."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\N{NO-BREAK SPACE}· ".join(map(str, self))  # no line begins with the dot


def _hand_over(to: Recipient, answers: Answers) -> Text:
    if is_urgent(answers):
        return _("C’est urgent : donnez vos feuilles à l’accueil maintenant.")
    if to.caisse and to.caisse.postal_address:
        return _("Donnez vos feuilles à l’accueil, ou envoyez-les : {address}.").with_(address=to.caisse.postal_address)
    return _("Donnez vos feuilles à l’accueil. Elles vont à : {body}.").with_(body=to.name)
