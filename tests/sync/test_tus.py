"""The client of tus, with a gateway that has everything go wrong: what it sends, what it asks, where it stops."""

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message

import pytest

from app.sync import tus
from app.sync.answers import Answer
from app.sync.deliver import Lost, Moved, NotEnrolled, Received, Refused, Unreachable
from app.sync.tus import BODY

SILENCE = Unreachable("network")
WHOLE = os.urandom(2 * BODY + 300)
"""Three PATCHes."""
NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Some:
    """Some of a pièce."""

    bytes: bytes
    sent: int = 0
    location: str | None = None
    restarts: int = 0
    saisine: str = "00000000-0000-4000-8000-000000000000"
    sha256: str = hashlib.sha256(WHOLE).hexdigest()
    size: int = len(WHOLE)


def answer(status: int, told: object = None, **headers: object) -> Answer:
    message = Message()
    for name, text in headers.items():
        message[name.replace("_", "-")] = str(text)
    return Answer(status, message, json.dumps(told).encode(), NOW)  # type: ignore[arg-type]


class Gateway:
    """It keeps one pièce; *says* holds what is answered instead, in turn: None is the true answer."""

    def __init__(self, has: bytes = b"", place: str | None = None) -> None:
        self.has, self.place, self.made = has, place, 0
        self.says: list[Answer | Unreachable | None] = []
        self.asked: list[str] = []
        self.headers: list[Mapping[str, str]] = []

    def ask(self, method: str, path: str, headers: Mapping[str, str], *, content: bytes | None = None):
        self.asked.append(method)
        self.headers.append(headers)
        assert headers["Tus-Resumable"] == "1.0.0"
        instead = self.says.pop(0) if self.says else None
        return instead or getattr(self, method.lower())(path, headers, content)

    def post(self, path, headers, content):
        assert (path, content, headers["Upload-Length"]) == ("/v1/parts", b"", str(len(WHOLE)))
        if self.place is None:
            self.made += 1
            self.place, self.has = f"/v1/parts/{self.made}", b""
        return answer(201, Location=self.place, Upload_Offset=len(self.has))

    def head(self, path, _headers, content):
        assert content is None
        return answer(200, Upload_Offset=len(self.has)) if path == self.place else answer(404)

    def patch(self, path, headers, content):
        assert headers["Content-Type"] == "application/offset+octet-stream"
        if path != self.place:
            return answer(404)
        assert len(content) <= BODY
        wanted = "sha256 " + base64.b64encode(hashlib.sha256(content).digest()).decode()
        assert headers["Upload-Checksum"] == wanted
        if int(headers["Upload-Offset"]) != len(self.has):
            return answer(409, Upload_Offset=len(self.has))
        self.has += content
        return answer(204, Upload_Offset=len(self.has))


def brought(gateway: Gateway, some: Some = Some(WHOLE), seconds: float = 0.0):
    """One call; each look at the clock is *seconds* later."""
    clock = iter(seconds * turn for turn in range(1000))
    return tus.bring(gateway.ask, some, lambda: next(clock))


def test_a_piece_is_announced_and_sent_a_mebibyte_at_a_time():
    gateway = Gateway()
    assert brought(gateway) == (Moved("/v1/parts/1", len(WHOLE), 0), None)
    assert gateway.has == WHOLE
    assert gateway.asked == ["POST", "PATCH", "PATCH", "PATCH"]
    told = dict(pair.split(" ") for pair in gateway.headers[0]["Upload-Metadata"].split(","))
    assert {name: base64.b64decode(text).decode() for name, text in told.items()} == {
        "saisine": Some(b"").saisine,
        "sha256": Some(b"").sha256,
    }


def test_what_is_at_hand_is_sent_and_the_rest_next_time():
    gateway = Gateway()
    first = brought(gateway, Some(WHOLE[: BODY + 5]))
    assert first == (Moved("/v1/parts/1", BODY + 5, 0), None)
    assert brought(gateway, Some(WHOLE[BODY + 5 :], BODY + 5, "/v1/parts/1"))[0].sent == len(WHOLE)
    assert gateway.has == WHOLE
    assert gateway.asked == ["POST", "PATCH", "PATCH", "HEAD", "PATCH", "PATCH"]


@pytest.mark.parametrize("there", [0, 1, BODY, BODY + 7, len(WHOLE) - 1])
def test_it_goes_on_from_where_the_gateway_stands(there):
    gateway = Gateway(WHOLE[:there], "/v1/parts/9")
    assert brought(gateway, Some(WHOLE, 0, "/v1/parts/9")) == (Moved("/v1/parts/9", len(WHOLE), 0), None)
    assert gateway.has == WHOLE
    assert gateway.asked[:2] == ["HEAD", "PATCH"]


def test_what_the_gateway_has_already_is_not_sent():
    gateway = Gateway(WHOLE, "/v1/parts/9")
    assert brought(gateway) == (Moved("/v1/parts/9", len(WHOLE), 0), None)
    assert gateway.asked == ["POST"]


def test_when_other_bytes_are_wanted_nothing_is_sent():
    gateway = Gateway(WHOLE[: BODY + 9], "/p")
    assert brought(gateway, Some(WHOLE[:BODY], 0, "/p")) == (Moved("/p", BODY + 9, 0), None)
    assert gateway.asked == ["HEAD"]


def test_a_gateway_that_has_forgotten_what_it_had_makes_it_begin_again():
    gateway = Gateway(WHOLE[:9], "/p")
    assert brought(gateway, Some(WHOLE[BODY:], BODY, "/p")) == (Moved("/p", 9, 1), None)
    assert gateway.asked == ["HEAD"]


def test_a_place_that_is_gone_is_asked_for_anew():
    gateway = Gateway()
    assert brought(gateway, Some(WHOLE, 0, "/v1/parts/old")) == (Moved("/v1/parts/1", len(WHOLE), 1), None)
    assert gateway.asked[:3] == ["HEAD", "POST", "PATCH"]


@pytest.mark.parametrize("status", [404, 410])
def test_a_place_that_goes_meanwhile_is_asked_for_anew(status):
    gateway = Gateway()
    gateway.says = [None, None, answer(status)]
    gateway.place = None
    moved, outcome = brought(gateway)
    assert (outcome, moved.restarts, moved.sent, gateway.has) == (None, 1, len(WHOLE), WHOLE)
    assert gateway.asked == ["POST", "PATCH", "PATCH", "POST", "PATCH", "PATCH"]


def test_a_conflict_is_settled_by_asking():
    gateway = Gateway(WHOLE[:BODY], "/p")
    gateway.says = [answer(200, Upload_Offset=0)]
    assert brought(gateway, Some(WHOLE, 0, "/p")) == (Moved("/p", len(WHOLE), 0), None)
    assert gateway.asked == ["HEAD", "PATCH", "HEAD", "PATCH", "PATCH"]
    assert gateway.has == WHOLE


def test_bytes_that_were_changed_on_the_way_are_sent_again():
    gateway = Gateway()
    gateway.says = [None, answer(460, {"code": "wrong-checksum"})]
    assert brought(gateway) == (Moved("/v1/parts/1", len(WHOLE), 0), None)
    assert gateway.asked == ["POST", "PATCH", "PATCH", "PATCH", "PATCH"]


@pytest.mark.parametrize("again", [answer(460, {"code": "wrong-checksum"}), answer(204), answer(409)])
def test_nothing_is_tried_again_for_ever(again):
    gateway = Gateway(b"", "/p")
    gateway.says = [None if turn % 2 == 0 and again.status != 460 else again for turn in range(1, 99)]
    gateway.says.insert(0, None)
    moved, outcome = brought(gateway, Some(WHOLE, 0, "/p"))
    assert (moved, outcome) == (Moved("/p", 0, 0), Unreachable("answer"))
    assert gateway.asked.count("PATCH") == tus.HITCHES + 1


def test_a_place_that_is_always_gone_is_not_asked_for_for_ever():
    gateway = Gateway()
    gateway.says = [answer(404) if turn % 2 else answer(201, Location="/v1/parts/1") for turn in range(99)]
    moved, outcome = brought(gateway)
    assert (moved.location, outcome) == (None, Unreachable("answer"))
    assert len(gateway.asked) < 6


def test_a_piece_that_is_not_the_one_of_the_manifest_begins_again_and_is_refused_in_the_end():
    gateway = Gateway(WHOLE[: 2 * BODY], "/p")
    gateway.says = [None, answer(460, {"code": "wrong-part"}), answer(201, Location="/v1/parts/2")]
    last = Some(WHOLE[2 * BODY :], 2 * BODY, "/p")
    assert brought(gateway, last) == (Moved("/v1/parts/2", 0, 1), None)
    gateway.says = [None, answer(460, {"code": "wrong-part"})]
    assert brought(gateway, Some(last.bytes, 2 * BODY, "/p", tus.RESTARTS))[1] == Refused("wrong-part")


MEANINGS = [
    (SILENCE, SILENCE),
    (answer(401), NotEnrolled()),
    (answer(403), NotEnrolled()),
    (answer(413, {"code": "too-large"}), Refused("too-large")),
    (answer(422, {"code": "not-a-part"}), Refused("not-a-part")),
    (answer(429, Retry_After=7), Unreachable("busy", 7.0)),
    (answer(503, Retry_After=7), Unreachable("busy", 7.0)),
    (answer(500), Unreachable("answer")),
    (answer(412), Unreachable("answer")),
    (answer(301, Location="/v1/parts/7"), Unreachable("answer")),
]


@pytest.mark.parametrize(("said", "meant"), MEANINGS)
@pytest.mark.parametrize("asked", [["POST"], ["HEAD"], ["HEAD", "PATCH"], ["HEAD", "PATCH", "PATCH"]])
def test_what_an_answer_means(asked, said, meant):
    place = None if asked == ["POST"] else "/p"
    gateway = Gateway(b"", place)
    gateway.says = [None] * (len(asked) - 1) + [said]
    assert brought(gateway, Some(WHOLE, 0, place)) == (Moved(place, BODY if len(asked) == 3 else 0, 0), meant)
    assert gateway.asked == asked


def test_of_a_saisine_that_is_unknown_there_all_is_sent_again():
    gateway = Gateway()
    gateway.says = [answer(404, {"code": "unknown"})]
    assert brought(gateway) == (Moved(None, 0, 0), Lost())


def test_of_a_saisine_that_is_erased_there_nothing_more_is_sent():
    gateway = Gateway()
    gateway.says = [answer(410, {"code": "erased"})]
    assert brought(gateway) == (Moved(None, 0, 0), Received())


@pytest.mark.parametrize(
    "headers",
    [
        {}, {"Location": ""}, {"Location": "elsewhere"}, {"Location": "http://[", "Upload-Offset": 0},
        {"Location": "/v1/parts/a b"}, {"Location": "/v1/parts/é"}, {"Location": "/v1/parts/1", "Upload-Offset": "-1"},
        {"Location": "/v1/parts/1", "Upload-Offset": "x"}, {"Location": "/v1/parts/1", "Upload-Offset": len(WHOLE) + 1},
        {"Location": "/v1/parts/1", "Upload-Offset": "²"}, {"Location": "/v1/parts/1", "Upload-Offset": "9" * 99},
    ],
)  # fmt: skip
def test_an_answer_that_makes_no_sense_stops(headers):
    gateway = Gateway()
    gateway.says = [answer(201, **headers)]
    assert brought(gateway)[1] == Unreachable("answer")
    assert gateway.asked == ["POST"]


def test_no_other_host_is_ever_asked():
    gateway = Gateway(b"", "/v1/parts/1?x=2")
    gateway.says = [answer(201, Location="https://elsewhere.exemple.fr/guichet/v1/parts/1?x=2")]
    assert brought(gateway) == (Moved("/v1/parts/1?x=2", len(WHOLE), 0), None)


def test_on_a_slow_way_it_stops_between_two_patches_so_that_others_may_leave():
    gateway = Gateway()
    assert brought(gateway, seconds=4) == (Moved("/v1/parts/1", 2 * BODY, 0), None)
    assert brought(gateway, Some(WHOLE, 0, "/v1/parts/1"), seconds=99)[0].sent == len(WHOLE)


def test_however_slow_the_way_is_each_call_sends_something():
    gateway = Gateway()
    assert brought(gateway, seconds=99)[0].sent == BODY
