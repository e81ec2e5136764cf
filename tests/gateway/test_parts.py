"""Pièces by tus: what the gateway takes, what it refuses, and by what name."""

import os

import pytest
from sqlalchemy import delete, select

from app.gateway.database import reading, writing
from app.gateway.tables import parts
from tests.gateway import uploading
from tests.gateway.uploading import b64, call, checked, counts, create, head, location, named, offset, patch, send, told
from tests.protocol.sending import CANCEL

PIECE = os.urandom(40_000)


@pytest.fixture
def sent(terminal):
    """A saisine with a pièce, of which the form has arrived."""
    made = terminal.sealed(PIECE)
    assert terminal.put(made).status_code == 201
    return made


def body_of(house, sha256):
    with reading(house.gateway.db) as connection:
        return connection.execute(select(parts.c.body).where(parts.c.sha256 == sha256)).scalar_one()


def test_what_it_can_do_is_told_without_a_token(house):
    answer = house.call("OPTIONS", "/v1/parts")
    assert answer.status_code == 204
    assert {name: value for name, value in answer.headers.items() if name.startswith("tus")} == {
        "tus-resumable": "1.0.0", "tus-version": "1.0.0", "tus-extension": "creation,checksum,expiration",
        "tus-max-size": str(10 * 1024 * 1024), "tus-checksum-algorithm": "sha256",
    }  # fmt: skip


def test_a_piece_arrives_in_several_bodies_and_the_receipt_says_so(house, terminal, sent):
    (sealed,), answer = sent.pieces, create(terminal, sent)
    place = answer.headers["Location"]
    assert (answer.status_code, offset(answer), place[:10]) == (201, 0, "/v1/parts/")
    assert not told(terminal, sent).complete
    for start in range(0, len(sealed), 20_000):
        answer = checked(terminal, place, start, sealed[start : start + 20_000])
        assert (answer.status_code, offset(answer)) == (204, min(start + 20_000, len(sealed)))
        assert offset(head(terminal, place)) == offset(answer)
    assert told(terminal, sent).complete
    assert body_of(house, sent.manifest.parts[1].sha256) == sealed
    assert counts(house) == (2, 1, 0)


def test_a_head_tells_all_that_was_said_of_an_upload_and_until_when_it_waits(terminal, sent):
    place = location(terminal, sent)
    answer, size = head(terminal, place), str(len(sent.pieces[0]))
    assert (answer.status_code, answer.content, answer.headers["Cache-Control"]) == (200, b"", "no-store")
    assert (answer.headers["Upload-Length"], answer.headers["Upload-Offset"]) == (size, "0")
    assert answer.headers["Upload-Metadata"] == named(sent.id, sent.manifest.parts[1].sha256)
    assert answer.headers["Upload-Expires"] == "Tue, 05 May 2026 10:00:00 GMT"
    assert "Upload-Expires" in patch(terminal, place, 0, b"x").headers
    assert "Upload-Expires" in create(terminal, sent).headers
    send_rest = patch(terminal, place, 1, sent.pieces[0][1:])
    assert send_rest.status_code == 460  # the first byte was another


def test_the_same_piece_has_the_same_location_also_once_it_is_whole(terminal, sent):
    place = location(terminal, sent)
    assert location(terminal, sent) == place
    checked(terminal, place, 0, sent.pieces[0])
    answer = create(terminal, sent)
    assert (answer.headers["Location"], offset(answer)) == (place, len(sent.pieces[0]))
    for whole in (answer, head(terminal, place), patch(terminal, place, len(sent.pieces[0]), b"")):
        assert offset(whole) == len(sent.pieces[0])
        assert "Upload-Expires" not in whole.headers
    assert patch(terminal, place, 0, b"x").status_code == 409


def test_a_piece_that_a_stick_has_brought_is_not_asked_for_again(terminal, sent):
    place = location(terminal, sent)
    patch(terminal, place, 0, sent.pieces[0][:100])
    terminal.put(sent, sent.stick)
    assert offset(head(terminal, place)) == offset(create(terminal, sent)) == len(sent.pieces[0])
    refused = patch(terminal, place, 100, b"x")
    assert (refused.status_code, refused.json()) == (409, {"code": "wrong-offset", "offset": len(sent.pieces[0])})


def test_a_body_at_another_offset_is_refused_and_the_right_one_told(terminal, sent):
    place = location(terminal, sent)
    patch(terminal, place, 0, sent.pieces[0][:100])
    for start in (0, 99, 101, len(sent.pieces[0])):
        answer = patch(terminal, place, start, b"x")
        assert (answer.status_code, answer.json()) == (409, {"code": "wrong-offset", "offset": 100})
        assert offset(answer) == 100


def test_nothing_is_kept_of_a_body_that_is_not_the_one_its_checksum_is_of(house, terminal, sent):
    place, wrong = location(terminal, sent), f"sha256 {b64(bytes(32))}"
    answer = patch(terminal, place, 0, sent.pieces[0], **{"Upload-Checksum": wrong})
    assert (answer.status_code, answer.json()) == (460, {"code": "wrong-checksum"})
    assert offset(head(terminal, place)) == 0
    assert counts(house) == (1, 1, 0)
    assert checked(terminal, place, 0, sent.pieces[0]).status_code == 204


@pytest.mark.parametrize("checksum", ["md5 AAAA", "sha256", "sha256 AAAA", "sha256 !", "", f"SHA256 {b64(bytes(32))}"])
def test_a_checksum_that_cannot_be_verified_is_refused(terminal, sent, checksum):
    answer = patch(terminal, location(terminal, sent), 0, b"x", **{"Upload-Checksum": checksum})
    assert (answer.status_code, answer.json()) == (400, {"code": "checksum-unknown"})


def test_all_bytes_of_another_part_leave_nothing_and_it_begins_again(house, terminal, sent):
    place = location(terminal, sent)
    answer = checked(terminal, place, 0, bytes(len(sent.pieces[0])))
    assert (answer.status_code, answer.json()) == (460, {"code": "wrong-part"})
    assert head(terminal, place).status_code == patch(terminal, place, 0, b"x").status_code == 404
    assert counts(house) == (1, 0, 0)
    assert location(terminal, sent) != place
    send(terminal, sent)
    assert told(terminal, sent).complete


def test_a_body_longer_than_what_is_left_is_refused_whether_it_says_so_or_not(terminal, sent):
    place, (sealed,) = location(terminal, sent), sent.pieces
    for body in (sealed + b"x", iter([sealed, b"x"])):
        answer = patch(terminal, place, 0, body)
        assert (answer.status_code, answer.json()) == (413, {"code": "too-large", "limit": len(sealed)})
    assert offset(head(terminal, place)) == 0


def test_a_large_body_with_a_checksum_is_kept_whole(house, terminal):
    sent = terminal.sealed(os.urandom(2_500_000))
    terminal.put(sent)
    place, (sealed,) = location(terminal, sent), sent.pieces
    assert checked(terminal, place, 0, sealed[:-1]).status_code == 204
    assert counts(house) == (1, 1, 3)
    assert checked(terminal, place, len(sealed) - 1, sealed[-1:]).status_code == 204
    assert body_of(house, sent.manifest.parts[1].sha256) == sealed


def test_only_a_piece_that_the_manifest_names_is_taken_and_at_its_size(house, terminal, sent):
    form, piece = sent.manifest.parts
    for length, part, status, code in (
        (piece.size + 1, piece.sha256, 422, "wrong-length"),
        (form.size, form.sha256, 422, "not-a-part"),
        (piece.size, "0" * 64, 422, "not-a-part"),
        (0, piece.sha256, 422, "bad-request"),
        (11_000_000, piece.sha256, 413, "too-large"),
    ):
        said = {"Upload-Length": str(length), "Upload-Metadata": named(sent.id, part)}
        answer = create(terminal, sent, headers=said)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert counts(house) == (1, 0, 0)


def test_a_question_that_is_none_is_refused_and_nothing_beside_hash_and_saisine_is_taken(terminal, sent):
    good = named(sent.id, sent.manifest.parts[1].sha256)
    for metadata in (
        "", "saisine", good[:-4], good.replace("sha256", "name"), good.replace("saisine ", "saisine é"),
        f"{good},filename {b64(b'KOVALENKO.pdf')}", f"{good},{good}",
        named(sent.id, "KOVALENKO"), named("KOVALENKO", "0" * 64),
    ):  # fmt: skip
        answer = create(terminal, sent, headers={"Upload-Metadata": metadata.encode()})
        assert (answer.status_code, answer.json()) == (422, {"code": "bad-request"})
    deferred = call(terminal, "POST", "/v1/parts", headers={"Upload-Metadata": good, "Upload-Defer-Length": "1"})
    assert (deferred.status_code, deferred.json()) == (422, {"code": "bad-request"})
    for said in ({"Upload-Offset": "-1"}, {"Upload-Offset": "x"}):
        assert patch(terminal, location(terminal, sent), 0, b"x", **said).status_code == 422


def test_a_body_that_is_not_said_to_be_a_piece_of_an_upload_is_refused(terminal, sent):
    answer = patch(terminal, location(terminal, sent), 0, b"x", **{"Content-Type": "application/pdf"})
    assert (answer.status_code, answer.json()) == (415, {"code": "media-type"})


def test_another_version_of_tus_is_told_ours(terminal, sent):
    place = location(terminal, sent)
    for verb, path in (("POST", "/v1/parts"), ("HEAD", place), ("PATCH", place)):
        for version in ({"Tus-Resumable": "0.2.2"}, {"Tus-Resumable": ""}):
            answer = call(terminal, verb, path, headers=version)
            assert (answer.status_code, answer.headers["Tus-Version"]) == (412, "1.0.0")


def test_a_stranger_is_told_to_enrol_before_his_body_is_read(house, terminal, sent):
    place = location(terminal, sent)
    for verb, path in (("POST", "/v1/parts"), ("HEAD", place), ("PATCH", place)):
        for token in ({}, {"Authorization": "Bearer wrong"}):
            answer = house.call(verb, path, headers=uploading.TUS | token, content=bytes(2_000_000))
            assert (answer.status_code, answer.headers["Tus-Resumable"]) == (401, "1.0.0")


def test_an_upload_is_for_the_terminal_that_sent_the_saisine(house, terminal, sent):
    place, stranger = location(terminal, sent), house.a_terminal()
    answers = (create(stranger, sent), head(stranger, place), patch(stranger, place, 0, b"x"))
    assert {answer.status_code for answer in answers} == {404}
    assert create(terminal, terminal.sealed(PIECE)).status_code == 404
    assert head(terminal, "/v1/parts/KOVALENKO").status_code == 404


def test_what_is_withdrawn_is_not_sent_any_further(house, terminal, sent):
    place = location(terminal, sent)
    patch(terminal, place, 0, sent.pieces[0][:100])
    assert terminal.cancel(sent.id, CANCEL).status_code == 204
    assert counts(house) == (0, 0, 0)
    assert head(terminal, place).status_code == patch(terminal, place, 100, b"x").status_code == 404
    answer = create(terminal, sent)
    assert (answer.status_code, answer.json()) == (410, {"code": "erased"})


def test_a_piece_that_the_gateway_has_lost_is_missing_again_and_it_alone_is_taken(house, terminal):
    sent = terminal.sealed(*(os.urandom(2_000 + number) for number in range(5)))
    terminal.put(sent)
    for number in range(1, 6):
        send(terminal, sent, number)
    places = [location(terminal, sent, number) for number in range(1, 6)]
    assert told(terminal, sent).complete
    lost = sent.manifest.parts[3].sha256
    with writing(house.gateway.db) as connection:
        connection.execute(delete(parts).where(parts.c.sha256 == lost))
    assert told(terminal, sent).missing == (lost,)
    answers = [checked(terminal, place, 0, body) for place, body in zip(places, sent.pieces, strict=True)]
    assert [answer.status_code for answer in answers] == [409, 409, 204, 409, 409]
    assert told(terminal, sent).complete
