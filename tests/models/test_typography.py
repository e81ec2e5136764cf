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
        ("les 18 ans et plus", "les 18_ans et plus"),
        ("2 hôpitaux, 3 services, 2 sites, 5 dnipro", "2 hôpitaux, 3 services, 2 sites, 5 dnipro"),
        ("2 min 24 s", "2_min_24_s"),
        ("le 1er avril 2024, le 28 novembre 2023", "le 1er_avril 2024, le 28_novembre 2023"),
        ("3 months from 28 November 2023, 8.30 am", "3_months from 28_November 2023, 8.30_am"),
        ("6 місяців, з 1 квітня 2024 року, 2024 р., 15 хв", "6_місяців, з 1_квітня 2024_року, 2024_р., 15_хв"),
        ("ses 9 m² ou 30 minutes", "ses 9_m² ou 30_minutes"),
        ("36 46, de 50 à 74 ans", "36_46, de 50 à 74_ans"),
    ],
)
def test_punctuation_stays_with_its_word_and_a_number_with_its_unit(written, shown):
    assert tied(written) == shown.replace("_", "\u00a0")
