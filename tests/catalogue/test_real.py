"""The real catalogue: every file is an offer that somebody can read, and its amounts have their days."""

from datetime import date, timedelta

import pytest

from app.catalogue import loading, offers, writing
from app.catalogue.build import checked
from app.models.offer import Reader
from app.models.rates import lookup
from app.paths import RESOURCES

DAY = date(2026, 11, 21)
DAYS = [date(2020, 1, 1) + timedelta(number) for number in range((date(2027, 1, 1) - date(2020, 1, 1)).days)]


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
        assert len(subjects) == 8
        assert all(subject.offers for subject in subjects)


def test_no_page_is_empty_whoever_looks(agents):
    for code in (None, *loading.load(RESOURCES).caisses):
        for reader in (Reader("public", DAY, code), Reader("agents", DAY, code)):
            assert [page.offer.card.slug for page in offers.pages(agents, reader) if not page.offer.blocks] == []


def test_every_table_of_amounts_that_a_page_shows_is_known(agents):
    for page in offers.pages(agents, Reader("agents", DAY)):
        for block in page.offer.blocks:
            assert page.row(block) or not block.rate, page.offer.card.slug


def test_every_day_of_seven_years_has_its_ceilings_or_none(agents):
    rows = offers.page(agents, "c2s", Reader("public", DAY)).rates["c2s-ceilings"].rows
    found = {day: lookup(rows, "c2s-ceilings", "metropole", None, day) for day in DAYS}
    assert all(row is None or row.holds(day) for day, row in found.items())
    assert [day for day in DAYS if found[day] is None and day < date(2026, 4, 1)] == [
        day for day in DAYS if day < date(2020, 4, 1)
    ]
    assert {found[day] for day in DAYS if day >= date(2026, 4, 1)} == {None}
    firsts = [found[date(year, 12, 1)] for year in range(2020, 2026)]
    assert [row and row.value[0][0] for row in firsts] == [9032, 9041, 9571, 9719, 10166, 10339]


def test_the_page_of_a_day_without_ceilings_says_when_the_last_ended(agents):
    page = offers.page(agents, "c2s", Reader("public", DAY))
    rows = [page.row(block) for block in page.offer.blocks if block.rate == "c2s-ceilings"]
    metropole = [row for row in rows if row and row.territory == "metropole"]
    assert [(row.valid_to, row.days_over(DAY)) for row in metropole] == [(date(2026, 3, 31), 235)]
