"""``guichet catalogue``: the offers, for one audience, on a day, in a caisse; and their resources, checked."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import click

from app import paths
from app.catalogue import caisses, offers
from app.catalogue import search as searching
from app.catalogue.build import BadResource, checked
from app.catalogue.offers import UnknownOffer
from app.catalogue.writing import write
from app.commands import pages
from app.commands.common import Call, Refusal, shared
from app.commands.outlines import outline
from app.models.offer import Reader
from app.models.page import Page
from app.models.text import locale

AUDIENCE = click.option(
    "--audience",
    type=click.Choice(["assure", "partenaire"]),
    default="assure",
    help="Ce que voit le public, ou ce que voient les agents.",
)


@click.group()
def catalogue() -> None:
    """Les offres ; sans --caisse, celles de toutes les caisses."""


@catalogue.command("list")
@AUDIENCE
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Les premières seulement.")
@shared
def list_(call: Call, audience: str, limit: int | None) -> None:
    """Chaque offre : son nom pour les commandes, son titre, sa catégorie, à qui elle s’adresse."""
    place, reader = _reader(call, audience)
    for card in islice(offers.cards(place, reader), limit):
        call.answer(pages.card(card), f"{card.slug} : {card.title}")


@catalogue.command()
@click.argument("words", metavar="WORDS…", nargs=-1, required=True)
@AUDIENCE
@click.option("--limit", type=click.IntRange(1), default=20, metavar="N", help="Les meilleures seulement.")
@shared
def search(call: Call, words: tuple[str, ...], audience: str, limit: int) -> None:
    """Les offres qui répondent à des mots, la meilleure d’abord ; le dernier mot peut être inachevé."""
    place, reader = _reader(call, audience)
    for found in searching.search(place, reader, " ".join(words), locale(), limit):
        call.answer(pages.found(found), f"{found.card.slug} : {found.card.title}")


@catalogue.command()
@click.argument("slugs", metavar="[SLUG…]", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Toutes les offres que ce public peut voir.")
@AUDIENCE
@shared
def show(call: Call, slugs: tuple[str, ...], audience: str, *, every: bool) -> None:
    """Tout ce qu’une offre dit, avec ses contacts, ses montants, ses dates et ses sources."""
    if bool(slugs) == every:
        raise click.UsageError("Donnez des noms d’offres, ou --all.")
    place, reader = _reader(call, audience)
    found = offers.pages(place, reader) if every else [_page(place, slug, reader) for slug in slugs]
    for each in found:
        call.answer(pages.page(each), outline(each))


@catalogue.command()
@shared
def build(call: Call) -> None:
    """Vérifie tous les fichiers, dit tout ce qui ne va pas, et compile les deux catalogues."""
    if not (paths.RESOURCES / "catalogue").is_dir():
        raise Refusal("no_resources", "Les fichiers du catalogue ne sont pas livrés avec ce programme.")
    try:
        found = checked(paths.RESOURCES)
    except BadResource as error:
        for problem in error.problems:
            call.answer(asdict(problem), str(problem))
        sys.exit(1)
    write(found, paths.CATALOGUE, "public")
    write(found, paths.CATALOGUE_AGENTS, "agents")
    counts = {"offers": len(found.offers), "contacts": len(found.contacts), "rates": len(found.rates)}
    call.answer(counts, "Offres : {offers} ; contacts : {contacts} ; barèmes : {rates}.".format(**counts))


def _reader(call: Call, audience: str) -> tuple[Path, Reader]:
    """Which catalogue is read, and for whom; a caisse that does not exist is refused."""
    agents = audience == "partenaire"
    place = paths.CATALOGUE_AGENTS if agents else paths.CATALOGUE
    if call.caisse and not caisses.known(place, call.caisse):
        raise Refusal("unknown_caisse", f"Le catalogue n’a pas de caisse {call.caisse}.")
    return place, Reader("agents" if agents else "public", call.today, call.caisse or None)


def _page(place: Path, slug: str, reader: Reader) -> Page:
    try:
        return offers.page(place, slug, reader)
    except UnknownOffer:
        raise Refusal(
            "unknown_offer", f"Aucune offre ne s’appelle {slug} ici. Voyez « guichet catalogue list »."
        ) from None
