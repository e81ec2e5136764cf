"""Work off the GUI thread: the only module that knows threads (architecture.md, decision 10)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Queue(QObject):
    """Runs plain functions one at a time, in order, on a thread of its own, and answers on the GUI thread."""

    _answered = Signal(object)

    def __init__(self, name: str, broken: Callable[[Exception], None]) -> None:
        """*broken* hears of what nobody foresaw: an exception for which ``run`` was given no ``failed``."""
        super().__init__()
        self._name, self._broken = name, broken
        self._closed = self._gone = False
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        """The thread, made when something is first asked of it: after the first frame."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] = lambda _value: None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call *work* on the queue's thread, then *done* or *failed* on this one. *work* touches no widget."""

        def finish(future: Future[T]) -> None:
            if future.cancelled() or self._gone:
                return
            error = future.exception()
            if isinstance(error, Exception):
                self._answered.emit(lambda: (failed or self._broken)(error))
            else:
                self._answered.emit(lambda: done(future.result()))

        if not self._closed:
            self._pool.submit(work).add_done_callback(finish)

    def say(self, callback: Callable[[], None]) -> None:
        """Call *callback* on the GUI thread: how far the work that says it, on the queue's thread, has come."""
        if not self._gone:
            self._answered.emit(callback)

    def wait(self) -> None:
        """Block until everything asked so far is done: before the process ends or is replaced."""
        self._pool.submit(lambda: None).result()

    def close(self) -> None:
        """Finish what was asked and end the thread; what is asked later is not done: the visit is over."""
        self._closed = True
        self._pool.shutdown(wait=True)

    def abandon(self) -> None:
        """Do nothing more and wait for nothing: what runs may end when it likes, nobody hears of it."""
        self._closed = self._gone = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    @Slot(object)
    def _answer(self, callback: Callable[[], None]) -> None:
        callback()


class Tasks:
    """``store`` for every database write, in order; ``outside`` for PDF, sealing, key derivation, printing;
    ``network`` for probe and delivery, which may hang for many seconds and can be broken off at any of them.
    """

    def __init__(self, broken: Callable[[Exception], None]) -> None:
        self.store = Queue("store", broken)
        self.outside = Queue("outside", broken)
        self.network = Queue("network", broken)

    def close(self) -> None:
        """Finish the queues, the outside one first: what it gives may still have to be stored."""
        self.network.abandon()
        self.outside.close()
        self.store.close()
