"""Each form, whole, on its way: cut off by the network, then at the gateway once, and opened by the caisse."""

import os
from datetime import datetime

import pytest

from app.actions import papers, submit, sync
from app.forms import FORMS
from app.store import outbox
from tests.builders import valmont
from tests.forms.official import situations
from tests.forms.official.begun import TERMINAL
from tests.sync.hostile import cut
from tests.ui.formpages import TYPED

LARGEST = {
    "s1106": "ukrainian-domiciled-after-a-year", "s1110": "sixteen-today", "s3705": "guardian-with-waiting-number",
    "c2s": "ten-people",
}  # fmt: skip
"""Ten children, ten people: what a form can weigh."""


def whole(table):
    """What the person of *table* gave, ready to be signed."""
    person = next(one for one in situations() if (one.form, one.name) == (table, LARGEST[table]))
    form, typed = TYPED[table]
    now = datetime.now().astimezone()
    return papers.saisine(FORMS[form], TERMINAL | {"form": form} | typed(person), os.urandom(16), now)


@pytest.mark.parametrize("table", LARGEST)
def test_a_form_survives_a_cut_and_arrives_once_with_what_was_answered(hall, db, table):
    begun, now, saisine = submit.start(db), datetime.now().astimezone(), whole(table)
    assert begun
    made = submit.prepare(saisine, valmont(), begun, now)
    submit.queue(db, made, None)
    hall.crowd.extend([cut] * 8)
    sync.once(db)
    assert hall.has() == []
    hall.crowd.clear()
    sync.once(db)
    sync.once(db)
    assert hall.has() == [made.reference]
    assert [row.state for row in outbox.listed(db)] == ["received"]
    opened = hall.opened(made.reference)
    assert opened["formulaire.pdf"] == made.pdf
    assert opened["saisine.json"] == papers.told(saisine, valmont())
