"""Nothing of a visit is left where it was not meant to stay."""

import time
from threading import Event

import pytest

from app.actions import cleaning
from app.documents import rawpage
from tests.faults import leaks, secretpage

OKSANA = leaks.somebody(1)


@pytest.mark.parametrize("kind", leaks.SHORT)
def test_nothing_of_a_visit_is_left(kind, tmp_path):
    person = leaks.somebody(time.time_ns())
    left = leaks.visit(kind, person, tmp_path / "machine")
    assert leaks.found(leaks.needles(person), left) == []
    assert b"CREATE TABLE answers" in left.dump  # it was really opened


@pytest.mark.parametrize("encoding", leaks.ENCODINGS)
@pytest.mark.parametrize("secret", ["name", "phone", "email"])
def test_what_is_left_is_found(secret, encoding, tmp_path):
    since = time.time() - 1
    (tmp_path / "spool").write_bytes(b"\x00\x01" + OKSANA[secret].encode(encoding) + b"\x00")
    left = leaks.Visit((tmp_path,), b"", b"", since)
    assert f"{OKSANA[secret]} ({encoding}) in {tmp_path / 'spool'}" in leaks.found(leaks.needles(OKSANA), left)


def test_a_number_is_found_with_and_without_spaces(tmp_path):
    number = OKSANA["nir"][:13]
    said = f"{number} {number[0]} {number[1:3]} {number[3:5]} {number[5:7]} {number[7:10]} {number[10:]}".encode()
    assert len(leaks.found(leaks.needles(OKSANA), leaks.Visit((), said, b"", 0))) == 2


@pytest.mark.parametrize("shape", ["points", "picture", "PDF"])
def test_a_page_is_found_in_every_shape_it_takes(shape, tmp_path):
    raw = secretpage.page(1)
    picture = rawpage.jpeg(raw)
    data = {"points": raw, "picture": picture, "PDF": cleaning.clean([picture], Event()).pdf}[shape]
    since = time.time() - 1
    (tmp_path / "spool").write_bytes(b"\x00" + data)
    hits = leaks.found(secretpage.needles(1), leaks.Visit((tmp_path,), b"", b"", since))
    assert len([hit for hit in hits if hit.startswith(shape)]) == 3


def test_files_from_before_are_not_read(tmp_path):
    (tmp_path / "old").write_text(OKSANA["name"])
    assert leaks.found(leaks.needles(OKSANA), leaks.Visit((tmp_path,), b"", b"", time.time() + 60)) == []
