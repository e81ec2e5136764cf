"""The MAS sheet, read back from its bytes (forms.md 4; people.md P1, P2, P5–P9, P13, P14, P18)."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from app import VERSION
from app.documents.mas import SECOND_SIDE, pdf
from app.forms import mas
from app.models.caisse import Accepts
from app.models.fields import Choice, Choices
from app.models.form import Field
from app.models.text import speaking
from tests.builders import BY_MAIL, DIGEST, SECOND, mas_answers, mas_at_poste, mas_saisine, pages, valmont, whole

BY_PHONE = {
    "meeting": "phone", "informed_on": "12/2/2026", "informed_by": "Camille Morel", "consent_at_distance": "yes",
}  # fmt: skip
SECOND_FIELDS: tuple[Choice | Choices, ...] = (mas.care, mas.since, mas.causes)
AGREED = ("J’accepte que ma caisse reçoive ces informations et me contacte.",)
BOXES = [*mas.motives.boxes.values(), *mas.engaged.boxes.values(), *AGREED]
SECOND_BOXES = [*(box for field in SECOND_FIELDS for box in field.boxes.values()), *AGREED]


def ticked(page: str, boxes: list[str]) -> list[str]:
    """The labels after each cross; the longest one that fits, since one box's label begins another's."""
    crossed = page.split(" X ")[1:]
    return [max((box for box in boxes if said.startswith(box)), key=len, default=said) for said in crossed]


@pytest.mark.parametrize("option", mas.motives.options)
def test_a_motive_ticks_one_official_box(option: str) -> None:
    first = pages(mas_answers(**SECOND | {"motives": option}))[0]
    assert [box for box in ticked(first, BOXES) if box not in AGREED] == [mas.motives.boxes[option]]


@pytest.mark.parametrize("option", mas.engaged.options)
def test_a_step_already_taken_ticks_its_box_and_none_ticks_nothing(option: str) -> None:
    first = pages(mas_answers(**SECOND, engaged=option))[0]
    expected = [mas.engaged.boxes[option]] if option in mas.engaged.boxes else []
    assert ticked(first, BOXES)[1:] == expected


@pytest.mark.parametrize(
    ("place", "name", "option", "box"),
    [
        (place, field.name, option, box)
        for place, field in enumerate(SECOND_FIELDS)
        for option, box in field.boxes.items()
    ],
)
def test_an_answer_of_the_second_side_ticks_one_official_box(place: int, name: str, option: str, box: str) -> None:
    usual, changed = (ticked(pages(mas_answers(**SECOND | c))[1], SECOND_BOXES) for c in ({}, {name: option}))
    assert len(usual) == len(changed) == 4
    assert changed[place] == box


@pytest.mark.parametrize("field", [mas.motives, mas.care, mas.since, mas.causes])
def test_every_option_has_its_own_box(field: Choice | Choices) -> None:
    assert field.boxes.keys() == field.options.keys()
    assert len(set(field.boxes.values())) == len(field.boxes)


def test_the_second_side_is_there_only_when_called_for() -> None:
    assert SECOND_SIDE in pages(mas_answers(**SECOND))[1]
    assert len(pages(mas_answers(**SECOND))) == 3
    assert SECOND_SIDE not in whole(mas_answers(**SECOND | {"motives": "digital"}))
    assert len(pages(mas_answers())) == 2


def test_every_official_frame_and_label_is_printed() -> None:
    said = whole(mas_answers(**SECOND))
    asked = [field for section in mas.FORM.sections for step in section.steps for field in step.fields]
    fields = [field for field in (*mas.FORM.given, *asked) if isinstance(field, Field)]
    official = [place for field in fields if (place := mas.FORM.official(field))]
    assert len(official) == 15
    assert [place for place in official if place.frame not in said or place.label not in said] == []


def test_the_insured_person_fills_their_frame() -> None:
    first = pages(mas_answers(ways="call email", email="oksana@exemple.fr"))[0]
    for said in ("KOVALENKO", "Oksana", "2 88 03 99 999 012 35", "14/03/1988", "06 39 98 12 34", "oksana@exemple.fr"):
        assert said in first


def test_the_detector_is_the_person_at_a_borne_and_the_agent_at_a_poste() -> None:
    assert "Demande faite par l’assuré(e) à la borne de" in pages(mas_answers())[0]
    assert "Camille Morel" in pages(mas_at_poste())[0]


def test_every_page_says_number_reference_date_and_version() -> None:
    for number, page in enumerate(pages(mas_answers(**SECOND)), start=1):
        assert f"Page {number} sur 3 · RT4-WQB-J7T · 12/02/2026 · Guichet Santé {VERSION}" in page


def test_the_same_saisine_gives_the_same_bytes_whatever_the_language() -> None:
    made = pdf(mas_saisine(mas_answers(**SECOND)), valmont(), DIGEST)
    with speaking("uk"):
        assert pdf(mas_saisine(mas_answers(**SECOND)), valmont(), DIGEST) == made


def test_nothing_about_the_person_is_in_the_metadata() -> None:
    made = PdfReader(io.BytesIO(pdf(mas_saisine(mas_answers()), valmont(), DIGEST)))
    assert made.metadata
    assert made.metadata.title == "Guichet Santé"
    assert "KOVALENKO" not in str(made.metadata)


@pytest.mark.parametrize("name", ["Ґанна Їжакевич-Єрмак", "Мар’яна", "Марʼяна", "D’Hérouville Œuvré", "30 € le soir"])
def test_letters_of_any_of_our_languages_survive(name: str) -> None:
    assert name in whole(mas_answers(name=name))


def test_narrow_spaces_survive() -> None:
    made = pdf(mas_saisine(mas_answers(avoid="après 1\u202f000 pas")), valmont(), DIGEST)
    assert "1\u202f000" in PdfReader(io.BytesIO(made)).pages[-1].extract_text()


# P18, P1: the title and the body that receives


def test_a_caisse_that_takes_our_layout_gets_the_official_title() -> None:
    said = pages(mas_answers())[0]
    assert said.startswith(
        "Mission accompagnement santé – Formulaire de saisine Destinataire : CPAM de Valmont, Mission"
    )


@pytest.mark.parametrize(
    ("answers", "body"),
    [
        ({"caisse": "elsewhere", "department": "Loire"}, "CPAM du département : Loire, Mission accompagnement santé"),
        ({"caisse": "msa", "department": "Creuse"}, "MSA du département : Creuse Numéro"),
        ({"caisse": "other", "scheme": "ENIM"}, "Caisse du régime : ENIM Numéro"),
    ],
)
def test_for_any_other_body_it_is_only_a_preparation(answers: dict[str, str], body: str) -> None:
    said = whole(mas_answers(**answers, on_paper="yes"))
    assert said.startswith(
        "Préparation du formulaire « Mission accompagnement santé – Formulaire de saisine », ne le remplace pas"
    )
    assert f"Destinataire : {body}" in said
    assert "Donnez ce papier à l’accueil" in said


def test_a_caisse_that_does_not_say_so_has_not_taken_our_layout() -> None:
    silent = replace(valmont(), accepts={"mas": Accepts(drawn_signature=True)})
    assert pages(mas_answers(), silent)[0].startswith("Préparation du formulaire")


def test_an_unknown_fund_is_to_be_checked() -> None:
    for page in pages(mas_answers(caisse="unknown")):
        assert "Rattachement à vérifier" in page
    assert "Rattachement à vérifier" not in whole(mas_answers())


# Agreement and signature


def test_a_drawn_signature_is_drawn() -> None:
    drawn, empty = (pdf(mas_saisine(mas_answers(**a)), valmont(), DIGEST) for a in ({}, {"on_paper": "yes"}))
    assert lines_drawn(drawn) - lines_drawn(empty) == 10
    assert "Signature de l’assuré(e), dessinée sur l’écran le 12/02/2026" in whole(mas_answers())


def lines_drawn(made: bytes) -> int:
    contents = PdfReader(io.BytesIO(made)).pages[0].get_contents()
    assert contents is not None
    return sum(operator == b"l" for _operands, operator in contents.operations)


def test_on_paper_the_frame_waits_for_the_hand() -> None:
    assert "Signature de l’assuré(e) (à signer à la main, avec la date)" in whole(mas_answers(on_paper="yes"))


def test_an_agent_attests_by_name() -> None:
    said = whole(mas_at_poste(attested="yes", attested_by="Camille Morel"))
    assert "Accord attesté par l’agent : Camille Morel" in said
    assert "à signer" not in said


def test_by_telephone_the_person_was_informed_and_a_letter_is_due() -> None:
    said = whole(mas_at_poste(**BY_PHONE, **BY_MAIL))
    assert "informé(e) le 12/02/2026 par Camille Morel" in said
    assert "Courrier de confirmation : obligatoire" in said
    assert "X La personne a été informée." in said


def test_agreement_is_ticked_and_opposition_only_when_asked() -> None:
    refusal = "Je refuse que mes informations servent à des études."
    assert f"X {AGREED[0]} {refusal}" in whole(mas_answers())
    assert f"X {AGREED[0]} X {refusal}" in whole(mas_answers(no_studies="yes"))


def test_who_represents_the_person_signs() -> None:
    child = mas_answers(
        for_whom="child", helper_name="Iryna Kovalenko", birth_date="14/3/2015", on_paper="yes",
        signer_name="Kovalenko", signer_first_name="Iryna", signer_link="parent",
    )  # fmt: skip
    assert "Signature de Iryna Kovalenko (un parent)" in whole(child)


def test_the_mention_says_months_and_rights() -> None:
    said = whole(mas_answers())
    assert "18 mois" in said
    assert "CNIL" in said
    assert valmont().dpo_address in said
