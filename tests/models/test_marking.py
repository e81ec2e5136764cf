"""The letters of a result that answer what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.marking import marked


def found(shown, typed):
    """The marked pieces of *shown*."""
    (spans,) = marked([shown], typed, "fr")
    return [shown[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("shown", "typed", "pieces"),
    [
        ("100 % Santé : lunettes, dents, audition", "lunettes", ["lunettes"]),
        ("Окуляри і лінзи: відшкодування", "окуля", ["Окуля"]),
        ("Refund of glasses and lenses", "glass", ["glass"]),
        ("Commission de médiation", "comm", ["Comm"]),
        ("Une aide financière", "FINANCIERE", ["financière"]),
        ("Le soin d’un orthophoniste", "orthophonist", ["orthophoniste"]),
        ("Zone de l’opticien", "opticien", ["opticien"]),
        ("Œuvre sociale", "oeuvre", ["Œuvre"]),
    ],
)  # fmt: skip
def test_words_are_found_whatever_their_case_and_accents(shown, typed, pieces):
    assert found(shown, typed) == pieces


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        ("Vos remboursements", "remboursement"),
        ("Dépistage des cancers", "dépistages"),
        ("Медичне страхування", "страхуванню"),
    ],
)
def test_another_form_of_the_word_is_marked_whole(shown, typed):
    assert found(shown, typed) == [max(shown.split(), key=len)]


def test_only_the_last_word_may_be_unfinished():
    assert found("Carte Vitale et compte", "carte vit") == ["Carte", "Vit"]
    assert found("Vitale, carte", "vit carte") == ["carte"]


def test_a_mistake_is_forgiven_where_the_word_itself_is_nowhere():
    assert found("Mes lunettes", "lunetes") == ["lunettes"]
    assert found("Mon assurance", "asirense") == []
    assert found("Le dentiste", "dantiste") == ["dentiste"]
    assert marked(["Le dentiste", "Le dantiste"], "dantiste", "fr") == ((), ((3, 11),))


def test_no_mistake_is_forgiven_in_a_form_s_name_nor_in_a_word_that_tells_nothing():
    assert found("Le S3705", "s3704") == []
    assert found("Le S3705", "S3705") == ["S3705"]
    assert marked(["A wish"], "which one", "fr") == ((),)


def test_words_that_tell_nothing_in_the_language_of_the_screen_are_not_marked():
    assert marked(["His son is ill"], "my son", "en") == (((4, 7),),)
    assert marked(["His son is ill"], "my son", "fr") == ((),)


def test_words_that_tell_nothing_are_not_marked():
    assert found("Les aides de la caisse", "les aides") == ["aides"]
    assert found("Que faire", "que") == ["Que"]


def test_a_compound_is_found_by_its_parts_and_as_one():
    assert found("Un check-up gratuit", "checkup") == ["check-up"]
    assert found("Un check-up gratuit", "up") == ["up"]
    assert found("Newsletter", "news letter") == ["Newsletter"]
    assert found("Porte-monnaie", "portemonnaie monnaie") == ["Porte-monnaie"]


def test_an_apostrophe_is_inside_a_ukrainian_word_and_between_french_ones():
    assert found("Новонароджене немовля, сім’я", "сімя") == ["сім’я"]
    assert found("J’arrive en France", "france") == ["France"]


def test_initials_are_one_word():
    assert found("La C.A.F. et moi", "caf") == ["C.A.F."]


@pytest.mark.parametrize("typed", ["", " ", "?!", "'"])
def test_nothing_typed_marks_nothing(typed):
    assert found("Lunettes", typed) == []


@given(st.text(), st.text())
def test_spans_lie_in_the_text_and_never_overlap(shown, typed):
    ends = [0]
    for start, end in marked([shown], typed, "fr")[0]:
        assert ends[-1] <= start < end <= len(shown)
        ends.append(end)
