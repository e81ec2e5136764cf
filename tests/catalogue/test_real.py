"""The real catalogue: every file is an offer that somebody can read, and its amounts have their days."""

from datetime import date

import pytest

from app.catalogue import loading, offers, writing
from app.catalogue.build import checked
from app.models.offer import Reader
from app.models.shelves import SUBJECTS
from app.paths import RESOURCES

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def agents(tmp_path_factory):
    target = tmp_path_factory.mktemp("real") / "catalogue-agents.db"
    writing.write(checked(RESOURCES), target, "agents")
    return target


def test_every_file_is_an_offer_of_the_list(agents):
    slugs = {card.slug for card in offers.cards(agents, Reader("agents", DAY))}
    assert slugs == {path.stem for path in RESOURCES.glob("catalogue/offers/*/*.toml")}


def test_every_subject_leads_somewhere_in_every_caisse(agents):
    for code in loading.load(RESOURCES).caisses:
        subjects = offers.subjects(agents, Reader("public", DAY, code))
        assert list(subjects) == [shelf.key for shelf in SUBJECTS]
        assert all(subjects.values())


def test_no_page_is_empty_whoever_looks(agents):
    for code in (None, *loading.load(RESOURCES).caisses):
        for reader in (Reader("public", DAY, code), Reader("agents", DAY, code)):
            assert [page.offer.card.slug for page in offers.pages(agents, reader) if not page.offer.blocks] == []


def test_every_table_of_amounts_that_a_page_shows_is_known(agents):
    for page in offers.pages(agents, Reader("agents", DAY)):
        for block in page.offer.blocks:
            assert page.row(block) or not block.rate, page.offer.card.slug
