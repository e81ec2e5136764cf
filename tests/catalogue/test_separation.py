"""Nothing for agents alone reaches the public: the real catalogue, every offer, caisse and language, every byte."""

import json
import shutil
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from app.catalogue import loading, offers, writing
from app.commands import outlines, pages
from app.models.folding import words
from app.models.offer import Reader
from app.models.stems import stem
from app.models.stopwords import telling
from app.models.text import LANGUAGES, speaking
from app.paths import RESOURCES

DAY = date(2026, 11, 22)
STRUCTURE = {"audience", "kind", "sources", "caisses", "forms", "related", "contacts", "territory", "rate", "code"}
"""Keys whose values are words of the files, not of their texts."""


def texts(node, *, kept: bool = False) -> Iterator[tuple[bool, str]]:
    """Every text of a file, and whether it is kept for agents: read here anew, not with the code that is tested."""
    if isinstance(node, dict):
        kept = kept or node.get("audience") == "agents"
        for key, value in node.items():
            if key not in STRUCTURE or isinstance(value, dict):
                yield from texts(value, kept=kept)
    elif isinstance(node, list):
        for item in node:
            yield from texts(item, kept=kept)
    elif isinstance(node, str):
        yield kept, node


def read(pattern):
    """The files of *pattern*, by the name of each."""
    return [(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in RESOURCES.glob(pattern)]


def names() -> Iterator[tuple[bool, str]]:
    """Slugs, and the keys that contacts go by."""
    for slug, data in read("catalogue/offers/*/*.toml"):
        yield data["audience"] == "agents", slug
    for _name, data in read("catalogue/caisses/*.toml"):
        for key, contact in data.get("contacts", {}).items():
            yield contact.get("audience") == "agents", f"{data['code']}/{key}"


@pytest.fixture(scope="module")
def said():
    """Every text of the resources, and whether it is kept."""
    return [*(pair for _name, data in read("**/*.toml") for pair in texts(data)), *names()]


@pytest.fixture(scope="module")
def secrets(said):
    """What only agents are told: not what the public is told too, in the same words."""
    public = {text for kept, text in said if not kept}
    return {text for kept, text in said if kept} - public


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """The real catalogue of the public."""
    target = tmp_path_factory.mktemp("real") / "catalogue.db"
    writing.write(loading.load(RESOURCES), target, "public")
    return target


def strings(value) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def test_there_is_something_to_hide(secrets):
    assert {"mas.cpam-essonne@assurance-maladie.fr", "01 60 88 87 00"} <= secrets
    assert len(secrets) > 500


def test_nothing_for_agents_is_in_any_byte_of_the_public_catalogue(public, said, secrets):
    """But for words that the public is told in a longer text, « 30 minutes. », and for four letters, which may stand
    anywhere by chance; the index has no capitals, its words are folded, and those that tell nothing are left out."""
    content, open_to_all = public.read_bytes(), [text for kept, text in said if not kept]
    lines = [" ".join(telling(words(text), code)) for text in open_to_all for code in LANGUAGES]
    told = "\n".join(open_to_all).casefold()
    told = "\n".join([told, *words(told), *lines])
    hidden = {text for text in secrets if len(text) > 5 and text.casefold() not in told}
    forms = {form for text in hidden for form in (text, json.dumps(text, ensure_ascii=False)[1:-1])}
    assert len(hidden) > 500
    assert [form for form in sorted(forms) if form.encode() in content] == []


def test_nothing_for_agents_is_in_any_value_of_the_public_catalogue(public, secrets):
    """Long texts are cut by the pages of the file: they are looked for whole."""
    with closing(sqlite3.connect(public)) as connection:
        tables = ("caisses", "contacts", "rates", "subjects", "offers")
        rows = [row for table in tables for row in connection.execute(f"SELECT data FROM {table}")]  # noqa: S608 - ours
        data = [json.loads(text) for (text,) in rows]
        slugs = [slug for (slug,) in connection.execute("SELECT slug FROM offers")]
    values = {*strings(data), *slugs}
    assert values & secrets == set()
    assert {text for value in values if "@" in value for text in secrets if "@" in text and text in value} == set()


def test_the_search_of_the_public_knows_no_word_that_is_for_agents_alone(public, said):
    """Neither as it is spelt, nor its stem."""
    spelt = {word for kept, text in said if not kept for word in words(text)}
    query = "SELECT title || ' ' || synonyms || ' ' || purpose || ' ' || body FROM texts"
    with closing(sqlite3.connect(public)) as connection:
        known = {word for (word,) in connection.execute("SELECT word FROM vocabulary")}
        found = {word for (row,) in connection.execute(query) for word in row.split()}
    stems = {stem(word) for word in spelt}
    assert found - spelt == set()
    assert known - spelt - stems == set()


def test_nothing_is_left_of_what_was_taken_out(public, tmp_path):
    """No free page, and the index has the words of the texts and no others."""
    copy = shutil.copy(public, tmp_path / "copy.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(texts_fts, row)")
        before = connection.execute("SELECT * FROM words").fetchall()
        connection.execute("INSERT INTO texts_fts(texts_fts) VALUES ('rebuild')")
        assert connection.execute("SELECT * FROM words").fetchall() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_for_agents_is_on_any_page_of_the_public(public, secrets, language):
    codes = [None, *loading.load(RESOURCES).caisses]
    shown = {
        (page.offer.card.slug, code): page
        for code in codes
        for page in offers.pages(public, Reader("public", DAY, code))
    }
    with speaking(language):
        values = {text for page in shown.values() for text in strings(pages.page(page))}
        plain = {line.strip() for page in shown.values() for line in outlines.outline(page).split("\n")}
    assert (values | plain) & secrets == set()
    assert {slug for slug, _code in shown} == {card.slug for card in offers.cards(public, Reader("public", DAY))}


def test_no_number_or_address_of_agents_is_in_a_public_text(said):
    """Neither in passing: telephone numbers and e-mail addresses that only agents are given."""
    public = "\n".join(text for kept, text in said if not kept)
    bare = "".join(public.replace(".", "").split())
    ways = {text for kept, text in said if kept and ("@" in text or sum(map(str.isdigit, text)) >= 10)}
    ways = {text for text in ways if len(text.split()) <= 5}
    own = {text for kept, text in said if not kept}
    assert [way for way in sorted(ways - own) if "".join(way.replace(".", "").split()) in bare] == []
