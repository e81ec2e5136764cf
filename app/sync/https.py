"""The HTTPS route to the gateway (protocol.md): what each answer, and each silence, means.

An answer counts only with the gateway's signed time. A hotel's portal, a proxy's error page or a redirect has none:
the gateway is then Unreachable, whatever the page says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from app.protocol import events, receipt, stamp
from app.protocol import manifest as manifests
from app.protocol.errors import BadEvents, BadReceipt, BadTime, OtherManifest
from app.protocol.events import Event
from app.sync import answers, tus
from app.sync.answers import Answer, meaning
from app.sync.deliver import TOGETHER, Held, Lost, Moved, Outcome, Parcel, Received, Refused, Stop, Unreachable, Upload
from app.sync.way import Response, Unconnected, Way, way

PATIENCE, SLOWEST = 15.0, 8 * 1024
"""Seconds for an answer, and bytes a second of the slowest network that is worth waiting for."""
PAGE = 200
"""Events in a full answer (protocol.md): ask again."""
PAGES = 50
"""Full answers in a row at most; the next pass goes on."""
TAR = {"Content-Type": "application/x-tar"}
OTHER, INCOMPLETE = Refused("other-bytes"), Unreachable("incomplete")


class Https:
    """A gateway, spoken to as one terminal. *heard*: its signed time when it last answered, and ours then."""

    def __init__(self, way: Way, receipt_key: bytes, now: Callable[[], datetime]) -> None:
        self.heard: tuple[datetime, datetime] | None = None
        self._way, self._receipt_key, self._now = way, receipt_key, now

    def send(self, parcel: Parcel) -> Outcome:
        """PUT *parcel*, once; a conflict is looked into with one more question. Without a package: ask its receipt."""
        if not parcel.package:
            found = self._compare(parcel, Lost())
            return Lost() if found == INCOMPLETE else found  # not even the form is there any more
        answer = self._ask("PUT", f"/v1/saisines/{parcel.id}", TAR, content=parcel.package)
        if not isinstance(answer, Answer):
            return answer
        if answer.status in (200, 201):
            return self._judge(parcel, answer, lambda: self._compare(parcel, OTHER))
        # Unknown after a conflict: what the gateway holds under this id came from another terminal.
        return self._compare(parcel, OTHER) if answer.status == 409 else meaning(answer)

    def upload(self, upload: Upload) -> tuple[Moved, Outcome | None]:
        """Bring more of a pièce, and say how far it is; None: nothing stands in the way of the next one."""
        return tus.bring(self._ask, upload)

    def _compare(self, parcel: Parcel, unknown: Outcome) -> Outcome:
        """What the gateway holds under the id of *parcel*: these bytes, or others; *unknown* when it knows of none."""
        answer = self._ask("GET", f"/v1/saisines/{parcel.id}/receipt")
        if not isinstance(answer, Answer):
            return answer
        if answer.status == 200:
            return self._judge(parcel, answer, lambda: OTHER)
        return unknown if answer.status == 404 else meaning(answer)

    def _judge(self, parcel: Parcel, answer: Answer, other: Callable[[], Outcome]) -> Outcome:
        try:
            found = receipt.verify(answer.body, self._receipt_key, parcel.manifest)
        except BadReceipt:
            return Unreachable("receipt")
        except OtherManifest:
            return other()
        if found.complete:
            return Received(answer.body, found.received_at)
        form = manifests.parse(parcel.manifest).parts[0].sha256
        return Held(found.missing) if form in found.held else INCOMPLETE

    def events(self, after: int) -> list[Event] | Stop:
        """All that was said since the cursor *after*, in order."""
        found: list[Event] = []
        for _page in range(PAGES):
            page = self._events(found[-1].cursor if found else after)
            if not isinstance(page, tuple):
                return found or page
            found += page
            if len(page) < PAGE:
                break
        return found

    def _events(self, after: int) -> tuple[Event, ...] | Stop:
        answer = self._ask("GET", f"/v1/events?after={after}")
        if not isinstance(answer, Answer):
            return answer
        if answer.status != 200:
            return _stop(meaning(answer))
        try:
            page = events.parse(answer.body)
        except BadEvents:
            return Unreachable("events")
        cursors = [after, *(event.cursor for event in page)]
        rising = all(one < next_ for one, next_ in pairwise(cursors))
        return page if rising else Unreachable("events")

    def withdraw(self, id_: str, code: str) -> Literal["withdrawn", "taken"] | Stop:
        """DELETE the saisine; one that the gateway does not know, or has erased, counts as withdrawn."""
        answer = self._ask("DELETE", f"/v1/saisines/{id_}", {stamp.HEADER_CANCEL: code})
        if not isinstance(answer, Answer):
            return answer
        if answer.status in (204, 404, 410):
            return "withdrawn"
        if answer.status == 409 and answers.code(answer.body) == "taken":
            return "taken"
        return _stop(meaning(answer))

    def enrol(self, body: bytes) -> bytes | Refused | Stop:
        """POST the question *body*; the answer's bytes, when it is granted."""
        answer = self._ask("POST", "/v1/terminals", {"Content-Type": "application/json"}, content=body)
        if not isinstance(answer, Answer):
            return answer
        if answer.status == 201:
            return answer.body
        if answer.status in (401, 403, 422):
            return Refused(answers.code(answer.body))
        return _stop(meaning(answer))

    def ping(self) -> bool:
        """Whether the gateway, and not somebody in its place, answers now."""
        answer = self._ask("GET", "/v1/ping")
        return isinstance(answer, Answer) and answer.status == 204

    def _ask(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] = MappingProxyType({}),
        *,
        content: bytes | None = None,
    ) -> Answer | Unreachable:
        from http.client import HTTPException

        beside = TOGETHER if method == "PUT" else 1
        patience = PATIENCE + beside * len(content or b"") / SLOWEST
        try:
            response = self._way.ask(method, path, headers, content, patience)
        except (OSError, HTTPException) as error:
            return Unreachable(answers.silence(error), unsent=isinstance(error, Unconnected))
        return self._checked(response)

    def _checked(self, response: Response) -> Answer | Unreachable:
        try:
            at = stamp.check(response.headers, self._receipt_key)
        except BadTime:
            return Unreachable("not-the-gateway")
        if response.body is None:
            return Unreachable("answer")
        self.heard = (at, self._now())
        return Answer(response.status, response.headers, response.body, at)


def _stop(outcome: Outcome) -> Stop:
    return outcome if isinstance(outcome, Stop) else Unreachable("answer")


@contextmanager
def connected(
    gateway: str, token: str, receipt_key: bytes, now: Callable[[], datetime] = lambda: datetime.now().astimezone()
) -> Iterator[Https]:
    """The route to *gateway*; an empty *token* on a terminal that is being enrolled. Nothing is sent yet."""
    with way(gateway, token) as opened:
        yield Https(opened, receipt_key, now)
