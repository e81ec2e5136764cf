"""A small catalogue: two caisses, three offers of which one is for agents, a rate, a subject."""

from pathlib import Path

FILES = {
    "catalogue/caisses/valmont.toml": """
code = "999"
name = "CPAM de Valmont"
department = "Valmont"
[contacts.mas]
name = { fr = "Mission", en = "Mission team", uk = "Служба" }
email = "mission@exemple.fr"
phone = "01 99 00 11 22"
audience = "agents"
sources = ["001"]
[contacts.accueil]
name = { fr = "Accueil", en = "Desk", uk = "Приймальня" }
phone = "3646"
sources = ["001"]
""",
    "catalogue/caisses/autreville.toml": 'code = "998"\nname = "CPAM d’Autreville"\ndepartment = "Autreville"\n',
    "catalogue/contacts.toml": """
[3646]
name = { fr = "Assurance Maladie", en = "Health insurance", uk = "Медичне страхування" }
phone = "3646"
sources = ["000"]
""",
    "catalogue/subjects.toml": """
[costs]
offers = ["lunettes", "mas"]
""",
    "catalogue/offers/aid/lunettes.toml": """
audience = "public"
related = ["mas", "outil"]
sources = ["001"]
title = { fr = "Lunettes", en = "Glasses", uk = "Окуляри" }
purpose = { fr = "Payer ses lunettes.", en = "Paying for glasses.", uk = "Оплатити окуляри." }
synonyms = { fr = ["optique"], en = ["optician"], uk = ["оптика"] }
[[blocks]]
kind = "get"
text = { fr = "Une aide de la caisse.", en = "Help from the fund.", uk = "Допомога каси." }
rate = "plafonds"
[[blocks]]
kind = "good"
seen = 2023
caisses = ["998"]
items = [{ fr = "À Autreville seulement.", en = "In Autreville only.", uk = "Лише в Отревілі." }]
[[blocks]]
kind = "contact"
contacts = ["3646", "999/mas"]
""",
    "catalogue/offers/support/mas.toml": """
audience = "public"
caisses = ["999"]
forms = ["mas"]
sources = ["001"]
title = { fr = "Mission accompagnement santé", en = "Health support", uk = "Супровід здоров’я" }
purpose = { fr = "Être suivi.", en = "Being followed.", uk = "Отримати супровід." }
synonyms = { fr = ["suivi"], en = ["support"], uk = ["супровід"] }
[[blocks]]
kind = "steps"
items = [{ fr = "Demandez.", en = "Ask.", uk = "Запитайте." }, { fr = "Signez.", en = "Sign.", uk = "Підпишіть." }]
[[blocks]]
kind = "delays"
until = 2025-12-31
text = { fr = "Sous huit jours.", en = "Within eight days.", uk = "Протягом восьми днів." }
[blocks.table]
head = ["A", "B"]
rows = [["un", "deux"]]
[[blocks]]
kind = "contact"
audience = "agents"
text = { fr = "Écrivez à la boîte.", en = "Write to the reserved mailbox.", uk = "Пишіть до закритої скриньки." }
contacts = ["999/mas"]
""",
    "catalogue/offers/tools/outil.toml": """
audience = "agents"
sources = ["001"]
title = { fr = "Portail caché", en = "Hidden portal", uk = "Прихований портал" }
purpose = { fr = "Pour les agents.", en = "For agents.", uk = "Для агентів." }
synonyms = { fr = ["portail"], en = ["portal"], uk = ["портал"] }
[[blocks]]
kind = "get"
text = { fr = "Un outil.", en = "A tool.", uk = "Інструмент." }
""",
    "rates/plafonds.toml": """
title = { fr = "Plafonds", en = "Limits", uk = "Межі" }
[table]
unit = "eur"
head = [{ fr = "Foyer", en = "Household", uk = "Родина" }, { fr = "Plafond", en = "Limit", uk = "Межа" }]
labels = ["1", "2"]
[[rows]]
territory = "metropole"
valid_from = 2025-04-01
valid_to = 2026-03-31
value = [[10339], [15508.5]]
status = "source"
source = { doc = "002" }
""",
}

LUNETTES = "catalogue/offers/aid/lunettes.toml"
MAS = "catalogue/offers/support/mas.toml"
RATE = "rates/plafonds.toml"
SUBJECTS = "catalogue/subjects.toml"
VALMONT = "catalogue/caisses/valmont.toml"


def lay(folder: Path) -> Path:
    """The files of the small catalogue, in *folder*."""
    for file, text in FILES.items():
        put(folder, file, text)
    return folder


def put(folder: Path, file: str, text: str) -> None:
    """One more file, or another text for one that is there."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Put *new* for *old*, which stands in the *file*."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    put(folder, file, text.replace(old, new))
