"""``python -m tests.journeys.tour DIR``: the same visit offscreen, a picture of every screen left in DIR.

Each picture is DIR/<language>-<size>-<look>-<number>-<name>.png.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

import click
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import paths
from app.models import text
from app.models.settings import Settings
from tests.builders import SECOND, mas_answers
from tests.journeys import printer
from tests.journeys.person import BORNE, Person, printing, wait
from tests.journeys.visits import HOME

ANSWERS = mas_answers(**SECOND | HOME | {"ways": "call email mail"}, email="oksana@exemple.fr")
WRONG = {"nir": "288039999901/", "birth_date": "31/2/1988"}
LOOKS = ("normal", "largest", "contrast")


class Tour:
    """One visit in one language, size and look; ``shoot`` takes the picture."""

    def __init__(self, folder: Path, target: Path, language: str, size: str, look: str) -> None:
        self.folder = folder
        self.target, self.prefix, self.number = target, f"{language}-{size}-{look}", 0
        self.language, self.look = language, look
        across, down = size.split("x")
        self.size = int(across), int(down)
        self.person = self.enters(printing(BORNE, help="screen"))

    def enters(self, settings: Settings) -> Person:
        """A person comes to the terminal, and chooses language and look."""
        person = Person(self.folder, settings, self.size)
        if self.look == "largest":
            person.touches("size.xlarge")
        if self.look == "contrast":
            person.touches("contrast")
        person.touches(f"language.{self.language}")
        return person

    def shoot(self, name: str) -> None:
        """The picture of what is on the screen now."""
        wait(60)
        self.number += 1
        self.person.shell.grab().save(str(self.target / f"{self.prefix}-{self.number:02d}-{name}.png"))

    def visit(self) -> None:
        """From home to the end, and back with a code."""
        self.shoot("home")
        self.fill()
        code = self.keep()
        self.print()
        self.person.is_cut_off()
        self.person = self.enters(printing(BORNE))
        self.come_back(code)
        self.person.is_cut_off()

    def fill(self) -> None:
        """Every question, one with something to repair, one with its panels."""
        person, beside = self.person, {"names": self.keyboards, "number": self.mistakes, "ways": self.panels}
        person.starts()
        while person.step != "print":
            step = person.step
            person.answers(ANSWERS)
            self.shoot(step)
            beside.get(step, lambda: None)()
            person.goes_on()
            assert person.step != step, person.reads()

    def keyboards(self) -> None:
        """The keyboard under the page."""
        self.person.touches("name")
        self.shoot("keyboard-letters")
        self.person.presses(Qt.Key.Key_Escape)

    def mistakes(self) -> None:
        """The error summary, then the right answers again."""
        person = self.person
        person.answers(WRONG)
        person.goes_on()
        self.shoot("error-summary")
        person.touches("nir.number")
        self.shoot("keyboard-digits")
        person.presses(Qt.Key.Key_Escape)
        person.answers(ANSWERS)

    def panels(self) -> None:
        """Each panel, opened and left again."""
        person = self.person
        idle: Callable[[], None] = person.visit.idle._quiet.timeout.emit
        for name, opens, closes in (
            ("panel-leave", lambda: person.touches("leave"), "leave.stay"),
            ("panel-idle", idle, "idle.stay"),
            ("panel-information", lambda: person.touches("information"), "information.close"),
            ("panel-help", lambda: person.touches("help"), "help.close"),
        ):
            opens()
            self.shoot(name)
            person.touches(closes)

    def keep(self) -> str:
        """The sheets, and the page of the code; gives the code."""
        person = self.person
        person.until(lambda: person.sees("preview") is not None, "the sheets")
        self.shoot("sheets")
        person.touches("later")
        self.shoot("kept")
        code = person.code
        person.touches("back")
        return code

    def print(self) -> None:
        """The sheets out of the printer; the draft is not confirmed yet, it will be asked for by its code."""
        person = self.person
        person.until(lambda: person.sees("preview") is not None, "the sheets again")
        person.touches("continue")
        person.until(lambda: person.sees("print") is not None, "the sheets out of the printer")
        self.shoot("printed")

    def come_back(self, code: str) -> None:
        """The code, the birth date, the sheets, and the end."""
        person = self.person
        person.touches("resume")
        self.shoot("resume")
        person.types("code", code)
        self.shoot("resume-code")
        person.touches("continue")
        person.until(lambda: person.sees("birth.day") is not None, "the birth date", seconds=10)
        for part, words in zip(("day", "month", "year"), ANSWERS["birth_date"].split("/"), strict=True):
            person.types(f"birth.{part}", words)
        self.shoot("birth-date")
        person.touches("continue")
        person.until(lambda: person.sees("preview") is not None, "the sheets")
        person.touches("continue")
        person.until(lambda: person.sees("print") is not None, "the sheets out of the printer")
        person.touches("continue")
        person.until(lambda: person.sees("done.leave") is not None, "the end")
        self.shoot("done")


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--lang", default="fr", help="fr,en,uk")
@click.option("--sizes", default="1280x1024", help="1280x1024,1366x768,1080x1920")
@click.option("--look", default="normal", help=",".join(LOOKS))
def main(target: Path, lang: str, sizes: str, look: str) -> None:
    """Leave a picture of every screen in TARGET."""
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    text.install(paths.TRANSLATIONS)
    with tempfile.TemporaryDirectory(prefix="guichet-tour-") as folder:
        os.environ["PATH"] = printer.install(Path(folder) / "cups")
        for number, (language, size, each) in enumerate(product(*(given.split(",") for given in (lang, sizes, look)))):
            text.speak("fr")
            tour = Tour(Path(folder) / f"data-{number}", target, language, size, each)
            tour.visit()
            click.echo(f"{target.resolve()}/{tour.prefix}-*.png ({tour.number})")
    application.quit()


if __name__ == "__main__":
    main()
