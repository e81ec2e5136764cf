"""Checking the resources: every fault is named with its file, its key and its reason."""

import pytest

from app.catalogue import build
from app.catalogue.build import BadResource
from app.paths import RESOURCES
from tests.catalogue import small
from tests.catalogue.small import LUNETTES, MAS, RATE, SUBJECTS, VALMONT, change, put


@pytest.fixture
def folder(tmp_path):
    return small.lay(tmp_path)


def problems(folder):
    with pytest.raises(BadResource) as refused:
        build.checked(folder)
    return [(problem.file, problem.key, problem.reason) for problem in refused.value.problems]


def test_what_is_right_is_accepted(folder):
    found = build.checked(folder)
    assert sorted(found.offers) == ["lunettes", "mas", "outil"]
    assert sorted(found.contacts) == ["3646", "999/accueil", "999/mas"]


def test_the_resources_of_the_program_are_right():
    assert build.checked(RESOURCES).offers


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "reason"),
    [
        (LUNETTES, 'kind = "get"', 'kind = "get"\nprice = 8', "blocks.1.price", "clé inconnue"),
        (LUNETTES, ', uk = "Окуляри"', "", "title.uk", "manque"),
        (LUNETTES, "seen = 2023", 'from = "avril"', "blocks.2.from", "doit être une date : 2024-04-01"),
        (LUNETTES, '"mas", ', '"mass", ', "related", "mass : aucune offre de ce nom"),
        (LUNETTES, '"mas", ', '"lunettes", ', "related", "l’offre elle-même"),
        (LUNETTES, '"3646"', '"3647"', "blocks.3.contacts", "3647 : aucun contact de cette clé"),
        (LUNETTES, '"999/mas"', '"998/mas"', "blocks.3.contacts", "998/mas : aucun contact de cette clé"),
        (LUNETTES, '"998"', '"997"', "blocks.2.caisses", "997 : aucune caisse de ce code"),
        (LUNETTES, '"plafonds"', '"plafond"', "blocks.1.rate", "plafond : aucun barème de cette clé"),
        (MAS, 'caisses = ["999"]', 'caisses = ["99"]', "caisses", "99 : aucune caisse de ce code"),
        (MAS, "until =", 'caisses = ["998"]\nuntil =', "blocks.2.caisses", "998 : hors de la portée de l’offre"),
        (MAS, "Demandez.", "Appelez le 01.99.00.11.22.", "blocks.1", "01 99 00 11 22 : pour les agents seuls"),
        (MAS, "Demandez.", "Mission@exemple.fr", "blocks.1", "mission@exemple.fr : pour les agents seuls"),
        (
            VALMONT,
            '"Accueil"',
            '"mission@exemple.fr"',
            "contacts.accueil",
            "mission@exemple.fr : pour les agents seuls",
        ),
        (VALMONT, 'phone = "3646"', 'fax = "3646"', "contacts.accueil.fax", "clé inconnue"),
        (RATE, "2026-03-31", "2024-03-31", "rows.1.valid_to", "avant valid_from"),
        (RATE, "value =", 'caisse = "997"\nvalue =', "rows.1.caisse", "997 : aucune caisse de ce code"),
        (SUBJECTS, '"mas"', '"misas"', "costs.offers", "misas : aucune offre de ce nom"),
        (SUBJECTS, '"mas"', '"mas", "outil"', "costs.offers", "outil : l’offre est pour les agents seuls"),
        (SUBJECTS, ', "mas"', "", "", "mas : cette offre publique n’est sous aucun sujet"),
        (SUBJECTS, ', "mas"', ', "lunettes"', "costs.offers.2", "lunettes : déjà dans la liste"),
        ("catalogue/contacts.toml", 'phone = "3646"', 'phone = ""', "3646.phone", "est vide"),
    ],
)
def test_a_fault_is_named_with_file_key_and_reason(folder, file, old, new, key, reason):
    change(folder, file, old, new)
    assert (file, key, reason) in problems(folder)


def test_rows_of_a_rate_that_share_a_day_are_named(folder):
    text = small.FILES[RATE]
    put(folder, RATE, text + text[text.index("[[rows]]") :])
    assert (RATE, "rows.2", "les mêmes jours que la ligne 1") in problems(folder)


def test_a_rate_without_a_table_is_on_no_page(folder):
    put(folder, RATE, small.FILES[RATE].replace("[[10339], [15508.5]]", "3.5"))
    change(
        folder, RATE, small.FILES[RATE][small.FILES[RATE].index("[table]") : small.FILES[RATE].index("[[rows]]")], ""
    )
    assert problems(folder) == [(LUNETTES, "blocks.1.rate", "plafonds : ce barème n’a pas de tableau à montrer")]


def test_an_offer_stands_in_a_category_that_exists(folder):
    put(folder, "catalogue/offers/help/aide.toml", small.FILES["catalogue/offers/tools/outil.toml"])
    assert problems(folder) == [("catalogue/offers/help/aide.toml", "", "le dossier help n’est pas une catégorie")]


def test_a_public_offer_does_not_stand_among_the_tools_of_agents(folder):
    put(folder, "catalogue/offers/tools/lunettes-2.toml", small.FILES[LUNETTES])
    change(folder, SUBJECTS, '"mas"', '"mas", "lunettes-2"')
    reason = "la catégorie tools est pour les agents seuls"
    assert problems(folder) == [("catalogue/offers/tools/lunettes-2.toml", "audience", reason)]


def test_a_public_offer_says_something_to_the_public(folder):
    text = small.FILES[LUNETTES]
    blocks = '[[blocks]]\nkind = "contact"\ncontacts = ["999/mas"]\n'
    put(folder, LUNETTES, text[: text.index("[[blocks]]")] + blocks)
    assert problems(folder) == [(LUNETTES, "blocks", "rien dans cette offre publique n’est pour le public")]


def test_a_slug_is_plain_and_of_one_offer(folder):
    put(folder, "catalogue/offers/tools/mas.toml", small.FILES["catalogue/offers/tools/outil.toml"])
    put(folder, "catalogue/offers/tools/Été.toml", small.FILES["catalogue/offers/tools/outil.toml"])
    assert problems(folder) == [
        ("catalogue/offers/tools/mas.toml", "", f"mas existe déjà dans {MAS}"),
        ("catalogue/offers/tools/Été.toml", "", "nom de fichier : minuscules sans accent, chiffres et tirets"),
    ]


def test_every_fault_of_every_file_is_told(folder):
    change(folder, LUNETTES, '"mas", ', '"mass", ')
    change(folder, MAS, 'forms = ["mas"]', 'forms = ["mass"]\nage = 12')
    put(folder, "rates/faux.toml", "title =")
    files = [file for file, _key, _reason in problems(folder)]
    assert files == ["rates/faux.toml", MAS, MAS, LUNETTES, SUBJECTS]


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("code =", "", "n’est pas du TOML : Invalid value (at end of document)"),
        ('contacts = 3\ncode = "9"\nname = "x"\ndepartment = "x"', "contacts", "doit être une table"),
        ('code = 91\nname = "x"\ndepartment = "x"', "code", "doit être un texte"),
        ('code = "999"\nname = "x"\ndepartment = "x"', "", "999 existe déjà dans catalogue/caisses/valmont.toml"),
    ],
)
def test_a_wrong_caisse_is_named(folder, text, key, reason):
    put(folder, "catalogue/caisses/zut.toml", text)
    assert problems(folder) == [("catalogue/caisses/zut.toml", key, reason)]


def test_a_text_that_is_no_utf_8_is_named(folder):
    (folder / "catalogue/caisses/zut.toml").write_bytes(b'code = "\xe9"')
    assert [file for file, _key, _reason in problems(folder)] == ["catalogue/caisses/zut.toml"]
