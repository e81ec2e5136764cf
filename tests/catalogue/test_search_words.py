"""Which of several offers a word means: each has nothing but its synonyms to tell it by."""

import re
from datetime import date

import pytest

from app.catalogue import writing
from app.catalogue.build import checked
from app.catalogue.search import search
from app.models.offer import Reader
from app.models.text import LANGUAGES
from tests.catalogue import small

READER = Reader("public", date(2026, 11, 22))


@pytest.fixture
def ask(tmp_path):
    """The slugs that answer, of offers that say one synonym each, in all three languages or in some."""

    def slugs(typed, language="fr", **synonyms):
        folder = small.lay(tmp_path)
        for name, said in synonyms.items():
            each = said if isinstance(said, dict) else dict.fromkeys(LANGUAGES, said)
            listed = ", ".join(f'{code} = ["{each.get(code, "zzz")}"]' for code in LANGUAGES)
            text = re.sub("synonyms = .*", f"synonyms = {{ {listed} }}", small.FILES[small.LUNETTES])
            small.put(folder, f"catalogue/offers/aid/{name}.toml", text)
        small.change(folder, small.SUBJECTS, '"mas"', ", ".join(f'"{name}"' for name in ("mas", *synonyms)))
        writing.write(checked(folder), folder / "public.db", "public")
        return [found.card.slug for found in search(folder / "public.db", READER, typed, language)]

    return slugs


@pytest.mark.parametrize(("typed", "first"), [("prime", "b"), ("primaire", "a")])
def test_a_word_goes_before_another_of_its_stem(ask, typed, first):
    assert ask(typed, a="primaire", b="prime") == sorted("ab", reverse=first == "b")


def test_another_form_is_found_too(ask):
    assert ask("виплати", "uk", a="виплата") == ["a"]


@pytest.mark.parametrize(("typed", "found"), [("s3705", ["a"]), ("s3704", []), ("s37", ["a"])])
def test_a_form_s_name_is_forgiven_no_mistake(ask, typed, found):
    assert ask(typed, a="s3705") == found


@pytest.mark.parametrize("typed", ["ces", "CES", "C.E.S."])
def test_initials_that_look_as_if_they_told_nothing_are_found_alone(ask, typed):
    assert ask(typed, a="ces") == ["a"]


def test_initials_among_other_words_tell_nothing(ask):
    assert ask("ces sourds", a="ces", b="sourds") == ["b"]


def test_a_word_that_tells_nothing_in_french_is_looked_for_on_an_english_screen(ask):
    synonyms = {"a": {"en": "my son is ill"}, "b": {"en": "ill"}}
    assert ask("my son", "en", **synonyms) == ["a"]


def test_a_word_that_tells_nothing_in_another_language_is_not_misspelt(ask):
    assert ask("pourqoui", "en", a="pourquoi") == ["a"]
    assert ask("pourquoi", "en", a="pourqoui") == []
