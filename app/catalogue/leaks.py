"""What is kept for agents must not stand in a text for everybody: a number or an address given in passing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.catalogue import texts
from app.catalogue.loading import Problem, Resources
from app.models.contact import Contact
from app.models.offer import Audience
from app.models.words import Words

Secrets = dict[str, str]
"""What is written, without its spaces and dots → as its contact has it."""


def problems(found: Resources) -> Iterator[Problem]:
    """Every public text that gives a telephone number or an e-mail address of agents."""
    secrets = _secrets(found)
    for entry in found.offers.values():
        if entry.thing.card.audience == "public":
            for number, block in enumerate(entry.thing.blocks, 1):
                if block.audience == "public":
                    for secret in _given(secrets, texts.of_block(block)):
                        yield entry.part.problem(f"blocks.{number}", f"{secret} : pour les agents seuls")
    for each in found.contacts.values():
        if each.thing.audience == "public":
            for secret in _given(secrets, texts.of_contact(each.thing)):
                yield each.part.problem("", f"{secret} : pour les agents seuls")


def _secrets(found: Resources) -> Secrets:
    kept, public = _ways(found, "agents"), _ways(found, "public")
    return {bare: written for bare, written in kept.items() if bare not in public}


def _ways(found: Resources, audience: Audience) -> Secrets:
    contacts = (entry.thing for entry in found.contacts.values() if entry.thing.audience == audience)
    return {_bare(way): way for contact in contacts for way in _written(contact)}


def _written(contact: Contact) -> Iterable[str]:
    return filter(None, (contact.phone, contact.sms, contact.email))


def _given(secrets: Secrets, said: Iterable[Words]) -> list[str]:
    """The *secrets* that stand in what is *said*, in any language."""
    together = _bare("\n".join(words.in_(code) for words in said for code in ("fr", "en", "uk")))
    return [written for bare, written in secrets.items() if bare in together]


def _bare(text: str) -> str:
    return "".join(text.replace(".", "").split()).casefold()
