"""« Vos documents » and what stands around it, in every state that a pièce can be in; no device is asked."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.actions.folders import Entry
from app.models.filling import PIECES, Filling
from app.models.pieces import LATER, Kept, mark
from app.models.settings import Devices
from app.models.text import Text
from app.ui.flows.choose import Choose
from app.ui.flows.documents import Documents
from app.ui.flows.errand import SO_FAR
from app.ui.flows.viewer import Viewing
from app.ui.gathering import WAIT
from app.ui.piecestate import Job
from app.ui.piecetrouble import BROUGHT, FILES, SCANNER
from app.ui.preview import Preview
from app.ui.screens.chooser import Listed
from tests.forms.official import situations
from tests.forms.official.filled_c2s import typed
from tests.journeys.person import Person, wait

ALL = Devices("test:0", "Automatic Document Feeder", "/srv/scans", "/media")
LONG = "avis-d-impot-sur-les-revenus-de-toutes-les-personnes-de-mon-foyer-recto-verso-2026.pdf"
ENTRIES = (
    Entry(LONG, folder=False, size=900),
    Entry("Papiers de la Caf et de la mairie", folder=True, size=0),
    *(
        Entry(f"avis d’impôt de l’année {2000 + year}, recto verso.pdf", folder=False, size=1_400_000)
        for year in range(20)
    ),
)
SENTENCES = (WAIT, SO_FAR.with_(why=SCANNER["jammed"]), *SCANNER.values(), *FILES.values(), *BROUGHT.values())


def papers(person: Person) -> Iterator[tuple[str, Person]]:
    """The name of each screen, once it is shown, and the person in front of it."""
    documents = _at_them(person)
    yield "papers-to-read", person
    parts = person.visit._parts
    parts.settings = parts.settings._replace(devices=ALL)
    documents._can_be_sent = lambda _filling: True
    _fill_rows(documents)
    yield from _shown(person, "papers", documents)
    for number, job in enumerate(
        (
            Job("", "waiting"),
            Job("", "working", part=0.4, name=LONG),
            Job("", "stopping"),
        )
    ):
        _set(documents, job=replace(job, path=_paths(documents)[0]))
        yield from _shown(person, f"papers-job-{number}", documents)
    _set(documents, job=None)
    for number, said in enumerate(_by(SENTENCES, len(_paths(documents)))):
        documents.gathering.said = dict(zip(_paths(documents), said, strict=False))
        yield from _shown(person, f"papers-said-{number}", documents)
    documents.gathering.said = {}
    yield from _choosing(person, documents)
    yield from _seeing(person, documents)


def household() -> Filling:
    """The answers of ten made-up people, who are asked for seven papers."""
    from app.forms import FORMS

    ten = next(one for one in situations() if one.name == "ten-people")
    return Filling(FORMS["c2s"], typed(ten), ten.today, "nowhere")


def picture() -> QImage:
    """A page, more or less."""
    image = QImage(152, 192, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.lightGray)
    return image


def two_pages() -> bytes:
    """A PDF of two empty pages."""
    writer, out = PdfWriter(), io.BytesIO()
    for _page in range(2):
        writer.add_blank_page(595, 842)
    writer.write(out)
    return out.getvalue()


def _at_them(person: Person) -> Documents:
    person.visit.start("c2s")
    request = person.visit.request
    assert request
    person.until(lambda: bool(request.work.code), "the code")
    whole = household()
    assert person.visit.filling
    request._fill.filling = replace(whole, typed={**person.visit.filling.typed, **whole.typed})
    request.go_to(PIECES)
    wait(10)
    return request._fill.documents


def _paths(documents: Documents) -> list[str]:
    return [piece.path for piece in documents._filling().pieces]


def _set(documents: Documents, *, job: Job | None) -> None:
    """*job* is under way, and nothing really is."""
    documents.gathering._errand = type("Errand", (), {"job": job, **_DEAF})() if job else None


_DEAF: dict[str, Any] = {
    "stop": lambda _self: None, "deleteLater": lambda _self: None, "blockSignals": lambda _self, _on: None,
}  # fmt: skip


def _fill_rows(documents: Documents) -> None:
    """A row in each state: kept, doubtful, scanned, to be brought, to choose a way for, and missing."""
    gathering, paths = documents.gathering, _paths(documents)
    gathering.kept = {
        paths[0]: Kept(paths[0], 2, 9, "", "scanner"),
        paths[1]: Kept(paths[1], 1, 9, "", "file", ("blurred",)),
        paths[2]: Kept(paths[2], 1, 9, "", "scanner", ("dark", "blurred")),
    }
    gathering.pictures = dict.fromkeys(gathering.kept, picture())
    _set(documents, job=Job(paths[3], "scanning", page=12))
    documents.marked.emit(mark(documents._filling().pieces[4]), LATER)
    documents._choosing = paths[5], ("glass", "pile", "folder", "file")


def _shown(person: Person, name: str, documents: Documents) -> Iterator[tuple[str, Person]]:
    documents.shown_again.emit()
    wait(10)
    yield name, person


def _by(sentences: Sequence[Text], count: int) -> Iterator[tuple[Text, ...]]:
    return (tuple(sentences[start : start + count]) for start in range(0, len(sentences), count))


def _choosing(person: Person, documents: Documents) -> Iterator[tuple[str, Person]]:
    documents._choose_file(_paths(documents)[0])
    choose = documents._over
    assert isinstance(choose, Choose)
    person.visit._parts.tasks.outside.wait()
    wait(10)
    told = choose._listed
    for name, listed in (
        ("waiting", Listed(told.for_)),
        ("full", Listed(told.for_, "Clé USB / Mes documents", ENTRIES)),
        ("more", Listed(told.for_, LONG, ENTRIES, start=12)),
        ("empty", Listed(told.for_, "Clé USB", ())),
        ("gone", Listed(told.for_, entries=(), said=BROUGHT["gone"])),
    ):
        choose._show(listed)
        wait(10)
        yield f"chooser-{name}", person


def _seeing(person: Person, documents: Documents) -> Iterator[tuple[str, Person]]:
    path = _paths(documents)[0]
    piece = documents._piece(path)
    assert documents._work.keys
    seeing = Viewing(
        person.shell, person.visit._parts, documents.gathering, documents._work.keys, path, piece.paper.label,
        editable=True,
    )  # fmt: skip
    documents._over = seeing
    person.shell.show_screen(seeing._screen)
    opened = replace(seeing._seen, preview=Preview(two_pages()))
    for name, seen in (
        ("page", opened),
        ("large", replace(opened, page=1, large=True)),
        ("removing", replace(opened, removing=True)),
        ("turning", replace(opened, turning=True)),
    ):
        seeing._change(seen)
        wait(10)
        yield f"viewer-{name}", person
    documents.shown_again.emit()
    documents.gathering.kept = {}
