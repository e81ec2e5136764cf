"""Reading the offers of a catalogue, for one reader."""

from datetime import date

import pytest

from app.catalogue import offers, writing
from app.catalogue.build import checked
from app.catalogue.caisses import known
from app.catalogue.database import NoCatalogue
from app.catalogue.offers import UnknownOffer
from app.models.offer import Reader
from tests.catalogue import small

DAY = date(2026, 2, 12)
PUBLIC, AGENTS = Reader("public", DAY), Reader("agents", DAY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where both catalogues of the small resources are."""
    folder = small.lay(tmp_path_factory.mktemp("small"))
    writing.write(checked(folder), folder / "public.db", "public")
    writing.write(checked(folder), folder / "agents.db", "agents")
    return folder


@pytest.fixture(scope="module")
def public(folder):
    return folder / "public.db"


@pytest.fixture(scope="module")
def agents(folder):
    return folder / "agents.db"


def test_a_list_goes_category_after_category(public, agents):
    assert [card.slug for card in offers.cards(agents, AGENTS)] == ["lunettes", "mas", "outil"]
    assert [card.slug for card in offers.cards(agents, PUBLIC)] == ["lunettes", "mas"]
    assert [str(card.title) for card in offers.cards(public, AGENTS)] == ["Lunettes", "Mission accompagnement santé"]


def test_an_offer_of_another_caisse_is_not_there(public):
    there = Reader("public", DAY, "998")
    assert [card.slug for card in offers.cards(public, there)] == ["lunettes"]
    assert [page.offer.card.slug for page in offers.pages(public, there)] == ["lunettes"]
    with pytest.raises(UnknownOffer):
        offers.page(public, "mas", there)


@pytest.mark.parametrize("slug", ["outil", "", "mas'", "\udcff"])
def test_what_the_reader_may_not_see_and_what_is_not_there_are_one(public, agents, slug):
    for catalogue in (public, agents):
        with pytest.raises(UnknownOffer):
            offers.page(catalogue, slug, PUBLIC)


def test_a_page_has_the_blocks_of_its_reader(public, agents):
    def kinds(catalogue, slug, reader):
        return [block.kind for block in offers.page(catalogue, slug, reader).offer.blocks]

    assert kinds(public, "lunettes", Reader("public", DAY, "999")) == ["get", "contact"]
    assert kinds(public, "lunettes", Reader("public", DAY, "998")) == ["get", "good", "contact"]
    assert kinds(public, "mas", PUBLIC) == ["steps"]
    assert kinds(agents, "mas", AGENTS) == ["steps", "contact"]
    assert kinds(agents, "mas", Reader("agents", date(2025, 12, 31))) == ["steps", "delays", "contact"]


def test_a_page_leads_to_the_contacts_of_its_audience(public, agents):
    def keys(page):
        return [contact.key for contact in page.leads_to(page.offer.blocks[-1])]

    assert keys(offers.page(public, "lunettes", PUBLIC)) == ["3646"]
    assert keys(offers.page(agents, "lunettes", AGENTS)) == ["3646", "999/mas"]
    assert keys(offers.page(agents, "lunettes", PUBLIC)) == ["3646"]
    assert offers.page(public, "lunettes", PUBLIC).offer.blocks[-1].contacts == ("3646",)


def test_a_page_alone_is_the_page_among_all(agents):
    for page in offers.pages(agents, AGENTS):
        alone = offers.page(agents, page.offer.card.slug, AGENTS)
        assert alone.offer == page.offer
        for block in page.offer.blocks:
            assert (alone.leads_to(block), alone.row(block)) == (page.leads_to(block), page.row(block))


def test_an_offer_leads_to_no_offer_that_is_hidden(public, agents):
    assert offers.page(public, "lunettes", PUBLIC).offer.related == ("mas",)
    assert offers.page(agents, "lunettes", AGENTS).offer.related == ("mas", "outil")


@pytest.mark.parametrize(
    ("day", "over"), [(date(2025, 3, 31), None), (DAY, 0), (date(2026, 4, 10), 10), (date(2027, 3, 31), 365)]
)
def test_a_table_of_amounts_says_for_how_long_it_has_been_over(public, day, over):
    page = offers.page(public, "lunettes", Reader("public", day))
    row = page.row(page.offer.blocks[0])
    assert (row and row.days_over(day)) == over
    assert page.row(page.offer.blocks[-1]) is None


def test_a_subject_gives_in_its_order_what_the_reader_may_see(public):
    found = {code: offers.subjects(public, Reader("public", DAY, code)) for code in ("999", "998")}
    assert {code: [card.slug for card in cards["costs"]] for code, cards in found.items()} == {
        "999": ["lunettes", "mas"],
        "998": ["lunettes"],
    }


def test_a_caisse_is_known_or_not(public):
    assert [known(public, "999"), known(public, "77")] == [True, False]


def test_without_a_catalogue_it_is_said(tmp_path):
    for read in (offers.cards, offers.pages, offers.subjects):
        with pytest.raises(NoCatalogue):
            read(tmp_path / "catalogue.db", PUBLIC)
