"""The ``guichet-caisse`` command; each of its verbs is loaded when it is asked for."""

from __future__ import annotations

import sys
from importlib import import_module

import click

LATE = {
    "init": "app.gateway.commands.setting:init",
    "keygen": "app.gateway.commands.setting:keygen",
    "enrol": "app.gateway.commands.enrol:enrol",
    "serve": "app.gateway.commands.serve:serve",
    "list": "app.gateway.commands.desk:list_",
    "fetch": "app.gateway.commands.desk:fetch",
    "status": "app.gateway.commands.desk:status",
    "import": "app.gateway.commands.stick:import_",
    "open": "app.gateway.commands.open:open_",
}
"""Command name → module and object."""


class Late(click.Group):
    """A group that imports its commands on first use: ``serve`` never loads what ``open`` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(LATE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in LATE:
            return None
        module, _colon, name = LATE[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found


@click.command(cls=Late)
def main() -> None:
    """Guichet Santé, côté caisse : recevoir les saisines, les ouvrir, dire où elles en sont."""


if __name__ == "__main__":
    sys.exit(main())
