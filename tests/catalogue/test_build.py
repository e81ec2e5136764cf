"""Compiling the resources: whole, anew, or not at all."""

import pytest

from app.catalogue.build import BadResource, build
from app.catalogue.caisses import UnknownCaisse, find
from app.paths import RESOURCES

VALMONT = 'code = "999"\nname = "CPAM de Valmont"\ndepartment = "Valmont"\n'


@pytest.fixture
def folder(tmp_path):
    """A folder of resources with one caisse."""
    (tmp_path / "catalogue/caisses").mkdir(parents=True)
    (tmp_path / "catalogue/caisses/valmont.toml").write_text(VALMONT, encoding="utf-8")
    return tmp_path


def add(folder, text, name="other.toml"):
    (folder / "catalogue/caisses" / name).write_text(text, encoding="utf-8")


def test_every_caisse_is_in_the_catalogue(folder):
    add(folder, VALMONT.replace("999", "998").replace("Valmont", "Autreville"))
    build(folder, folder / "catalogue.db")
    assert [find(folder / "catalogue.db", code).name for code in ("998", "999")] == [
        "CPAM de Autreville",
        "CPAM de Valmont",
    ]


def test_a_new_catalogue_replaces_the_old_one(folder):
    build(folder, folder / "catalogue.db")
    add(folder, VALMONT.replace("999", "998"), "valmont.toml")
    build(folder, folder / "catalogue.db")
    with pytest.raises(UnknownCaisse):
        find(folder / "catalogue.db", "999")
    assert sorted(file.name for file in folder.iterdir()) == ["catalogue", "catalogue.db"]


def test_what_an_interrupted_build_left_behind_does_not_matter(folder):
    (folder / "catalogue.new").write_bytes(b"half a database")
    build(folder, folder / "catalogue.db")
    assert find(folder / "catalogue.db", "999").name == "CPAM de Valmont"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("code =", "other.toml: Invalid value"),
        (VALMONT + 'key = "x"', "other.toml: .*unexpected keyword argument 'key'"),
        (VALMONT + "[accepts.mas]\nfax = true", "other.toml: .*unexpected keyword argument 'fax'"),
        ('code = "998"\nname = "x"', "other.toml: .*'department'"),
    ],
)
def test_a_wrong_file_is_named_with_its_reason_and_the_old_catalogue_stays(folder, text, reason):
    build(folder, folder / "catalogue.db")
    add(folder, text)
    with pytest.raises(BadResource, match=reason):
        build(folder, folder / "catalogue.db")
    assert find(folder / "catalogue.db", "999").name == "CPAM de Valmont"


def test_the_resources_of_the_program_compile(tmp_path):
    build(RESOURCES, tmp_path / "catalogue.db")
    assert find(tmp_path / "catalogue.db", "999").accepting("mas").drawn_signature
