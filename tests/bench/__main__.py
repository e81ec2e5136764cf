"""``python -m tests.bench [ROW …]``: the table of figures, each beside its limit, taken in the same run.

*ROW*: ``startup``, ``pages``, ``commits``, ``memory``, ``sheets``, ``delivery``, ``sending``, ``search``,
``results``, ``forms``; all, if none is named.
"""

from __future__ import annotations

import sys

from tests.bench import commits, delivery, forms, machine, memory, pages, results, search, sending, sheets, startup
from tests.bench.row import table

MEASURES = {
    "startup": startup.rows, "pages": pages.rows, "commits": commits.rows, "memory": memory.rows, "sheets": sheets.rows,
    "delivery": delivery.rows, "sending": sending.rows, "search": search.rows, "results": results.rows,
    "forms": forms.rows,
}  # fmt: skip


def main() -> None:
    """Nothing here fails: a figure over its limit is said in words."""
    print(machine.words())
    print(table([row for name in sys.argv[1:] or MEASURES for row in MEASURES[name]()]))


if __name__ == "__main__":
    main()
