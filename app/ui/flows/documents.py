"""« Vos documents »: what is touched there, and what comes of it. Not the pièces themselves: ``ui.gathering``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.actions import folders, scanning
from app.actions.folders import Entry
from app.models.filling import PIECES, Filling
from app.models.pieces import LATER, Piece, Source, mark, state
from app.models.review import called
from app.ui import piecestate, place
from app.ui.flows.choose import Choose
from app.ui.flows.errand import Errand, Fetch
from app.ui.flows.viewer import Viewing
from app.ui.gathering import Gathering
from app.ui.parts import Parts
from app.ui.piecestate import Act, Job, Row, Way
from app.ui.piecewords import chip
from app.ui.screens.documents import Documents as Screen
from app.ui.screens.documents import say
from app.ui.screens.review import Review
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.work import Work

Choosing = tuple[str, tuple[Way, ...]]
"""The row where one has to choose from several ways, and these."""
NOTHING: Choosing = ("", ())


class Documents(QObject):
    """*marked*: what is said of a pièce, to be kept with the answers; *shown_again*: the page is wanted back."""

    marked = Signal(str, str)
    shown_again = Signal()
    next_asked = Signal()
    back_asked = Signal()
    later_asked = Signal()

    def __init__(
        self, shell: Shell, parts: Parts, work: Work, filling: Callable[[], Filling],
        can_be_sent: Callable[[Filling], bool],
    ) -> None:  # fmt: skip
        super().__init__()
        self._shell, self._parts, self._work = shell, parts, work
        self._filling, self._can_be_sent = filling, can_be_sent
        gathering = self.gathering = Gathering(parts, work)
        gathering.changed.connect(self._again)
        gathering.told.connect(self._told)
        gathering.pictured.connect(self._pictured)
        gathering.done.connect(self._announce)
        self._choosing, self._adds, self._left = NOTHING, False, ""
        self._shown: tuple[Way, ...] = ()
        parts.line.changed.connect(self._look_at_the_line)
        self._over: Choose | Viewing | None = None
        self._acts: dict[Act, Callable[[str], None]] = {
            "scan": self._scan, "file": self._choose_file, "later": partial(self._mark, LATER),
            "now": partial(self._mark, ""), "see": self._see, "again": self._redo, "more": self._add,
            "glass": self._take_glass, "pile": self._take_pile, "folder": self._take_folder,
            "cancel": self._cancel, "stop": self._stop,
        }  # fmt: skip

    def screen(self, look: Look) -> Screen:
        """The page, as things stand."""
        self._close_over()
        self.gathering.look()
        rows = [self._row(piece) for piece in self._filling().pieces]
        at, self._left = self._left or self._filling().field.removeprefix(f"{PIECES}/"), ""
        self._shown = self._ways
        screen = Screen(self._filling(), rows, self._shown, look, at)
        screen.touched.connect(self._touched)
        screen.next_asked.connect(self.next_asked)
        screen.back_asked.connect(self.back_asked)
        screen.later_asked.connect(self.later_asked)
        return screen

    def close(self) -> None:
        """The request is over."""
        self._close_over()
        self.gathering.close()
        self.deleteLater()

    def _close_over(self) -> None:
        if isinstance(self._over, Viewing):
            self._over.close()
        elif self._over:
            self._over.deleteLater()
        self._over = None

    @property
    def _ways(self) -> tuple[Way, ...]:
        """Where pages may come from; nothing is added to what cannot be sent from here."""
        return piecestate.ways(self._parts.settings.devices) if self._can_be_sent(self._filling()) else ()

    def _row(self, piece: Piece) -> Row:
        filling, gathering, path, job = self._filling(), self.gathering, piece.path, self.gathering.job
        answers = filling.way.answers
        mine = job if job and job.path == path else None
        about = mine.name if mine and mine.name else piecestate.about(piece, answers)
        return Row(
            path, piece.paper.label, called(piece, answers), about,
            state(piece, filling.typed, gathering.kept), gathering.kept.get(path), gathering.pictures.get(path), mine,
            self._choosing[1] if self._choosing[0] == path else (), gathering.said.get(path),
        )  # fmt: skip

    def _piece(self, path: str) -> Piece:
        return next(piece for piece in self._filling().pieces if piece.path == path)

    def _touched(self, act: Act, path: str) -> None:
        if act not in ("stop", "cancel"):
            self.gathering.clear(path)
        if act == "file" and self._choosing[0] != path:
            self._adds = False
        self._acts[act](path)

    def _mark(self, said: str, path: str) -> None:
        self.marked.emit(mark(self._piece(path)), said)
        self._again()

    # Where the pages come from

    def _scan(self, path: str) -> None:
        self._adds = False
        self._choose(path, piecestate.scanning(self._ways))

    def _redo(self, path: str) -> None:
        self._adds = False
        self._choose(path, self._ways)

    def _add(self, path: str) -> None:
        self._adds = True
        self._choose(path, self._ways)

    def _choose(self, path: str, ways: tuple[Way, ...]) -> None:
        """The one way there is, at once; else the person says which."""
        if len(ways) == 1:
            self._acts[ways[0]](path)
        else:
            self._choosing = path, ways
            self._again()

    def _cancel(self, _path: str) -> None:
        self._choosing, self._adds = NOTHING, False
        self._again()

    def _take_glass(self, path: str) -> None:
        self._take_from_scanner(path, "")

    def _take_pile(self, path: str) -> None:
        self._take_from_scanner(path, self._parts.settings.devices.feeder)

    def _take_from_scanner(self, path: str, source: str) -> None:
        scanner = self._parts.settings.devices.scanner
        self._fetch(path, "scanner", lambda cancel, told: scanning.scan(scanner, source, cancel, told))

    def _take_folder(self, path: str) -> None:
        folder = Path(self._parts.settings.devices.folder)
        self._begin(path, "scanner", lambda errand: errand.watch(folder))

    def _choose_file(self, path: str) -> None:
        self._choosing, self._left = NOTHING, path
        choose = self._over = Choose(self._shell, self._parts, called(self._piece(path), self._filling().way.answers))
        choose.chosen.connect(partial(self._take_file, path))
        choose.back_asked.connect(self.shown_again)
        choose.show()

    def _take_file(self, path: str, at: PurePosixPath, name: str) -> None:
        root = Path(self._parts.settings.devices.files)
        self.shown_again.emit()
        shown = Entry(name, folder=False, size=0).shown
        self._fetch(path, "file", lambda _cancel, _told: [folders.take(root, at, name)], shown)

    def _fetch(self, path: str, source: Source, fetch: Fetch, name: str = "") -> None:
        self._begin(path, source, lambda errand: errand.fetch(fetch), name)

    def _begin(self, path: str, source: Source, get: Callable[[Errand], None], name: str = "") -> None:
        """An errand that gets its pages with *get*, after those that are kept, or in their place."""
        self._choosing, adds, self._adds = NOTHING, self._adds, False
        errand = self.gathering.begin(path, source, name)
        if errand and adds and path in self.gathering.kept:
            errand.after_kept(partial(get, errand))
        elif errand:
            get(errand)

    def _stop(self, _path: str) -> None:
        self.gathering.stop()

    def _see(self, path: str) -> None:
        keys = self._work.keys
        if keys is None:
            return
        self._left = path
        name, editable = called(self._piece(path), self._filling().way.answers), bool(self._ways)
        viewing = self._over = Viewing(
            self._shell, self._parts, self.gathering, keys, path, name, editable=editable
        )  # fmt: skip
        viewing.back_asked.connect(self.shown_again)
        viewing.show()

    # What is seen of it

    def _look_at_the_line(self) -> None:
        """It is known now that the request can be sent from here, or that it cannot: other buttons."""
        if isValid(self) and isinstance(self._shell.content, Screen) and self._ways != self._shown:
            self._again()

    def _again(self) -> None:
        """The page anew, if it is shown; the hand goes from a button that is gone to another of its row."""
        if isinstance(self._shell.content, Review):
            self._shell.rebuild()
        elif isinstance(self._shell.content, Screen):
            here = place.remember(self._shell)
            self._shell.rebuild()
            screen = self._shell.content
            if isinstance(screen, Screen) and not screen.has(here.name):
                place.restore(self._shell, here._replace(name=screen.first_of(here.name)))

    def _told(self, job: Job) -> None:
        screen = self._shell.content
        if isinstance(screen, Screen) and not screen.tell(job):
            self._again()
        elif job.stage == "waiting" and not isinstance(screen, Screen):
            self.gathering.stop()  # nobody is there to put the sheet in

    def _pictured(self, path: str) -> None:
        if isinstance(self._shell.content, Screen):
            self._shell.content.show_picture(path, self.gathering.pictures[path])

    def _announce(self, path: str) -> None:
        """What has become of it, aloud, after what the screen reader is saying."""
        pieces = [piece for piece in self._filling().pieces if piece.path == path]
        if pieces and isinstance(self._shell.content, Screen):
            row = self._row(pieces[0])
            say(self._shell.content, f"{row.named} : {chip(row, self._ways).words}. {row.said or ''}")
