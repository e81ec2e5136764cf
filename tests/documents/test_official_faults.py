"""What is wrong with a blank form or its mapping is said with the file, the key and the reason (people.md P18)."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfWriter

from app.documents.mapping import named
from app.documents.official import UnfitForm, find
from app.forms import FORMS, mas
from tests.documents.blanks import FIELDS, FLAT, accepting, flat, given, with_fields, written


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("room = 60", 'room = 60\ncolour = "red"', "text.1.colour", "clé inconnue"),
        ('answer = "name"', 'answer = "nom"', "text.1.answer", "nom : réponse inconnue du formulaire mas"),
        ("room = 60\n", "", "text.1", "il faut soit room"),
        ("cells = 8\n", "", "text.2", "il faut soit room"),
        ('part = "year"', 'part = "century"', "text.3.part", "century : birth_date n’a que day, month, year"),
        ("page = 2", "page = 3", "text.5.page", "la page 3 manque : le PDF en a 2"),
        ('option = "care"', 'option = "soins"', "tick.2.option", "soins : ce n’est pas une réponse de motives"),
        ('answer = "name"\n', 'answer = "name"\npart = "day"\n', "text.1.part", "n’en a pas"),
        ("x = 20", "x = -1", "tick.1.x", "doit être un nombre"),
        ("page = 1", "page = true", "text.1.page", "doit être un nombre entier"),
        ('answer = "signature"', 'answer = "name"', "signature.1.answer", "name : ce n’est pas une signature"),
        ("[[signature]]", "[[sign]]", "signature", "signature manque"),
        ("[[text]]", "[text", "", "n’est pas du TOML"),
    ],
)
def test_a_fault_in_the_mapping_is_named_with_its_file_and_key(
    tmp_path: Path, old: str, new: str, key: str, reason: str
) -> None:
    assert_refused(tmp_path, flat(), FLAT.replace(old, new, 1), "mas.toml", key, reason)


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('name = "nom"', 'name = "Nom"', "field.1.name", "Nom : le PDF n’a pas ce champ"),
        ('name = "nom"\n', "", "field.1.name", "manque"),
        ('"mois"', '"oui"', "field.5.states.months", "oui : ce champ n’a que mois, an"),
        ("months =", "mois =", "field.5.states.mois", "mois : ce n’est pas une réponse de since"),
        ('states = { c2s = "Yes" }', "", "field.6.states", "manque : ce champ se coche"),
        ('c2s = "Yes"', 'c2s = "Yes", social = "Yes"', "field.6.states", "engaged a plusieurs réponses à la fois"),
        ('answer = "avoid"', 'answer = "avoid"\nstates = { yes = "Yes" }', "field.4.states", "ne se coche pas"),
    ],
)
def test_a_fault_about_a_field_too(tmp_path: Path, old: str, new: str, key: str, reason: str) -> None:
    assert_refused(tmp_path, with_fields(), FIELDS.replace(old, new, 1), "mas.toml", key, reason)


def turned() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(flat()))
    writer.pages[1].rotate(90)
    return written(writer)


def locked() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(flat()))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


@pytest.mark.parametrize(
    ("blank", "reason"),
    [
        (turned(), "la page 2 est tournée"),
        (locked(), "protégé par un mot de passe"),
        (b"hello", "n’est pas un PDF"),
        (flat()[:400], "n’est pas un PDF"),
    ],
)
def test_a_blank_that_cannot_be_filled_is_refused(tmp_path: Path, blank: bytes, reason: str) -> None:
    assert_refused(tmp_path, blank, FLAT, "mas.pdf", "", reason)


def assert_refused(folder: Path, blank: bytes, mapping: str, file: str, key: str, reason: str) -> None:
    with pytest.raises(UnfitForm) as refused:
        find(given(folder, blank, mapping), accepting(), mas.FORM)
    assert refused.value.file.name == file
    assert any(fault.key == key and reason in fault.reason for fault in refused.value.faults), str(refused.value)


def test_rows_are_counted_in_a_mapping() -> None:
    form = FORMS["s3705"]
    assert named(form, "children/1/birth_date") or named(form, "children/1/born")
    assert named(form, "children/0/first_name") is None
    assert named(form, "children/x/first_name") is None
    assert named(form, "children") is None
