"""Texts: declared once in French, said in the language in use."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from app.models import text
from app.models.text import PSEUDO, Plural, Text, in_two, language, speak, speaking

BYE, DAYS = "Au revoir, {name}.", ("{count} jour", "{count} jours")


@pytest.fixture
def _translated(tmp_path):
    """Compiled translations of two texts, made up for these tests."""
    words = {
        "fr": ("Au revoir, {name}.", DAYS),
        "en": ("Goodbye {name}.", ("{count} day", "{count} days")),
        "uk": ("До побачення, {name}.", ("{count} день", "{count} дні", "{count} днів")),
    }
    for code, (bye, days) in words.items():
        folder = tmp_path / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalog = Catalog(locale=code)
        catalog.add(BYE, bye)
        catalog.add(DAYS, days)
        with (folder / "app.mo").open("wb") as file:
            write_mo(file, catalog)
    text.install(tmp_path)


@pytest.mark.usefixtures("_translated")
def test_a_text_is_said_in_the_language_in_use():
    bye = Text(BYE).with_(name="Anna")
    said = []
    for code in text.LANGUAGES:
        speak(code)
        said.append(str(bye))
    assert said == ["Au revoir, Anna.", "Goodbye Anna.", "До побачення, Anna."]


@pytest.mark.usefixtures("_translated")
@pytest.mark.parametrize(
    ("code", "count", "said"),
    [("fr", 0, "0 jour"), ("fr", 2, "2 jours"), ("en", 0, "0 days"), ("uk", 1, "1 день"), ("uk", 3, "3 дні"),
     ("uk", 7, "7 днів"), ("uk", 21, "21 день")],
)  # fmt: skip
def test_a_number_takes_the_form_of_its_language(code, count, said):
    with speaking(code):
        assert str(Plural(*DAYS, count)) == said


@pytest.mark.usefixtures("_translated")
def test_a_text_without_a_translation_is_french():
    with speaking("uk"):
        assert str(Text("Bonjour")) == "Bonjour"
        assert str(Plural("{count} an", "{count} ans", 2)) == "2 ans"


def test_without_compiled_translations_everything_is_french(monkeypatch):
    monkeypatch.setattr(text, "_folders", [])
    text._catalog.cache_clear()
    with speaking("uk"):
        assert str(Text("Bonjour")) == "Bonjour"
        assert str(Plural(*DAYS, 2)) == "2 jours"
    text._catalog.cache_clear()


@pytest.mark.usefixtures("_translated")
def test_a_text_inside_a_text_is_translated_too():
    speak("en")
    assert str(Text("« {said} »").with_(said=Text(BYE).with_(name="Anna"))) == "« Goodbye Anna. »"


def test_values_are_added_to_those_already_there():
    assert str(Text("{a} {b}").with_(a=1).with_(b=2)) == "1 2"
    assert str(Plural("{count} {b}", "{count} {b}s", 2).with_(b="jour")) == "2 jours"


def test_what_people_typed_is_never_taken_for_a_name_to_fill():
    assert str(Text("Bonjour {name}").with_(name="{count}")) == "Bonjour {count}"


def test_a_text_without_values_may_hold_braces():
    assert str(Text("{}")) == "{}"


def test_two_texts_that_say_the_same_are_equal_and_of_one_key():
    assert Text("a").with_(n=1) == Text("a").with_(n=1) != Text("a")
    assert hash(Text("a").with_(n=1)) == hash(Text("a").with_(n=1))
    assert Plural("a", "b", 1) != Plural("a", "b", 2)


def test_pseudo_marks_what_was_marked_for_translation():
    with speaking(PSEUDO):
        assert str(Text(BYE).with_(name="Anna")) == "⟦Au revoir, Anna.⟧"
        assert str(Plural(*DAYS, 1)) == "⟦1 jours⟧"


def test_another_language_is_spoken_for_a_while_only():
    speak("uk")
    with speaking("fr"):
        assert language() == "fr"
    assert language() == "uk"


def test_the_language_comes_back_even_after_a_failure():
    def fail() -> None:
        with speaking("uk"):
            raise ValueError(language())

    with pytest.raises(ValueError, match="uk"):
        fail()
    assert language() == "fr"


def test_another_thread_stays_french():
    speak("uk")
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(language).result() == "fr"


def test_what_an_agent_has_to_read_is_in_french_too():
    assert in_two(Text("Oui")) == "Oui"
    with speaking(PSEUDO):
        assert in_two(Text("Oui")) == "Oui\n⟦Oui⟧"


def test_a_text_is_shown_to_who_mends_the_program_by_its_source():
    assert repr(Text("Oui")) == "_('Oui')"
