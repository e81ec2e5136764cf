"""The contact sheet, read back from its bytes (people.md P2, P6–P9)."""

from __future__ import annotations

import pytest

from tests.builders import BY_MAIL, SECOND, mas_answers, mas_at_poste, pages, whole


def test_urgent_is_said_with_its_reason_on_the_first_side_and_the_contact_sheet() -> None:
    first, second, contact = pages(mas_answers(**SECOND, urgent="pregnancy"))
    assert "URGENT : une grossesse" in first
    assert "URGENT : une grossesse" in contact
    assert "URGENT" not in second
    assert "URGENT" not in whole(mas_answers())


def test_the_contact_sheet_says_how_to_reach_the_person() -> None:
    contact = pages(mas_answers(avoid="Pas chez mes parents.", hearing="lsf"))[-1]
    assert "X Par un appel Par SMS" in contact
    for said in ("06 39 98 12 34", "Le matin", "Message vocal possible Oui", "Ukrainien", "Interprète nécessaire Oui",
                 "Oui, en langue des signes (LSF)", "Pas chez mes parents."):  # fmt: skip
        assert said in contact


def test_an_address_is_there_when_letters_are_wanted() -> None:
    assert "12 rue des Tilleuls Code postal 76540 Commune Valmont" in pages(mas_answers(**BY_MAIL))[-1]
    assert "Code postal" not in whole(mas_answers())


def test_an_answer_of_an_abandoned_way_is_not_printed() -> None:
    assert "Tilleuls" not in whole(mas_answers(**BY_MAIL | {"ways": "call"}))


def test_at_16_and_17_only_the_chosen_way_is_used() -> None:
    assert "Mineur(e) : contacter seulement ainsi : Par un appel" in whole(mas_answers(birth_date="14/3/2009"))
    assert "Mineur" not in whole(mas_answers())


def test_identity_is_declared_or_was_seen_without_number() -> None:
    assert "identité déclarée (borne)" in whole(mas_answers())
    assert "pièce vue par l’agent : Passeport" in whole(mas_at_poste())


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (mas_answers(), "remplie par l’assuré(e), à la borne En qualité de l’assuré(e)"),
        (mas_at_poste(), "remplie par Camille Morel, France Services Valmont En qualité de agent, avec l’assuré(e)"),
        (mas_answers(for_whom="absent", helper_name="Iryna Shevchenko", basis="paper", on_paper="yes"),
         "Iryna Shevchenko En qualité de personne qui aide, l’assuré(e) est absent(e) "
         "Sur la base de signature sur ce papier, papier signé par l’assuré(e)"),
        (mas_answers(for_whom="guardian", helper_name="Iryna Shevchenko", decision="yes", signer_name="Shevchenko",
                     signer_first_name="Iryna", signer_link="guardian"),
         "Sur la base de signature dessinée sur l’écran, décision du juge"),
        (mas_at_poste(interpreter="Taras Bondar", mandate="AC-12"), "Taras Bondar Mandat Aidants Connect AC-12"),
    ],
)  # fmt: skip
def test_who_filled_it_in_and_on_what_basis(answers: dict[str, str], said: str) -> None:
    assert said in pages(answers)[-1]
