"""A pièce brought to the gateway by tus 1.0: resumed wherever it broke off, each MiB checked (protocol.md, ``parts``).

One call of ``bring`` sends what is at hand, a few MiB, from where the gateway says that it stands. No silence is tried
again here: the next call asks the gateway first, so that what it has is not sent twice.
"""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Protocol
from urllib.parse import urlsplit

from app.sync import answers
from app.sync.answers import Answer, meaning
from app.sync.deliver import Lost, Moved, Outcome, Refused, Unreachable, Upload

PARTS = "/v1/parts"
BODY = 1024 * 1024
"""Bytes of a PATCH: what a cut costs at most."""
HITCHES = 3
"""Answers that make it ask or send again, in one call; after more of them the way counts as closed."""
RESTARTS = 3
"""Times that a pièce may begin again without a pause; ``actions.sync`` counts them."""
LONGEST = 5.0
"""Seconds after which no other PATCH leaves: somebody may have touched « Envoyer » meanwhile."""
RESUMABLE = {"Tus-Resumable": "1.0.0"}
GONE = (404, 410)


class Ask(Protocol):
    """One question to the gateway."""

    def __call__(
        self, method: str, path: str, headers: Mapping[str, str], *, content: bytes | None = None
    ) -> Answer | Unreachable: ...


def bring(ask: Ask, upload: Upload, now: Callable[[], float] = time.monotonic) -> tuple[Moved, Outcome | None]:
    """Send of *upload* what is at hand: how far it is, and what stands in the way of going on, if anything does.

    Refused and Received (by 410) are said of the saisine, and so is Lost.
    """
    bringing = _Bringing(ask, upload)
    outcome = bringing.all(now() + LONGEST, now)
    return Moved(bringing.location, bringing.sent, bringing.restarts), outcome


class _Bringing:
    """*at*: where the gateway stands, None when it has to be asked; *sent*: what it has last said of that."""

    def __init__(self, ask: Ask, upload: Upload) -> None:
        self.location, self.sent, self.restarts = upload.location, upload.sent, upload.restarts
        self._ask, self._upload = ask, upload
        self._at: int | None = None
        self._hitches = 0
        self._moved = False

    def all(self, until: float, now: Callable[[], float]) -> Outcome | None:
        """Bring what is at hand; None at the end of it, or where other bytes are wanted."""
        while True:
            outcome = self._find() if self._at is None else self._patch(self._at)
            if outcome or self._hitches > HITCHES:
                return outcome or Unreachable("answer")
            if self._at is not None and (not self._bytes(self._at) or (self._moved and now() > until)):
                return None

    def _bytes(self, at: int) -> bytes:
        """What the next PATCH carries from *at* on; nothing when it is not at hand."""
        start = at - self._upload.sent
        return self._upload.bytes[start : start + BODY] if start >= 0 else b""

    def _find(self) -> Outcome | None:
        """Ask where the gateway stands; make a place for the pièce when it has none."""
        if self.location is None:
            return self._create()
        answer = self._ask("HEAD", self.location, RESUMABLE)
        if not isinstance(answer, Answer):
            return answer
        if answer.status in GONE:
            self._begin_again()
            return None
        return self._stands(answer) if answer.status in (200, 204) else meaning(answer)

    def _create(self) -> Outcome | None:
        told = {
            "Upload-Length": str(self._upload.size),
            "Upload-Metadata": f"saisine {_b64(self._upload.saisine)},sha256 {_b64(self._upload.sha256)}",
        }
        answer = self._ask("POST", PARTS, {**RESUMABLE, **told}, content=b"")
        if not isinstance(answer, Answer):
            return answer
        if answer.status == 404:
            return Lost()
        if answer.status not in (200, 201):
            return meaning(answer)
        self.location = _place(answer.headers.get("Location", ""))
        if self.location is None:
            return Unreachable("answer")
        if "Upload-Offset" in answer.headers:
            return self._stands(answer)
        self.sent = self._at = 0
        return None

    def _stands(self, answer: Answer) -> Outcome | None:
        at = _number(answer.headers.get("Upload-Offset", ""))
        if at is None or at > self._upload.size:
            return Unreachable("answer")
        if at < self.sent:  # it has forgotten what it had
            self.restarts += 1
        self.sent = self._at = at
        return None

    def _patch(self, at: int) -> Outcome | None:
        body = self._bytes(at)
        told = {
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(at),
            "Upload-Checksum": f"sha256 {b64encode(sha256(body).digest()).decode()}",
        }
        answer = self._ask("PATCH", str(self.location), {**RESUMABLE, **told}, content=body)
        if not isinstance(answer, Answer):
            return answer
        if answer.status == 204 and _number(answer.headers.get("Upload-Offset", "")) == at + len(body):
            self.sent = self._at = at + len(body)
            self._moved = True
            return None
        return self._hitch(answer)

    def _hitch(self, answer: Answer) -> Outcome | None:
        """The gateway has not taken it as it was meant."""
        self._hitches += 1
        wrong_part = answer.status == 460 and answers.code(answer.body) == "wrong-part"
        if wrong_part and self.restarts >= RESTARTS:  # our own bytes are not those of the manifest
            return Refused("wrong-part")
        if wrong_part or answer.status in GONE:
            self._begin_again()
        elif answer.status in (204, 409):
            self._at = None
        elif answer.status != 460:
            return meaning(answer)
        return None

    def _begin_again(self) -> None:
        self._hitches += 1
        self.restarts += 1
        self.location, self.sent, self._at = None, 0, None


def _place(location: str) -> str | None:
    """The path of *location*, whatever host it names: no other than our gateway is ever asked."""
    try:
        found = urlsplit(location)
    except ValueError:
        return None
    place = found.path + (f"?{found.query}" if found.query else "")
    at = place.find(f"{PARTS}/")
    return place[at:] if at >= 0 and place.isascii() and place.isprintable() and " " not in place else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _b64(text: str) -> str:
    return b64encode(text.encode()).decode()
