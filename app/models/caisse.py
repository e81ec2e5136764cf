"""A caisse as its file describes it (people.md P4): facts and law, never keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Accepts:
    """What a caisse takes for one form; what its file does not say is no."""

    layout: bool = False
    official: bool = False
    paper_signature: bool = False
    drawn_signature: bool = False


@dataclass(frozen=True)
class Caisse:
    """A local fund: who answers for the data, what it accepts, where it is."""

    code: str
    name: str
    department: str
    controller: str = ""
    dpo_address: str = ""
    postal_address: str = ""
    telephone: str = ""
    mas_self_referral: bool = False
    legal_basis: Mapping[str, str] = field(default_factory=dict)
    accepts: Mapping[str, Accepts] = field(default_factory=dict)
    services: Mapping[str, str] = field(default_factory=dict)
    routes: Mapping[str, str] = field(default_factory=dict)

    def accepting(self, form: str) -> Accepts:
        """What this caisse takes for *form*; nothing when its file does not name the form."""
        return self.accepts.get(form, Accepts())

    def lacking(self, form: str) -> tuple[str, ...]:
        """What its file still has to say before *form* may be sent (P4), as keys of that file."""
        said = {
            "controller": self.controller,
            "dpo_address": self.dpo_address,
            f"legal_basis.{form}": self.legal_basis.get(form),
            f"accepts.{form}": self.accepts.get(form),
        }
        return tuple(key for key, value in said.items() if not value)


def parse(data: Mapping[str, Any]) -> Caisse:
    """The caisse that a parsed file describes; raises TypeError or KeyError for a key it cannot hold."""
    accepts = {form: Accepts(**said) for form, said in data.get("accepts", {}).items()}
    return Caisse(**{**data, "accepts": accepts})
