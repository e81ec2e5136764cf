"""Where a line may not end."""

import pytest

from app.models.typography import tied


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Est-ce urgent ?", "Est-ce urgent_?"),
        ("« Continuer »", "«_Continuer_»"),
        ("remboursés à 35 % ou 10 339 €", "remboursés à 35_% ou 10_339_€"),
        ("le 36 46, de 8 h 30 à 17 h", "le 36_46, de 8_h_30 à 17_h"),
        ("les 18 ans et plus", "les 18 ans et plus"),
        ("2 hôpitaux", "2 hôpitaux"),
    ],
)
def test_punctuation_stays_with_its_word_and_a_number_with_its_unit(written, shown):
    assert tied(written) == shown.replace("_", "\u00a0")
