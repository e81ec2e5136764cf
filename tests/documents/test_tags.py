"""Every PDF can be heard: a tree of tags, in reading order, that holds all the words and none of the decoration."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.blocks import Block, outline, stack, tagged, unread, words
from app.documents.letter import withdrawal
from app.documents.mas import pdf
from app.documents.paper import A4, INK, REGULAR, document
from app.documents.tags import ARTIFACT, CLOSE, OPEN, Tree, marked, stretches
from app.documents.ticket import code_slip, registered, ticket
from app.models.settings import Site
from app.models.text import Text
from tests.builders import DIGEST, SECOND, mas_answers, mas_saisine, valmont
from tests.documents.told import elements, marks, opened, roles, said

LONG = "Une phrase assez longue pour aller à la ligne plus d’une fois. "


SITE = Site("Valmont", "CPAM de Valmont")


def request(**changes: str) -> bytes:
    return pdf(mas_saisine(mas_answers(**SECOND | changes)), valmont(), DIGEST)


def drawn(*blocks: Block) -> bytes:
    return document(A4, "uk", [lambda canvas: stack(*blocks).draw(canvas, 50, 700)])


DOCUMENTS = {
    "request": (request, "fr"),
    "letter": (lambda: withdrawal("RT4-WQB-J7T", "CPAM de Valmont", date(2026, 2, 12)), "fr"),
    "code": (lambda: code_slip("KX7F4PMQ", Text("Titre"), date(2026, 2, 12), "Valmont", "uk"), "uk"),
    "ticket": (lambda: ticket(registered(mas_saisine(mas_answers()), SITE), (), "en"), "en"),
}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_document_is_tagged_in_its_language(kind: str) -> None:
    make, language = DOCUMENTS[kind]
    made = make()
    root = opened(made).root_object
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/Lang"] == language
    assert roles(made)[0] in ("H1", "P")
    assert make() == made


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_all_that_is_drawn_is_in_a_tag_or_is_decoration(kind: str) -> None:
    reader = opened(DOCUMENTS[kind][0]())
    for page in reader.pages:
        assert page["/Tabs"] == "/S"
        assert [number for number, _role in marks(page)] == list(range(len(marks(page))))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_each_mark_finds_its_element(kind: str) -> None:
    reader = opened(DOCUMENTS[kind][0]())
    root = reader.root_object["/StructTreeRoot"]
    listed = root["/ParentTree"]["/Nums"]
    assert list(listed[::2]) == list(range(len(reader.pages))) == [page["/StructParents"] for page in reader.pages]
    for page, kids in zip(reader.pages, listed[1::2], strict=True):
        held = [(kid.get_object()["/K"], kid.get_object()["/S"][1:]) for kid in kids]
        assert held == marks(page)
        assert {kid.get_object().raw_get("/Pg") for kid in kids} == {page.indirect_reference}
        assert {kid.get_object().raw_get("/P") for kid in kids} == {root.raw_get("/K")}


def test_a_request_is_read_from_its_title_to_its_code() -> None:
    heard = said(request())
    assert heard[:2] == [
        ("H1", "Mission accompagnement santé – Formulaire de saisine"),
        ("P", "Destinataire : CPAM de Valmont, Mission accompagnement santé"),
    ]
    titles = [words for role, words in heard if role == "H2"]
    assert titles[:2] == ["Accompagnement santé sollicité dans le cadre", "Coordonnées de l’assuré(e)"]
    assert titles[-1] == "Langue"
    paragraphs = [words for role, words in heard if role == "P"]
    assert {"Nom KOVALENKO", "Lieu Maison France Services de Valmont"} <= set(paragraphs)
    assert "X de renoncement ou de difficultés d’accès à des soins" in paragraphs
    assert heard[-1][1].startswith("SHA-256 du fichier saisine.json")


def test_what_stands_on_every_page_is_read_once() -> None:
    heard = [words for _role, words in said(request())]
    assert sum("Numéro de la demande" in words for words in heard) == 1
    assert not any(words.startswith("Page ") for words in heard)


def test_a_drawn_signature_is_a_figure_with_its_words_and_its_place() -> None:
    figures = [element for element in elements(request()) if element["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == ["Signature dessinée"]
    left, bottom, right, top = figures[0]["/A"]["/BBox"]
    assert 0 < left < right < A4[0]
    assert 0 < bottom < top < A4[1]
    assert "Figure" not in roles(request(signature="", drawn="", on_paper="yes"))


def test_the_lines_of_a_paragraph_are_one_and_their_words_stay_apart() -> None:
    assert said(drawn(words(LONG * 3, 200))) == [("P", (LONG * 3).strip())]


def test_what_nobody_marked_is_a_paragraph_line_after_line_or_decoration() -> None:
    def loose(canvas, x, y):
        outline(canvas, x, y, 50, 50)
        canvas.setFont(REGULAR, 9)
        canvas.setFillColor(INK)
        canvas.drawString(x, y, "Перший рядок,")
        canvas.drawString(x, y - 12, "другий рядок.")
        outline(canvas, x, y, 20, 20)
        canvas.saveState()
        canvas.drawString(x, y - 40, "Інший.")
        canvas.restoreState()

    assert said(drawn(Block(60, loose))) == [("P", "Перший рядок, другий рядок."), ("P", "Інший.")]


def test_the_outermost_mark_counts() -> None:
    assert said(drawn(tagged("H2", stack(words("Un", 99), words("titre", 99))), unread(words("Page 1", 99)))) == [
        ("H2", "Un titre")
    ]


def test_nothing_to_say_is_no_element() -> None:
    assert roles(drawn(words("", 99), words("Mot", 99))) == ["P"]


def test_the_words_of_a_figure_are_one_line_beside_its_place() -> None:
    canvas = type("Canvas", (), {"addLiteral": lambda self, line: code.append(line)})()
    code: list[str] = []
    with marked(canvas, "Figure", "deux\nlignes\tet un blanc", (1, 2, 3, 4)):
        code.append("S")
    assert stretches(code)[1].alt == "deux lignes et un blanc"
    assert stretches(code)[1].area == "1.00 2.00 3.00 4.00"


ITEMS = st.sampled_from(["BT (a) Tj T* ET", "BT /F1 9 Tf 9 TL ET", "n 1 2 3 4 re S", "1 w", "q", "Q", "f*"])
CODE = st.recursive(
    st.lists(ITEMS), lambda inner: st.tuples(inner, inner).map(lambda two: [*two[0], f"{OPEN}P\t\t", *two[1], CLOSE])
)


@given(CODE, st.sampled_from(["P", ARTIFACT]))
def test_marks_change_nothing_that_is_drawn_and_leave_nothing_out(code: list[str], role: str) -> None:
    code = [item.replace(f"{OPEN}P", f"{OPEN}{role}") for item in code]
    written = Tree().page(code)
    plain = [item.replace(" ( ) Tj", "") for item in written if not item.endswith(("BDC", "BMC", "EMC"))]
    assert plain == [item for item in code if not item.startswith("%")]
    depths = [item.endswith(("BDC", "BMC")) - (item == "EMC") for item in written]
    assert all(sum(depths[:end]) in (0, 1) for end in range(len(depths) + 1))
    outside = [item for end, item in enumerate(written) if not sum(depths[:end])]
    assert not any("Tj" in item or item.endswith(("S", "f*")) for item in outside if not item.startswith("/"))
