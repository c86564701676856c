"""Background work on the assessment that is open: done again after an edit, while somebody wants its result."""

from __future__ import annotations

import threading
from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.uncertainty import draw_blocks
from ui.background import Background, Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from advisor.uncertainty import Draws
    from ui.background import Failure
    from ui.session import Session

    Progress = Callable[[float, str], None]

PAUSE_MS = 300


class StandingWork(QObject):
    """Work that begins once the edits pause, in two stages of which the first gives something to show.

    Until then what there was stays as it is. What is computed, from what, and what becomes of it is for each kind to
    say: `start`, `arrived`, `forget` and `failure`.
    """

    changed = Signal()
    """What there is, its being of earlier scores, or its being worked on have changed."""
    progressed = Signal(float, str)
    """How much of the work is done, 0 to 1, and what is being done; 1 and an empty text when nothing is."""
    failed = Signal(str, str)
    """Something could not be computed: what happened, and the detail to copy."""
    _told = Signal(int, float, str)

    failure = ""
    """What is said of work that failed, before the reason."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted_by: set[object] = set()
        self._draws: Sequence[Draws] | None = None
        self._stop = threading.Event()
        self._run = 0
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(self.arrived)
        self._lane.failed.connect(self._fail)
        self._told.connect(self._tell)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._go_on)

    def follow(self) -> None:
        """Follow what is open from now on, after whoever was connected before."""
        self._session.assessment_opened.connect(self._open)
        self._session.best_changed.connect(lambda _: self.outdate())

    @property
    def busy(self) -> bool:
        """Whether something is being computed, or about to be."""
        return self._pause.isActive() or self._lane.busy

    @property
    def wanted(self) -> bool:
        """Whether anybody wants the result to be kept up to date."""
        return bool(self._wanted_by)

    def want(self, who: object) -> None:
        """Keep the result up to date from now on; go on where the work was cancelled."""
        self._wanted_by.add(who)
        if not self.busy:
            self.start()

    def unwant(self, who: object) -> None:
        """Let the result fall behind; work under way goes on."""
        self._wanted_by.discard(who)

    def cancel(self) -> None:
        """Stop the work; what there is stays as it is until the next edit or request."""
        self.halt()
        self.rest()

    def halt(self) -> None:
        """Let the work end with the step it is at, without waiting for it or telling anybody."""
        self._pause.stop()
        self._stop.set()
        self._lane.cancel()

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        self.halt()
        self._lane.close()
        return self._background.close()

    # For each kind of work

    @abstractmethod
    def start(self) -> None:
        """Begin the stage that is due; do nothing where nothing is left to do."""

    @abstractmethod
    def arrived(self, result: Any) -> None:
        """Take what a stage has computed."""

    @abstractmethod
    def forget(self) -> None:
        """Drop what was computed: another assessment is open."""

    def outdate(self) -> None:
        """Give up work that is of what was, and begin anew once the edits pause."""
        self.halt()
        self.progressed.emit(1.0, "")
        if self._session.sheet is not None and self._wanted_by:
            self._pause.start()
        self.changed.emit()

    def submit(self, start: float, end: float, work: Callable[[Progress, threading.Event], object]) -> None:
        """Compute a stage, which goes from one share of the whole to another, in the background.

        `work` gets what takes its progress, and what is set when nobody waits for it any more.
        """
        self._stop = stop = threading.Event()
        self._run = run = self._run + 1

        def progress(share: float, what: str) -> None:
            self._told.emit(run, start + share * (end - start), what)

        self._lane.submit(lambda: work(progress, stop))
        self.changed.emit()

    def rest(self) -> None:
        """Tell that nothing is being done."""
        self.progressed.emit(1.0, "")
        self.changed.emit()

    def draws(self) -> Sequence[Draws]:
        """Return the playbook's draws, made once; called on the background thread."""
        if self._draws is None:
            playbook = self._session.playbook
            self._draws = tuple(draw_blocks(playbook, playbook.uncertainty.draws, playbook.uncertainty.seed_fit))
        return self._draws

    # Inside

    def _open(self) -> None:
        self.halt()
        self.forget()
        self.outdate()

    def _go_on(self) -> None:
        if self._wanted_by:
            self.start()
        self.changed.emit()

    def _fail(self, failure: Failure) -> None:
        self.rest()
        self.failed.emit(f"{self.failure}: {failure.sentence}", failure.detail)

    def _tell(self, run: int, share: float, what: str) -> None:
        """Pass progress on, but not that of work which has been given up."""
        if run == self._run and not self._stop.is_set():
            self.progressed.emit(share, what)
