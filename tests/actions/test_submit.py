"""Submitting: sealed to the person's caisse alone, and only when its keys are its own."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pyrage
import pytest
from pypdf import PdfReader

from app.actions import papers, submit, sync
from app.forms.recipient import recipient
from app.models import code as codes
from app.models.caisse import Caisse
from app.protocol import recipients, signatures
from app.protocol.cancel import cancel_sha256
from app.protocol.errors import NoRecipient
from app.protocol.text import b64
from app.store import drafts as kept
from app.store import enrolment, outbox
from app.store.database import transaction
from app.store.errors import DraftErased, StoreDamaged
from tests.builders import mas_answers, mas_saisine, valmont
from tests.sync import pieces
from tests.sync.hall import draft, prepared, queued, terminal

NOW = datetime.now(UTC)


def can_send(db, caisse=None, now=NOW, **answers):
    to = recipient(mas_saisine(mas_answers(**answers)).way.answers, caisse or valmont())
    return submit.can_send(to, enrolment.enrolled(db), "mas", now)


def without(**changes) -> Caisse:
    known = valmont()
    return Caisse(**{**known.__dict__, **changes})


def test_what_the_caisse_opens_is_what_was_shown(hall, db):
    made = queued(db)
    sync.once(db)
    inside = hall.opened(made.reference)
    assert inside["formulaire.pdf"] == made.pdf == papers.document(made.saisine, valmont())
    told = json.loads(inside["saisine.json"])
    assert (told["reference"], told["recipient"]) == (made.reference, "CPAM de Valmont")
    assert told["answers"]["name"]["typed"] == "KOVALENKO"


def test_queueing_destroys_the_draft(db):
    keys = draft(db)
    submit.queue(db, prepared(db), keys.id)
    assert kept.find(db, keys.lock, NOW) is None
    assert outbox.waiting(db) == 1
    with pytest.raises(DraftErased):
        submit.queue(db, prepared(db), keys.id)


def test_each_submission_has_a_number_and_a_code_of_its_own(db):
    one, two = prepared(db), prepared(db)
    assert two.sealed.manifest.counter == one.sealed.manifest.counter + 1
    assert codes.kind(one.cancel_code) == codes.kind(two.cancel_code) == "cancel"
    assert one.cancel_code == codes.shown(one.cancel_code) != two.cancel_code


def test_the_cancel_code_is_kept_as_its_hash_alone(db):
    made = queued(db)
    [row] = outbox.listed(db)
    assert row.cancel_sha256 == cancel_sha256(made.saisine.id, made.cancel_code)
    assert made.cancel_code not in repr(made)
    assert made.cancel_code not in repr(db.execute("SELECT * FROM outbox").fetchall())


@pytest.mark.parametrize(
    ("chosen", "sent"), [("here", True), ("unknown", True), ("elsewhere", False), ("msa", False), ("other", False)]
)
def test_only_a_caisse_whose_file_and_keys_are_here_is_sent_to(db, chosen, sent):
    to = recipient(mas_saisine(mas_answers(caisse=chosen, department="Loire", scheme="ENIM")).way.answers, valmont())
    assert submit.can_send(to, enrolment.enrolled(db), "mas", NOW) is sent


@pytest.mark.parametrize("lacking", ["controller", "dpo_address", "legal_basis", "accepts"])
def test_a_caisse_that_does_not_say_its_legal_basis_is_not_sent_to(db, lacking):
    assert can_send(db)
    assert not can_send(db, without(**{lacking: type(getattr(valmont(), lacking))()}))


def test_a_caisse_without_a_key_is_not_sent_to(db):
    assert not can_send(db, without(code="998"))


def test_a_terminal_that_is_not_enrolled_sends_nothing(tmp_path):
    db = terminal(tmp_path)
    assert submit.start(db) is None
    assert not can_send(db)
    db.close()


def refused(db):
    begun = submit.start(db)
    assert begun
    with pytest.raises(NoRecipient):
        submit.prepare(mas_saisine(mas_answers()), valmont(), begun, NOW)
    return not can_send(db)


def test_a_key_that_its_caisse_has_not_signed_is_never_sealed_to(hall, db):
    substituted, stranger = pyrage.x25519.Identity.generate(), signatures.new_key()
    key = recipients.make("999", str(substituted.to_public()), NOW - timedelta(days=1))
    unsigned = {"signed": recipients.sign(key, stranger).value()["signed"], "signature": ""}
    offers: list[tuple[object, ...]] = [(unsigned,), (recipients.sign(key, stranger).value(),), (None, "age1", {})]
    for offered in offers:
        enrolment.replace_recipients(db, offered)
        assert refused(db)
    assert outbox.listed(db) == []


def test_a_substituted_key_beside_a_true_one_is_left_out(hall, db):
    enrolled = enrolment.enrolled(db)
    assert enrolled
    key = recipients.make("999", str(pyrage.x25519.Identity.generate().to_public()), NOW - timedelta(days=1))
    forged = recipients.sign(key, signatures.new_key()).value()
    enrolment.replace_recipients(db, (*enrolled.recipients, forged))
    assert len(prepared(db).sealed.manifest.key_ids) == 1
    assert key.key_id not in prepared(db).sealed.manifest.key_ids


def test_a_key_of_another_caisse_is_not_sealed_to(hall, db):
    """Signed by that other caisse, whose signing key this terminal has too."""
    enrolled = enrolment.enrolled(db)
    assert enrolled
    other = signatures.new_key()
    keys = {caisse: b64(key) for caisse, key in enrolled.keys.items()} | {"998": b64(signatures.public_of(other))}
    key = recipients.make("998", str(pyrage.x25519.Identity.generate().to_public()), NOW - timedelta(days=1))
    db.execute("UPDATE enrolment SET keys = ?", (json.dumps(keys),))
    enrolment.replace_recipients(db, (recipients.sign(key, other).value(),))
    assert refused(db)


def test_a_key_that_is_not_in_use_yet_waits(hall, db):
    enrolled = enrolment.enrolled(db)
    assert enrolled
    assert enrolled.heard_at
    db.execute("UPDATE enrolment SET heard_at = '2020-01-01T00:00:00+00:00'")
    assert not can_send(db, now=datetime(2020, 1, 1, tzinfo=UTC))


def test_renewed_keys_replace_the_earlier_ones_and_the_next_saisine_is_sealed_to_them(hall, db):
    new = pyrage.x25519.Identity.generate()
    hall.renew_keys([new])
    before = prepared(db).sealed.manifest.key_ids
    sync.once(db)
    after = prepared(db).sealed.manifest.key_ids
    assert len(before) == len(after) == 1
    assert before != after


def test_an_urgent_request_says_so_outside_and_nothing_more(db):
    made = prepared(db, urgent="pregnancy")
    assert (made.urgent, made.sealed.manifest.priority) == (True, "urgent")
    assert b"pregnancy" not in made.sealed.manifest_bytes


def test_an_hour_that_the_gateway_contradicts_is_said_on_the_paper(db):
    with transaction(db):
        enrolment.heard(db, datetime.now(UTC), datetime.now(UTC) + timedelta(hours=2))
    doubtful = prepared(db)
    first = PdfReader(io.BytesIO(doubtful.pdf)).pages[0].extract_text()
    assert "heure non vérifiée" in " ".join(first.split())
    assert b'"clock":"unchecked"' in doubtful.sealed.manifest_bytes


@pytest.mark.parametrize(
    ("heard", "off", "said"),
    [
        (None, None, "unchecked"),
        (-60, 0, "checked"),
        (3600, 0, "unchecked"),
        (-60, 700, "unchecked"),
        (300, -300, "checked"),
    ],
)
def test_the_clock_is_checked_when_the_gateway_agrees(db, heard, off, said):
    at = heard is not None and (NOW + timedelta(seconds=heard)).isoformat()
    db.execute("UPDATE enrolment SET heard_at = ?, clock_off = ?", (at or None, off))
    enrolled = enrolment.enrolled(db)
    assert enrolled
    assert submit.clock(enrolled, NOW) == said


# Pièces


def test_a_piece_that_is_not_the_one_that_was_signed_is_not_sealed(db):
    keys, saisine = pieces.kept(db, b"%PDF one")
    [kept_] = saisine.kept.values()
    assert submit.piece(db, keys, kept_) == b"%PDF one"
    with pytest.raises(StoreDamaged):
        submit.piece(db, keys, replace(kept_, sha256="0" * 64))


def test_a_piece_is_sealed_to_the_persons_caisse_or_to_nobody(hall, db):
    begun, saisine = submit.start(db), mas_saisine(mas_answers())
    assert begun
    sealed = submit.seal_piece(saisine, valmont(), begun, NOW, b"%PDF one")
    assert b"%PDF one" in pyrage.decrypt(sealed, [hall.identity])
    with pytest.raises(NoRecipient):
        submit.seal_piece(saisine, without(code="998"), begun, NOW, b"%PDF one")


def test_staging_begins_anew_each_time(db):
    keys, saisine = pieces.kept(db, b"1", b"2")
    pieces.prepared(db, keys, saisine)
    made = pieces.prepared(db, keys, saisine)
    assert db.execute("SELECT count(*) FROM parts").fetchall() == [(2,)]
    submit.queue(db, made, keys.id)
    submit.tidy(db)
    assert [(row.pieces, row.held) for row in outbox.listed(db)] == [(2, None)]
    assert db.execute("SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM pieces)").fetchall() == [(0, 0)]


def test_the_terminal_cannot_read_the_pieces_it_has_queued(hall, db, tmp_path):
    pieces.queued(db, b"%PDF-1.7 KOVALENKO" * 5)
    db.execute(f"ATTACH DATABASE '{tmp_path / 'clear.db'}' AS clear KEY ''")
    db.execute("SELECT sqlcipher_export('clear')").fetchall()
    db.execute("DETACH DATABASE clear")
    dump = (tmp_path / "clear.db").read_bytes()
    assert b"KOVALENKO" not in dump
    assert b"paper_0" not in dump
