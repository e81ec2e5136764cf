"""``guichet demo``: the whole way of a request, from the first touch to the file that the caisse opens."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click

from app.commands.common import Refusal, refusing, say
from app.demo.gateway import Gateway
from app.demo.results import Results
from app.demo.terminal import Terminal
from app.protocol import enrolment as enrolments
from app.protocol.errors import BadEnrolment
from app.store.outbox import Row

LIMIT = 45
"""Seconds for everything, or it is given up."""


class Told:
    """Says each step with the seconds since the beginning."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def __call__(self, words: str) -> None:
        seconds = time.monotonic() - self._begun
        say(f"{seconds:5.1f} s  {words}".replace(".", ",", 1))
        if seconds > LIMIT:
            raise Refusal("too_slow", f"La visite dure plus de {LIMIT} secondes : elle est abandonnée.")


def run(out: Path | None, enrolment: Path | None, language: str) -> None:
    """Drive a visit in *language*; its traces lie in *out*. *enrolment*: of a gateway that runs elsewhere."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = Told()
    with refusing(), tempfile.TemporaryDirectory(prefix="guichet-demo-", ignore_cleanup_errors=True) as folder:
        results = Results(out or Path(tempfile.mkdtemp(prefix="guichet-demo-")))
        if enrolment:
            _visit(Path(folder), enrolment, language, results, told)
        else:
            _with_gateway(Path(folder), language, results, told)
        told(f"Tout est dans {results.folder}")


def _with_gateway(folder: Path, language: str, results: Results, told: Told) -> None:
    """The same, with a gateway of our own, so that the caisse's side is seen too."""
    gateway = Gateway(folder)
    with gateway.serving():
        told(f"Passerelle de la caisse inventée de Valmont : {gateway.address}")
        sent = _visit(folder, gateway.enrolment, language, results, told)
        opened = gateway.hands_over(sent.id, results.received)
    results.keep_key(gateway.key)
    results.compare(sent.id, opened)
    told(f"La caisse a ouvert {opened.name} : le PDF est celui de l’écran, octet pour octet.")
    key, sealed = results.received / gateway.key.name, results.sealed / "form.age"
    told(f"À essayer : age -d -i {key} {sealed} > formulaire.zip")


def _visit(folder: Path, enrolment: Path, language: str, results: Results, told: Told) -> Row:
    """Enrol a terminal in *folder*, and let somebody make a request there."""
    with _application(), closing(Terminal(folder / "data")) as terminal:
        told(f"Borne inscrite : {terminal.enrol(_read(enrolment))}")
        return _tell(terminal, language, results, told)


def _tell(terminal: Terminal, language: str, results: Results, told: Told) -> Row:
    from app.demo.hands import Stuck
    from app.demo.story import Story

    try:
        story = Story(terminal, results.screens, told)
        story.fills(language)
        results.keep_shown(story.sends())
        story.arrives()
        story.leaves()
    except Stuck as stuck:
        raise Refusal("stuck", f"L’écran n’a pas suivi. Attendu : {stuck}") from None
    sent = terminal.sent()
    results.keep_sealed(sent.id, terminal.package())
    results.keep_receipt(terminal.receipt(sent.id))
    told(f"Demande {sent.reference} reçue par la passerelle le {sent.received_at} : accusé de réception vérifié.")
    return sent


def _read(enrolment: Path) -> enrolments.Enrolment:
    try:
        return enrolments.parse(enrolment.read_text("utf-8"))
    except (BadEnrolment, UnicodeDecodeError):
        sentence = "Ce n’est pas un fichier d’inscription, ou sa passerelle n’est pas en https."
        raise Refusal("bad_enrolment", sentence) from None


@contextmanager
def _application() -> Iterator[None]:
    """Qt at work; what it says goes to standard error, but for what the offscreen platform cannot do."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    def heard(_kind: object, _where: object, words: str | None) -> None:
        if words and not words.startswith("This plugin does not support"):
            click.echo(words, err=True)

    qInstallMessageHandler(heard)
    application = QApplication([])
    try:
        yield
    finally:
        application.quit()
        qInstallMessageHandler(None)
