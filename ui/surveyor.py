"""Surveys the open assessment in the background: at once on the playbook's draws, and then on many more."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.progress import Cancelled
from advisor.survey import MANY, recounted, survey
from advisor.uncertainty import draw_blocks
from ui.background import Background, Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from advisor.scores import ScoreSheet
    from advisor.survey import Survey
    from advisor.uncertainty import Draws
    from ui.background import Failure
    from ui.session import Session

PAUSE_MS = 300
_SURVEYED = 0.2
"""The share of the work that is done once a survey is there and many more futures are still to be counted."""


class Surveyor(QObject):
    """The survey of the assessment that is open.

    It is made again after an edit once the edits pause, while somebody `wants` it; until then the old one stays and is
    `stale`; `surveyed_at` says since when it stands. A survey on many more futures follows the first.
    """

    changed = Signal()
    """The survey, its being stale, or its being worked on have changed."""
    progressed = Signal(float, str)
    """How much of the work is done, 0 to 1, and what is being done; 1 and an empty text when nothing is."""
    failed = Signal(str, str)
    """Something could not be computed: what happened, and the detail to copy."""
    _told = Signal(int, float, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.survey: Survey | None = None
        self.surveyed_at: dt.datetime | None = None
        self.many = max(MANY, session.playbook.uncertainty.draws)
        self._wanted_by: set[object] = set()
        self._draws: Sequence[Draws] | None = None
        self._stop = threading.Event()
        self._run = 0
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(self._arrived)
        self._lane.failed.connect(self._fail)
        self._told.connect(self._tell)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._go_on)
        session.assessment_opened.connect(self._open)
        session.best_changed.connect(lambda _: self._outdate())

    @property
    def stale(self) -> bool:
        """Whether the survey shown is of earlier scores."""
        return self.survey is not None and self.survey.findings.best.sheet != self._session.sheet

    @property
    def busy(self) -> bool:
        """Whether futures are being counted, or about to be."""
        return self._pause.isActive() or self._lane.busy

    @property
    def complete(self) -> bool:
        """Whether the survey is of the scores as they stand and of as many futures as are counted in the end."""
        return self.survey is not None and not self.stale and self.survey.draws >= self.many

    def want(self, who: object) -> None:
        """Keep the survey up to date from now on; go on where the work was cancelled."""
        self._wanted_by.add(who)
        if not self.busy:
            self._start()

    def unwant(self, who: object) -> None:
        """Let the survey fall behind; work under way goes on."""
        self._wanted_by.discard(who)

    def cancel(self) -> None:
        """Stop the work; the survey stays as it is until the next edit or request."""
        self.halt()
        self.progressed.emit(1.0, "")
        self.changed.emit()

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        self.halt()
        self._lane.close()
        return self._background.close()

    def _open(self) -> None:
        self.halt()
        self.survey, self.surveyed_at = None, None
        self._outdate()

    def _outdate(self) -> None:
        """Give up work that is of earlier scores, and begin anew once the edits pause."""
        self.halt()
        self.progressed.emit(1.0, "")
        if self._session.sheet is not None and self._wanted_by:
            self._pause.start()
        self.changed.emit()

    def halt(self) -> None:
        """Let the work end with the step it is at, without waiting for it or telling anybody."""
        self._pause.stop()
        self._stop.set()
        self._lane.cancel()

    def _go_on(self) -> None:
        if self._wanted_by:
            self._start()
        self.changed.emit()

    def _start(self) -> None:
        """Make the survey, or count more futures for the one there is; do nothing where nothing is left to do."""
        sheet, before = self._session.sheet, self.survey
        if sheet is None or self.complete:
            return
        self._stop = stop = threading.Event()
        self._run += 1
        if before is None or self.stale:
            progress = self._progress_of(self._run, 0.0, _SURVEYED)
            self._lane.submit(lambda: self._surveyed(sheet, progress, stop))
        else:
            known, progress = before, self._progress_of(self._run, _SURVEYED, 1.0)
            self._lane.submit(lambda: self._recounted(sheet, known, progress, stop))
        self.changed.emit()

    def _progress_of(self, run: int, start: float, end: float) -> Callable[[float, str], None]:
        return lambda share, what: self._told.emit(run, start + share * (end - start), what)

    def _surveyed(
        self, sheet: ScoreSheet, progress: Callable[[float, str], None], stop: threading.Event
    ) -> Survey | None:
        """Return the survey, or None where nobody waits for it; runs on the background thread."""
        playbook = self._session.playbook
        try:
            if self._draws is None:
                spread = playbook.uncertainty
                self._draws = tuple(draw_blocks(playbook, spread.draws, spread.seed_fit))
            return survey(playbook, sheet, self._draws, progress=progress, cancelled=stop.is_set)
        except Cancelled:
            return None

    def _recounted(
        self, sheet: ScoreSheet, known: Survey, progress: Callable[[float, str], None], stop: threading.Event
    ) -> Survey | None:
        playbook, many = self._session.playbook, self.many
        blocks = draw_blocks(playbook, many, playbook.uncertainty.seed_fit)
        try:
            return recounted(playbook, sheet, known, blocks, expected=many, progress=progress, cancelled=stop.is_set)
        except Cancelled:
            return None

    def _arrived(self, found: Survey | None) -> None:
        if found is None:
            return
        self.survey, self.surveyed_at = found, dt.datetime.now()
        if not self.complete and self._wanted_by:
            self._start()
            return
        self.progressed.emit(1.0, "")
        self.changed.emit()

    def _fail(self, failure: Failure) -> None:
        self.progressed.emit(1.0, "")
        self.changed.emit()
        self.failed.emit(f"The futures could not be counted: {failure.sentence}", failure.detail)

    def _tell(self, run: int, share: float, what: str) -> None:
        """Pass progress on, but not that of work which has been given up."""
        if run == self._run and not self._stop.is_set():
            self.progressed.emit(share, what)
