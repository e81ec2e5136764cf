"""From what was typed to a saisine and its paper."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

from app.actions import papers
from app.forms import FORMS
from app.models.reference import reference
from app.paths import ROOT
from tests.builders import MADE_AT, mas_answers, mas_saisine, valmont


def test_a_saisine_bears_the_reference_of_its_id_and_the_place_of_its_draft() -> None:
    made = mas_saisine(mas_answers())
    assert made.reference == reference(bytes(range(16)))
    assert made.place == "Maison France Services de Valmont"


def test_answers_of_an_abandoned_way_are_left_behind() -> None:
    made = mas_saisine(mas_answers(motives="digital", care="surgery", causes="cost"))
    assert not {"care", "causes"} & made.way.answers.typed.keys()


def test_ages_are_those_of_the_day_it_was_signed() -> None:
    answers = mas_answers(birth_date="13/2/2010", signer_name="Kovalenko", signer_first_name="Iryna")
    assert "signer_name" in mas_saisine(answers).way.answers.typed
    assert "signer_name" not in mas_saisine(answers, MADE_AT + timedelta(days=1)).way.answers.typed


def test_every_form_has_its_paper() -> None:
    assert papers.DOCUMENTS.keys() == FORMS.keys()
    assert papers.document(mas_saisine(mas_answers()), valmont()).startswith(b"%PDF")


def test_reportlab_waits_for_the_first_document() -> None:
    code = "import sys, app.actions.papers, app.documents.ticket; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
