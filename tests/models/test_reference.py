"""References: made from the id alone, and told from a slip of the pen."""

import hashlib

import pytest

from app.models.code import ALPHABET, normalise
from app.models.reference import reference, valid

SAISINE = bytes(range(16))


def test_a_reference_is_shown_in_three_groups_of_three():
    assert [len(group) for group in reference(SAISINE).split("-")] == [3, 3, 3]


def test_a_reference_never_changes_from_one_version_to_the_next():
    assert reference(SAISINE) == "RT4-WQB-J7T"


def test_its_eight_first_characters_are_the_first_40_bits_of_the_hash():
    bits = "".join(f"{ALPHABET.index(character):05b}" for character in normalise(reference(SAISINE))[:8])
    assert int(bits, 2) == int(hashlib.sha256(SAISINE).hexdigest()[:10], 16)


def test_what_we_make_is_valid_however_it_is_typed():
    assert valid(reference(SAISINE).lower().replace("-", " "))


@pytest.mark.parametrize("typed", ["", "KX7F-4PMQ", "RT4-WQB-J7U", "RT4-WQB-7JT"])
def test_anything_else_is_not(typed):
    assert not valid(typed)
