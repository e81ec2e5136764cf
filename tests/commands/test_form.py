"""``guichet form list`` and ``show``: the forms described, with what they fill and when."""

import json
from dataclasses import replace

from click.testing import CliRunner

from app.__main__ import group
from app.forms import FORMS, mas
from app.models.fields import Name
from app.models.form import Repeat, Step
from app.models.text import _
from tests.builders import mas_answers, mas_at_poste


def form(*arguments, answers="{}"):
    done = CliRunner().invoke(group(), ["form", *arguments, "--json"], input=answers)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def values(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_form_is_listed():
    listed = values(form("list"))
    assert listed[0] == {"id": "mas", "version": 1, "title": "Demande d’accompagnement santé"}
    assert [each["id"] for each in listed] == ["mas", "1106", "s1110", "s3705", "c2s"]


def test_a_form_is_described_with_what_it_fills_and_when():
    [told] = values(form("show", "mas"))
    fields = {field["name"]: field for part in told["sections"] for step in part["steps"] for field in step["fields"]}
    assert fields["name"] == {
        "name": "name",
        "label": "Nom",
        "kind": "name",
        "required": True,
        "when_reads": [],
        "official": {"frame": "Coordonnées de l’assuré(e)", "label": "Nom"},
        "options": {},
    }
    assert fields["phone"]["when_reads"] == ["ways"]
    assert fields["motives"]["options"]["digital"] == {
        "label": "J’ai du mal avec Internet",
        "box": "de fragilité face au numérique",
    }
    assert [step["when_reads"] for part in told["sections"] for step in part["steps"] if step["name"] == "signer"] == [
        ["birth_date", "for_whom"]
    ]


def test_every_field_that_may_be_answered_is_described():
    [told] = values(form("show", "mas"))
    steps = [step for part in told["sections"] for step in part["steps"]]
    named = {field["name"] for field in [*told["given"], *(field for step in steps for field in step["fields"])]}
    assert named > set(mas_at_poste(**mas_answers()))


def test_a_repeat_is_described_with_its_fields_and_its_rows_are_known(monkeypatch):
    child = Repeat(
        name="children", title=_("Enfants"), add=_("Ajouter"), fields=(Name(name="first", label=_("Prénom")),)
    )
    step = Step(name="children", title=_("Enfants"), fields=(child,))
    section = replace(mas.FORM.sections[0], steps=(*mas.FORM.sections[0].steps, step))
    monkeypatch.setitem(FORMS, "mas", replace(mas.FORM, sections=(section, *mas.FORM.sections[1:])))
    [told] = values(form("show", "mas"))
    assert told["sections"][0]["steps"][-1]["fields"][0]["fields"][0]["name"] == "first"
    answers = {"children/k3/first": "1", "children/k3/last": "a", "children//first": "b", "children": "c"}
    told = values(form("fill", "mas", "-", answers=json.dumps(answers)))
    found = {said["field"]: said["message"] for said in told}
    assert found["children/k3/first"] == "Écrivez seulement des lettres. Tirets et apostrophes sont possibles."
    for path in ("children/k3/last", "children//first", "children"):
        assert found[path] == "Ce champ n’existe pas dans cette demande."


def test_without_json_a_form_is_an_outline():
    told = CliRunner().invoke(group(), ["form", "show", "mas"]).stdout
    assert "    nir : Numéro de sécurité sociale\n" in told


def test_an_unknown_form_is_refused():
    for done in (form("show", "mas", "s9999"), form("fill", "s9999", "-", answers="{}")):
        assert done.exit_code == 1
        assert values(done)[0]["error"] == "unknown_form"
