"""An offer as one reader may see it, with everything that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.models.contact import Contact
from app.models.offer import Block, Offer, Reader
from app.models.rates import Rate, Row


@dataclass(frozen=True)
class Page:
    """An offer with the blocks that its *reader* may see, and everything they name."""

    reader: Reader
    offer: Offer
    contacts: Mapping[str, Contact]
    rates: Mapping[str, Rate]

    def leads_to(self, block: Block) -> list[Contact]:
        """The contacts of *block* that the reader may see, in its order."""
        named = (self.contacts[key] for key in block.contacts if key in self.contacts)
        return [contact for contact in named if self.reader.may_see(contact.audience)]

    def row(self, block: Block) -> Row | None:
        """The row of the rate that *block* shows: it may have ended; None when it is not known."""
        caisse = self.reader.caisse or next(iter(block.caisses), None)
        rate = self.rates.get(block.rate)
        return rate.newest(block.territory, caisse, self.reader.day) if rate else None
