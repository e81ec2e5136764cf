"""saisine.json: every answer that counts, in French, for a form of nobody's in particular."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from app.models.fields import Choices, Line
from app.models.form import Form, Official, Paper, Repeat, Section, Step, Told
from app.models.path import path
from app.models.payload import payload, written
from app.models.pieces import Kept
from app.models.rules import equals
from app.models.saisine import Saisine
from app.models.text import _, speak

AT = datetime(2026, 2, 12, 11, 5, tzinfo=UTC)
place = Line(name="place", label=_("Lieu"))
colour = Choices(
    name="colour",
    label=_("Démarches déjà commencées"),
    options={"red": _("Oui"), "blue": _("Non")},
    boxes={"red": "Rouge"},
    official=Official("Cadre 3", "Couleurs"),
)
hidden = Line(name="hidden", label=_("Commune"), when=equals(place, "nowhere"))
child = Line(name="child", label=_("Prénom"))
CHILDREN = Repeat(name="children", title=_("Signer"), add=_("Signer"), fields=(child,), headline=(child,))
FORM = Form(
    id="toy",
    version=3,
    title=_("Signez votre demande"),
    short_title=_("Signer"),
    official_title="Jouet",
    told=Told(purpose=_("Signer"), there=_("Signer"), optional=_("Signer")),
    afterwards=(),
    given=(place,),
    sections=(
        Section(
            title=_("Signer"),
            icon="x",
            steps=(
                Step(
                    name="all",
                    title=_("Signer"),
                    fields=(
                        colour,
                        hidden,
                        CHILDREN,
                    ),
                ),
            ),
        ),
    ),
    signing=Section(title=_("Signer"), icon="x", steps=()),
)


ASKING = replace(
    FORM,
    papers=(
        Paper(key="card", label=_("Oui")),
        Paper(key="school", label=_("Non"), needed=False, of=CHILDREN),
    ),
)


def told(typed, **record):
    way = path(FORM, typed, AT.date())
    return payload(Saisine(bytes(16), "REF", FORM, way, AT, "Valmont"), "CPAM", urgent=False, record=record)


def test_it_says_what_it_is_to_whom_when_and_where():
    assert told({}, consent={"mode": "paper"}) == {
        "schema": 1,
        "reference": "REF",
        "form": "toy",
        "form_version": 3,
        "title": "Signez votre demande",
        "made_at": "2026-02-12T11:05:00+00:00",
        "place": "Valmont",
        "recipient": "CPAM",
        "urgent": False,
        "consent": {"mode": "paper"},
        "pieces": [],
        "answers": {},
    }


def test_an_answer_has_its_label_its_text_and_the_boxes_it_ticks():
    assert told({"colour": "blue red", "place": " ici "})["answers"] == {
        "place": {"label": "Lieu", "typed": "ici", "shown": "ici"},
        "colour": {
            "label": "Démarches déjà commencées",
            "typed": "blue red",
            "shown": "Oui\nNon",
            "official": {"frame": "Cadre 3", "label": "Couleurs"},
            "boxes": ["Rouge"],
        },
    }


def test_every_paper_is_said_with_what_has_become_of_it():
    kept = {"card": Kept("card", 2, 900, "0f" * 32, "scanner")}
    way = path(ASKING, {"children/a/child": "Ada", "children/b/child": "Bo"}, AT.date())
    saisine = Saisine(
        bytes(16), "REF", ASKING, way, AT, "Valmont", kept=kept, marks={"pieces/children/b/school": "later"}
    )
    assert payload(saisine, "CPAM", urgent=False, record={})["pieces"] == [
        {"paper": "card", "label": "Oui", "concerns": "", "needed": True, "state": "scanner", "pages": 2,
         "sha256": "0f" * 32},
        {"paper": "school", "label": "Non", "concerns": "Ada", "needed": False, "state": "missing"},
        {"paper": "school", "label": "Non", "concerns": "Bo", "needed": False, "state": "later"},
    ]  # fmt: skip


def test_what_does_not_count_is_not_sent():
    assert told({"hidden": "secret", "colour": "green", "unknown": "x"})["answers"] == {}
    assert "hidden" in told({"hidden": "secret", "place": "nowhere"})["answers"]


def test_the_rows_of_a_repeat_keep_their_order():
    assert list(told({"children/z/child": "A", "children/a/child": "B"})["answers"]) == [
        "children/z/child",
        "children/a/child",
    ]


def test_it_is_french_whatever_the_person_speaks():
    speak("uk")
    assert told({"colour": "red"})["title"] == "Signez votre demande"


def test_the_file_is_readable_and_half_a_letter_does_not_stop_it():
    raw = written({"name": "Оксана", "avoid": "\ud800"})
    assert "Оксана".encode() in raw
    assert json.loads(raw) == {"name": "Оксана", "avoid": "?"}
