"""``guichet form``: the forms, described and filled without a screen, by the same engine and the same checks."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

import click

from app import paths
from app.actions import papers
from app.actions.known import known
from app.commands import enclosing, submitting
from app.commands.common import Call, Refusal, shared, terminal
from app.commands.described import described, outline, steps
from app.forms import FORMS, given
from app.forms.recipient import may_be_made_alone
from app.models import path as engine
from app.models.caisse import Caisse
from app.models.form import Answers, Form, Problem, Repeat
from app.models.saisine import Saisine
from app.models.settings import Mode

Said = tuple[str, str]
"""The path of an answer, and what is said of it."""

MADE = {"reference": "Référence", "cancel_code": "Code d’annulation", "pieces": "Pièces"}


class Out(NamedTuple):
    """What is wanted of a request: a file of its paper, that it is sent, with pièces."""

    pdf: Path | None
    submit: bool
    pieces: Path | None


@click.group()
def form() -> None:
    """Les demandes que ce guichet connaît."""


@form.command("list")
@shared
def list_(call: Call) -> None:
    """Chaque demande : son nom pour les commandes, sa version, son titre."""
    for each in FORMS.values():
        call.answer(
            {"id": each.id, "version": each.version, "title": str(each.title)},
            f"{each.id} {each.version} : {each.title}",
        )


@form.command()
@click.argument("names", metavar="FORM…", nargs=-1, required=True)
@shared
def show(call: Call, names: tuple[str, ...]) -> None:
    """Les pages et les questions, le cadre officiel que chacune remplit, ce qui la fait paraître."""
    for each in [_form(name) for name in names]:
        call.answer(described(each), outline(each))


@form.command()
@click.argument("name", metavar="FORM")
@click.argument("answers", metavar="ANSWERS.json", type=click.File("rb"))
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Écrit ici la demande à imprimer.")
@click.option("--submit", is_flag=True, help="Met la demande dans la file d’envoi.")
@click.option("--pieces", type=click.Path(path_type=Path, exists=True, file_okay=False), help=enclosing.HELP)
@click.option("--mode", type=click.Choice(["borne", "poste"]), help="Celui des réglages, sinon ; borne sans réglages.")
@shared
def fill(call: Call, name: str, answers: IO[bytes], mode: Mode | None, **wanted: Any) -> None:
    """Vérifie des réponses comme l’écran le fait ; « - » les lit sur l’entrée standard.

    ANSWERS.json est un objet : noms de « form show » → textes tels qu’on les tape. Une date s’écrit 14/3/1988, un
    numéro de sécurité sociale 2880399999012/35 ou none, plusieurs choix s’écrivent avec des espaces, une case yes.
    D’une pièce on peut dire « pieces/tax_notice »: « later » : elle sera apportée.
    """
    chosen, out = _form(name), Out(**wanted)
    settings, caisse = terminal(call, mode)
    typed, marks = enclosing.apart(_read(answers))
    way = engine.path(chosen, known(chosen, settings, caisse, paths.CATALOGUE, call.today) | typed, call.today)
    wrong = [*_unknown(chosen, typed), *enclosing.wrong(chosen, way, marks), *_wrong(chosen, typed, way, caisse)]
    if wrong:
        for field, message in wrong:
            call.answer({"field": field, "message": message}, f"{field} : {message}")
        sys.exit(1)
    if out.pieces and not out.submit:
        raise Refusal("pieces_without_submit", "Les pièces partent avec la demande : ajoutez --submit.")
    files = enclosing.files(chosen, way, out.pieces) if out.pieces else {}
    made = _made(call, _saisine(call, chosen, {**way.answers.typed, **marks}), caisse, files, out) if any(out) else {}
    _accept(call, way, typed, made)


def _form(name: str) -> Form:
    if name not in FORMS:
        raise Refusal("unknown_form", "Cette demande n’est pas connue. Voyez « guichet form list ».")
    return FORMS[name]


def _read(file: IO[bytes]) -> dict[str, str]:
    try:
        typed = json.loads(file.read())
        json.dumps(typed, ensure_ascii=False).encode()  # half a letter is no text
    except (ValueError, RecursionError):
        # What the error says quotes the answers: it is not carried further.
        raise Refusal("bad_answers", "Le fichier des réponses n’est pas du JSON lisible.") from None
    if not isinstance(typed, dict) or not all(isinstance(text, str) for text in typed.values()):
        raise Refusal("bad_answers", "Le fichier des réponses doit être un objet : noms de champs → textes.")
    return typed


def _unknown(form: Form, typed: Mapping[str, str]) -> Iterator[Said]:
    """The paths that no field of *form* has, on any way through it."""
    known = {field.name for field in form.given} | set(_shapes(form))
    for path in typed:
        group, *row = path.split("/")
        if ("/".join((group, "*", *row[1:])) if row and row[0] else path) not in known:
            yield path, "Ce champ n’existe pas dans cette demande."


def _shapes(form: Form) -> Iterator[str]:
    """The path of every question; ``children/*/birth_date`` in a repeat."""
    for element in (field for step in steps(form) for field in step.fields):
        if isinstance(element, Repeat):
            yield from (f"{element.name}/*/{inner.name}" for inner in element.fields)
        else:
            yield element.name


def _wrong(form: Form, typed: Mapping[str, str], way: engine.Path, caisse: Caisse) -> list[Said]:
    """What stands in the way of these answers, page after page."""
    found = [*_given_wrong(form, typed, way.answers)]
    for page in way.pages:
        stops = dict(_remarks(page, way.answers, stops=True))
        choices = {asked.path: said for asked in page.asked if (said := _not_offered(asked, typed))}
        found += (choices | stops).items()
    if not found and not may_be_made_alone(way.answers, caisse):
        found.append((given.mode.name, "Un agent doit envoyer cette demande avec la personne."))
    return found


def _given_wrong(form: Form, typed: Mapping[str, str], answers: Answers) -> Iterator[Said]:
    """The file may say what the terminal knows of itself, but not anything."""
    for field in form.given:
        finding = (
            engine.judge(engine.Asked(field.name, field, {}), answers) if typed.get(field.name, "").strip() else None
        )
        if isinstance(finding, Problem):
            yield field.name, str(finding.message)


def _not_offered(asked: engine.Asked, typed: Mapping[str, str]) -> str:
    """What no screen lets anybody choose, and the engine leaves out."""
    chosen = set(typed.get(asked.path, "").split()) if asked.options else set()
    return "Une de ces réponses n’est pas proposée ici." if chosen - set(asked.options) else ""


def _remarks(page: engine.Page, answers: Answers, *, stops: bool) -> Iterator[Said]:
    found = (remark for remark in engine.remarks(page, answers) if remark.stops is stops)
    return ((remark.path, str(remark.finding.message)) for remark in found)


def _accept(call: Call, way: engine.Path, typed: Mapping[str, str], made: Mapping[str, object]) -> None:
    """Say that nothing stands in the way, what is unusual or unused, and what was *made*."""
    cautions = [said for page in way.pages for said in _remarks(page, way.answers, stops=False)]
    unused = [path for path in typed if path not in way.answers.typed]
    lines = [
        "Rien ne manque.",
        *(f"{field} : {message}" for field, message in cautions),
        *(f"{path} : n’est pas demandé avec ces réponses." for path in unused),
        *(f"{name} : {made[key]}" for key, name in MADE.items() if key in made),
    ]
    warnings = [{"field": field, "message": message} for field, message in cautions]
    call.answer({**made, "warnings": warnings, "unused": unused}, "\n".join(lines))


def _saisine(call: Call, form: Form, typed: Mapping[str, str]) -> Saisine:
    """A new request."""
    made_at = datetime.combine(call.today, datetime.now().astimezone().timetz())
    return papers.saisine(form, typed, os.urandom(16), made_at)


def _made(call: Call, saisine: Saisine, caisse: Caisse, files: Mapping[str, Path], out: Out) -> dict[str, object]:
    """*saisine*, put on paper or in the outbox with the *files* of its pièces, or both: the same one."""
    told: dict[str, object] = {"reference": saisine.reference}
    prepared = submitting.submit(call, saisine, caisse, files) if out.submit else None
    if prepared:
        told |= {"id": prepared.sealed.id, "state": "waiting", "cancel_code": prepared.cancel_code}
        told |= {"pieces": len(files)} if files else {}
    if out.pdf:
        submitting.write(out.pdf, prepared.pdf if prepared else papers.document(saisine, caisse, call.data))
    return told
