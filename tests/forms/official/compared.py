"""A field of the program beside a field of the paper: what differs."""

from __future__ import annotations

from typing import Any

from tests.forms.official import OfficialField

KINDS = {
    "text": {"line", "paragraph", "place", "town"},
    "country": {"line"},
    "consent": {"tick"},
    "date": {"date", "signingday"},
}
"""The kinds of the program, where they are named otherwise."""


def fold(text: object) -> str:
    """*text* without what printing changes: capitals, apostrophes, spaces, a colon at the end."""
    return " ".join(str(text).casefold().replace("'", "’").replace("/", " / ").split()).removesuffix(" :")


def boxes(field: dict[str, Any]) -> tuple[str, ...]:
    """What is printed beside the boxes; an option that the paper does not have is no box."""
    return tuple(option["box"] for option in field["options"].values() if option["box"])


def differences(wanted: OfficialField, field: dict[str, Any]) -> dict[tuple[str, str], object]:
    """What the program says otherwise than the table; a label that is ours is not compared."""
    official = field["official"]
    agrees = {
        "frame": fold(official["frame"]) == fold(wanted.frame),
        "label": not wanted.printed or fold(official["label"]) in map(fold, (wanted.label, *wanted.also)),
        "kind": field["kind"] in KINDS.get(wanted.kind, {wanted.kind}),
        "options": [*map(fold, boxes(field))] == [*map(fold, wanted.options)],
        "required": _required(wanted.required, field),
    }
    said = {**official, "kind": field["kind"], "options": boxes(field), "required": field["required"]}
    return {(wanted.ref, name): said[name] for name, same in agrees.items() if not same}


def _required(wanted: str, field: dict[str, Any]) -> bool:
    """Whether the program requires it as the table says; a condition is something that it depends on."""
    if wanted in {"yes", "no"}:
        return bool(field["required"] is (wanted == "yes"))
    return bool(field["when_reads"])
