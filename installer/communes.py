"""Makes ``resources/communes.tsv.gz``, the communes of each postal code, from an edition of the official list.

``python -m installer.communes FOLDER YEAR``: the package @etalab/decoupage-administratif, unpacked, and its year.
The same edition makes the same file, byte for byte.
"""

from __future__ import annotations

import json
import sys
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from app.catalogue.communes import FILE

HEAD = """\
# Communes by postal code, {year}. A line a code: the code, then its communes, between tabs.
# Sources: INSEE, Code officiel géographique; La Poste, Base officielle des codes postaux; gathered by Etalab,
# @etalab/decoupage-administratif {version}. Licence Ouverte 2.0. Names and codes only; without arrondissements.
"""


def main(package: Path, year: str, target: Path = FILE) -> None:
    """Write the list that *package* holds."""
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    places = json.loads((package / "data" / "communes.json").read_text(encoding="utf-8"))
    text = HEAD.format(year=year, version=version) + "".join(lines(places))
    target.write_bytes(packed(text.encode()))
    codes = text.count("\n") - HEAD.count("\n")
    print(f"{target.name} : {target.stat().st_size} octets, {codes} codes")


def lines(places: Iterable[Mapping[str, Any]]) -> list[str]:
    """A line for each postal code of the communes that are, in the order of the codes."""
    names: dict[str, set[str]] = defaultdict(set)
    for place in places:
        if place["type"] == "commune-actuelle":  # « Paris » for 75013, and not its arrondissement beside it
            for code in place.get("codesPostaux", ()):
                names[code].add(place["nom"])
    return ["\t".join((code, *sorted(names[code], key=_alphabetical))) + "\n" for code in sorted(names)]


def packed(text: bytes) -> bytes:
    """*text* as a gzip file that names no file and no hour."""
    packer = zlib.compressobj(9, wbits=31)
    return packer.compress(text) + packer.flush()


def _alphabetical(name: str) -> tuple[str, str]:
    """Without accents, as people look for names."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("œ", "oe"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)), name


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
