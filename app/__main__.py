"""Builds the parts, hands them over, runs: the only module that knows every class. Order of start-up:

The command line is read; the settings and the caisse; the window is shown; only after its first frame are the database
opened and its expired drafts purged, on the store queue; then the visit waits for somebody.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from app import commands, paths
from app.models import text
from app.models.settings import Mode


@click.group(invoke_without_command=True, cls=commands.Late)
@click.pass_context
def main(context: click.Context) -> None:
    """Guichet Santé."""
    text.install(paths.TRANSLATIONS)
    if context.invoked_subcommand is None:
        context.invoke(run)


@main.command()
@click.option("--mode", type=click.Choice(["borne", "poste"]), help="Celui des réglages, sinon.")
@click.option("--windowed", is_flag=True, help="Dans une fenêtre, pas en plein écran.")
@click.option("--data", type=click.Path(path_type=Path), help="Le dossier des données.")
def run(mode: Mode | None = None, windowed: bool = False, data: Path | None = None) -> None:
    """Ouvre l’écran."""
    from app.commands.common import refusing

    with refusing():
        from app.ui.start import start

        sys.exit(start(data or paths.data_folder(), mode, windowed=windowed))


if __name__ == "__main__":
    main()
