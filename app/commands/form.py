"""``guichet form``: the forms, described and filled without a screen, by the same engine and the same checks."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import click

from app import paths
from app.actions import papers
from app.actions.known import known
from app.commands import submitting
from app.commands.common import Call, Refusal, shared, terminal
from app.forms import FORMS, given
from app.forms.recipient import may_be_made_alone
from app.models import path as engine
from app.models.caisse import Caisse
from app.models.fields import Choice, Choices
from app.models.form import Answers, Field, Form, Problem, Repeat, Rule, Section, Step, Worded, Words
from app.models.settings import Mode

Said = tuple[str, str]
"""The path of an answer, and what is said of it."""

MADE = {"reference": "Référence", "cancel_code": "Code d’annulation"}


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
        call.answer(_described(each), _outline(each))


@form.command()
@click.argument("name", metavar="FORM")
@click.argument("answers", metavar="ANSWERS.json", type=click.File("rb"))
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Écrit ici la demande à imprimer.")
@click.option("--submit", is_flag=True, help="Met la demande dans la file d’envoi.")
@click.option("--mode", type=click.Choice(["borne", "poste"]), help="Celui des réglages, sinon ; borne sans réglages.")
@shared
def fill(call: Call, name: str, answers: IO[bytes], pdf: Path | None, submit: bool, mode: Mode | None) -> None:
    """Vérifie des réponses comme l’écran le fait ; « - » les lit sur l’entrée standard.

    ANSWERS.json est un objet : noms de « form show » → textes tels qu’on les tape. Une date s’écrit 14/3/1988, un
    numéro de sécurité sociale 2880399999012/35 ou none, plusieurs choix s’écrivent avec des espaces, une case yes.
    """
    chosen = _form(name)
    settings, caisse = terminal(call, mode)
    typed = _read(answers)
    way = engine.path(chosen, known(chosen, settings, caisse, paths.CATALOGUE, call.today) | typed, call.today)
    if found := [*_unknown(chosen, typed), *_wrong(chosen, typed, way, caisse)]:
        for field, message in found:
            call.answer({"field": field, "message": message}, f"{field} : {message}")
        sys.exit(1)
    made = _made(call, chosen, way, caisse, pdf, submit=submit) if pdf or submit else {}
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
    for element in (field for step in _steps(form) for field in step.fields):
        if isinstance(element, Repeat):
            yield from (f"{element.name}/*/{inner.name}" for inner in element.fields)
        else:
            yield element.name


def _steps(form: Form) -> Iterator[Step]:
    return (step for section in (*form.sections, form.signing) for step in section.steps)


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


def _accept(call: Call, way: engine.Path, typed: Mapping[str, str], made: Mapping[str, str]) -> None:
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


def _made(
    call: Call, form: Form, way: engine.Path, caisse: Caisse, pdf: Path | None, *, submit: bool
) -> dict[str, str]:
    """A new request, put on paper or in the outbox, or both: the same one."""
    made_at = datetime.combine(call.today, datetime.now().astimezone().timetz())
    saisine = papers.saisine(form, way.answers.typed, os.urandom(16), made_at)
    told = {"reference": saisine.reference}
    if submit:
        prepared = submitting.submit(call, saisine, caisse)
        told |= {"id": prepared.sealed.id, "state": "waiting", "cancel_code": prepared.cancel_code}
    if pdf:
        submitting.write(pdf, prepared.pdf if submit else papers.document(saisine, caisse, call.data))
    return told


def _described(form: Form) -> dict[str, object]:
    return {
        "id": form.id,
        "version": form.version,
        "title": str(form.title),
        "source": form.source,
        "given": [_field(form, field) for field in form.given],
        "sections": [_section(form, section) for section in (*form.sections, form.signing)],
    }


def _section(form: Form, section: Section) -> dict[str, object]:
    return {"title": str(section.title), "steps": [_step(form, step) for step in section.steps]}


def _step(form: Form, step: Step) -> dict[str, object]:
    return {
        "name": step.name,
        "title": _usual(step.title),
        "when_reads": _reads(step.when),
        "fields": [_repeat(form, field) if isinstance(field, Repeat) else _field(form, field) for field in step.fields],
    }


def _repeat(form: Form, repeat: Repeat) -> dict[str, object]:
    """The answers of a row lie at ``<name>/<row id>/<field>``."""
    return {"name": repeat.name, "kind": "repeat", "fields": [_field(form, field) for field in repeat.fields]}


def _field(form: Form, field: Field[Any]) -> dict[str, object]:
    official = form.official(field)
    options = field.options.items() if isinstance(field, Choice | Choices) else ()
    boxes = field.boxes if isinstance(field, Choice | Choices) else {}
    return {
        "name": field.name,
        "label": str(field.label),
        "kind": type(field).__name__.lower(),
        "required": field.required,
        "when_reads": _reads(field.when),
        "official": official and {"frame": official.frame, "label": official.label},
        "options": {key: {"label": str(label), "box": boxes.get(key)} for key, label in options},
    }


def _reads(rule: Rule) -> list[str]:
    return sorted({field.name for field in rule.reads})


def _usual(words: Words) -> str:
    return str(words.usual if isinstance(words, Worded) else words)


def _outline(form: Form) -> str:
    """The pages and the names of their questions, for a reader."""
    lines = [f"{form.id} {form.version} : {form.title}"]
    for step in _steps(form):
        lines.append(f"  {step.name} : {_usual(step.title)}")
        lines += [
            f"    {field.name}{'' if isinstance(field, Repeat) else f' : {field.label}'}" for field in step.fields
        ]
    return "\n".join(lines)
