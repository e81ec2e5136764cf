"""What is known of a request before its first question is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.catalogue import offers
from app.forms import given
from app.models.caisse import Caisse
from app.models.ceilings import of_day
from app.models.form import Form
from app.models.settings import Settings


def known(form: Form, settings: Settings, caisse: Caisse, catalogue: Path, today: date) -> dict[str, str]:
    """The given answers of *form*, begun *today* on this terminal; the ceilings only where the form wants them."""
    wanted = given.ceilings in form.given
    table = of_day(offers.rates_of(catalogue), today) if wanted else None
    return given.given(settings, caisse, form.id, table)
