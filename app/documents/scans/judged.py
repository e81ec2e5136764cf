"""What decoders raise, as the reason why a file cannot be taken: each of them has a dozen exceptions of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.documents.scans.outcome import Unfit


@contextmanager
def judged() -> Iterator[None]:
    """Whatever goes wrong inside is Unfit."""
    try:
        yield
    except Unfit:
        raise
    except Exception as error:
        raise Unfit("memory" if _wants_memory(error) else "damaged") from error


def _wants_memory(error: Exception) -> bool:
    """Some say so in words only, as an error of the system."""
    return isinstance(error, MemoryError) or any(word in str(error) for word in ("out of memory", "bad_alloc"))
