"""The list of communes that ships: known places of every kind, and what it weighs."""

import zlib

import pytest

from app.catalogue.communes import FILE, communes
from app.models.postcode import CODE


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("91100", ("Corbeil-Essonnes", "Villabé")),
        ("75013", ("Paris",)),
        ("75116", ("Paris",)),
        ("69007", ("Lyon",)),
        ("13001", ("Marseille",)),
        ("20000", ("Ajaccio",)),
        ("97110", ("Pointe-à-Pitre",)),
        ("97133", ("Saint-Barthélemy",)),
        ("97600", ("Koungou", "Mamoudzou")),
        ("98800", ("Nouméa",)),
        ("75334", ()),
        ("98000", ()),
        ("99999", ()),
        ("", ()),
    ],
)
def test_a_code_has_the_communes_that_are(code, names):
    assert communes(code) == names


def test_every_line_is_a_code_with_its_communes():
    text = zlib.decompress(FILE.read_bytes(), wbits=31).decode()
    head, lines = text.splitlines()[:3], text.splitlines()[3:]
    codes = [line.split("\t")[0] for line in lines]
    assert codes == sorted(set(codes))
    assert all(CODE.fullmatch(code) for code in codes)
    assert len(codes) > 6000
    assert all(communes(code) for code in codes[::50])
    for source in ("INSEE", "La Poste", "Etalab", "Licence Ouverte"):
        assert source in "".join(head)


def test_it_stays_small():
    assert FILE.stat().st_size < 400_000
