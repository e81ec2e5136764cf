"""Compiling the resources: whole, anew, or not at all."""

import sqlite3
from contextlib import closing

import pytest

from app.catalogue import writing
from app.catalogue.build import BadResource, build, checked
from app.catalogue.caisses import UnknownCaisse, find
from app.models.folding import words
from app.paths import RESOURCES
from tests.catalogue import small

VALMONT = 'code = "999"\nname = "CPAM de Valmont"\ndepartment = "Valmont"\n'


@pytest.fixture
def folder(tmp_path):
    """A folder of resources with one caisse."""
    small.put(tmp_path, "catalogue/caisses/valmont.toml", VALMONT)
    return tmp_path


def add(folder, text, name="other.toml"):
    small.put(folder, f"catalogue/caisses/{name}", text)


def rows(catalogue, query):
    with closing(sqlite3.connect(catalogue)) as connection:
        return connection.execute(query).fetchall()


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
    (folder / "new-x").mkdir()
    (folder / "new-x" / "catalogue.db").write_bytes(b"half a database")
    build(folder, folder / "catalogue.db")
    assert find(folder / "catalogue.db", "999").name == "CPAM de Valmont"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("code =", "other.toml : n’est pas du TOML : Invalid value"),
        (VALMONT + 'key = "x"', "other.toml : .*unexpected keyword argument 'key'"),
        (VALMONT + "[accepts.mas]\nfax = true", "other.toml : .*unexpected keyword argument 'fax'"),
        ('code = "998"\nname = "x"', "other.toml : .*'department'"),
    ],
)
def test_a_wrong_file_is_named_with_its_reason_and_the_old_catalogue_stays(folder, text, reason):
    build(folder, folder / "catalogue.db")
    add(folder, text)
    with pytest.raises(BadResource, match=reason):
        build(folder, folder / "catalogue.db")
    assert find(folder / "catalogue.db", "999").name == "CPAM de Valmont"


def test_what_a_caisse_says_of_its_contacts_is_told_apart(tmp_path):
    build(small.lay(tmp_path), tmp_path / "agents.db", "agents")
    assert rows(tmp_path / "agents.db", "SELECT key FROM contacts ORDER BY key") == [
        ("3646",),
        ("999/accueil",),
        ("999/mas",),
    ]
    assert "mission@exemple.fr" not in rows(tmp_path / "agents.db", "SELECT data FROM caisses WHERE code = '999'")[0][0]


def test_a_search_finds_a_row_for_each_offer_and_language(tmp_path):
    writing.write(checked(small.lay(tmp_path)), tmp_path / "agents.db", "agents")
    assert rows(tmp_path / "agents.db", "SELECT count(*) FROM texts") == [(9,)]
    query = "SELECT slug, language FROM texts WHERE rowid IN (SELECT rowid FROM texts_fts WHERE texts_fts MATCH '{}')"
    for word, found in [
        ("optique", [("lunettes", "fr")]),
        ("glasses", [("lunettes", "en")]),
        ("окуляри", [("lunettes", "uk")]),
        ("demandez", [("mas", "fr")]),
        ("deux", [("mas", "fr"), ("mas", "en"), ("mas", "uk")]),
        ("reserved", [("mas", "en")]),
        (
            "01",
            [("lunettes", "fr"), ("lunettes", "en"), ("lunettes", "uk"), ("mas", "fr"), ("mas", "en"), ("mas", "uk")],
        ),
    ]:
        assert sorted(rows(tmp_path / "agents.db", query.format(*words(word)))) == sorted(found)


def test_the_resources_of_the_program_compile(tmp_path):
    build(RESOURCES, tmp_path / "catalogue.db")
    assert find(tmp_path / "catalogue.db", "999").accepting("mas").drawn_signature
