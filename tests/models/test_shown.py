"""Days and sums inside a text: in the language it is shown in, not the one it was made in."""

from datetime import date
from decimal import Decimal

from app.models.shown import Day, Sum
from app.models.text import Text, speaking

SAID = Text("{most}, {last}").with_(most=Sum(Decimal("13957")), last=Day(date(2026, 4, 1)))


def test_a_text_takes_its_days_and_sums_along_to_another_language():
    assert str(SAID).replace("\u202f", " ").replace("\u00a0", " ") == "13 957 €, 1er avril 2026"
    with speaking("en"):
        assert str(SAID) == "€13,957, 1 April 2026"


def test_texts_of_the_same_day_are_the_same():
    assert Text("{day}").with_(day=Day(date(2026, 4, 1))) == Text("{day}").with_(day=Day(date(2026, 4, 1)))
