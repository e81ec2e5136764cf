"""Made-up terminals of Valmont."""

from __future__ import annotations

from app.models.settings import Detector, Settings, Site

BORNE = Settings("borne", "999", Site("Accueil de Valmont", "CPAM de Valmont", paper="right", free=True))
POSTE = Settings(
    "poste",
    "999",
    Site("France Services de Valmont", "France Services de Valmont"),
    Detector("Camille Berger", "camille.berger@exemple.fr", "France Services de Valmont", "01 99 00 00 00"),
)


def printing(settings: Settings, printer: str = "hall", **site: str) -> Settings:
    """The same terminal with a printer; *site*: what else is other there."""
    return settings._replace(site=settings.site._replace(printer=printer, **site))  # type: ignore[arg-type]
