"""« Vos documents » in the real window, with the scanner that SANE brings for tests, and a folder for a stick."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import sqlite3
from pathlib import Path
from threading import Event

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.actions import drafts, pieces, scanning
from app.actions.scanning import ScanTrouble
from app.forms import FORMS
from app.forms.given import given
from app.models.filling import PIECES, REVIEW
from app.models.pieces import Kept
from app.models.settings import Devices, Settings
from app.store.drafts import Keys
from app.store.errors import DiskFull, StoreDamaged
from app.ui.gathering import WAIT, Gathering
from tests.actions import sane
from tests.actions.sane import DEVICE, FEEDER, QUICK, SLOW, needed
from tests.builders import valmont
from tests.forms.official import situations
from tests.forms.official.filled_c2s import typed
from tests.journeys.applicant import Applicant
from tests.journeys.halls import asks_now, enrolled, rows, sends
from tests.journeys.keys import goes_to, stops
from tests.journeys.visits import AT_BORNE, Told
from tests.sync.hall import Hall

OWN, ABROAD = "tax_notice", "foreign_papers"
MINE, PARTNERS = f"piece:{OWN}", "piece:members/m1/tax_notice"

scanner = pytest.fixture(sane.scanner)
pytestmark = needed


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """What sticks are mounted under, with one that holds a picture of a letter and a file that is none."""
    folder = tmp_path / "media"
    papers = folder / "CLE" / "Papiers"
    papers.mkdir(parents=True)
    (papers / "avis.jpg").write_bytes(letter())
    (papers / "notes.txt").write_text("rien")
    return folder


def letter() -> bytes:
    """A page that can be read."""
    page = Image.new("RGB", (1240, 1754), "white")
    drawing = ImageDraw.Draw(page)
    for line in range(30):
        drawing.text((120, 120 + 50 * line), "Avis d'impot sur les revenus 1234 " * 3, fill="black", font_size=28)
    out = io.BytesIO()
    page.save(out, "jpeg", quality=90, dpi=(150, 150))
    return out.getvalue()


def at_borne(**devices: str) -> Settings:
    return AT_BORNE._replace(devices=Devices(**devices))


def answers() -> dict[str, str]:
    """Of a couple who are asked for three papers."""
    told = next(one for one in situations() if one.name == "self-employed-and-foreign-pension")
    return {**given(AT_BORNE, valmont(), "c2s"), **typed(told)}


def arrives(folder: Path, hall: Hall | None, settings: Settings) -> Applicant:
    """Somebody whose C2S is filled in as far as the papers, on a terminal that can send it if there is a *hall*."""
    person = Applicant(enrolled(folder, hall) if hall else folder, settings)
    if hall:
        asks_now(person)
    person.opens(FORMS["c2s"], answers(), PIECES)
    return person


def state(person: Applicant, path: str) -> str:
    """The words of a row."""
    row = person.finds(f"piece:{path}").parentWidget()
    assert row is not None
    return "\n".join(label.text() for label in row.findChildren(QLabel))


def keys(person: Applicant) -> Keys:
    assert person.visit.request
    assert person.visit.request.work.keys
    return person.visit.request.work.keys


def kept(person: Applicant) -> dict[str, Kept]:
    """What the store holds of the draft."""
    person.visit._parts.tasks.store.wait()
    db = drafts.connect(person.visit._parts.folder)
    found = pieces.listed(db, keys(person))
    db.close()
    return found


def gathering(person: Applicant) -> Gathering:
    assert person.visit.request
    return person.visit.request._fill.documents.gathering


def rests(person: Applicant) -> None:
    """Until nothing is under way any more."""
    person.until(lambda: gathering(person).rests, "the end of it", 60)


def works(person: Applicant) -> None:
    """Until the scanner is at work."""
    person.until(lambda: "Numérisation" in state(person, OWN), "the scanner at work")


def chooses(person: Applicant, path: str, *names: str) -> None:
    """A file, folder after folder."""
    person.touches(f"piece:{path}.file")
    for name in names:
        person.touches(f"entry:{name}")


# The scanner


def test_the_buttons_come_once_it_is_known_that_the_request_can_be_sent(borne, hall):
    person = Applicant(enrolled(borne, hall), at_borne(scanner=DEVICE))
    person.opens(FORMS["c2s"], answers(), PIECES)
    if person.sees("connection") is None:  # the line has a second of patience
        assert person.sees(f"{MINE}.scan") is None
    asks_now(person)
    person.until(lambda: person.sees(f"{MINE}.scan") is not None, "the buttons")


def test_a_sheet_on_the_glass_is_scanned_kept_and_seen(borne, hall, scanner):
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    assert "À ajouter" in state(person, OWN)
    person.touches(f"{MINE}.scan")
    rests(person)
    assert (kept(person)[OWN].pages, kept(person)[OWN].source) == (1, "scanner")
    assert person.hand.startswith(f"{MINE}.")
    person.touches(f"{MINE}.see")
    person.until(lambda: person.sees("preview") is not None, "its page")
    before = kept(person)[OWN].sha256
    person.touches("turn")
    person.until(lambda: kept(person)[OWN].sha256 != before, "the page turned", 30)
    person.touches("back")
    assert person.hand == f"{MINE}.see"


def test_taking_a_paper_away_asks_once(borne, hall, scanner):
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.scan")
    rests(person)
    person.touches(f"{MINE}.see")
    person.touches("remove")
    assert person.hand == "keep"
    person.touches("keep")
    assert person.hand == "remove"
    person.touches("remove")
    person.touches("sure")
    assert kept(person) == {}
    assert "À ajouter" in state(person, OWN)


def test_pages_are_added_to_those_that_are_there_and_doing_it_again_replaces_them(borne, hall, scanner):
    person = arrives(borne, hall, at_borne(scanner=DEVICE, feeder=FEEDER))
    person.touches(f"{MINE}.scan")
    person.touches(f"{MINE}.cancel")
    assert person.hand == f"{MINE}.scan"
    person.touches(f"{MINE}.scan")
    person.touches(f"{MINE}.glass")
    rests(person)
    assert kept(person)[OWN].pages == 1
    person.touches(f"{MINE}.more")
    person.touches(f"{MINE}.pile")
    rests(person)
    assert kept(person)[OWN].pages == 11
    person.touches(f"{MINE}.again")
    person.touches(f"{MINE}.glass")
    rests(person)
    assert kept(person)[OWN].pages == 1


def test_a_scan_goes_on_whatever_the_language_and_the_page(borne, hall, scanner):
    scanner.told(*SLOW)
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.scan")
    works(person)
    assert not person.visit.idle._quiet.isActive()
    person.touches("language.uk")
    assert person.sees(f"{MINE}.stop") is not None
    assert person.hand == f"{MINE}.stop"
    person.touches("language.fr")
    person.goes_on()
    assert person.step == REVIEW
    person.touches("back")
    works(person)
    person.touches(f"{MINE}.stop")
    rests(person)
    assert "À ajouter" in state(person, OWN)
    assert kept(person) == {}
    assert person.visit.idle._quiet.isActive()


def test_one_paper_at_a_time(borne, hall, scanner):
    scanner.told(*SLOW)
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.scan")
    works(person)
    person.touches(f"piece:{ABROAD}.scan")
    assert str(WAIT) in state(person, ABROAD)
    person.touches(f"{MINE}.stop")
    rests(person)
    assert str(WAIT) not in person.reads()


@pytest.mark.parametrize(
    ("status", "said"), [("JAMMED", "coincée"), ("COVER_OPEN", "est ouvert"), ("DEVICE_BUSY", "quelqu’un")]
)
def test_what_is_wrong_with_the_scanner_is_said_and_may_be_tried_again(borne, hall, scanner, status, said):
    scanner.fails(status)
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.scan")
    rests(person)
    assert said in state(person, OWN)
    assert "Pas ajouté" in state(person, OWN)
    scanner.told(QUICK)
    person.touches(f"{MINE}.scan")
    rests(person)
    assert kept(person)[OWN].pages == 1
    assert said not in state(person, OWN)


def test_the_pages_before_a_jam_are_not_lost(borne, hall, scanner, monkeypatch):
    def jammed(*_asked):
        raise ScanTrouble("jammed", [letter(), letter()])

    monkeypatch.setattr(scanning, "scan", jammed)
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.scan")
    rests(person)
    assert kept(person)[OWN].pages == 2
    assert "coincée" in state(person, OWN)
    assert "Ajouté · 2 pages" in state(person, OWN)


def test_a_disk_that_is_full_is_said_and_nothing_is_claimed(borne, hall, scanner, monkeypatch):
    def full(*_given):
        raise DiskFull from sqlite3.OperationalError()

    monkeypatch.setattr(pieces, "keep", full)
    monkeypatch.setattr("app.ui.trouble.record", lambda error: None)
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.scan")
    rests(person)
    assert "n’a plus de place" in state(person, OWN)
    assert "Pas ajouté" in state(person, OWN)


def test_leaving_in_the_middle_of_a_scan_stops_it(borne, hall, scanner):
    scanner.told(*SLOW)
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.scan")
    works(person)
    person.touches("leave")
    person.touches("leave.keep")
    person.touches("leave")
    assert person.ended
    assert scanner.running() == []


def test_a_scanner_of_the_network_is_waited_for(borne, hall, tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "earlier.jpg").write_bytes(letter())
    person = arrives(borne, hall, at_borne(folder=str(folder)))
    person.touches(f"{MINE}.scan")
    person.until(lambda: "bouton vert" in state(person, OWN), "what to do")
    assert person.visit.idle._quiet.isActive()
    (folder / "mine.jpg").write_bytes(letter())
    rests(person)
    assert kept(person)[OWN].source == "scanner"
    assert [one.name for one in folder.iterdir()] == ["earlier.jpg"]


def test_nobody_waits_for_a_sheet_on_another_page(borne, hall, tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    person = arrives(borne, hall, at_borne(folder=str(folder)))
    person.touches(f"{MINE}.scan")
    person.until(lambda: "bouton vert" in state(person, OWN), "what to do")
    person.goes_on()
    rests(person)
    person.touches("back")
    assert "À ajouter" in state(person, OWN)


def test_a_request_waits_for_the_paper_that_is_still_on_its_way(borne, hall, monkeypatch):
    whole = Event()

    def slow(_scanner, _source, _cancel, _told):
        whole.wait(30)
        return [letter()]

    monkeypatch.setattr(scanning, "scan", slow)
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.scan")
    works(person)
    person.fills(answers(), until="sign")
    person.answers(answers())
    person.goes_on()
    assert "Votre demande se prépare…" in person.reads()
    whole.set()
    person.until(lambda: person.sees("cancel.code") is not None, "the last screen", 30)
    reference = person.says("reference")
    person.until(lambda: hall.has() == [reference], "the request at the gateway", 20)
    told = json.loads(hall.opened(reference)["saisine.json"])["pieces"]
    assert [one["state"] for one in told] == ["scanner", "missing", "missing"]


@pytest.mark.parametrize("when", ["kept", "on its way"])
def test_who_is_taken_away_takes_their_paper_along(borne, hall, monkeypatch, when):
    whole = Event()

    def slow(_scanner, _source, _cancel, _told):
        whole.wait(30)
        return [letter()]

    monkeypatch.setattr(scanning, "scan", slow)
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{PARTNERS}.scan")
    if when == "kept":
        whole.set()
        rests(person)
        assert kept(person).keys() == {PARTNERS.removeprefix("piece:")}
    assert person.visit.request
    person.visit.request.go_to("household")
    person.touches("members.m1.remove")
    person.touches("members.m1.sure")
    whole.set()
    rests(person)
    assert kept(person) == gathering(person).kept == {}


# A file


def test_a_file_is_chosen_in_our_own_list(borne, hall, stick):
    person = arrives(borne, hall, at_borne(files=str(stick)))
    chooses(person, OWN, "CLE", "Papiers")
    person.until(lambda: person.sees("entry:avis.jpg") is not None, "the file")
    assert person.says("where") == "CLE / Papiers"
    assert "avis.jpg" in person.says("entry:avis.jpg")
    person.touches("up")
    person.until(lambda: person.sees("entry:Papiers") is not None, "the folder before")
    person.touches("entry:Papiers")
    person.touches("entry:avis.jpg")
    rests(person)
    assert (kept(person)[OWN].source, kept(person)[OWN].doubts) == ("file", ())
    assert "Ajouté · 1 page" in state(person, OWN)


def test_a_file_that_is_no_paper_is_refused_with_a_sentence(borne, hall, stick):
    person = arrives(borne, hall, at_borne(files=str(stick)))
    chooses(person, OWN, "CLE", "Papiers", "notes.txt")
    rests(person)
    assert "ni une photo ni un PDF" in state(person, OWN)
    assert kept(person) == {}


def test_a_stick_that_is_pulled_is_said(borne, hall, stick):
    person = arrives(borne, hall, at_borne(files=str(stick)))
    chooses(person, OWN, "CLE", "Papiers")
    person.until(lambda: person.sees("entry:avis.jpg") is not None, "the file")
    shutil.rmtree(stick / "CLE")
    person.touches("again")
    person.until(lambda: "La clé n’est plus là" in person.reads(), "that it is gone")
    person.touches("again")
    person.until(lambda: "Branchez votre clé" in person.reads(), "what to do")
    person.touches("back")
    assert person.hand == f"{MINE}.file"


def test_a_stick_that_is_pulled_under_the_finger_is_said(borne, hall, stick):
    person = arrives(borne, hall, at_borne(files=str(stick)))
    chooses(person, OWN, "CLE", "Papiers")
    person.until(lambda: person.sees("entry:avis.jpg") is not None, "the file")
    shutil.rmtree(stick / "CLE")
    person.touches("entry:avis.jpg")
    rests(person)
    assert "La clé n’est plus là" in state(person, OWN)


# Later, and where nothing can be added


def test_a_paper_can_be_brought_later_and_after_all_now(borne, hall, scanner):
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    person.touches(f"{MINE}.later")
    assert "À apporter plus tard" in state(person, OWN)
    assert person.hand == f"{MINE}.now"
    person.goes_on()
    assert "À apporter plus tard" in person.reads()
    person.touches(f"change:{OWN}")
    assert person.step == PIECES
    person.touches(f"{MINE}.now")
    assert "À ajouter" in state(person, OWN)


@pytest.mark.parametrize("settings", [at_borne(), at_borne(scanner=DEVICE)], ids=["no device", "not sent from here"])
def test_where_nothing_can_be_added_it_is_only_said_what_to_bring(borne, hall, settings):
    person = arrives(borne, hall if not settings.devices.scanner else None, settings)
    assert "À joindre" in state(person, OWN)
    assert person.sees(f"{MINE}.scan") is None
    assert person.sees(f"{MINE}.later") is None
    person.goes_on()
    assert person.step == REVIEW


def test_by_keys_alone_and_every_button_says_of_which_paper_it_is(borne, hall, scanner):
    person = arrives(borne, hall, at_borne(scanner=DEVICE))
    goes_to(person, f"{MINE}.scan")
    label = "Scanner : Dernier avis d’impôt ou de situation déclarative (ASDIR)"
    assert person.finds(f"{MINE}.scan").accessibleName().startswith(label)
    person.presses(Qt.Key.Key_Return)
    rests(person)
    assert kept(person)[OWN].pages == 1
    names = [stop.objectName() for stop in stops(person)]
    assert names[:3] == [f"{MINE}.see", f"{MINE}.again", f"{MINE}.more"]


# The whole visit


def test_a_paper_that_cannot_be_read_again_stops_nobody(borne, hall, stick, monkeypatch):
    def damaged(*_given):
        raise StoreDamaged

    monkeypatch.setattr("app.ui.trouble.record", lambda error: None)
    person = arrives(borne, hall, at_borne(files=str(stick)))
    chooses(person, OWN, "CLE", "Papiers", "avis.jpg")
    rests(person)
    monkeypatch.setattr(pieces, "open", damaged)
    person.touches(f"{MINE}.see")
    person.until(lambda: "ne peut plus être relu" in person.reads(), "what is wrong")
    gathering(person).pictures.clear()
    gathering(person)._drawing.clear()
    person.touches("back")
    person.until(lambda: "ne peut plus être relu" in state(person, OWN), "what is wrong")
    assert person.sees(f"{MINE}.again") is not None


def test_after_a_power_cut_the_papers_are_there_and_the_page_too(borne, hall, stick):
    person = arrives(borne, hall, at_borne(files=str(stick)))
    chooses(person, OWN, "CLE", "Papiers", "avis.jpg")
    rests(person)
    person.touches(f"piece:{ABROAD}.later")
    person.visit._parts.tasks.store.wait()
    assert person.visit.request
    person.visit.request.work.keeper.flush()
    code, before = keys(person).code, kept(person)
    person.is_cut_off()

    again = Applicant(borne, at_borne(files=str(stick)))
    asks_now(again)
    again.touches("resume")
    again.types("code", code)
    again.touches("continue")
    again.until(lambda: again.sees("birth.day") is not None, "the birth date")
    for part, words in zip(("day", "month", "year"), answers()["birth_date"].split("/"), strict=True):
        again.types(f"birth.{part}", words)
    again.touches("continue")
    again.until(lambda: again.step == PIECES, "the page that was left")
    again.until(lambda: "Ajouté · 1 page" in state(again, OWN), "the paper")
    again.until(lambda: OWN in gathering(again).pictures, "its picture")
    assert kept(again) == before
    assert "À apporter plus tard" in state(again, ABROAD)
    assert again.hand == f"piece:{ABROAD}.now"


def test_the_caisse_opens_the_papers_that_were_added(borne, hall, scanner, stick):
    person = arrives(borne, hall, at_borne(scanner=DEVICE, files=str(stick)))
    person.touches(f"{MINE}.scan")
    rests(person)
    chooses(person, ABROAD, "CLE", "Papiers", "avis.jpg")
    rests(person)
    person.touches(f"{PARTNERS}.later")
    added = kept(person)
    person.goes_on()
    person.touches("back")
    person.fills(answers(), until="sign")
    reference = sends(person, Told(answers()))
    person.until(lambda: hall.has() == [reference], "the request at the gateway", 20)
    person.until(lambda: rows(borne)[0].state == "received", "all of it", 30)
    told = json.loads(hall.opened(reference)["saisine.json"])["pieces"]
    assert [(one["paper"], one["state"]) for one in told] == [
        ("tax_notice", "scanner"), ("tax_notice", "later"), ("foreign_papers", "file"),
    ]  # fmt: skip
    for number, path in ((1, OWN), (2, ABROAD)):
        opened = hall.opened(reference, number)
        assert hashlib.sha256(opened["piece.pdf"]).hexdigest() == added[path].sha256
        assert len(PdfReader(io.BytesIO(opened["piece.pdf"])).pages) == 1
    assert person.says("reference") == reference
    assert "Apportez à l’accueil, avec ce numéro : Son dernier avis d’impôt" in person.reads()
