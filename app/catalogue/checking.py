"""What no file can know alone: whether the things that files name exist, and whether everything has its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.catalogue import audiences, leaks
from app.catalogue.loading import SUBJECTS, Entry, Problem, Resources
from app.models.offer import Block, Offer
from app.models.shelves import CATEGORIES, FOR_AGENTS


def problems(found: Resources) -> list[Problem]:
    """Everything that is wrong in the resources, file after file."""
    return [*found.problems, *_offers(found), *_rates(found), *_subjects(found), *leaks.problems(found)]


def _offers(found: Resources) -> Iterator[Problem]:
    public = audiences.for_(found, "public").offers
    for entry in found.offers.values():
        card = entry.thing.card
        yield from _category(entry)
        yield from _unknown(entry, "related", entry.thing.related, found.offers, "aucune offre de ce nom")
        yield from _unknown(entry, "caisses", card.caisses, found.caisses, "aucune caisse de ce code")
        if card.audience == "public" and card.slug not in public:
            yield entry.part.problem("blocks", "rien dans cette offre publique n’est pour le public")
        if card.slug in entry.thing.related:
            yield entry.part.problem("related", "l’offre elle-même")
        for number, block in enumerate(entry.thing.blocks, 1):
            yield from _block(found, entry, f"blocks.{number}", block)


def _category(entry: Entry[Offer]) -> Iterator[Problem]:
    card = entry.thing.card
    if card.category not in {shelf.key for shelf in CATEGORIES}:
        yield entry.part.problem("", f"le dossier {card.category} n’est pas une catégorie")
    elif card.audience == "public" and card.category in FOR_AGENTS:
        yield entry.part.problem("audience", f"la catégorie {card.category} est pour les agents seuls")


def _block(found: Resources, entry: Entry[Offer], at: str, block: Block) -> Iterator[Problem]:
    yield from _unknown(entry, f"{at}.contacts", block.contacts, found.contacts, "aucun contact de cette clé")
    yield from _unknown(entry, f"{at}.caisses", block.caisses, found.caisses, "aucune caisse de ce code")
    scope = entry.thing.card.caisses
    if scope:
        yield from _unknown(entry, f"{at}.caisses", block.caisses, scope, "hors de la portée de l’offre")
    if block.rate and block.rate not in found.rates:
        yield entry.part.problem(f"{at}.rate", f"{block.rate} : aucun barème de cette clé")
    elif block.rate and found.rates[block.rate].thing.layout is None:
        yield entry.part.problem(f"{at}.rate", f"{block.rate} : ce barème n’a pas de tableau à montrer")


def _unknown(
    entry: Entry[Offer], key: str, names: Iterable[str], known: Iterable[str], reason: str
) -> Iterator[Problem]:
    return (entry.part.problem(key, f"{name} : {reason}") for name in names if name not in known)


def _rates(found: Resources) -> Iterator[Problem]:
    for entry in found.rates.values():
        for number, row in enumerate(entry.thing.rows, 1):
            if row.caisse is not None and row.caisse not in found.caisses:
                yield entry.part.problem(f"rows.{number}.caisse", f"{row.caisse} : aucune caisse de ce code")


def _subjects(found: Resources) -> Iterator[Problem]:
    """Each leads to public offers, and every public offer is reached."""
    public = {slug for slug, entry in found.offers.items() if entry.thing.card.audience == "public"}
    reached = set()
    for entry in found.subjects.values():
        reached |= set(entry.thing)
        for slug in entry.thing:
            if slug not in public:
                reason = "l’offre est pour les agents seuls" if slug in found.offers else "aucune offre de ce nom"
                yield entry.part.problem("offers", f"{slug} : {reason}")
    for slug in sorted(public - reached):
        yield Problem(SUBJECTS, "", f"{slug} : cette offre publique n’est sous aucun sujet")
