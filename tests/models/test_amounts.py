"""Amounts as they are written in each language."""

from datetime import date
from decimal import Decimal

import pytest

from app.models import rates
from app.models.amounts import lines, written
from app.models.text import speaking
from tests.models.catalogued import a_rate, a_row


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("fr", [["1", "10\u202f339\xa0€"], ["en plus", "15\u202f508,50\xa0€"]]),
        ("en", [["1", "€10,339"], ["EN en plus", "€15,508.50"]]),
        ("uk", [["1", "10\xa0339\xa0€"], ["УК en plus", "15\xa0508,50\xa0€"]]),
    ],
)
def test_amounts_are_written_as_in_the_language(language, cells):
    rate = rates.parse("ceilings", a_rate(a_row(value=[[10339], [Decimal("15508.5")]])))
    row = rate.newest("metropole", None, date(2024, 4, 1))
    assert rate.layout
    assert row
    with speaking(language):
        assert lines(rate.layout, row) == cells


def test_percentages_numbers_and_what_no_source_gives_are_written():
    assert [written(Decimal("11.3"), "percent"), written(Decimal(25), "number"), written(None, "eur")] == [
        "11,3\xa0%",
        "25",
        "?",
    ]
