"""What every test stands on: the offscreen platform, our texts, French."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from app import paths
from app.models import text


@pytest.fixture(autouse=True)
def _french():
    """Each test begins in French, with the compiled translations of the set-up."""
    text.install(paths.TRANSLATIONS)
    text.speak("fr")
    yield
    text.speak("fr")
