"""What a person gave in one request of this visit, offered in the next (in memory only, never across visits)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from app.forms import contact, identity
from app.models.form import Form
from app.models.path import Path

PERSON = ("name", "usage_name", "first_name", "nir", "birth_date", "street", "postcode", "town")
NAMES = frozenset((*PERSON, *(field.name for field in contact.FIELDS)))
"""Who the person is, where they live, how to reach them; never what they ask, nor for whom."""
HOSTED = {"street": "elected_street", "postcode": "elected_postcode", "town": "elected_town"}
"""Where a form asks the address of the « organisme » apart from one's own."""


CHILDREN = {
    "children/{}/child_name": "members/{}/member_name",
    "children/{}/child_first_name": "members/{}/member_first_name",
    "children/{}/birth_date": "members/{}/member_birth_date",
}
"""The children of the S3705, and the same people in the household of the C2S."""
LINK = "members/{}/member_link"


def given_before(way: Path) -> dict[str, str]:
    """The answers of *way* that another form may ask too; nothing without the birth date by which they are guarded."""
    paths = (asked.path for page in way.pages for asked in page.asked)
    found = {path: text for path in paths if (text := way.answers.typed.get(path, "").strip())}
    kept = {path: text for path, text in found.items() if path in NAMES}
    kept |= {plain: found[hosted] for plain, hosted in HOSTED.items() if hosted in found}
    return kept | dict(_children(found)) if identity.born.name in kept else {}


def _children(found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The children of the household that *found* has, by the paths of the S3705."""
    for row in dict.fromkeys(path.split("/")[1] for path in found if "/" in path):
        if found.get(LINK.format(row), "child") == "child":
            for plain, other in CHILDREN.items():
                if text := found.get(plain.format(row)) or found.get(other.format(row)):
                    yield plain.format(row), text


def for_form(known: Mapping[str, str], form: Form) -> dict[str, str]:
    """Those of the answers *known* that *form* asks, the address of an « organisme » where it wants it."""
    asked = {field.name for section in form.sections for step in section.steps for field in step.fields}
    placed = _hosted(known, asked) if known.get(contact.home.name) == "elected" else dict(known)
    if "members" in asked:
        placed = dict(_members(placed))
    return {path: text for path, text in placed.items() if path.partition("/")[0] in asked}


def _members(known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is *known*, the children as members of the household."""
    for path, text in known.items():
        group, _slash, rest = path.partition("/")
        row, _slash, name = rest.partition("/")
        if group == "children":
            yield CHILDREN[f"children/{{}}/{name}"].format(row), text
            yield LINK.format(row), "child"
        else:
            yield path, text


def _hosted(known: Mapping[str, str], asked: Container[str]) -> dict[str, str]:
    """A person without a home: the address is that of who receives their letters, and says so."""
    if HOSTED["street"] in asked:
        return {HOSTED.get(name, name): text for name, text in known.items()}
    if contact.elected.name in asked:
        return dict(known)
    street = ", ".join(filter(None, (known.get(contact.elected.name), known.get("street"))))
    return {**known, "street": street}
