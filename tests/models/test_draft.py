"""Drafts: what was kept is sorted into answers, place and id."""

from datetime import UTC, datetime

from app.models.draft import PLACE, SIGNED, Draft, Place, Signed, draft

AT = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


def test_answers_come_back_in_their_order():
    assert list(draft("mas", 1, {"b": "2", "a": "1"}).typed.items()) == [("b", "2"), ("a", "1")]


def test_what_is_reserved_is_no_answer():
    kept = {"name": "Олена", PLACE: "identity name", SIGNED: "00ff 2026-05-04T10:00:00+00:00", "@later": "?"}
    assert draft("mas", 1, kept) == Draft(
        "mas", 1, {"name": "Олена"}, Place("identity", "name"), Signed(b"\x00\xff", AT)
    )


def test_what_was_signed_comes_back_as_it_was_kept_for_the_same_reprint():
    signed = Signed(bytes(range(16)), AT.astimezone())
    assert draft("mas", 1, {SIGNED: signed.kept()}).signed == signed


def test_a_draft_may_have_no_place_and_not_be_signed_yet():
    assert draft("mas", 1, {}) == Draft("mas", 1, {})


def test_a_place_comes_back_as_it_was_kept():
    for place in (Place("identity", "children/k3/name"), Place("review")):
        assert draft("mas", 1, {PLACE: place.kept()}).place == place


def test_no_answer_shows_when_a_draft_is_written_to_a_log():
    assert "Olena" not in repr(draft("mas", 1, {"name": "Olena"}))
