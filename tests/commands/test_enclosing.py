"""``guichet form fill --pieces``: the files of a folder leave with the request, clean; or a sentence names the one."""

import io
import json
from datetime import date

import pytest
from PIL import Image
from pypdf import PdfReader

from app.actions import drafts
from app.models.path import path
from app.models.pieces import LIMIT, MOST, pieces
from app.store import outbox
from tests.builders import mas_answers
from tests.commands.test_delivery import enrolled, folder, plain, refusal, run, values
from tests.sync.hostile import cut
from tests.sync.test_every_form import whole

__all__ = ["enrolled", "folder"]

DAY = date(2024, 2, 29)
"""On which ten-people was signed: ages are of that day."""
SAISINE = whole("c2s")
WAY = path(SAISINE.form, SAISINE.way.answers.typed, DAY)
TYPED = {name: text for name, text in WAY.answers.typed.items() if name not in ("mode", "place", "form")}
WANTED = [piece.path for piece in pieces(SAISINE.form, WAY.answers)]
ROW = next(one for one in WANTED if "/" in one)
"""A pièce of somebody of the household."""


def photo(shade=200) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (600, 850), (shade, shade, 255)).save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
def brought(tmp_path):
    """A folder with two pièces, and a hidden file."""
    place = tmp_path / "pieces"
    place.mkdir()
    (place / f"{WANTED[0]}.jpg").write_bytes(photo())
    (place / f"{ROW.replace('/', '.')}.JPG").write_bytes(photo(90))
    (place / ".DS_Store").write_bytes(b"x")
    return place


def fill(place, *options, **marks):
    return run("form", "fill", "c2s", "-", "--date", str(DAY), "--pieces", str(place), *options, answers=TYPED | marks)


def drafts_of(folder):
    db = drafts.connect(folder)
    left = db.execute("SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM chunks)").fetchall()[0]
    listed = outbox.listed(db)
    db.close()
    return left, listed


def counted(done) -> tuple[int, int]:
    """The pièces announced, and those that the gateway has."""
    [row] = values(done)
    return row["pieces"], row["pieces_held"]


def test_pieces_leave_with_the_request_and_are_counted(enrolled, folder, brought):
    [told] = values(fill(brought, "--submit"))
    assert told["pieces"] == 2
    assert drafts_of(folder)[0] == (0, 0)
    assert counted(run("outbox", "list")) == (2, 0)
    enrolled.crowd += [cut]
    assert refusal(run("sync", "--once")) == "unreachable"
    assert "pièces : 0 sur 2 à la passerelle" in plain("outbox", "list")
    assert values(run("sync", "--once")) == [{"received": 1, "refused": 0, "waiting": 0}]
    assert counted(run("outbox", "show", told["id"])) == (2, 2)
    for number in (1, 2):
        assert len(PdfReader(io.BytesIO(enrolled.opened(told["reference"], number)["piece.pdf"])).pages) == 1
    payload = json.loads(enrolled.opened(told["reference"])["saisine.json"])
    assert [line["state"] for line in payload["pieces"]].count("file") == 2


def test_what_will_be_brought_is_said_in_the_answers(enrolled, brought):
    later = next(one for one in WANTED if one not in (WANTED[0], ROW))
    [told] = values(fill(brought, "--submit", **{f"pieces/{later}": "later"}))
    values(run("sync", "--once"))
    payload = json.loads(enrolled.opened(told["reference"])["saisine.json"])
    assert sorted({line["state"] for line in payload["pieces"]} - {"missing"}) == ["file", "later"]


@pytest.mark.parametrize("mark", [{"pieces/nothing": "later"}, {f"pieces/{WANTED[0]}": "maybe"}])
def test_what_is_said_of_an_unknown_piece_or_is_no_known_word_is_a_problem(enrolled, brought, mark):
    assert [line["field"] for line in values(fill(brought, "--submit", **mark), 1)] == list(mark)


@pytest.mark.parametrize("name", ["passport.jpg", "members.nobody.tax_notice.jpg", "folder"])
def test_a_name_that_no_piece_has_is_refused_with_those_that_are_wanted(enrolled, folder, brought, name):
    place = brought / name
    place.mkdir() if name == "folder" else place.write_bytes(photo())
    done = fill(brought, "--submit")
    assert refusal(done) == "unknown_piece"
    assert WANTED[0] in done.stdout
    assert drafts_of(folder) == ((0, 0), [])


def test_a_request_without_pieces_takes_none(enrolled, brought):
    terminal = ("mode", "place", "local_caisse", "drawn", "paper", "detector_name", "detector_structure")
    typed = {name: text for name, text in mas_answers().items() if name not in terminal}
    assert (
        "Aucune"
        in values(run("form", "fill", "mas", "-", "--submit", "--pieces", str(brought), answers=typed), 1)[0]["message"]
    )


def test_two_files_for_one_piece_are_refused(enrolled, brought):
    (brought / f"{WANTED[0]}.png").write_bytes(photo())
    assert refusal(fill(brought, "--submit")) == "piece_twice"


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "piece_empty"), (b"MZ\x90\0 program", "piece_unknown"), (photo()[:200], "piece_damaged")]
)
def test_a_file_that_the_terminal_does_not_take_is_named_and_nothing_is_left(enrolled, folder, brought, data, code):
    (brought / f"{ROW.replace('/', '.')}.JPG").write_bytes(data)
    done = fill(brought, "--submit")
    assert refusal(done) == code
    assert ROW.replace("/", ".") in done.stdout
    assert drafts_of(folder) == ((0, 0), [])


def test_a_file_that_is_far_too_big_is_not_read(enrolled, brought):
    with (brought / f"{WANTED[0]}.jpg").open("wb") as file:
        file.truncate(10**9)
    assert refusal(fill(brought, "--submit")) == "piece_too_big"


def test_a_file_that_cannot_be_read_is_named(enrolled, brought, monkeypatch):
    def fails(*_told):
        raise OSError

    monkeypatch.setattr("pathlib.Path.read_bytes", fails)
    assert refusal(fill(brought, "--submit")) == "piece_unreadable"


def test_more_than_a_request_holds_is_refused(enrolled, brought, monkeypatch):
    monkeypatch.setattr("app.actions.pieces.MOST", 1)
    assert refusal(fill(brought, "--submit")) == "piece_too_many"
    assert (LIMIT, MOST) == (10_000_000, 40)


def test_pieces_go_nowhere_without_submit(enrolled, brought):
    assert refusal(fill(brought)) == "pieces_without_submit"
    assert run("form", "fill", "c2s", "-", "--pieces", "/nowhere", answers=TYPED).exit_code == 2
