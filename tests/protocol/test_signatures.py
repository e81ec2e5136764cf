"""Signatures: over a kind and the exact bytes; times, receipts and texts that carry them."""

from datetime import datetime, timedelta, timezone

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.protocol import envelope, moments, signatures, stamp
from app.protocol.envelope import Envelope
from app.protocol.errors import BadSignature, BadTime
from app.protocol.signatures import Kind
from app.protocol.text import b64, unb64
from tests.protocol.sending import GATEWAY_KEY, GATEWAY_PUBLIC, NOW


def test_a_signature_is_ed25519_over_the_kind_a_zero_and_the_bytes():
    key = Ed25519PrivateKey.from_private_bytes(GATEWAY_KEY)
    assert signatures.sign(GATEWAY_KEY, "receipt", b"x") == key.sign(b"guichet/receipt/1\0x")


def test_it_holds_for_its_kind_its_bytes_and_its_key_alone():
    made = signatures.sign(GATEWAY_KEY, "receipt", b"x")
    signatures.verify(GATEWAY_PUBLIC, "receipt", b"x", made)
    other = signatures.public_of(signatures.new_key())
    wrong: tuple[tuple[bytes, Kind, bytes, bytes], ...] = (
        (GATEWAY_PUBLIC, "time", b"x", made),
        (GATEWAY_PUBLIC, "receipt", b"y", made),
        (other, "receipt", b"x", made),
        (GATEWAY_PUBLIC, "receipt", b"x", b""),
        (b"short", "receipt", b"x", made),
    )
    for public, kind, message, signature in wrong:
        with pytest.raises(BadSignature):
            signatures.verify(public, kind, message, signature)


def test_a_key_of_another_size_is_no_key():
    with pytest.raises(ValueError):  # noqa: PT011  the message is not ours
        signatures.public_of(b"short")


def test_an_envelope_keeps_the_exact_bytes_that_were_signed():
    made = Envelope(b'{ "a" : "\\u00e9" }', b"12")
    assert envelope.parse(made.to_bytes()) == made


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[]", b'{"signed":"a"}', b'{"signed":1,"signature":"AA"}', b'{"signed":"a","signature":"A"}',
            b'{"signed":"a","signature":"AA=="}', b'{"signed":"a","signature":"AB"}', b"[" * 100_000]
)  # fmt: skip
def test_anything_else_is_no_envelope(raw):
    with pytest.raises(ValueError):  # noqa: PT011
        envelope.parse(raw)


def test_bytes_are_written_in_base64url_without_padding():
    assert b64(b"\xff\xfe") == "__4"
    assert unb64("__4") == b"\xff\xfe"


def test_a_moment_is_written_in_utc_whatever_its_zone():
    assert moments.written(datetime(2026, 5, 4, 12, 0, 0, 999, timezone(timedelta(hours=2)))) == "2026-05-04T10:00:00Z"
    assert moments.read("2026-05-04T10:00:00Z") == NOW


def test_the_answer_of_the_gateway_tells_its_time():
    assert stamp.check(httpx.Headers(stamp.stamp(NOW, GATEWAY_KEY)), GATEWAY_PUBLIC) == NOW


def test_an_answer_without_a_true_time_is_not_the_gateways():
    good = stamp.stamp(NOW, GATEWAY_KEY)
    text, _, signature = good[stamp.HEADER_TIME].partition(";")
    later = f"2027-05-04T10:00:00Z;{signature}"
    for headers in (
        {},
        good | {stamp.HEADER_TIME: text},
        good | {stamp.HEADER_TIME: later},
        good | {stamp.HEADER_PROTOCOL: "2"},
        stamp.stamp(NOW, signatures.new_key()),
        {stamp.HEADER_TIME: good[stamp.HEADER_TIME]},
    ):
        with pytest.raises(BadTime):
            stamp.check(headers, GATEWAY_PUBLIC)
