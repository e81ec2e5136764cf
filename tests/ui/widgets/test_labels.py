"""Words are never cut, and stand on the lines of the design."""

import pytest

from app.ui.theme import Look
from app.ui.widgets.buttons import Primary
from app.ui.widgets.labels import Label
from app.ui.widgets.words import _SAID, Words, alike

LONG = "Seule votre caisse lira vos réponses, et personne d’autre ne peut les ouvrir."


@pytest.mark.parametrize("width", [120, 200, 333, 700])
def test_a_label_takes_whole_lines(look, width):
    label = Label(LONG, look)
    assert label.heightForWidth(width) % look.type("body").line == 0


def test_a_narrow_label_is_higher(look):
    label = Label(LONG, look)
    assert label.heightForWidth(200) > label.heightForWidth(700)


def test_a_label_is_never_narrower_than_its_longest_word(look):
    label = Label("Anticonstitutionnellement oui", look, "h1")
    words = Words("Anticonstitutionnellement", look.type("h1"))
    assert label.minimumSizeHint().width() >= words.natural
    assert words.height(label.minimumSizeHint().width()) == look.type("h1").line


def test_words_fit_the_width_they_ask_for(styled):
    for size in ("normal", "large", "xlarge"):
        look = Look(size=size)
        for text in ("2A", "Continuer", "Українська", LONG):
            words = Words(text, look.type("button"))
            assert words.height(words.natural) == look.type("button").line


def test_punctuation_stays_with_its_word(look):
    words = Words("Vous êtes là ?", look.type("body"))
    assert words.text.endswith("là\u00a0?")


def test_a_button_wraps_its_words_rather_than_cut_them(look, shown):
    button = shown(Primary("Quitter et effacer l’écran", look, "leave"), 200, 72)
    assert button.height() >= 2 * look.type("button").line
    assert button.heightForWidth(200) <= button.height()


def test_the_same_words_in_the_same_letters_are_measured_once(look):
    said = alike("Oui", look.type("body"))
    assert alike("Oui", look.type("body")) is said
    assert alike("Non", look.type("body")) is not said
    assert alike("Oui", look.type("h1")) is not said


def test_words_go_with_the_last_that_says_them(look):
    first, second = Label("Oksana", look), Label("Oksana", look)
    del first
    assert any(key[0] == "Oksana" for key in _SAID)
    del second
    assert not any(key[0] == "Oksana" for key in _SAID)


def test_emboldened_words_ask_for_their_room(look):
    plain, bold = Label(LONG, look), Label(LONG, look)
    bold.embolden()
    assert bold.sizeHint().width() > plain.sizeHint().width()
