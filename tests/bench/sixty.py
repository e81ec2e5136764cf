"""A made-up form whose second page asks sixty things at once, twelve of each kind; no form of ours does."""

from __future__ import annotations

from typing import Any

from app.forms import given
from app.models.fields import Choice, Date, Line, Name, Tick
from app.models.form import Field, Form, Section, Step, Told
from app.models.text import Text

EACH = 12
YES_OR_NO = {"yes": Text("Oui"), "no": Text("Non")}


def _five(number: int) -> tuple[Field[Any], ...]:
    """One of each kind."""
    label = Text(f"Question {number}")
    return (
        Choice(name=f"choice{number}", label=label, options=YES_OR_NO),
        Name(name=f"name{number}", label=label, required=False),
        Date(name=f"date{number}", label=label, required=False),
        Line(name=f"line{number}", label=label, required=False),
        Tick(name=f"tick{number}", label=label, required=False),
    )


SAID = Text("Soixante questions")
FORM = Form(
    id="sixty",
    version=1,
    title=SAID,
    short_title=SAID,
    official_title="Soixante questions",
    told=Told(purpose=SAID, there=SAID, optional=SAID),
    given=given.FIELDS,
    sections=(
        Section(
            title=SAID,
            icon="user",
            steps=(
                Step(name="first", title=SAID, fields=(Line(name="anything", label=SAID, required=False),)),
                Step(name="sixty", title=SAID, fields=tuple(field for group in range(EACH) for field in _five(group))),
            ),
        ),
    ),
    signing=Section(title=SAID, icon="user", steps=()),
    afterwards=(SAID,),
)
