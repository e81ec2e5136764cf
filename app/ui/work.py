"""A draft at work: its keys, its keeper, and its way to the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.actions import drafts
from app.models.form import Form
from app.store.drafts import Keys, salt
from app.ui.keeper import Keeper
from app.ui.parts import Parts


class Work(QObject):
    """Nothing is stored before ``keeper`` is given a change; the keys are made meanwhile, so no commit waits."""

    ready = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.keys: Keys | None = None
        self.keeper = Keeper()

    @property
    def code(self) -> str:
        """The resume code, as it is shown; empty until the keys are made."""
        return self.keys.code if self.keys else ""

    def begin(self, form: Form) -> None:
        """Make a code and keys for a new draft of *form*."""
        tasks = self._parts.tasks
        tasks.store.run(
            lambda: salt(self._parts.store()),
            lambda salt: tasks.outside.run(lambda: drafts.begin(salt, form.id, form.version), self.go_on),
        )

    def go_on(self, keys: Keys, *, begun: bool = False) -> None:
        """Work with *keys*; *begun*: the draft is in the store already."""
        if not isValid(self):
            return
        self.keys = keys
        self.keeper.open(self._keep, begun=begun)
        self.ready.emit()

    def close(self) -> None:
        """The keys are forgotten; what was flushed before still arrives."""
        self.keeper.drop()
        self.keys = None
        self.keeper.deleteLater()
        self.deleteLater()

    def erase(self, then: Callable[[], None]) -> None:
        """Destroy the draft, then call *then*; what was still waiting to be kept is dropped."""
        keys, begun = self.keys, self.keeper.begun
        self.keeper.drop()
        if keys is None or not begun:
            then()
            return
        self._parts.tasks.store.run(lambda: drafts.erase(self._parts.store(), keys), lambda _none: then())

    def _keep(
        self, changes: Mapping[str, str | None], done: Callable[[datetime], None], failed: Callable[[Exception], None]
    ) -> None:
        keys, now, days = self.keys, self._parts.clock(), self._parts.settings.days
        assert keys is not None  # noqa: S101  the keeper is opened with the keys
        store = self._parts.store
        self._parts.tasks.store.run(
            lambda: drafts.keep(store(), keys, changes, now, days), lambda _none: done(now), failed
        )
