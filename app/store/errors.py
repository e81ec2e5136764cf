"""What can be expected to go wrong with what is kept, each named for its situation."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager


class StoreTrouble(Exception):
    """The store does not do what was asked."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class StoreLocked(StoreTrouble):
    """Another program holds the store, and did not let go of it in time."""


class StoreTooNew(StoreTrouble):
    """The store was written by a later version of this program."""


class StoreDamaged(StoreTrouble):
    """What is in the store is not what was put there."""


class DiskFull(StoreTrouble):
    """There is no room left for the store; what was saved before is intact."""


class DiskFailing(StoreTrouble):
    """The disk does not let the store be read or written."""


class WrongKey(StoreTrouble):
    """The store does not open with this key, or its first page is damaged: the two look alike."""


class KeyMissing(StoreTrouble):
    """The store is there and its key is not; no other key can open it."""


class KeyUnreadable(StoreTrouble):
    """The database key cannot be read, or is not 64 hexadecimal digits."""


class DraftErased(StoreTrouble):
    """The draft was erased, or purged: nothing can be added to it."""


@contextmanager
def disk_situations() -> Iterator[None]:
    """The system's errors inside, under our names: DiskFull, DiskFailing."""
    try:
        yield
    except OSError as error:
        raise (DiskFull if error.errno in (errno.ENOSPC, errno.EDQUOT) else DiskFailing) from error
