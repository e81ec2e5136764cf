"""Offers, contacts and rates as their files hold them, whole and small."""

from datetime import date


def said(french: str) -> dict[str, str]:
    """A text in the three languages, told apart by their first letters."""
    return {"fr": french, "en": f"EN {french}", "uk": f"УК {french}"}


def an_offer(**changes):
    """The data of an offer with one block; a None takes a key out."""
    data = {
        "audience": "public",
        "sources": ["002"],
        "title": said("Lunettes"),
        "purpose": said("Payer ses lunettes."),
        "synonyms": {"fr": ["optique"], "en": ["glasses"], "uk": ["окуляри"]},
        "blocks": [a_block()],
    }
    return {key: value for key, value in (data | changes).items() if value is not None}


def a_block(**changes):
    return {key: value for key, value in ({"kind": "get", "text": said("Un texte.")} | changes).items() if value}


def a_contact(**changes):
    return {"name": said("Accueil"), "phone": "3646", "sources": ["002"]} | changes


def a_rate(*rows, **changes):
    """The data of a rate of two lines and one column."""
    table = {
        "unit": "eur",
        "head": [said("Personnes"), said("Plafond")],
        "labels": ["1", said("en plus")],
    }
    return {"title": said("Plafonds"), "table": table, "rows": list(rows) or [a_row()]} | changes


def a_row(**changes):
    data = {
        "territory": "metropole",
        "valid_from": date(2024, 4, 1),
        "valid_to": date(2025, 3, 31),
        "value": [[10166], [4066]],
        "status": "source",
        "source": {"doc": "002"},
    }
    return {key: value for key, value in (data | changes).items() if value is not None}
