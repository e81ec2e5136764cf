"""``guichet form show mas`` beside the table of the official form: what fills each field, and where the words differ.

The table was written from forms.md alone. What is in ``DIFFERENT`` is to be settled with the documents, one side or the
other; a difference that is not there fails.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.forms.official import OfficialField, table
from tests.forms.official.declared import given, pages, shown

FILLED_BY = {
    "2": "motives", "3/name": "name", "3/first_name": "first_name", "3/nir": "nir", "3/birth_date": "birth_date",
    "3/phone": "phone", "3/email": "email", "4/name": "detector_name", "4/email": "detector_email",
    "4/structure": "detector_structure", "4/phone": "detector_phone", "5": "engaged", "6": "care", "7": "since",
    "8": "causes",
}  # fmt: skip
"""The field of the program for each field of the paper; « Date de la saisine » (1) has none: see DIFFERENT."""

NOT_PRINTED = {
    "consent/accept": "consent", "consent/mode": "consent_at_distance", "consent/date": "informed_on",
    "consent/collected_by": "informed_by", "consent/signature": "signature", "consent/opposition": "no_studies",
}  # fmt: skip
"""The same for what forms.md gives no French words of: no label is compared."""

KINDS = {"text": {"line", "paragraph"}}
"""The kinds of the program, where they are named otherwise."""

DETECTOR = "Coordonnées du détecteur qui pourra éventuellement être contacté par la Cpam pour des précisions"
DIFFERENT: dict[tuple[str, str], object] = {
    # S2 and S3 print it; the program has the hour of the submission instead of a field
    ("1", "field"): None,
    # S2 and S3: « de difficultés … », as declared
    ("2", "options"): (
        "de difficultés d’accès aux droits",
        "de renoncement ou de difficultés d’accès à des soins",
        "de renoncement ou de difficultés d’accès à des soins liés à un handicap",
        "de fragilité face au numérique",
        "de situation sociale complexe",
    ),
    # forms.md lets the number be missing; the program asks it or « je n’ai pas de numéro »
    ("3/nir", "required"): True,
    # S2 and S3, as declared
    ("4/name", "frame"): DETECTOR,
    ("4/email", "frame"): DETECTOR,
    ("4/structure", "frame"): DETECTOR,
    ("4/phone", "frame"): DETECTOR,
    # given by the settings of the place: free lines, always marked required though the settings may leave them empty
    ("4/name", "kind"): "line",
    ("4/email", "kind"): "line",
    ("4/phone", "kind"): "line",
    ("4/name", "required"): True,
    ("4/email", "required"): True,
    ("4/structure", "required"): True,
    ("4/phone", "required"): True,
    # S2 and S3, as declared
    ("5", "frame"): "Quelles actions le détecteur a-t-il déjà engagé",
    ("5", "label"): "Quelles actions le détecteur a-t-il déjà engagé",
    # S2 and S3: « Dossier de Complémentaire santé solidaire », as declared
    ("5", "options"): ("Dossier de Complémentaire santé solidaire", "Dossier d’action sanitaire et sociale", "Autre"),
    # one frame for side 2 in forms.md; the program names a frame for each question
    ("6", "frame"): "Quels soins ne sont pas réalisés ?",
    ("7", "frame"): "Depuis quand dure le renoncement ?",
    ("8", "frame"): "Quelles en sont les causes ? Un problème",
    # S2 and S3: « Consultations de … », « examens médicaux (soins dentaires, infirmiers, de kinésithérapie, … »
    ("6", "options"): (
        "Consultations de médecine générale ou spécialisée",
        "Chirurgie",
        "Acte chez un spécialiste, analyses ou examens médicaux (soins dentaires, infirmiers, de kinésithérapie, "
        "radiologie, biologie…)",
        "Pharmacie",
        "Dispositifs médicaux (optique, auditif, petit et grand appareillage…)",
        "Autre",
    ),
    # S2 and S3: as declared
    ("7", "label"): "Depuis quand dure le renoncement ?",
    ("8", "label"): "Quelles en sont les causes ? Un problème",
    # S2 and S3: « couverture assurance maladie et/ou complémentaire », « délais de RDV », « professionnel de
    # santé », as declared; the answers come in an order of their own, the boxes of the sheet in that of S2
    ("8", "options"): (
        "d’accès aux droits (médecin traitant, couverture assurance maladie et/ou complémentaire, ALD)",
        "de reste à charge",
        "d’avance des frais",
        "de transport",
        "de démarches trop compliquées",
        "de délais de RDV trop longs",
        "de refus de prise en charge par un professionnel de santé",
        "autre",
    ),
}


@pytest.fixture(scope="module")
def declared() -> dict[str, dict[str, Any]]:
    """The fields that the program shows, each with what its step depends on."""
    return dict(shown(field, step) for step in (given("mas"), *pages("mas")) for field in step["fields"])


def fold(text: object) -> str:
    """*text* without what printing changes: capitals, apostrophes, spaces, a colon at the end."""
    return " ".join(str(text).casefold().replace("'", "’").replace("/", " / ").split()).removesuffix(" :")


def folded(texts: tuple[str, ...]) -> list[str]:
    return [fold(text) for text in texts]


def boxes(field: dict[str, Any]) -> tuple[str, ...]:
    """What is printed beside the boxes; an option that the paper does not have is no box."""
    return tuple(option["box"] for option in field["options"].values() if option["box"])


def required(wanted: str, field: dict[str, Any]) -> bool:
    """Whether the program requires it as the table says; a condition is something that it depends on."""
    if wanted in {"yes", "no"}:
        return bool(field["required"] is (wanted == "yes"))
    return bool(field["when_reads"])


def differences(wanted: OfficialField, field: dict[str, Any]) -> dict[tuple[str, str], object]:
    """What the program says otherwise than the table."""
    official = field["official"]
    agrees = {
        "frame": fold(official["frame"]) == fold(wanted.frame),
        "label": fold(official["label"]) in folded((wanted.label, *wanted.also)),
        "kind": field["kind"] in KINDS.get(wanted.kind, {wanted.kind}),
        "options": folded(boxes(field)) == folded(wanted.options),
        "required": required(wanted.required, field),
    }
    said = {**official, "kind": field["kind"], "options": boxes(field), "required": field["required"]}
    return {(wanted.ref, name): said[name] for name, same in agrees.items() if not same}


def test_every_label_of_the_paper_is_filled_by_a_field_and_none_is_left_over(declared):
    printed = {field.ref for field in table("mas").fields if field.printed}
    assert printed - set(FILLED_BY) == {ref for ref, what in DIFFERENT if what == "field"}
    assert {name for name, field in declared.items() if field["official"]} == set(FILLED_BY.values())


def test_what_differs_from_the_table_is_known(declared):
    found: dict[tuple[str, str], object] = {("1", "field"): None}
    for ref, name in FILLED_BY.items():
        found |= differences(table("mas").at(ref), declared[name])
    assert found == DIFFERENT


def test_the_consent_asks_what_the_table_asks(declared):
    assert {field.ref for field in table("mas").fields if not field.printed} == set(NOT_PRINTED)
    assert set(NOT_PRINTED.values()) <= set(declared)
    assert [declared[name]["kind"] for name in ("consent", "signature", "no_studies")] == [
        "consent",
        "signature",
        "tick",
    ]
    assert not declared["no_studies"]["required"]
