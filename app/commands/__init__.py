"""The ``guichet`` command, one file a noun; each is loaded when it is asked for, so that ``run`` starts fast."""

from __future__ import annotations

from importlib import import_module

import click

LATE = {
    "catalogue": "app.commands.catalogue:catalogue",
    "form": "app.commands.form:form",
    "check": "app.commands.check:check",
    "drafts": "app.commands.drafts:drafts",
    "doctor": "app.commands.doctor:doctor",
    "outbox": "app.commands.outbox:outbox",
    "sync": "app.commands.sync:sync",
    "verify": "app.commands.verify:verify",
    "translit": "app.commands.translit:translit",
    "rights": "app.commands.rights:rights",
    "setup": "app.commands.setup:setup",
    "clean-piece": "app.commands.cleaning:clean_piece",
}
"""Command name → module and object."""


class Late(click.Group):
    """A group that imports its commands on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *LATE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in LATE:
            return super().get_command(ctx, cmd_name)
        module, _colon, name = LATE[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found
