"""The tool that keeps the three ``app.po`` in step with the program."""

from pathlib import Path

import pytest
from babel.messages import Catalog

from app.models.text import LANGUAGES
from installer import translations

SOURCE = """
GREETING = _("Bonjour {name}")
LONG = _("Une phrase "
         "en deux morceaux")
def left(count): return Plural("{count} jour", "{count} jours", count)
"""


@pytest.fixture
def template(tmp_path) -> Catalog:
    code = tmp_path / "code"
    code.mkdir()
    (code / "texts.py").write_text(SOURCE, encoding="utf-8")
    return translations.extract(code)


@pytest.fixture
def complete(tmp_path, template):
    """A folder whose three files are fully translated."""
    translations.update(template, tmp_path)
    for language in LANGUAGES:
        fill(tmp_path, language, {"Bonjour {name}": "Hi {name}", "Une phrase en deux morceaux": "A sentence"})
    return tmp_path


def fill(folder: Path, language: str, texts: dict[str, str]) -> None:
    path = translations.po_file(folder, language)
    catalog = translations.read(path, language)
    for message in catalog:
        if message.pluralizable:
            message.string = ("{count} d",) * catalog.num_plurals
        elif isinstance(message.id, str) and message.id:
            message.string = texts.get(message.id, str(message.string))
    translations.write(catalog, path, language)


def test_extracts_texts_and_plurals_in_order(template):
    found = [message.id for message in template if message.id]
    assert found == ["Bonjour {name}", "Une phrase en deux morceaux", ("{count} jour", "{count} jours")]


def test_new_files_ask_for_translations_but_french_only_for_plurals(template, tmp_path):
    translations.update(template, tmp_path)
    faults = translations.check(template, tmp_path)
    assert [fault for fault in faults if fault.startswith("fr")] == ["fr: needs 2 plural forms: {count} jour"]
    assert "uk: needs 3 plural forms: {count} jour" in faults
    assert "en: not translated: Bonjour {name}" in faults


def test_complete_files_have_no_fault(template, complete):
    assert translations.check(template, complete) == []


def test_a_missing_file_is_said(template, tmp_path):
    assert "uk: there is no app.po; run update" in translations.check(template, tmp_path)


def test_names_must_be_kept(template, complete):
    fill(complete, "en", {"Bonjour {name}": "Hi {nom}"})
    assert translations.check(template, complete) == ["en: not the same {names} everywhere: Bonjour {name}"]


def test_a_fuzzy_entry_is_refused(template, complete):
    path = translations.po_file(complete, "uk")
    path.write_text(path.read_text().replace('msgid "Une', '#, fuzzy\nmsgid "Une'))
    assert translations.check(template, complete) == ["uk: marked fuzzy: Une phrase en deux morceaux"]


def test_stale_files_are_said_both_ways(template, complete):
    newer = Catalog()
    newer.add("Au revoir")
    faults = translations.check(newer, complete)
    assert "en: not in app.po, run update: Au revoir" in faults
    assert "en: no longer in the program, run update: Bonjour {name}" in faults


def test_update_keeps_translations_and_comments_and_drops_what_is_gone(template, complete):
    path = translations.po_file(complete, "en")
    path.write_text(
        '#~ msgid "gone"\n#~ msgstr "gone"\n' + path.read_text().replace('msgid "Une', '# formal\nmsgid "Une')
    )
    newer = Catalog()
    newer.add("Une phrase en deux morceaux")
    newer.add("Au revoir")
    translations.update(newer, complete)
    text = path.read_text()
    assert '# formal\nmsgid "Une phrase en deux morceaux"\nmsgstr "A sentence"' in text
    assert 'msgid "Au revoir"\nmsgstr ""' in text
    assert "Bonjour" not in text
    assert "gone" not in text


def test_update_changes_nothing_when_nothing_changed(template, complete):
    before = translations.po_file(complete, "uk").read_bytes()
    translations.update(template, complete)
    assert translations.po_file(complete, "uk").read_bytes() == before
