"""One start-up, told when its first frame was painted: ``python -m tests.bench.window bare|ours FOLDER``.

Both on the screen of FOLDER/screen.json, which they fill.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def tell_first_frame(window: QWidget) -> None:
    """When *window* has painted, say so and end. Qt is loaded by whoever comes before: ours does it in its own way."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    class FirstFrame(QObject):
        """Sees the window paint; a timer of 0 ms comes back once the whole frame is."""

        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.seen:
                self.seen = True
                QTimer.singleShot(0, self.tell)
            return False

        def tell(self) -> None:
            painted, focused = time.monotonic(), window.focusWidget()
            said = {"painted": painted, "focus": focused.objectName() if focused else ""}
            print(json.dumps(said), flush=True)
            QCoreApplication.exit(0)

    window.installEventFilter(FirstFrame(window))


def bare() -> None:
    """The least that PySide6 can show: one window of the same size, with a field that has the focus."""
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    application = QApplication(sys.argv[:1])
    window = QWidget()
    field = QLineEdit(window)
    field.setObjectName("field")
    field.setFocus()
    tell_first_frame(window)
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()
    application.exec()


def ours(folder: str) -> None:
    """The program as it is started, full screen."""
    from app.__main__ import main
    from app.ui import start
    from app.ui.shell import Shell

    show = start._show

    def watched(shell: Shell, *, windowed: bool) -> None:
        tell_first_frame(shell)
        show(shell, windowed=windowed)

    start._show = watched
    os.environ["GUICHET_DATA"] = folder
    sys.argv = ["guichet"]
    main()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={sys.argv[2]}/screen.json"
    ours(sys.argv[2]) if sys.argv[1] == "ours" else bare()
