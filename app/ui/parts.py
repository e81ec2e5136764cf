"""What a visit works with, handed over by ``__main__``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.models.settings import Settings
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.models.caisse import Caisse
    from app.ui.line import Line


class Parts:
    """*folder*: the terminal's data. *store* is only called on the store queue; *clock* gives local time with its zone;
    *end* replaces the process.
    """

    def __init__(  # noqa: PLR0913, PLR0917  each is one thing of the terminal
        self, folder: Path, settings: Settings, catalogue: Path, find_caisse: Callable[[], Caisse], tasks: Tasks,
        store: Callable[[], Database], clock: Callable[[], datetime], end: Callable[[], None],
    ) -> None:  # fmt: skip
        self.folder, self.settings, self.catalogue, self.find_caisse, self.tasks = (
            folder,
            settings,
            catalogue,
            find_caisse,
            tasks,
        )
        self.store, self.clock, self.end = store, clock, end

    @cached_property
    def line(self) -> Line:
        """The way to the caisse; it begins after the first frame."""
        from app.ui.line import Line

        return Line(self.tasks, self.store)

    @cached_property
    def caisse(self) -> Caisse:
        """The caisse of this place, as the catalogue has it; raises UnknownCaisse, NoCatalogue."""
        return self.find_caisse()
