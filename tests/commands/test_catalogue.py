"""``guichet catalogue``: the offers for one audience, on a day, in a caisse; and the check of their files."""

import json

import pytest
from click.testing import CliRunner

from app import paths
from app.__main__ import group
from app.catalogue.build import build
from tests.catalogue import small

DAY = ("--date", "2026-02-12")


@pytest.fixture(autouse=True)
def resources(tmp_path, monkeypatch):
    """The small catalogue, built, and where its files are."""
    monkeypatch.setattr(paths, "RESOURCES", small.lay(tmp_path / "resources"))
    monkeypatch.setattr(paths, "CATALOGUE", tmp_path / "catalogue.db")
    monkeypatch.setattr(paths, "CATALOGUE_AGENTS", tmp_path / "catalogue-agents.db")
    build(paths.RESOURCES, paths.CATALOGUE)
    build(paths.RESOURCES, paths.CATALOGUE_AGENTS, "agents")
    return paths.RESOURCES


def run(*arguments):
    done = CliRunner().invoke(group(), ["catalogue", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def values(*arguments, code=0):
    done = run(*arguments, "--json")
    assert done.exit_code == code, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def slugs(*arguments):
    return [value["slug"] for value in values("list", *arguments)]


def test_the_public_sees_its_offers_and_agents_see_all():
    assert slugs() == slugs("--audience", "assure") == ["lunettes", "mas"]
    assert slugs("--audience", "partenaire") == ["lunettes", "mas", "outil"]
    assert slugs("--audience", "partenaire", "--limit", "2") == ["lunettes", "mas"]
    assert slugs("--caisse", "998") == ["lunettes"]


def test_a_line_of_the_list():
    assert values("list", "--lang", "uk", "--caisse", "999")[1:] == [
        {
            "slug": "mas",
            "title": "Супровід здоров’я",
            "category": "support",
            "audience": "both",
            "caisses": ["999"],
            "forms": ["mas"],
        }
    ]
    assert run("list", "--limit", "1").stdout == "lunettes : Lunettes\n"


def test_a_search_answers_with_offers_the_best_first():
    assert values("search", "mission", "accompagnement", "sante") == [
        {
            "slug": "mas",
            "title": "Mission accompagnement santé",
            "category": "support",
            "audience": "both",
            "forms": ["mas"],
            "score": 1.0,
        }
    ]
    assert run("search", "lunet", "--lang", "en").stdout == "lunettes : Glasses\n"
    assert values("search", "mission", "--caisse", "998") == []


def test_a_search_has_its_audience_and_its_limit():
    assert values("search", "portail") == []
    assert [value["slug"] for value in values("search", "portail", "--audience", "partenaire")] == ["outil"]
    assert len(values("search", "aide", "lunettes", "mission", "--limit", "1")) == 1
    assert run("search").exit_code == 2


def test_a_search_takes_anything_that_is_typed():
    assert values("search", '"', "NEAR(", "\udcff") == []


def test_an_offer_is_shown_with_all_that_it_says():
    (shown,) = values("show", "lunettes", *DAY, "--lang", "en", "--caisse", "998")
    assert shown["purpose"] == "Paying for glasses."
    assert shown["synonyms"] == ["optician"]
    assert shown["related"] == ["mas"]
    get, good, contact = shown["blocks"]
    assert get["text"] == "Help from the fund."
    assert get["sources"] == ["001"]
    assert get["rate"] == {
        "key": "plafonds", "known": True, "title": "Limits", "territory": "metropole", "caisse": None,
        "valid_from": "2025-04-01", "valid_to": "2026-03-31", "ended_days_ago": 0,
        "status": "source", "source": {"doc": "002", "page": "", "read_on": None},
        "unit": "eur", "head": ["Household", "Limit"],
        "rows": [["1", "€10,339"], ["2", "€15,508.50"]], "value": [[10339], [15508.5]],
    }  # fmt: skip
    assert (good["items"], good["seen"], good["caisses"]) == (["In Autreville only."], 2023, ["998"])
    assert contact["contacts"] == [
        {
            "key": "3646", "name": "Health insurance", "phone": "3646", "sms": None, "email": None, "address": None,
            "link": None, "hours": None, "note": None, "audience": "both", "sources": ["000"],
        }
    ]  # fmt: skip


def test_amounts_that_are_over_say_so_and_those_of_no_row_are_not_known():
    (over,) = values("show", "lunettes", "--date", "2026-11-21")
    assert over["blocks"][0]["rate"]["ended_days_ago"] == 235
    (before,) = values("show", "lunettes", "--date", "2020-01-01")
    assert before["blocks"][0]["rate"] == {"key": "plafonds", "known": False}
    assert "Barème périmé depuis 235 jours\n" in run("show", "lunettes", "--date", "2026-11-21").stdout
    assert "Barème inconnu : demandez au 3646." in run("show", "lunettes", "--date", "2020-01-01").stdout


def test_a_number_that_no_source_gives_is_said_to_be_missing(resources):
    small.change(resources, small.RATE, "15508.5", '"?"')
    build(resources, paths.CATALOGUE)
    rate = values("show", "lunettes", *DAY)[0]["blocks"][0]["rate"]
    assert (rate["value"], rate["rows"][1]) == ([[10339], [None]], ["2", "?"])


def test_a_page_reads_as_lines():
    assert (
        run("show", "mas", "--audience", "partenaire", "--date", "2025-12-31").stdout
        == """\
mas : Mission accompagnement santé
Être suivi.

Comment demander
  1. Demandez.
  2. Signez.
  (sources 001 ; caisses 999)

Délais et dates
  Sous huit jours.
  A | B
  un | deux
  Valable jusqu’au 31 décembre 2025
  (sources 001 ; caisses 999)

Qui contacter
  Écrivez à la boîte.
  Mission : 01 99 00 11 22, mission@exemple.fr [agents]
  (sources 001 ; agents ; caisses 999)

"""
    )


def test_a_page_says_the_year_it_describes_and_from_when_it_holds(resources):
    small.change(resources, small.LUNETTES, "seen = 2023", "seen = 2023\nfrom = 2023-06-01")
    build(resources, paths.CATALOGUE)
    out = run("show", "lunettes", *DAY).stdout
    assert "  Valable depuis le 1er juin 2023\n  Information de 2023, à vérifier\n  (sources 001 ; caisses 998)" in out
    assert "  Plafonds\n  Foyer | Plafond\n  1 | 10\u202f339\xa0€" in out
    assert "  Montants du 1er avril 2025 au 31 mars 2026\n  (sources 001)" in out


def test_several_offers_or_all_are_a_line_each():
    assert [value["slug"] for value in values("show", "lunettes", "mas")] == ["lunettes", "mas"]
    assert [value["slug"] for value in values("show", "--all", "--audience", "partenaire")] == [
        "lunettes",
        "mas",
        "outil",
    ]
    assert [value["slug"] for value in values("show", "--all", "--caisse", "998")] == ["lunettes"]


def test_an_offer_that_may_not_be_seen_is_refused_and_none_is_shown():
    for slug in ("outil", "zut"):
        (refused,) = values("show", "lunettes", slug, code=1)
        assert refused["error"] == "unknown_offer"
        assert slug in refused["message"]


@pytest.mark.parametrize("arguments", [["show"], ["show", "mas", "--all"], ["list", "--audience", "tous"]])
def test_wrong_usage_is_told(arguments):
    assert run(*arguments).exit_code == 2


def test_a_caisse_that_does_not_exist_is_refused():
    (refused,) = values("list", "--caisse", "77", code=1)
    assert refused == {"error": "unknown_caisse", "message": "Le catalogue n’a pas de caisse 77."}


def test_without_a_catalogue_it_is_said():
    paths.CATALOGUE.unlink()
    assert values("list", code=1)[0]["error"] == "no_catalogue"


def test_a_build_counts_what_it_compiled_for_both_audiences():
    for catalogue in (paths.CATALOGUE, paths.CATALOGUE_AGENTS):
        catalogue.unlink()
    assert values("build") == [{"offers": 3, "contacts": 3, "rates": 1}]
    assert run("build").stdout == "Offres : 3 ; contacts : 3 ; barèmes : 1.\n"
    assert len(slugs("--audience", "partenaire")) == 3
    assert len(slugs()) == 2


def test_a_build_says_everything_that_is_wrong_and_leaves_the_catalogue(resources):
    before = paths.CATALOGUE.read_bytes()
    small.change(resources, small.MAS, 'forms = ["mas"]', 'price = 8\nforms = ["fax"]')
    small.put(resources, "rates/faux.toml", "title =")
    reason = "doit être 1106, s1110, s3705, c2s, mas"
    found = values("build", code=1)
    assert found[1:] == [
        {"file": small.MAS, "key": "forms.1", "reason": reason},
        {"file": small.MAS, "key": "price", "reason": "clé inconnue"},
        {"file": small.LUNETTES, "key": "related", "reason": "mas : aucune offre de ce nom"},
        {"file": small.SUBJECTS, "key": "costs.offers", "reason": "mas : aucune offre de ce nom"},
    ]
    assert (found[0]["file"], found[0]["key"]) == ("rates/faux.toml", "")
    assert f"{small.MAS} : price : clé inconnue" in run("build").stdout.splitlines()
    assert paths.CATALOGUE.read_bytes() == before


def test_a_bundle_has_nothing_to_build(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "RESOURCES", tmp_path / "bundle")
    assert values("build", code=1)[0]["error"] == "no_resources"
