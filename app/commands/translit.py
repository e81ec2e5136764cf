"""``guichet translit``: Ukrainian names in Latin letters, as passports write them."""

from __future__ import annotations

import click

from app.commands.common import Call, shared
from app.models.translit import latin, left


@click.command()
@click.argument("names", metavar="NAME…", nargs=-1, required=True)
@shared
def translit(call: Call, names: tuple[str, ...]) -> None:
    """Noms ukrainiens en lettres latines, une ligne chacun.

    Selon la résolution 55 de 2010. Une lettre que l’ukrainien n’a pas reste en cyrillique : le passeport dit comment
    l’écrire.
    """
    for name in names:
        written = latin(name)
        call.answer({"name": name, "latin": written, "left": left(name)}, " ".join(written.split()))
