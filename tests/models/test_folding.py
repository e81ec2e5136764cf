"""Words as a search knows them: folded, without endings, forgiven a mistake."""

# ruff: noqa: RUF001  letters that look alike are what this is about

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.folding import words
from app.models.spelling import LONG, ends, near
from app.models.stems import stem
from app.models.stopwords import telling


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Réclamation ÉTÉ", ["reclamation", "ete"]),
        ("l’œil d'Œuf", ["l", "oeil", "d", "oeuf"]),
        ("C.M.U. c2s", ["cmu", "c2s"]),
        ("check-up", ["check", "up", "checkup"]),
        ("lunettes lunetes", ["lunetes", "lunetes"]),
        ("2200 3646", ["2200", "3646"]),
        ("здоров’я здоров'я здоровя", ["здоровя", "здоровя", "здоровя"]),
        ("ґанок Ганок", ["ганок", "ганок"]),
        ("їжа ижа", ["ижа", "ижа"]),
        ("бiженцям рокiв", ["биженцям", "рокив"]),
        ("СSS", ["cs"]),
        ("CSS", ["cs"]),
        ("ть-ь", ["т", "т"]),
        ("٣ ل ?!", []),
    ],
)
def test_words_are_folded(typed, found):
    assert words(typed) == found


@pytest.mark.parametrize(
    "forms",
    [
        ["maladie", "maladies", "malade", "malades"],
        ["remboursement", "remboursements", "remboursé", "rembourser", "remboursée", "remboursés"],
        ["médicaux", "médical", "médicale"],
        ["lunette", "lunettes"],
        ["family", "families"],
        ["testing", "tested", "test", "tests"],
        ["окуляри", "окулярів", "окулярами"],
        ["психолог", "психолога", "психологи", "психологів"],
        ["записатися", "записатись", "записати"],
        ["переїхав", "переїхала", "переїхали"],
        ["1106"],
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(word) for form in forms for word in words(form)}) == 1


@pytest.mark.parametrize(
    ("word", "left"), [("arts", "art"), ("eau", "eau"), ("les", "les"), ("eaux", "eau"), ("дім", "дим")]
)
def test_a_short_word_stays(word, left):
    assert stem(*words(word)) == left


@pytest.mark.parametrize("other", ["lunett", "lnuette", "lunettex", "lunette", "kunette", "unette", "lunetet"])
def test_one_mistake_is_near(other):
    assert near("lunette", other)
    assert near(other, "lunette")


@pytest.mark.parametrize("other", ["lunet", "kunettes", "lnuetet", "", "lunettexx"])
def test_two_mistakes_are_not(other):
    assert not near("lunette", other)


LETTERS = st.text("abcd", min_size=LONG, max_size=9)


@given(LETTERS, st.integers(0, 8), st.sampled_from(["", "x", "swap", "more"]))
def test_a_mistake_leaves_one_end_whole(word, at, change):
    at = min(at, len(word) - 2)
    rest = {"": word[at + 1 :], "x": "x" + word[at + 1 :], "more": "x" + word[at:]}
    wrong = word[:at] + rest.get(change, word[at + 1] + word[at] + word[at + 2 :])
    head, tail = ends(wrong)
    assert near(word, wrong)
    assert word.startswith(head) or word.endswith(tail)


def test_words_that_say_nothing_are_left_out():
    assert telling(words("je ne peux plus payer ma mutuelle à 16 ans, i have my 2 cards, у мене діабет")) == [
        "payer", "mutuele", "16", "ans", "2", "cards", "диабет",
    ]  # fmt: skip


@given(st.text(max_size=60))
def test_every_text_has_words_that_are_letters_and_figures(text):
    for word in words(text):
        assert word.isalnum()
        assert stem(word)
