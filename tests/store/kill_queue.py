"""A child that does its job on a store and dies at its nth statement: ``python -m tests.store.kill_queue FOLDER N``.

The job, pickled in the folder: a function, and its arguments after the database.
"""

import os
import pickle
import signal
import sys
from pathlib import Path

from app.store.database import open_database

KEY = bytes(range(32))


def main(folder: Path, last: int) -> None:
    act, arguments = pickle.loads((folder / "job").read_bytes())  # noqa: S301  our own test wrote it
    db = open_database(folder, KEY)
    seen = 0

    def count(_statement: str) -> None:
        nonlocal seen
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

    db.conn.set_trace_callback(count)
    act(db, *arguments)
    print(seen)  # noqa: T201  the number of statements, when none was the last


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
