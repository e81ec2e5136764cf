"""Builds the parts, hands them over, runs: the only module that knows every class. Order of start-up:

The command line is read, and only what home needs is loaded; the settings and the caisse are read; the window is shown.
After its first frame the rest is loaded, the database opened and its expired drafts purged, on the store queue; then
the visit waits for somebody.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.models import text

if TYPE_CHECKING:
    import click

    from app.models.settings import Mode

DAILY: tuple[list[str], ...] = ([], ["run"])
"""What a terminal says every morning: it opens without the machinery of the other commands (20 ms)."""


def main() -> None:
    """The console script ``guichet``."""
    if sys.argv[1:] in DAILY:
        gc.disable()  # nothing made while starting is rubbish; `ui.tidy` gathers from the first frame on
        text.install(paths.TRANSLATIONS)
        _open(paths.data_folder(), None, windowed=False)
    group()()


def group() -> click.Group:
    """Every command, ``run`` among them."""
    import click

    from app import commands

    @click.group(cls=commands.Late)
    def guichet() -> None:
        """Guichet Santé."""
        text.install(paths.TRANSLATIONS)

    @guichet.command()
    @click.option("--mode", type=click.Choice(["borne", "poste"]), help="Celui des réglages, sinon.")
    @click.option("--windowed", is_flag=True, help="Dans une fenêtre, pas en plein écran.")
    @click.option("--data", type=click.Path(path_type=Path), help="Le dossier des données.")
    def run(mode: Mode | None, windowed: bool, data: Path | None) -> None:
        """Ouvre l’écran."""
        _open(data or paths.data_folder(), mode, windowed=windowed)

    @guichet.command()
    @click.option(
        "--out", type=click.Path(path_type=Path, file_okay=False), help="Le dossier des traces ; un nouveau, sinon."
    )
    @click.option(
        "--enrolment",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="D’une passerelle qui tourne ailleurs.",
    )
    @click.option("--lang", type=click.Choice(list(text.LANGUAGES)), default="fr", help="La langue de la visite.")
    def demo(out: Path | None, enrolment: Path | None, lang: str) -> None:
        """Fait une visite entière sans écran, jusqu’à la caisse, et en garde les traces."""
        from app.demo.command import run

        run(out, enrolment, lang)

    return guichet


def _open(folder: Path, mode: Mode | None, *, windowed: bool) -> None:
    """The window; what keeps it from opening is told in a sentence, never in a traceback."""
    from app.ui.start import start

    try:
        sys.exit(start(folder, mode, windowed=windowed))
    except Exception:
        from app.commands.common import refusing

        with refusing():
            raise


if __name__ == "__main__":
    main()
