"""Opening a draft again: code, wait after wrong ones, birth date, and back to the page and field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.actions import drafts
from app.actions.drafts import MustWait, Resumed, WrongBirth, WrongCode
from app.models import code
from app.models.fields import Date
from app.models.form import Answers
from app.models.text import Plural, Text, _
from app.store.drafts import salt
from app.store.keys import DraftLock
from app.ui import place
from app.ui.parts import Parts
from app.ui.screens.resume import BirthScreen, CodeScreen
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View

WRONG = _("Ce code n’ouvre rien ici. Vérifiez chaque lettre et chaque chiffre.")
UNREADABLE = _("Écrivez les 8 lettres et chiffres du ticket.")
HAS_LEFT = _("Ce numéro est celui d’une demande terminée : elle ne se rouvre pas ici. Donnez-le à votre caisse.")
OTHER_BIRTH = _("Ce n’est pas la date écrite dans la demande.")


class Resume(QObject):
    """*opened*: the draft, and the keys to go on with it; *cancel_asked*: one that was sent, by its code if typed."""

    opened = Signal(object)
    cancel_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts, born: Callable[[str], Date | None]) -> None:
        """*born*: the birth date field of a form, by its id, when the form asks one."""
        super().__init__()
        self._shell, self._parts, self._born = shell, parts, born
        self._code, self._birth = "", ""
        self._said: Text | None = None
        self._kind = "warning"
        self._lost = self._busy = False
        self._found: Resumed | None = None

    def show(self) -> None:
        """The boxes for the code."""
        self._shell.show_view(View(self._code_screen, home=True))

    def _code_screen(self, look: Look) -> CodeScreen:
        screen = CodeScreen(look, self._code, self._said, self._kind, lost=self._lost)
        screen.typed.connect(self._code_typed)
        screen.open_asked.connect(self._open)
        screen.lost_asked.connect(self._lost_asked)
        screen.cancel_asked.connect(lambda: self.cancel_asked.emit(""))
        screen.back_asked.connect(self.back_asked)
        return screen

    def _birth_screen(self, look: Look) -> BirthScreen:
        field = self._born_field()
        screen = BirthScreen(look, field or Date(name="birth", label=_("Date de naissance")), self._birth, self._said)
        screen.typed.connect(self._birth_typed)
        screen.open_asked.connect(self._check_birth)
        screen.back_asked.connect(self.back_asked)
        return screen

    def _code_typed(self, typed: str) -> None:
        self._code = typed

    def _birth_typed(self, typed: str) -> None:
        self._birth = typed

    def _lost_asked(self) -> None:
        self._lost = True
        self._shell.rebuild()

    def _say(self, words: Text, kind: str = "warning") -> None:
        self._said, self._kind, self._busy = words, kind, False
        self._shell.rebuild()
        place.enter(self._shell.content)

    def _open(self) -> None:
        kind = code.kind(self._code)
        if kind == "reference":
            self._say(HAS_LEFT, "info")
        elif kind == "cancel":
            self.cancel_asked.emit(self._code)
        elif kind != "resume":
            self._say(UNREADABLE)
        elif not self._busy:
            self._busy = True
            tasks = self._parts.tasks
            typed = self._code
            tasks.store.run(
                lambda: salt(self._parts.store()),
                lambda salt: tasks.outside.run(lambda: drafts.lock_for(typed, salt), self._try),
                self._failed,
            )

    def _try(self, lock: DraftLock) -> None:
        now = self._parts.clock()
        self._parts.tasks.store.run(lambda: drafts.resume(self._parts.store(), lock, now), self._unlocked, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WrongCode):
            self._say(WRONG)
        elif isinstance(error, WrongBirth):
            self._say(OTHER_BIRTH)
        elif isinstance(error, MustWait):
            self._say(Plural("Attendez {count} seconde, puis réessayez.", "Attendez {count} secondes, puis réessayez.",
                             error.seconds))  # fmt: skip
        else:
            self._busy = False
            raise error

    def _unlocked(self, found: Resumed) -> None:
        self._found, self._said, self._busy = found, None, False
        if self._kept_birth() is None:
            self._let_in(None)
        else:
            self._shell.show_view(View(self._birth_screen, home=True))

    def _check_birth(self) -> None:
        field = self._born_field()
        today = self._parts.clock().date()
        self._let_in(Answers({field.name: self._birth}, today).value(field) if field else None)

    def _let_in(self, given: date | None) -> None:
        if self._busy:
            return
        self._busy = True
        kept, now = self._kept_birth(), self._parts.clock()
        self._parts.tasks.store.run(
            lambda: drafts.let_in(self._parts.store(), given, kept, now),
            lambda _none: self.opened.emit(self._found),
            self._failed,
        )

    def _born_field(self) -> Date | None:
        return self._born(self._found.draft.form) if self._found else None

    def _kept_birth(self) -> date | None:
        field = self._born_field()
        if field is None or self._found is None:
            return None
        return Answers(self._found.draft.typed, self._parts.clock().date()).value(field)
