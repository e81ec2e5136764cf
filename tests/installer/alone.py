"""``python -m tests.installer.alone DIR``: a copy of the frozen program in DIR works far from here, and alone.

It runs in an empty environment, with no program on its path; what it says has to be what the checkout says.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from pypdf import PdfReader

from app.demo.gateway import Gateway
from app.demo.person import ANSWERS, NUMBER
from app.documents import rawpage
from app.models.text import LANGUAGES
from app.paths import ROOT
from tests.builders import STROKES
from tests.faults import secretpage
from tests.faults.leaks import GUARDIAN

PATIENCE = 60
CHECKOUT = ROOT / ".venv/bin/guichet"
SIGNED = ANSWERS | GUARDIAN | {"signature": STROKES}
SAME = (
    ("check", "nir", NUMBER, f"{NUMBER}99"),
    ("check", "phone", "0639981234"),
    ("check", "email", "oksana@exemple.fr"),
    ("form", "list"),
    *(("form", "show", "mas", "--lang", language) for language in LANGUAGES),
    *(("form", "fill", "mas", "-", "--lang", language) for language in LANGUAGES),
)
"""What both must answer alike; with nothing answered, ``fill`` says in each language what every page asks."""
OURS = ("settings", "caisse", "key", "store", "products")
"""What ``doctor`` examines that is not the machine's doing."""
TRACE = ("strace", "-f", "-qq", "-z", "-s", "4096", "-e", "trace=openat,execve", "-o")


class Alone:
    """The *program* with *home* for its only place; it knows of nothing else on this machine."""

    def __init__(self, program: Path, home: Path) -> None:
        self.program, self.home = program, home
        self.environment = {
            "PATH": "/nonexistent", "HOME": str(home), "GUICHET_DATA": str(home / "data"), "LC_ALL": "C.UTF-8",
        }  # fmt: skip

    def __call__(self, *words: object, answers: object = None) -> list[dict[str, Any]]:
        """What a command answers."""
        said = self.says([self.program, *words, "--json"], answers)
        return [json.loads(line) for line in said.splitlines()]

    def says(self, command: list[object], answers: object = None) -> str:
        """The words of *command*."""
        return subprocess.run(
            [str(word) for word in command], input=json.dumps(answers or {}), env=self.environment, cwd=self.home,
            stdout=subprocess.PIPE, text=True, encoding="utf-8", timeout=PATIENCE, check=False,
        ).stdout  # fmt: skip

    def opens(self, *words: object) -> set[Path]:
        """The files that a command opened."""
        log = self.home / "opened.log"
        self.says([shutil.which(TRACE[0]), *TRACE[1:], log, self.program, *words])
        return {Path(file) for file in re.findall(r'"(/[^"]+)"', log.read_text(encoding="utf-8"))}


def main(folder: Path) -> None:
    """Every step, told when it is done."""
    with tempfile.TemporaryDirectory(prefix="guichet-ailleurs-") as place:
        shutil.copytree(folder, Path(place) / "programme", symlinks=True)
        (home := Path(place) / "chez-soi").mkdir()
        for told in _steps(Alone(Path(place) / "programme" / "guichet", home)):
            click.echo(f"  {told}")


def _steps(alone: Alone) -> Iterator[str]:
    _says_the_same(alone)
    yield "Les commandes disent ce que dit le dépôt, en français, en anglais et en ukrainien."
    reference = _sends(alone)
    yield f"Une demande est remplie, imprimée, scellée avec sa pièce, reçue par une passerelle du dépôt : {reference}."
    _examines(alone)
    yield "doctor n’a rien à redire au programme."
    for language, name in LANGUAGES.items():
        _drives_a_visit(alone, language)
        yield f"{name} : la visite de démonstration va jusqu’à l’accusé de réception, et ne lit rien du dépôt."


def _says_the_same(alone: Alone) -> None:
    for words in SAME:
        frozen, plain = (alone.says([program, *words]) for program in (alone.program, CHECKOUT))
        assert frozen, words
        assert frozen == plain, (words, frozen, plain)


def _sends(alone: Alone) -> str:
    """A request without a window; gives its reference."""
    gateway, pdf = Gateway(alone.home / "caisse"), alone.home / "demande.pdf"
    with gateway.serving():
        [told] = alone("setup", "--enrolment", gateway.enrolment)
        assert told["terminal"]
        made = alone("form", "fill", "mas", "-", "--submit", "--pdf", pdf, "--pieces", _papers(alone), answers=SIGNED)[
            -1
        ]
        assert made["state"] == "waiting", made
        [sent] = alone("sync", "--once")
        assert (sent["received"], sent["waiting"]) == (1, 0), sent
    [row] = alone("outbox", "list")
    assert (row["state"], row["reference"]) == ("received", made["reference"])
    assert (row["pieces"], row["pieces_held"]) == (1, 1), row
    assert alone("drafts", "list") == []
    _reads(pdf.read_bytes())
    return str(made["reference"])


def _papers(alone: Alone) -> Path:
    """A folder with the one paper of a guardian: the photo that is cleaned by a process of the frozen program."""
    folder = alone.home / "papiers"
    folder.mkdir()
    (folder / "guardianship_decision.jpg").write_bytes(rawpage.jpeg(secretpage.page(1)))
    return folder


def _reads(pdf: bytes) -> None:
    """The paper has its words, in fonts that it carries along."""
    pages: list[Any] = list(PdfReader(io.BytesIO(pdf)).pages)
    assert "KOVALENKO" in "".join(page.extract_text() for page in pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    noto = [font for font in fonts if "NotoSans" in font["/BaseFont"]]
    assert noto, fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in noto), noto


def _examines(alone: Alone) -> None:
    found = {report["check"]: report for report in alone("doctor")}
    assert all(found[check]["state"] != "bad" for check in OURS), found


def _drives_a_visit(alone: Alone, language: str) -> None:
    """The window, the PDF in it, Qt's own words; opening nothing of the checkout nor of another Python."""
    gateway, out = Gateway(alone.home / f"caisse-{language}"), alone.home / f"visite-{language}"
    with gateway.serving():
        opened = alone.opens("demo", "--out", out, "--enrolment", gateway.enrolment, "--lang", language)
    assert (out / "receipt.json").exists(), sorted(out.rglob("*"))
    inside = alone.program.parent
    assert inside / f"_internal/PySide6/Qt/translations/qtbase_{language}.qm" in opened
    strange = [file for file in opened if not file.is_relative_to(inside) and re.search("python|PySide", str(file))]
    assert not strange, strange
    assert not [file for file in opened if file.is_relative_to(ROOT)], opened


if __name__ == "__main__":
    main(Path(sys.argv[1]))
