"""The blank official PDF of a caisse, filled (people.md P18); the blanks are made here, none is a true form."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from app.actions import papers
from app.documents.official import find
from app.documents.overdrawn import ELSEWHERE
from app.documents.paper import MM
from app.forms import mas
from app.models.caisse import Caisse
from tests.builders import SECOND, mas_answers, mas_at_poste, mas_saisine, valmont
from tests.documents.blanks import FIELDS, FLAT, accepting, flat, given, values, with_fields, written


def made(folder: Path, answers: dict[str, str] | None = None, caisse: Caisse | None = None) -> Any:
    saisine = mas_saisine(answers or mas_answers())
    return PdfReader(io.BytesIO(papers.document(saisine, caisse or accepting(), folder)))


def text(page: Any) -> str:
    return " ".join(page.extract_text().split())


def placed(page: Any) -> dict[str, tuple[float, float]]:
    """Where each text of *page* begins, in points."""
    found: dict[str, tuple[float, float]] = {}

    def note(said: str, matrix: Any, place: Any, _font: Any, _size: Any) -> None:
        if said.strip():
            found.setdefault(said.strip(), (place[4] + matrix[4], place[5] + matrix[5]))

    page.extract_text(visitor_text=note)
    return found


def rest_of(pages: Any) -> str:
    """What the annex says of the answers that the form has no room for."""
    return " ".join(map(text, pages)).partition("Réponses sans place sur le formulaire")[2]


# Drawn over


def test_answers_are_drawn_where_the_mapping_says(tmp_path: Path) -> None:
    first = made(given(tmp_path, flat(), FLAT)).pages[0]
    assert placed(first)["KOVALENKO"] == pytest.approx((40 * MM, (297 - 50) * MM), abs=0.1)
    assert placed(first)["1988"] == pytest.approx((120 * MM, (297 - 60) * MM), abs=0.1)
    assert placed(first)["X"] == pytest.approx((20 * MM, (297 - 90) * MM), abs=0.1)


def test_a_comb_has_one_letter_a_cell(tmp_path: Path) -> None:
    said = text(made(given(tmp_path, flat(), FLAT)).pages[0]).replace(" ", "")
    assert "14031988" in said
    assert "288039999901235" in said


def test_the_blank_comes_first_and_our_contact_sheet_and_code_last(tmp_path: Path) -> None:
    pages = made(given(tmp_path, flat(), FLAT)).pages
    assert text(pages[0]).startswith("Formulaire officiel vierge, page 1 Nom :")
    assert "RT4-WQB-J7T" in text(pages[1])
    last = " ".join(map(text, pages[2:]))
    assert last.startswith("Annexe au formulaire « Mission accompagnement santé – Formulaire de saisine »")
    assert "Fiche de contact" in last
    assert "SHA-256 du fichier saisine.json" in last
    assert "Accord et signature" not in last


def test_a_signature_is_drawn_on_the_form(tmp_path: Path) -> None:
    folder = given(tmp_path, flat(), FLAT)
    drawn, empty = (strokes(made(folder, mas_answers(**a)).pages[1]) for a in ({}, {"on_paper": "yes"}))
    assert drawn - empty == 10


def test_who_cannot_sign_is_attested_there(tmp_path: Path) -> None:
    pages = made(given(tmp_path, flat(), FLAT), mas_at_poste(attested="yes", attested_by="Camille Morel")).pages
    assert "Accord attesté par l’agent : Camille Morel" in text(pages[1])
    longest = "Camille de la Tour des Trois Fontaines et du Grand Château"
    pages = made(given(tmp_path, flat(), FLAT), mas_at_poste(attested="yes", attested_by=longest)).pages
    assert f"Accord attesté par l’agent : {longest}" in rest_of(pages)


def test_what_has_no_room_but_stands_on_the_annex_anyway_is_not_told_twice(tmp_path: Path) -> None:
    mapping = FLAT.replace('"request.reference"\nroom = 60', '"request.recipient"\nroom = 5')
    pages = made(given(tmp_path, flat(), mapping)).pages
    assert ELSEWHERE in text(pages[1])
    assert "CPAM de Valmont" not in rest_of(pages)


def strokes(page: Any) -> int:
    return sum(operator == b"l" for _operands, operator in page.get_contents().operations)


@pytest.mark.parametrize("name", ["Ґанна Їжакевич-Єрмак", "Мар’яна", "Œuvré"])
def test_letters_of_any_of_our_languages_are_printed(tmp_path: Path, name: str) -> None:
    assert name in text(made(given(tmp_path, flat(), FLAT), mas_answers(name=name)).pages[0])


def test_letters_are_made_smaller_then_the_annex_has_the_words(tmp_path: Path) -> None:
    folder = given(tmp_path, flat(), FLAT)
    longer, endless = "Kovalenko de la Très Longue Maison", "Kovalenko " * 7
    assert longer in text(made(folder, mas_answers(name=longer)).pages[0])
    pages = made(folder, mas_answers(name=endless.strip())).pages
    assert endless.strip() not in text(pages[0])
    assert ELSEWHERE in text(pages[0])
    assert f"Nom {endless.strip()}" in rest_of(pages)


def test_an_answer_that_the_mapping_leaves_out_is_in_the_annex(tmp_path: Path) -> None:
    folder = given(tmp_path, flat(), FLAT)
    rest = rest_of(made(folder).pages)
    assert "Prénom" in rest
    assert "Oksana" in rest
    assert "KOVALENKO" not in rest
    assert mas.motives.boxes["rights"] not in rest
    assert mas.motives.boxes["digital"] in rest_of(made(folder, mas_answers(motives="digital")).pages)


def test_no_number_in_a_comb_is_told_in_the_annex(tmp_path: Path) -> None:
    pages = made(given(tmp_path, flat(), FLAT), mas_answers(nir="none")).pages
    assert "Pas encore de numéro, ou numéro provisoire" in rest_of(pages)


# Fields


def test_fields_are_filled_with_values_that_can_be_read(tmp_path: Path) -> None:
    answers = mas_answers(**SECOND, name="Їжак", avoid="le matin", engaged="c2s")
    assert values(made(given(tmp_path, with_fields(), FIELDS), answers)) == {
        "nom": "Їжак", "prenom": "Oksana", "nir": "288039999901235", "eviter": "le matin", "depuis": "/mois",
        "c2s": "/Yes",
    }  # fmt: skip


def test_what_a_field_shows_is_in_our_letters(tmp_path: Path) -> None:
    page = made(given(tmp_path, with_fields(), FIELDS), mas_answers(name="Їжак", avoid="le matin " * 9)).pages[0]
    assert shown(page, "nom") == "Їжак"
    assert shown(page, "nir").replace(" ", "") == "288039999901235"
    assert shown(page, "eviter").startswith("le matin le matin")


def shown(page: Any, name: str) -> str:
    """The words of the appearance of a field, read as if they were those of the page."""
    widget = next(each.get_object() for each in page["/Annots"] if each.get_object().get("/T") == name)
    look = widget["/AP"]["/N"]
    alone = PdfWriter().add_blank_page(600, 800)
    alone[NameObject("/Contents")], alone[NameObject("/Resources")] = look, look["/Resources"]
    return text(alone)


def test_only_the_chosen_button_is_on(tmp_path: Path) -> None:
    page = made(given(tmp_path, with_fields(), FIELDS), mas_answers(**SECOND | {"since": "year"})).pages[0]
    states = [each.get_object().get("/AS") for each in page["/Annots"] if "/AS" in each.get_object()]
    assert states == ["/Off", "/an", "/Off"]


def scattered() -> bytes:
    """The same form, what its pages and fields hold being elsewhere in the file, as other programs write it."""
    writer = PdfWriter(clone_from=io.BytesIO(with_fields()))
    page: Any = writer.pages[0]
    for box in (each.get_object() for each in page["/Annots"]):
        looks = box["/AP"]["/N"]
        if "/Type" not in looks:
            box["/AP"][NameObject("/N")] = writer._add_object(looks)
        box[NameObject("/AP")] = writer._add_object(box["/AP"])
        box[NameObject("/F")] = NumberObject(2)
    page[NameObject("/Annots")] = writer._add_object(page["/Annots"])
    return written(writer)


def test_it_does_not_matter_where_in_the_file_things_are(tmp_path: Path) -> None:
    reader = made(given(tmp_path, scattered(), FIELDS), mas_answers(**SECOND))
    assert {name: values(reader)[name] for name in ("nom", "depuis")} == {"nom": "KOVALENKO", "depuis": "/mois"}
    boxes = [each.get_object() for each in reader.pages[0]["/Annots"]]
    assert [box["/F"] for box in boxes] == [4, 4, 4, 2, 4, 4, 2]  # what is filled is seen and printed
    assert [str(box["/AS"]) for box in boxes if "/AS" in box] == ["/mois", "/Off", "/Off"]


def test_an_empty_answer_leaves_its_field_alone(tmp_path: Path) -> None:
    assert values(made(given(tmp_path, with_fields(), FIELDS)))["eviter"] == ""


def test_a_field_too_small_sends_to_the_annex(tmp_path: Path) -> None:
    found = made(given(tmp_path, with_fields(), FIELDS), mas_answers(first_name="Oksana-Marie-Antoinette Olena"))
    assert values(found)["prenom"] == ELSEWHERE
    assert "Oksana-Marie-Antoinette Olena" in rest_of(found.pages)


def test_programs_a_second_form_and_titles_of_the_blank_stay_behind(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(with_fields()))
    root: Any = writer.root_object
    root[NameObject("/OpenAction")] = DictionaryObject()
    root[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): DictionaryObject()})
    root["/AcroForm"][NameObject("/NeedAppearances")] = BooleanObject(value=True)
    root["/AcroForm"][NameObject("/XFA")] = TextStringObject("<xfa/>")
    writer.metadata = {"/Title": "KOVALENKO"}
    reader = made(given(tmp_path, written(writer), FIELDS))
    assert not {"/OpenAction", "/AA"} & reader.root_object.keys()
    assert "/JavaScript" not in reader.root_object.get("/Names", {})
    assert not {"/XFA", "/NeedAppearances"} & reader.root_object["/AcroForm"].keys()
    assert reader.metadata.title == "Guichet Santé"
    assert reader.root_object["/Lang"] == "fr"


# When


def test_the_same_saisine_gives_the_same_bytes(tmp_path: Path) -> None:
    folder, saisine = given(tmp_path, with_fields(), FIELDS), mas_saisine(mas_answers())
    assert papers.document(saisine, accepting(), folder) == papers.document(saisine, accepting(), folder)


@pytest.mark.parametrize(
    ("caisse", "answers"),
    [(valmont(), mas_answers()), (accepting(), mas_answers(caisse="elsewhere", department="Loire", on_paper="yes"))],
)
def test_only_a_caisse_that_takes_it_and_gave_it_gets_its_form(
    tmp_path: Path, caisse: Caisse, answers: dict[str, str]
) -> None:
    folder = given(tmp_path, flat(), FLAT)
    assert "Formulaire officiel vierge" not in text(made(folder, answers, caisse).pages[0])


@pytest.mark.parametrize("missing", ["mas.pdf", "mas.toml"])
def test_without_one_of_the_files_it_is_our_own_layout(tmp_path: Path, missing: str) -> None:
    (given(tmp_path, flat(), FLAT) / "official" / "999" / missing).unlink()
    assert find(tmp_path, accepting(), mas.FORM) is None
    assert text(made(tmp_path).pages[0]).startswith("Préparation du formulaire")
