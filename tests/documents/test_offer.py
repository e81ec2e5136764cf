"""The page of an offer to take away: everything it says, whole, on one page, in letters that can be read."""

from __future__ import annotations

import io
import re
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.catalogue import loading, offers
from app.documents import offer as leaflets
from app.documents.grid import PAD, address, table
from app.documents.offer import MARGIN, SIDE, TooLong, handed, leaflet
from app.documents.paper import A4
from app.documents.pieces import pieces
from app.documents.qr import MASK
from app.models.arranged import arranged
from app.models.offer import Audience, Reader
from app.models.page import Page
from app.models.reading import Grid, Leads, Part, credit, main_link
from app.models.text import LANGUAGES, speaking
from app.paths import RESOURCES
from tests.catalogue import compiled
from tests.documents.noted import Noted, meet
from tests.models.catalogued import a_block, said
from tests.models.pages import DAY, a_page, for_agents, reached

LINK = "https://exemple.fr/a"
CONTACT = {"kind": "contact", "contacts": ["x"]}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real one, with what is for agents alone."""
    target = tmp_path_factory.mktemp("real") / "catalogue-agents.db"
    compiled.lay(target, "agents")
    return target


def text(made: bytes) -> str:
    return plain(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages))


def plain(words: str) -> str:
    """*words* without what only parts lines."""
    return re.sub(r"\s", "", words)


def drawn(page: Page, language: str = "fr") -> Noted:
    noted: list[Noted] = []

    def document(size: Any, code: str, drawings: Any) -> bytes:
        for draw in drawings:
            noted.append(Noted())
            draw(noted[-1])
        return b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leaflets, "document", document)
        leaflet(page, DAY, language)
    (only,) = noted
    return only


def everything(page: Page, language: str) -> list[str]:
    """All that a reader of *page* is told."""
    with speaking(language):
        return [
            str(page.offer.card.title),
            str(page.offer.card.purpose),
            *([found.age.words] if (found := arranged(page)).age else []),
            *(words for part in found.parts for words in (part.title, part.heading, part.text, *part.items)),
            *(cell for part in found.parts if part.grid for row in (part.grid.head, *part.grid.rows) for cell in row),
            *(way.words for part in found.parts for leads in part.leads for way in leads.ways),
            *(note.words for part in found.parts for note in part.notes),
        ]


def squares(made: bytes) -> list[float]:
    """The sides of all that is filled."""
    content = PdfReader(io.BytesIO(made)).pages[0].get_contents()
    assert content is not None
    return [float(side) for side in re.findall(rb"([\d.]+) [\d.]+ re", content.get_data())]


LONGEST: list[tuple[str, Audience, str]] = [
    ("c2s", "public", "42"),
    ("compte-ameli", "public", "91"),
    ("mas", "public", "91"),
    ("ass-afi", "public", "91"),
    ("mas-formulaire", "agents", "91"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("slug", "audience", "caisse"), [*LONGEST, ("contact-3646", "public", "17")])
def test_the_longest_offers_stand_whole_on_one_page(
    catalogue: Path, slug: str, audience: Audience, caisse: str, language: str
) -> None:
    page = offers.page(catalogue, slug, Reader(audience, DAY, caisse))
    noted = drawn(page, language)
    assert min(noted.sizes) >= 7
    assert all(left > 0 and right < A4[0] and bottom > 0 for left, right, _top, bottom, _line in noted.lines)
    assert [pair for pair in combinations(noted.lines, 2) if meet(*pair)] == []
    shown = plain(" ".join(line for *_place, line in noted.lines))
    # Cells of one row are drawn line by line, each cell whole.
    assert [words for words in everything(page, language) if plain(words) not in shown] == []


def test_no_real_offer_is_too_long_whatever_the_caisse(catalogue: Path) -> None:
    """Those with most to say, which an agent reads; the rest of them say less."""
    codes = loading.load(RESOURCES).caisses
    found = [page for code in codes for page in offers.pages(catalogue, Reader("agents", DAY, code))]
    said = {"".join(everything(page, "uk")): page for page in found}
    for words in sorted(said, key=len)[-12:]:
        assert min(drawn(said[words], "uk").sizes) >= 7, said[words].offer.card.slug


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_can_be_taken_out_of_the_file(language: str) -> None:
    block = a_block(items=[said("Un point.")], rate="ceilings", seen=2023)
    page = a_page(block, CONTACT, contacts={"x": reached(phone="3646", link=LINK)})
    made = PdfReader(io.BytesIO(leaflet(page, DAY, language)))
    assert len(made.pages) == 1
    assert str(made.root_object["/Lang"]) == language
    shown = text(leaflet(page, DAY, language))
    assert [words for words in everything(page, language) if plain(words) not in shown] == []


def test_it_says_when_it_was_made_from_what_and_how_old_that_is() -> None:
    shown = text(leaflet(a_page(a_block(seen=2023), a_block(rate="ceilings")), date(2026, 12, 1), "fr"))
    foot = (
        "Barème périmé depuis 600 jours "
        "Guichet Santé · Imprimé le 1er décembre 2026. D’après : documents de l’Assurance Maladie (2024)."
    )
    assert plain(foot) in shown
    aged = text(leaflet(a_page(a_block(seen=2023), a_block(kind="good", seen=2023)), DAY, "fr"))
    assert aged.count(plain("Information de 2023, à vérifier")) == 1
    assert plain("Information de 2023, à vérifier Guichet Santé · Imprimé") in aged


def test_the_same_page_gives_the_same_bytes() -> None:
    page = a_page(CONTACT, contacts={"x": reached(link=LINK)})
    assert leaflet(page, DAY, "uk") == leaflet(page, DAY, "uk")


def test_the_main_address_is_a_qr_code_of_thirty_millimetres_with_its_letters_below() -> None:
    page = a_page(CONTACT, contacts={"x": reached(link=LINK)})
    made = leaflet(page, DAY, "fr")
    sides = squares(made)
    dark = list(segno.make_qr(LINK, error="m", mask=MASK).matrix)
    assert len(sides) == sum(map(sum, dark))
    assert sides == [pytest.approx(SIDE / len(dark), abs=1e-3)] * len(sides)
    assert pytest.approx(30, abs=0.01) == SIDE / 72 * 25.4
    assert text(made).count("exemple.fr/a") == 2


def test_without_an_address_there_is_no_code() -> None:
    assert squares(leaflet(a_page(a_block()), DAY, "fr")) == []


def test_a_page_for_agents_alone_says_not_to_give_it_away() -> None:
    page = a_page(a_block(audience="agents"), audience="agents")
    assert plain("Fiche pour les agents") in text(leaflet(for_agents(page), DAY, "fr"))
    assert plain("Fiche pour les agents") not in text(leaflet(page, DAY, "fr"))


def test_the_sheet_that_an_agent_hands_over_is_the_one_of_the_public(catalogue: Path, tmp_path: Path) -> None:
    """From the catalogue that holds more, it says what the public's own catalogue says, and nothing else."""
    compiled.lay(tmp_path / "catalogue.db")
    richer = 0
    for caisse in loading.load(RESOURCES).caisses:
        found = offers.pages(tmp_path / "catalogue.db", Reader("public", DAY, caisse))
        public = {page.offer.card.slug: page for page in found}
        for page in offers.pages(catalogue, Reader("agents", DAY, caisse)):
            if page.offer.card.audience == "public":
                assert told(handed(page)) == told(public.pop(page.offer.card.slug))
                richer += told(page) != told(handed(page))
        assert not public
    assert richer > 100


def told(page: Page) -> tuple[object, ...]:
    return page.offer.card, arranged(page), credit(page), main_link(page)


@pytest.mark.parametrize(("slug", "caisse"), [("mas", "91"), ("depistage-cancers", "42"), ("service-social", "91")])
def test_an_agent_prints_the_very_sheet_of_the_public(catalogue: Path, tmp_path: Path, slug: str, caisse: str) -> None:
    compiled.lay(tmp_path / "catalogue.db")
    printed = leaflet(offers.page(catalogue, slug, Reader("agents", DAY, caisse)), DAY, "fr")
    assert printed == leaflet(offers.page(tmp_path / "catalogue.db", slug, Reader("public", DAY, caisse)), DAY, "fr")


def test_columns_are_about_as_long_as_one_another() -> None:
    noted = drawn(a_page(a_block(items=[said("Un point.")] * 80)))
    places = [(left, bottom) for left, _right, _top, bottom, line in noted.lines if line == "Un point."]
    ends = {left: min(bottom for at, bottom in places if at == left) for left, _bottom in places}
    assert len(ends) == 2
    assert max(ends.values()) - min(ends.values()) < 30


def test_no_item_stands_alone_under_its_heading_or_over_a_column() -> None:
    part = Part("good", "Titre", "", "", tuple("abcde"), numbered=False, grid=None, leads=(), notes=(), agents=False)
    heights = [round(piece.block.height / 12) for piece in pieces([part], 200, 10)]
    assert heights == [4, 1, 2]
    (whole,) = pieces([part._replace(items=tuple("abc"))], 200, 10)
    (first, *rest) = pieces([part._replace(items=(), leads=(Leads("x", (), False),) * 2)], 200, 10)
    assert (round(whole.block.height / 12), round(first.block.height / 12), len(rest)) == (5, 2, 1)


def test_an_address_too_long_for_its_code_stands_below_on_one_line() -> None:
    link = "www.depistage-cancers-idf.org/une-page-de-la-liste"
    noted = drawn(a_page(CONTACT, contacts={"x": reached(link=f"https://{link}")}))
    (place,) = [place for place, size in zip(noted.lines, noted.sizes, strict=True) if place[-1] == link and size == 7]
    assert place[1] <= A4[0] - MARGIN


def test_letters_get_smaller_as_an_offer_gets_longer_and_never_too_small() -> None:
    def body(times: int) -> float:
        noted = drawn(
            a_page(*(a_block(text=said("Une phrase de quelques mots. " * 12 + "Fin.")) for _n in range(times)))
        )
        return min(size for size, line in zip(noted.sizes, noted.lines, strict=True) if "phrase" in line[-1])

    sizes = [body(times) for times in (1, 10, 20, 30)]
    assert sizes[0] == 13
    assert all(first > second for first, second in pairwise(sizes))
    with pytest.raises(TooLong):
        body(200)


CELLS = st.text(st.sampled_from("aéЇґW 8€"), max_size=30)


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[CELLS] * n), min_size=2, max_size=6)), st.booleans())
def test_no_cell_of_a_table_is_cut_or_covers_another(rows: list[tuple[str, ...]], amounts: bool) -> None:
    noted = Noted()
    made = table(Grid(rows[0], tuple(rows[1:]), amounts), 160, 8)
    made.draw(noted, 0, 800)
    lines = [line for line in noted.lines if line[-1]]
    assert all(left >= 0 and right <= 160 and bottom >= 800 - made.height for left, right, _top, bottom, _ in lines)
    assert [pair for pair in combinations(lines, 2) if meet(*pair)] == []
    shown = plain("".join(line for *_place, line in lines))
    assert len(shown) == len(plain("".join(map("".join, rows))))


def test_amounts_stand_at_the_right_of_their_column() -> None:
    noted = Noted()
    table(Grid(("Âge", "Prix"), (("1", "8 €"), ("2", "10,50 €")), amounts=True), 300, 9).draw(noted, 0, 800)
    rights = {round(right, 3) for _left, right, *_heights, line in noted.lines if "€" in line or line == "Prix"}
    lefts = {left for left, *_rest, line in noted.lines if line in ("Âge", "1", "2")}
    assert (len(rights), lefts) == (1, {PAD})


def test_a_long_address_goes_on_after_a_sign_and_keeps_every_letter() -> None:
    email = "accompagnement-sante.cpam@assurance-maladie.fr"
    page = a_page(CONTACT, contacts={"x": reached(email=email)})
    noted = Noted()
    address(email, 130, 8).draw(noted, 0, 800)
    assert [line for *_place, line in noted.lines] == ["accompagnement-sante.cpam@", "assurance-maladie.fr"]
    assert email in text(leaflet(page, DAY, "fr"))


@pytest.mark.parametrize(
    ("said", "room", "lines"),
    [
        ("www.depistage-cancers-idf.org", 85, ["www.depistage-cancers-", "idf.org"]),
        ("extranet.infocpam.fr/partenaires/carte", 110, ["extranet.infocpam.fr/", "partenaires/carte"]),
        ("sousdirection.caisse.fr", 70, ["sousdirection.", "caisse.fr"]),
    ],
)
def test_no_piece_of_an_address_is_alone(said: str, room: float, lines: list[str]) -> None:
    noted = Noted()
    address(said, room, 7).draw(noted, 0, 800)
    assert [line for *_place, line in noted.lines] == lines
