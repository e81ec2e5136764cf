"""« Est-ce urgent ? », of the forms that ask it (people.md P6)."""

from __future__ import annotations

from app.models.fields import Choice
from app.models.form import Answers, Step
from app.models.text import _

urgent = Choice(
    name="urgent",
    label=_("Urgence"),
    missing=_("Dites si c’est urgent."),
    options={
        "care": _("Oui : un soin ou un traitement dans les jours qui viennent"),
        "pregnancy": _("Oui : une grossesse"),
        "hospital": _("Oui : une sortie d’hôpital"),
        "rights": _("Oui : des droits fermés, ou qui ferment dans le mois"),
        "no": _("Non"),
    },
)
DANGER = _("Danger : appelez le 15 ou le 112. Si vous n’entendez pas, envoyez un SMS au 114.")

STEP = Step(name="urgent", title=_("Est-ce urgent ?"), alert=DANGER, fields=(urgent,), headline=urgent)


def is_urgent(answers: Answers) -> bool:
    """Whether the person said that it cannot wait."""
    return answers.value(urgent) not in (None, "no")


def reason(answers: Answers) -> str:
    """What cannot wait, as papers mark it: « Oui : une grossesse » without its yes; ``""`` when nothing is urgent."""
    return urgent.show(answers.text(urgent)).partition(" : ")[2] if is_urgent(answers) else ""
