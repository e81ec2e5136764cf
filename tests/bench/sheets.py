"""The PDF of a request with both sides: ``python -m tests.bench.sheets`` tells the first, then forty warm ones."""

from __future__ import annotations

import json
import statistics
import time

from app import paths
from app.actions import papers
from app.models import text
from tests.bench.child import ask
from tests.bench.row import Row
from tests.builders import BY_MAIL, SECOND, mas_answers, mas_saisine, valmont

WARM = 40


def rows() -> list[Row]:
    """The first of several fresh processes, which imports reportlab; then warm."""
    runs = [ask("sheets") for _run in range(5)]
    first = statistics.median(run[0] for run in runs)
    warm = statistics.median(time for run in runs for time in run[1:])
    beside = f"median of {len(runs)} fresh processes, reportlab's import and the fonts included"
    return [
        Row("PDF, the first", first, 200, "ms", beside),
        Row("PDF, warm", warm, 40, "ms", f"median of {len(runs) * WARM}; both sides, contact sheet, signature"),
    ]


def main() -> None:
    """Nothing of reportlab is loaded before the first."""
    text.install(paths.TRANSLATIONS)
    text.speak("fr")
    saisine, caisse = mas_saisine(mas_answers(**SECOND, **BY_MAIL)), valmont()
    times = []
    for _one in range(WARM + 1):
        begun = time.perf_counter()
        papers.document(saisine, caisse)
        times.append((time.perf_counter() - begun) * 1000)
    print(json.dumps(times))


if __name__ == "__main__":
    main()
