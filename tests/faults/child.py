"""How our child processes are started: offscreen, their bytecode kept, as on a terminal."""

from __future__ import annotations

import os

from app.paths import ROOT

ENVIRONMENT = {
    **os.environ,
    "QT_QPA_PLATFORM": "offscreen",
    "QT_LOGGING_RULES": "qt.qpa.*=false",
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPATH": str(ROOT),
}
