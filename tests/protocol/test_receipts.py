"""Receipts, keys of a caisse, events, enrolment: what comes back to a terminal, and what it believes."""

import dataclasses
import json
from datetime import timedelta
from typing import Any

import pyrage
import pytest

from app.protocol import enrolment, events, receipt, recipients, signatures
from app.protocol.cancel import cancel_sha256
from app.protocol.enrolment import Enrolment
from app.protocol.envelope import Envelope
from app.protocol.errors import BadEnrolment, BadEvents, BadReceipt, OtherManifest, Untrusted
from app.protocol.events import Event
from app.protocol.text import canonical
from tests.protocol.sending import CAISSE, GATEWAY_KEY, GATEWAY_PUBLIC, NOW, SIGNING, a_recipient, sealed

KEYS = {CAISSE: signatures.public_of(SIGNING)}
RECEIVED_AT = "2026-05-04T10:00:00Z"


def receipt_of(sent, held=None, key=GATEWAY_KEY) -> bytes:
    parts = frozenset(part.sha256 for part in sent.manifest.parts) if held is None else frozenset(held)
    return receipt.make(sent.manifest, parts, RECEIVED_AT, key).to_bytes()


def test_a_receipt_that_misses_nothing_lets_the_terminal_delete():
    sent = sealed(b"piece")
    known = receipt.verify(receipt_of(sent), GATEWAY_PUBLIC, sent.manifest_bytes)
    assert known.complete
    assert known.reference == sent.manifest.reference
    assert known.manifest_sha256 == sent.manifest_sha256
    assert known.gateway_key_id == signatures.key_id(GATEWAY_PUBLIC)


def test_a_receipt_says_what_is_missing():
    sent = sealed(b"piece")
    form, piece = (part.sha256 for part in sent.manifest.parts)
    known = receipt.verify(receipt_of(sent, [form]), GATEWAY_PUBLIC, sent.manifest_bytes)
    assert (known.complete, known.held, known.missing) == (False, (form,), (piece,))


def test_a_receipt_of_another_gateway_or_no_receipt_is_not_believed():
    sent = sealed()
    body = json.dumps({"id": sent.id, "held": []}).encode()
    odd = Envelope(body, signatures.sign(GATEWAY_KEY, "receipt", body)).to_bytes()
    time = Envelope(body, signatures.sign(GATEWAY_KEY, "time", body)).to_bytes()
    for raw in (receipt_of(sent, key=signatures.new_key()), b"<html>", b"", odd, time):
        with pytest.raises(BadReceipt):
            receipt.verify(raw, GATEWAY_PUBLIC, sent.manifest_bytes)


def test_a_true_receipt_for_other_bytes_is_told_apart():
    with pytest.raises(OtherManifest):
        receipt.verify(receipt_of(sealed()), GATEWAY_PUBLIC, sealed().manifest_bytes)


def test_a_receipt_that_forgets_a_part_is_not_believed():
    sent = sealed()
    short = dataclasses.replace(receipt.read(receipt_of(sent), GATEWAY_PUBLIC), held=())
    with pytest.raises(BadReceipt):
        receipt.verify(short.signed(GATEWAY_KEY).to_bytes(), GATEWAY_PUBLIC, sent.manifest_bytes)


def test_a_key_signed_by_its_caisse_is_trusted():
    known = recipients.verify(recipients.sign(a_recipient(), SIGNING).value(), KEYS)
    assert known == a_recipient()


def test_a_substituted_key_is_refused():
    thief = signatures.new_key()
    theirs = a_recipient(identity=pyrage.x25519.Identity.generate())
    signed = recipients.sign(a_recipient(), SIGNING)
    swapped = Envelope(recipients.sign(theirs, thief).body, signed.signature)
    renamed = dataclasses.replace(theirs, key_id=a_recipient().key_id)
    other: list[Any] = [
        recipients.sign(theirs, thief).value(),
        swapped.value(),
        recipients.sign(a_recipient("998"), SIGNING).value(),
        recipients.sign(renamed, SIGNING).value(),
        {"signed": signed.body.decode()},
        dataclasses.asdict(theirs),
        None,
        Envelope(b"[]", signed.signature).value(),
    ]
    for one in other:
        with pytest.raises(Untrusted):
            recipients.verify(one, KEYS)


def test_a_key_is_used_from_its_day_on_and_for_its_caisse():
    later = a_recipient(identity=pyrage.x25519.Identity.generate(), not_before=NOW + timedelta(days=1))
    known = [later, a_recipient(), a_recipient("998")]
    assert recipients.active(known, CAISSE, NOW) == (a_recipient(),)
    assert set(recipients.active(known, CAISSE, NOW + timedelta(days=1))) == {a_recipient(), later}
    assert recipients.active(known, CAISSE, NOW - timedelta(days=1)) == ()


def test_events_are_statuses_keys_or_unknown_to_this_version():
    told = [
        {"cursor": 1, "saisine": "a", "status": "taken", "at": RECEIVED_AT},
        {"cursor": 2, "saisine": "a", "status": "new", "at": RECEIVED_AT, "code": "call-back"},
        {"cursor": 3, "recipients": [1]},
        {"cursor": 4, "bundle": "1.2"},
    ]
    assert events.parse(json.dumps(told).encode()) == (
        Event(1, "a", "taken", RECEIVED_AT),
        Event(2, "a", "new", RECEIVED_AT, "call-back"),
        Event(3, recipients=(1,)),
        Event(4),
    )


@pytest.mark.parametrize(
    "told",
    [
        {}, 1, [1], [{}], [{"cursor": "1"}], [{"cursor": True}], [{"cursor": 1, "saisine": "a", "status": "lost"}],
        [{"cursor": 1, "saisine": "a", "status": "new"}], [{"cursor": 1, "saisine": 2, "status": "new"}],
        [{"cursor": 1, "saisine": "a", "status": "new", "at": "hier"}],
        [{"cursor": 1, "saisine": "a", "status": "new", "at": RECEIVED_AT, "code": "Bonjour"}],
    ],
)  # fmt: skip
def test_other_lists_are_not_believed(told):
    with pytest.raises(BadEvents):
        events.parse(json.dumps(told).encode())


def an_enrolment(gateway: str = "https://caisse.exemple.fr", code: str = "c" * 32) -> Enrolment:
    return Enrolment(gateway, code, KEYS, GATEWAY_PUBLIC)


def test_an_enrolment_file_is_read_back_and_fits_a_qr_code():
    assert enrolment.parse(an_enrolment().to_text()) == an_enrolment()
    assert len(an_enrolment().to_text()) < 300
    assert "c" * 32 not in repr(an_enrolment())


@pytest.mark.parametrize("gateway", ["https://caisse.fr", "http://127.0.0.1:8480", "http://[::1]:80"])
def test_a_gateway_is_spoken_to_over_tls_or_on_this_machine(gateway):
    assert enrolment.parse(an_enrolment(gateway).to_text()).gateway == gateway


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "[" * 100_000, *(an_enrolment(gateway).to_text() for gateway in (
            "http://caisse.fr", "http://localhost", "http://127.0.0.1.caisse.fr", "ftp://127.0.0.1", "https://",
            "http:")),
        an_enrolment().to_text().replace('"keys"', '"key"'), an_enrolment().to_text().replace('"999":"', '"999":"AA'),
        canonical(json.loads(an_enrolment().to_text()) | {"code": 1}).decode(),
        canonical(json.loads(an_enrolment().to_text()) | {"keys": {"999": "AA"}}).decode(),
    ],
)  # fmt: skip
def test_any_other_enrolment_is_refused(text):
    with pytest.raises(BadEnrolment):
        enrolment.parse(text)


def test_what_a_terminal_asks_and_what_it_is_granted():
    asked = json.loads(enrolment.request(an_enrolment(), GATEWAY_PUBLIC, "Valmont"))
    assert asked.keys() == {"code", "public_key", "name"}
    granted = enrolment.granted(b'{"terminal":"t","token":"secret","recipients":[1]}')
    assert (granted.terminal, granted.token, granted.recipients) == ("t", "secret", (1,))
    assert "secret" not in repr(granted)


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b'{"terminal":"t"}', b'{"terminal":1,"token":"a","recipients":[]}', b"[" * 100_000]
)
def test_another_answer_grants_nothing(raw):
    with pytest.raises(BadEnrolment):
        enrolment.granted(raw)


def test_a_cancel_code_counts_however_it_is_typed_and_for_its_saisine_alone():
    assert cancel_sha256(b"1" * 16, "ABCD-EFGH-JKLM") == cancel_sha256(b"1" * 16, "abcd efgh jklm")
    assert cancel_sha256(b"1" * 16, "ABCD-EFGH-JKLM") != cancel_sha256(b"2" * 16, "ABCD-EFGH-JKLM")
