"""What the window promises, told line by line on standard output, from the very moment it is shown.

``pid``: who tells; ``asked``: changes handed to the store queue (told before); ``committing`` and ``committed``: the
store thread around one commit; ``saved``: the header says « Enregistré », for everything asked until then.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

from app.actions import drafts
from app.ui.header import Header
from app.ui.work import Work

OUT = 1


def tell(**said: Any) -> None:
    """One line, at once, in one write: what was told before a kill is whole."""
    os.write(OUT, json.dumps(said).encode() + b"\n")


class Watch:
    """Stands in the way of the three calls for as long as the process lives."""

    def __init__(self) -> None:
        self._asked = self._begun = 0
        tell(pid=os.getpid())
        self._around(Work, "_keep", self._hear, lambda *_arguments: None)
        self._around(drafts, "keep", self._begin, lambda *_arguments: tell(committed=self._begun))
        self._around(Header, "show_saved", lambda *_arguments: None, lambda *_arguments: tell(saved=self._asked))

    def _hear(self, work: Work, changes: dict[str, str | None], *_rest: Any) -> None:
        self._asked += 1
        tell(asked=changes, code=work.code)

    def _begin(self, *_arguments: Any) -> None:
        self._begun += 1
        tell(committing=self._begun)

    @staticmethod
    def _around(owner: Any, name: str, before: Callable[..., None], after: Callable[..., None]) -> None:
        original = getattr(owner, name)

        def watched(*arguments: Any, **named: Any) -> Any:
            before(*arguments)
            given = original(*arguments, **named)
            after(*arguments)
            return given

        setattr(owner, name, watched)
