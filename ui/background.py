"""Run a callable off the interface thread; a newer one supersedes an older one, whose result is never delivered."""

from __future__ import annotations

import concurrent.futures
import threading
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from advisor.progress import Cancelled, Watch

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong in the background: the sentence for a person, and the detail to copy."""

    sentence: str
    detail: str

    @classmethod
    def of(cls, error: Exception) -> Failure:
        """Describe an exception."""
        return cls(str(error) or type(error).__name__, "".join(traceback.format_exception(error)))


class Background:
    """One thread for slow work, done in the order it was asked for."""

    def __init__(self) -> None:
        self._pool = concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="background")
        self._last: concurrent.futures.Future[None] | None = None

    def start(self, work: Callable[[], None]) -> concurrent.futures.Future[None]:
        """Queue one piece of work."""
        return self._pool.submit(work)

    def close(self, patience: float = PATIENCE_SECONDS) -> bool:
        """Take no more work and wait for what is left; say whether it ended in time."""
        if self._last is None:
            self._last = self._pool.submit(lambda: None)
            self._pool.shutdown(wait=False)
        return bool(concurrent.futures.wait([self._last], timeout=patience).done)


class _Gate:
    """Lets results through to a receiver until it is closed; once `close` returned, nothing comes through."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.is_open = True

    def __call__(self, deliver: Callable[[], None]) -> None:
        with self._lock:
            if self.is_open:
                deliver()

    def close(self) -> None:
        with self._lock:
            self.is_open = False


class Latest(QObject):
    """A lane of background work in which only the newest request counts.

    Signals reach the thread of this object; results and failures of superseded requests are dropped. A lane belongs
    to a parent: the thread at work refers to it too, and must never be the last to let go of it.
    """

    finished = Signal(object)
    """What the newest request returned."""
    failed = Signal(object)
    """The `Failure` of the newest request."""
    _arrived = Signal(int, object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._ticket = 0
        self._future: concurrent.futures.Future[None] | None = None
        self._gate = _Gate()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._gate.close)

    @property
    def busy(self) -> bool:
        """Whether the newest request has yet to deliver."""
        return self._future is not None

    def submit(self, work: Callable[[], object]) -> None:
        """Do `work` in the background in place of anything asked for before; after `close`, do nothing."""
        self.submit_in_steps(lambda _watch: work())

    def submit_in_steps(self, work: Callable[[Watch], object]) -> None:
        """Do so with work that asks before each of its steps, and that ends where nobody waits for it any more."""
        self.cancel()
        if not self._gate.is_open:
            return
        ticket = self._ticket
        watch = Watch(cancelled=lambda: ticket != self._ticket)
        self._future = self._background.start(lambda: self._run(ticket, work, watch))

    def cancel(self) -> None:
        """Drop the newest request; if it has started, it ends with the step it is at, and its result is dropped."""
        self._ticket += 1
        if self._future is not None:
            self._future.cancel()
            self._future = None

    def close(self) -> None:
        """Deliver nothing any more."""
        self.cancel()
        self._gate.close()

    def _run(self, ticket: int, work: Callable[[Watch], object], watch: Watch) -> None:
        if ticket != self._ticket:
            return
        try:
            outcome = work(watch)
        except Cancelled:
            return
        except Exception as error:  # whatever it is, it is shown: `failed` carries it to the window
            outcome = Failure.of(error)
        self._gate(lambda: self._arrived.emit(ticket, outcome))

    def _deliver(self, ticket: int, outcome: object) -> None:
        if ticket != self._ticket:
            return
        self._future = None
        if isinstance(outcome, Failure):
            self.failed.emit(outcome)
        else:
            self.finished.emit(outcome)
