"""Made-up offers for the screens that show some."""

from app.models.offer import Card
from app.models.shelves import SUBJECTS
from app.models.words import Words

SHELF = SUBJECTS[1]


def card(slug, title="", purpose="Ce que c’est, en une ligne.", **more):
    title = title or f"Fiche {slug}"
    return Card(
        slug, "aid", more.get("audience", "public"), Words(title, f"{title} (en)", f"{title} (uk)"),
        Words(purpose, purpose, purpose), (), more.get("forms", ()),
    )  # fmt: skip


def many(count):
    return [card(f"n{number}") for number in range(count)]
