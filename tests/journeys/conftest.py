"""What every journey stands on: nobody left at the terminal, nothing that went wrong unseen, a printer in the hall."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app.catalogue.build import build
from app.paths import RESOURCES
from tests.journeys import printer
from tests.journeys.person import PRESENT
from tests.sync.hall import Hall


@pytest.fixture(autouse=True)
def _alone(qtbot, caplog):
    """Each test begins and ends with nobody at the terminal; whoever saw « Nous sommes désolés » fails it."""
    yield
    for person in tuple(PRESENT):
        person.is_cut_off()
    broken = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not broken


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The jobs that the printer « hall » was given, in order: the bytes of each."""
    folder = tmp_path / "cups"
    monkeypatch.setenv("PATH", printer.install(folder))
    return lambda: printer.jobs(folder)


@pytest.fixture
def hall(tmp_path: Path):
    """A gateway for this test."""
    folder = tmp_path / "gateway"
    folder.mkdir()
    hall = Hall(folder)
    yield hall
    hall.close()


@pytest.fixture
def borne(tmp_path: Path) -> Path:
    """The data folder of a terminal."""
    folder = tmp_path / "borne"
    folder.mkdir()
    return folder


@pytest.fixture
def strict_catalogue(tmp_path: Path) -> Path:
    """A catalogue whose Valmont lets nobody make a MAS request alone."""
    told = (RESOURCES / "catalogue/caisses/valmont.toml").read_text(encoding="utf-8")
    folder = tmp_path / "resources/catalogue/caisses"
    folder.mkdir(parents=True)
    strict = told.replace("mas_self_referral = true", "mas_self_referral = false")
    (folder / "valmont.toml").write_text(strict, encoding="utf-8")
    build(tmp_path / "resources", tmp_path / "catalogue.db")
    return tmp_path / "catalogue.db"
