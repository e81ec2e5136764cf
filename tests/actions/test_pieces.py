"""What people do with a pièce: kept under the draft, within the limits, shown, taken away."""

import hashlib
import os
from datetime import UTC, datetime

import pytest

from app.actions import pieces
from app.actions.pieces import NotKept
from app.documents.scans.outcome import Cleaned
from app.models.pieces import LIMIT, MOST, Kept
from app.store.database import open_database
from app.store.drafts import Keys
from tests.store.test_drafts import KEY, some_keys

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@pytest.fixture
def db(tmp_path):
    db = open_database(tmp_path, KEY, patience=2)
    yield db
    db.close()


def kept(db, keys: Keys, path: str, pdf: bytes = b"%PDF", *, pages: int = 1) -> Kept:
    return pieces.keep(db, keys, path, "scanner", Cleaned(pdf, pages, ("blurred",)), NOW, 7)


def test_a_piece_is_kept_listed_opened_and_taken_away(db):
    keys = some_keys()
    made = kept(db, keys, "tax_notice", b"%PDF notice", pages=3)
    digest = hashlib.sha256(b"%PDF notice").hexdigest()
    assert made == Kept("tax_notice", 3, 11, digest, "scanner", ("blurred",))
    assert pieces.listed(db, keys) == {"tax_notice": made}
    assert pieces.open(db, keys, "tax_notice") == b"%PDF notice"
    pieces.remove(db, keys, "tax_notice")
    assert pieces.listed(db, keys) == {}


def test_one_that_is_too_big_is_not_kept(db):
    keys = some_keys()
    kept(db, keys, "a", os.urandom(LIMIT))
    with pytest.raises(NotKept) as refused:
        kept(db, keys, "a", bytes(LIMIT + 1))
    assert refused.value.code == "too-big"
    assert pieces.listed(db, keys)["a"].size == LIMIT


def test_one_too_many_is_not_kept_but_another_may_be_made_again(db):
    keys = some_keys()
    for number in range(MOST):
        kept(db, keys, str(number))
    with pytest.raises(NotKept) as refused:
        kept(db, keys, "one more")
    assert refused.value.code == "too-many"
    assert kept(db, keys, "7", b"again").size == 5
    assert len(pieces.listed(db, keys)) == MOST
