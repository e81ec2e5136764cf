"""What a visit works with, handed over by ``__main__``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from app.models.settings import Settings
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.models.caisse import Caisse
    from app.ui.line import Line


@dataclass(frozen=True)
class Parts:
    """*store* is only called on the store queue; *clock* gives local time with its zone; *end* replaces the process."""

    settings: Settings
    find_caisse: Callable[[], Caisse]
    tasks: Tasks
    store: Callable[[], Database]
    clock: Callable[[], datetime]
    end: Callable[[], None]

    @cached_property
    def line(self) -> Line:
        """The way to the caisse; it begins after the first frame."""
        from app.ui.line import Line

        return Line(self.tasks, self.store)

    @cached_property
    def caisse(self) -> Caisse:
        """The caisse of this place, as the catalogue has it; raises UnknownCaisse, NoCatalogue."""
        return self.find_caisse()
