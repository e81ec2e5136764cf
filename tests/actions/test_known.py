"""What is known of a request before its first question."""

from datetime import date

from app import paths
from app.actions.known import known
from app.forms import FORMS
from app.models.form import Answers
from tests.builders import valmont
from tests.journeys.terminals import BORNE


def of(form, today):
    return known(FORMS[form], BORNE, valmont(), paths.CATALOGUE, today)


def test_the_c2s_knows_the_ceilings_of_its_day():
    day = date(2025, 1, 15)
    field = next(field for field in FORMS["c2s"].given if field.name == "ceilings")
    table = Answers(of("c2s", day), day).value(field)
    assert table
    assert table.highest(1) == 13724


def test_after_the_last_table_nothing_is_known():
    assert "ceilings" not in of("c2s", date(2026, 11, 21))


def test_other_forms_have_no_use_for_them():
    assert "ceilings" not in of("mas", date(2025, 1, 15))
