"""The list of communes made from an edition of the official one."""

import json
import zlib

from app.catalogue.communes import FILE
from installer import communes

PLACES: list[dict[str, object]] = [
    {"type": "commune-actuelle", "nom": "Évry", "codesPostaux": ["91000"]},
    {"type": "commune-actuelle", "nom": "Œuilly", "codesPostaux": ["02160", "51480"]},
    {"type": "commune-actuelle", "nom": "Oulchy", "codesPostaux": ["02160"]},
    {"type": "commune-actuelle", "nom": "Oeu", "codesPostaux": ["02160"]},
    {"type": "commune-actuelle", "nom": "Fleury-devant-Douaumont"},
    {"type": "arrondissement-municipal", "nom": "Paris 13e Arrondissement", "codesPostaux": ["75013"]},
]


def test_a_code_is_a_line_and_its_communes_are_in_the_order_of_the_alphabet():
    assert communes.lines(PLACES) == ["02160\tOeu\tŒuilly\tOulchy\n", "51480\tŒuilly\n", "91000\tÉvry\n"]


def test_one_edition_makes_one_file(tmp_path, capsys):
    package, target = tmp_path / "package", tmp_path / "list.gz"
    (package / "data").mkdir(parents=True)
    (package / "data" / "communes.json").write_text(json.dumps(PLACES))
    (package / "package.json").write_text('{"version": "6.0.0"}')
    communes.main(package, "2026", target)
    made = target.read_bytes()
    assert capsys.readouterr().out == f"list.gz : {len(made)} octets, 3 codes\n"
    communes.main(package, "2026", target)
    assert target.read_bytes() == made
    text = zlib.decompress(made, wbits=31).decode()
    assert text.startswith("# Communes by postal code, 2026.")
    assert "@etalab/decoupage-administratif 6.0.0. Licence Ouverte 2.0." in text


def test_the_file_that_ships_names_no_hour():
    assert FILE.read_bytes()[3:8] == bytes(5)  # no name, no moment
