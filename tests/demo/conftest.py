"""The hall of the tests of delivery, for whoever asks for it."""

from tests.sync.conftest import hall

__all__ = ["hall"]
