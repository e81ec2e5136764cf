"""« Envoyer » with pièces: each in its turn, nothing twice, and the same request after any trouble."""

import threading
from datetime import datetime
from types import SimpleNamespace

import pytest

from app.actions import submit, sync
from app.actions.submit import Prepared
from app.store.database import open_database
from app.store.errors import DiskFull
from app.ui.flows.send import Send
from app.ui.tasks import Tasks
from tests.builders import valmont
from tests.sync import pieces
from tests.sync.conftest import db, hall
from tests.sync.hall import KEY

__all__ = ["db", "hall"]

PDFS = [b"%PDF one", b"%PDF two", bytes(3_000_000)]


class Place:
    """A terminal with real queues, and a shell that shows nothing."""

    def __init__(self, folder) -> None:
        self.folder, self.caisse, self.clock = folder, valmont(), lambda: datetime.now().astimezone()
        self.broke: list[Exception] = []
        self.tasks = Tasks(self.broke.append)
        self.line = SimpleNamespace(asked=lambda: self.told.append("asked"))
        self.told: list[str] = []
        self._stores: dict[int, object] = {}

    def store(self):
        here = threading.get_ident()
        if here not in self._stores:
            self._stores[here] = open_database(self.folder, KEY, patience=2)
        return self._stores[here]

    def show_view(self, view) -> None:
        self.told.append(f"shown {view.code}")

    def rebuild(self) -> None:
        self.told.append("rebuilt")


@pytest.fixture
def place(tmp_path, db, qapp):
    made = Place(tmp_path / "terminal")
    yield made
    made.tasks.store.run(lambda: made.store().close())
    made.tasks.close()
    assert made.broke == []


def begun(place, keys, saisine):
    """The flow, shown; and what it has queued."""
    flow = Send(place, place, saisine, keys)
    made: list[Prepared] = []
    flow.queued.connect(made.append)
    flow.show()
    return flow, made


def fails_once(monkeypatch, name, turn):
    """That step of submitting finds the disk full, the *turn*-th time."""
    real, calls = getattr(submit, name), []

    def step(*told):
        calls.append(name)
        if len(calls) == turn:
            raise DiskFull
        return real(*told)

    monkeypatch.setattr(submit, name, step)


def count(db):
    return db.execute("SELECT (SELECT count(*) FROM parts), (SELECT count(*) FROM chunks)").fetchall()[0]


def test_a_request_leaves_with_all_its_pieces_and_the_draft_is_gone(place, hall, db, qtbot):
    keys, saisine = pieces.kept(db, *PDFS)
    flow, made = begun(place, keys, saisine)
    qtbot.waitUntil(lambda: bool(made))
    place.tasks.store.wait()
    assert place.told == [f"shown {keys.code}", "asked"]
    assert count(db) == (3, 0)
    assert sync.once(db).received == 1
    assert pieces.arrived(hall, made[0], *PDFS)
    flow.close()


@pytest.mark.parametrize(("step", "turn"), [("start", 1), ("piece", 3), ("seal_piece", 2), ("stage", 3), ("queue", 1)])
def test_after_trouble_it_goes_on_with_the_same_request(place, hall, qtbot, monkeypatch, step, turn):
    fails_once(monkeypatch, step, turn)
    db = open_database(place.folder, KEY, patience=2)
    keys, saisine = pieces.kept(db, *PDFS)
    flow, made = begun(place, keys, saisine)
    qtbot.waitUntil(lambda: "rebuilt" in place.told)
    assert (made, flow._trouble is not None) == ([], True)
    flow._again()
    qtbot.waitUntil(lambda: bool(made))
    place.tasks.store.wait()
    assert count(db) == (3, 0)
    assert sync.once(db).received == 1
    assert pieces.arrived(hall, made[0], *PDFS)
    db.close()


def test_who_leaves_meanwhile_has_the_whole_draft(place, db, qtbot):
    keys, saisine = pieces.kept(db, *PDFS)
    flow, made = begun(place, keys, saisine)
    flow.deleteLater()
    qtbot.wait(1)
    for queue in (place.tasks.store, place.tasks.outside, place.tasks.store):
        queue.wait()
    qtbot.wait(1)
    assert made == []
    again, made = begun(place, keys, saisine)
    qtbot.waitUntil(lambda: bool(made))
    assert again._trouble is None
    place.tasks.store.wait()
    assert count(db) == (3, 0)


def test_a_request_without_pieces_has_three_steps_only(place, hall, db, qtbot, monkeypatch):
    for name in ("unstage", "piece", "seal_piece", "stage", "tidy"):
        monkeypatch.delattr(submit, name)
    keys, saisine = pieces.kept(db)
    _flow, made = begun(place, keys, saisine)
    qtbot.waitUntil(lambda: bool(made))
    assert made[0].sealed.manifest.parts[1:] == ()
