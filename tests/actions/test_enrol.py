"""Enrolling: once by code, the same answer when it was lost, and the earlier enrolment until the new one is granted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.actions import enrol, sync
from app.store import enrolment
from tests.sync.hall import queued, terminal
from tests.sync.hostile import answering, cut, no_signed_time, signed, swallow


def known(db):
    found = enrolment.enrolled(db)
    assert found
    return found


def test_an_enrolled_terminal_knows_its_gateway_its_caisses_and_the_time(hall, db):
    file = hall.enrolment()
    found = known(db)
    assert (found.gateway, found.receipt_key, found.keys) == (file.gateway, file.receipt_key, file.keys)
    assert len(found.recipients) == 1
    assert found.heard_at
    assert abs((datetime.now(UTC) - found.heard_at).total_seconds()) < 60
    for secret in (found.token, repr(found.key)):
        assert secret not in repr(found)


@pytest.mark.parametrize(
    "lost", [swallow, cut, no_signed_time, answering(200, b"<html>"), signed(201, {"terminal": 1})]
)
def test_when_the_answer_is_lost_the_same_file_is_good_again(tmp_path, hall, lost):
    db, file = terminal(tmp_path / "t"), hall.enrolment()
    hall.crowd += [lost]
    with pytest.raises(enrol.NoGateway):
        enrol.enrol(db, file, "Accueil")
    assert enrolment.enrolled(db) is None
    assert enrol.enrol(db, file, "Accueil") == known(db).terminal
    db.close()


def test_a_code_is_good_for_one_terminal(tmp_path, hall):
    file = hall.enrolment()
    for name, refused in ("one", False), ("two", True):
        db = terminal(tmp_path / name)
        if refused:
            with pytest.raises(enrol.CodeRefused):
                enrol.enrol(db, file, name)
        else:
            enrol.enrol(db, file, name)
        db.close()


def test_an_enrolment_that_fails_leaves_the_earlier_one(hall, db):
    before = known(db)
    with pytest.raises(enrol.CodeRefused):
        enrol.enrol(db, replace(hall.enrolment(), code="0" * 32), "Accueil")
    assert known(db) == before


def test_a_gateway_with_another_key_than_the_files_is_not_believed(hall, db):
    with pytest.raises(enrol.NoGateway):
        enrol.enrol(db, replace(hall.enrolment(), receipt_key=bytes(32)), "Accueil")


def test_what_was_sealed_before_a_new_enrolment_still_leaves(hall, db):
    before = known(db)
    queued(db)
    enrol.enrol(db, hall.enrolment(), "Accueil")
    assert (known(db).terminal, known(db).token == before.token) == (before.terminal, False)
    assert sync.once(db).received == 1
