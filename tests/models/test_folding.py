"""Words as a search knows them: folded, without endings, forgiven a mistake."""

# ruff: noqa: RUF001  letters that look alike are what this is about

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.folding import words
from app.models.spelling import LONG, ends, forgiven, near
from app.models.stems import stem
from app.models.stopwords import asked, telling


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
        ("війна винна", ["виина", "вина"]),
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
        ["aide", "aides", "aider", "aidé"],
        ["payer", "paye", "payée"],
        ["infirmier", "infirmière"],
        ["étranger", "étrangère", "étrangers"],
        ["régulier", "régulièrement"],
        ["récupère", "récupérer"],
        ["oublié", "oublier"],
        ["baby", "babies"],
        ["move", "moved"],
        ["sportif", "sportive"],
        ["бабуся", "бабусі", "бабусю"],
        ["виплата", "виплати", "виплату", "виплат"],
        ["документ", "документи", "документів", "документами"],
        ["картка", "картки"],
        ["оплата", "оплати", "оплатити"],
        ["лікує", "лікується", "лікують"],
        ["операція", "операції", "операцій"],
        ["телефон", "телефонувати"],
        ["допомога", "допомогти"],
        ["дитячий", "дитячі", "дитячій"],
        ["1106"],
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(word) for form in forms for word in words(form)}) == 1


@pytest.mark.parametrize(
    "others",
    [
        ["dos", "dossier", "dose"],
        ["fils", "fille", "file"],
        ["carte", "cartable"],
        ["car", "care"],
        ["cours", "courrier"],
        ["tax", "taxi"],
        ["dent", "dentier"],
        ["mari", "marre"],
        ["caf", "cafi"],
        ["aide", "AIDS"],
        ["moi", "mois"],
        ["pays", "payer"],
        ["compte", "comptable"],
        ["віза", "візит"],
        ["запис", "запит"],
        ["війна", "винна"],
    ],
)  # fmt: skip
def test_words_that_only_begin_alike_have_several(others):
    assert len({stem(word) for other in others for word in words(other)}) == len(others) - ("fille" in others)


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


@pytest.mark.parametrize("word", ["s3704", "3646", "2042c", "lune"])
def test_a_short_word_or_one_with_a_figure_is_forgiven_nothing(word):
    assert not forgiven(word)
    assert forgiven("lunette")


@pytest.mark.parametrize(
    ("typed", "language", "left"),
    [
        ("je ne peux plus payer ma mutuelle à 16 ans", "fr", ["payer", "mutuele", "16", "ans"]),
        ("quelqu’un pour moi aujourd’hui, jusqu’à Noël", "fr", ["noel"]),
        ("i have my 2 cards, it doesn't work", "en", ["2", "cards", "work"]),
        ("у мене діабет", "uk", ["диабет"]),
    ],
)
def test_words_that_say_nothing_are_left_out(typed, language, left):
    assert telling(words(typed), language) == left


@pytest.mark.parametrize("word", ["son", "don", "eu", "ai"])
def test_a_word_may_tell_something_in_another_language(word):
    assert {bool(telling([word], language)) for language in ("fr", "en", "uk")} == {True, False}


def test_where_no_word_says_anything_all_are_asked():
    assert asked(words("CES"), "fr") == ["ces"]
    assert asked(words("ces dents"), "fr") == ["dents"]
    assert asked(words("à ce que je"), "fr") == ["ce", "que", "je"]


@given(st.text(max_size=60))
def test_every_text_has_words_that_are_letters_and_figures(text):
    for word in words(text):
        assert word.isalnum()
        assert stem(word)
