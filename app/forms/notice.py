"""The notice of people.md P3; it also stands behind « Mes informations ».

Facts: S2 and S3 (rights, CNIL address), security.md (retention here); each form says its purpose and what is optional.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.forms.recipient import Recipient
from app.models.form import Form
from app.models.text import Plural, Text, _


@dataclass(frozen=True)
class Paragraph:
    """One subject of the notice."""

    title: Text
    text: Text


def notice(form: Form, to: Recipient, days: int) -> tuple[Paragraph, ...]:
    """What the person is told when *to* receives the request and a draft of *form* is kept *days* days."""
    return (
        Paragraph(
            _("Qui reçoit vos réponses"),
            _("{body}. Personne d’autre ne les lit, sauf l’agent qui vous aide.").with_(body=to.name),
        ),
        Paragraph(_("Pourquoi"), form.told.purpose),
        Paragraph(
            _("Ce qui est gardé ici"),
            Plural(
                "Votre demande, {count} jour au plus, fermée par votre code. "
                "Une fois envoyée ou imprimée, elle ne peut plus être lue ici.",
                "Votre demande, {count} jours au plus, fermée par votre code. "
                "Une fois envoyée ou imprimée, elle ne peut plus être lue ici.",
                days,
            ),
        ),
        Paragraph(_("À la caisse"), form.told.there),
        Paragraph(_("Ce qui n’est pas obligatoire"), form.told.optional),
        Paragraph(_("Vos droits"), _rights(to)),
    )  # fmt: skip


def _rights(to: Recipient) -> Text:
    address = Text(to.caisse.dpo_address) if to.caisse and to.caisse.dpo_address else _("votre caisse")
    return _(
        "Voir, corriger ou effacer vos informations : écrivez à {address}. "
        "Réclamation : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07."
    ).with_(address=address)
