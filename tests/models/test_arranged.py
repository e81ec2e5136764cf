"""A page as it stands: each age once, and nothing that is for agents beside what is public."""

import pytest

from app.models.arranged import arranged
from tests.models.catalogued import a_block, said
from tests.models.pages import a_page, for_agents, reached

CONTACTS = {"x": reached(phone="1"), "y": reached(phone="2", audience="agents"), "z": reached(phone="3")}
OLD = "Information de 2023, à vérifier"


def ages(*blocks, audience="public", **changes):
    """The age of the page, then those of its parts."""
    found = arranged(a_page(*blocks, audience=audience, **changes))
    said = [[note.words for note in part.notes] for part in found.parts]
    return found.age and found.age.words, *("".join(notes) for notes in said)


def dated(kind, seen=2023, **more):
    return a_block(kind=kind, seen=seen, **more)


def test_one_year_is_said_once_for_the_whole_page():
    assert ages(dated("who"), dated("get"), a_block(kind="good")) == (OLD, "", "", "")
    assert ages(dated("who"), a_block(kind="get"), dated("good")) == (OLD, "", "", "")


def test_a_year_of_one_section_is_said_under_its_last_part():
    assert ages(a_block(kind="who"), dated("get"), dated("get")) == (None, "", "", OLD)
    assert ages(dated("get"), a_block(kind="get"), a_block(kind="good")) == (None, OLD, "", "")


@pytest.mark.parametrize("years", [(2022, 2023), (2022, 2023, 2024, 2022)])
def test_years_are_said_where_they_hold_when_none_is_that_of_most_sections(years):
    kinds = ("who", "get", "steps", "good")
    found = ages(*(dated(kind, year) for kind, year in zip(kinds, years, strict=False)))
    assert found == (None, *(f"Information de {year}, à vérifier" for year in years))


def test_a_section_of_another_year_says_its_own():
    found = ages(dated("who"), dated("get"), dated("steps"), dated("good", 2024))
    assert found == (OLD, "", "", "", "Information de 2024, à vérifier")


def test_what_the_public_reads_says_its_age_outside_what_is_for_agents():
    shut = dated("good", audience="agents")
    assert ages(dated("good"), shut, audience="agents") == (None, OLD, OLD)
    assert ages(dated("good"), shut, shut, a_block(kind="good"), audience="agents") == (None, OLD, "", OLD, "")
    assert ages(a_block(), shut, dated("contact", audience="agents"), audience="agents") == (None, "", OLD, OLD)
    assert ages(dated("who"), dated("get"), shut, audience="agents") == (OLD, "", "", "")


def test_contacts_for_agents_stand_apart_after_the_rest_and_its_age():
    block = dated("contact", contacts=["y", "x", "z"], heading=said("Ici"))
    open_, shut = arranged(a_page(block, audience="agents", contacts=CONTACTS)).parts
    assert (open_.agents, open_.heading, [leads.ways[0].words for leads in open_.leads]) == (False, "Ici", ["1", "3"])
    assert (shut.agents, shut.title, shut.heading, shut.text) == (True, "", "", "")
    assert [leads.ways[0].words for leads in shut.leads] == ["2"]
    assert ([note.words for note in open_.notes], shut.notes) == ([OLD], ())


def test_on_a_page_for_agents_the_age_stands_with_the_last_contact():
    page = a_page(dated("contact", contacts=["y"]), audience="agents", contacts=CONTACTS)
    parts = arranged(for_agents(page)).parts
    assert [[note.words for note in part.notes] for part in parts] == [[], [OLD]]


def test_a_part_of_contacts_for_agents_only_keeps_its_title_among_them():
    (only,) = arranged(a_page({"kind": "contact", "contacts": ["y"]}, audience="agents", contacts=CONTACTS)).parts
    assert (only.agents, only.title, len(only.leads)) == (True, "Qui contacter", 1)
