"""Two parents sign on two days in the real window: each pad says whose it is, and the first signature stays."""

from datetime import date, datetime

import pytest

from app.ui import start
from app.ui.screens.question import Question
from app.ui.widgets.answers import PadAnswer
from tests.forms.official import situations
from tests.forms.official.filled_s3705 import typed
from tests.journeys.applicant import Applicant

PARENTS = next(one for one in situations() if one.name == "two-parents-first-day")
FIRST, SECOND = PARENTS.today, date(2026, 2, 28)
NOT_ONE = "Ajoutez au moins un enfant."


@pytest.fixture
def on(monkeypatch):
    """The day that the terminal believes it is."""

    def begins(day):
        monkeypatch.setattr(start, "_now", lambda: datetime.combine(day, datetime.now().astimezone().timetz()))

    begins(FIRST)
    return begins


def under_the_pad(person, name):
    """The words under the pad *name*."""
    screen = person.shell.content
    assert isinstance(screen, Question)
    pad = screen.editors[name].answer
    assert isinstance(pad, PadAnswer)
    return pad.pad._caption.text.replace("\u00a0", " ")


def test_the_list_without_a_child_says_so_and_leads_to_its_button(tmp_path, qtbot, on):
    person = Applicant(tmp_path)
    person.starts("s3705")
    alone = {path: text for path, text in typed(PARENTS).items() if not path.startswith("children/")}
    assert person.goes_through(alone) == "children"
    assert NOT_ONE in person.reads()
    person.touches("summary.children")
    assert person.hand == "children.add"


def test_each_pad_says_who_signs_and_on_what_day_whenever_it_is_looked_at(tmp_path, qtbot, on):
    person = Applicant(tmp_path)
    person.starts("s3705")
    assert person.goes_through(typed(PARENTS)) == "second_sign"
    assert under_the_pad(person, "second_signature") == "Chiara Dell’Acqua · 26 février 2026"
    person.touches("later")
    code = person.code
    person.is_cut_off()

    on(SECOND)
    person = Applicant(tmp_path)
    person.comes_back(code)
    assert person.step == "second_sign"
    assert under_the_pad(person, "second_signature") == "Chiara Dell’Acqua · 28 février 2026"
    person.touches("back")
    assert under_the_pad(person, "signature") == "Fergus O'Malley · 26 février 2026"
    person.signs()
    assert under_the_pad(person, "signature") == "Fergus O'Malley · 28 février 2026"
    assert person.visit.filling
    assert person.visit.filling.typed["signed_on"] == "28/2/2026"
