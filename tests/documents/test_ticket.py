"""The two slips: what they say, and what they never do (people.md P16, P17, P24)."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.ticket import Registered, code_slip, ticket
from app.forms import mas
from app.forms.notice import notice
from app.forms.recipient import Recipient
from app.models.text import LANGUAGES, Text, speaking
from tests.builders import MADE_AT, valmont

NOTICE = notice(mas.FORM, Recipient(Text("CPAM de Valmont"), valmont()), 7)


ON_PAPER = Registered("4T7-KX9-M2Q", MADE_AT, "Borne de l’accueil", "France Services Valmont")
SENT = replace(ON_PAPER, cancel_code="4T7K-9M2Q-X3AB")


def ticket_in(language: str, request: Registered = ON_PAPER) -> bytes:
    return ticket(request, NOTICE, language)


def slip_in(language: str) -> bytes:
    return code_slip("KX7F4PMQ", mas.FORM.title, date(2026, 2, 19), "Borne de l’accueil", language)


def text(made: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages).split())


def size_of(made: bytes, wanted: str) -> float:
    """How large *wanted* is printed, in points."""
    sizes: list[float] = []

    def note(said: str, _cm: Any, _tm: Any, _font: Any, size: float) -> None:
        if wanted in said:
            sizes.append(size)

    PdfReader(io.BytesIO(made)).pages[0].extract_text(visitor_text=note)
    return max(sizes)


def test_the_ticket_says_reference_date_hour_and_place() -> None:
    said = text(ticket_in("fr"))
    for known in ("Accusé d’enregistrement", "4T7-KX9-M2Q", "12 février 2026 à 11:05", "Borne de l’accueil",
                  "France Services Valmont", "18 mois", "CNIL"):  # fmt: skip
        assert known in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_hour_that_something_contradicts_is_said_to_be_unchecked(language: str) -> None:
    assert "vérifiée" not in text(ticket_in("fr"))
    doubtful = text(ticket_in(language, replace(SENT, hour_checked=False)))
    said = {"fr": "heure non vérifiée", "en": "time not checked", "uk": "час не перевірено"}
    assert said[language] in doubtful


def test_a_place_named_like_its_structure_is_said_once() -> None:
    assert text(ticket(replace(ON_PAPER, place="Valmont", structure="Valmont"), (), "fr")).count("Valmont") == 1


def test_the_code_slip_says_until_when_and_that_nobody_else_can_open() -> None:
    said = text(slip_in("fr"))
    for known in ("KX7F-4PMQ", "19 février 2026", "Sans ce code, personne ne peut ouvrir la demande."):
        assert known in said


def test_the_ticket_of_a_sent_request_says_that_it_is_on_its_way_and_how_to_stop_it() -> None:
    said = text(ticket_in("fr", SENT))
    assert "dès que le réseau le permet" in said
    assert "4T7K-9M2Q-X3AB" in said
    assert "feuilles imprimées" not in said


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (ticket_in("fr"), "4T7-KX9-M2Q"),
        (ticket_in("fr", SENT), "4T7K-9M2Q-X3AB"),
        (slip_in("fr"), "KX7F-4PMQ"),
    ],
)
def test_codes_are_read_at_arms_length(made: bytes, code: str) -> None:
    assert size_of(made, code) >= 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_slips_are_in_the_persons_language_and_leave_the_threads_alone(language: str) -> None:
    made = ticket_in(language), slip_in(language)
    with speaking("fr"):
        assert (ticket_in(language), slip_in(language)) == made
    lang = [str(PdfReader(io.BytesIO(one)).root_object["/Lang"]) for one in made]
    assert lang == [language, language]


def test_dates_speak_the_language() -> None:
    assert "12 лютого 2026" in text(ticket_in("uk"))
    assert "19 February 2026" in text(slip_in("en"))


@pytest.mark.parametrize("request_", [ON_PAPER, SENT])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ticket_is_one_sheet(language: str, request_: Registered) -> None:
    assert len(PdfReader(io.BytesIO(ticket_in(language, request_))).pages) == 1


def test_the_ticket_of_a_sent_request_says_which_papers_are_still_to_be_brought() -> None:
    said = text(ticket_in("fr", replace(SENT, to_bring=(Text("Le titre de séjour"), Text("Le RIB")))))
    assert "Apportez à l’accueil, avec ce numéro : Le titre de séjour · Le RIB." in said
    assert "Apportez" not in text(ticket_in("fr", SENT))
