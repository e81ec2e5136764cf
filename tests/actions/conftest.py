"""The hall of the tests of delivery, for whoever asks for it."""

from tests.sync.conftest import db, hall

__all__ = ["db", "hall"]
