"""Solves the plan of the open assessment in the background, and then what it is worth."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.errors import AdvisorError
from advisor.knobs import Knobs, apply
from advisor.plan import solve, with_worth
from advisor.progress import Cancelled
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks
from ui.background import Background, Latest
from ui.kept_knobs import KeptKnobs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from advisor.plan import Plan
    from advisor.scores import ScoreSheet
    from advisor.uncertainty import Draws
    from ui.background import Failure
    from ui.session import Session

PAUSE_MS = 300
_SOLVED = 0.2
"""The share of the work that is done once the plan is there and its worth is still to be measured."""


class Planner(QObject):
    """The plan of the assessment that is open, under the analyst's knobs.

    It is solved again after an edit once the edits pause, while somebody `wants` it; until then the old one stays and
    is `stale`; `solved_at` says since when it stands. Its worth follows the plan. `problem` says why the knobs allow
    no plan.
    """

    changed = Signal()
    """The plan, its worth, its being stale, the knobs or the problem have changed."""
    progressed = Signal(float, str)
    """How much of the work is done, 0 to 1, and what is being done; 1 and an empty text when nothing is."""
    failed = Signal(str, str)
    """Something could not be computed: what happened, and the detail to copy."""
    _told = Signal(int, float, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.plan: Plan | None = None
        self.solved_at: dt.datetime | None = None
        self.problem = ""
        self.knobs = Knobs()
        self._kept = KeptKnobs(session, self)
        self._kept.changed.connect(self._take_kept)
        self._solved_for: tuple[ScoreSheet, Knobs] | None = None
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
        """Whether the plan shown is of earlier scores or knobs."""
        return self.plan is not None and self._solved_for != self._asked

    @property
    def busy(self) -> bool:
        """Whether a plan or its worth is being computed, or about to be."""
        return self._pause.isActive() or self._lane.busy

    @property
    def complete(self) -> bool:
        """Whether the plan is of the scores and knobs as they stand and its worth is known."""
        return self.plan is not None and not self.stale and self.plan.worth is not None

    def want(self, who: object) -> None:
        """Keep the plan up to date from now on; go on where the work was cancelled."""
        self._wanted_by.add(who)
        if not self.busy:
            self._start()

    def unwant(self, who: object) -> None:
        """Let the plan fall behind; work under way goes on."""
        self._wanted_by.discard(who)

    def turn(self, knobs: Knobs) -> None:
        """Plan under other knobs, which are kept with the case."""
        if knobs != self.knobs:
            self._kept.keep(knobs)
            self.knobs, self.problem = knobs, ""
            self._outdate()

    def cancel(self) -> None:
        """Stop the work; the plan stays as it is until the next edit or request."""
        self.halt()
        self.progressed.emit(1.0, "")
        self.changed.emit()

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        self._kept.save()
        self.halt()
        self._lane.close()
        return self._background.close()

    @property
    def _asked(self) -> tuple[ScoreSheet, Knobs] | None:
        sheet = self._session.sheet
        return None if sheet is None else (sheet, self.knobs)

    def _take_kept(self) -> None:
        """Plan under the knobs as they are kept, where an undo or another window has changed them."""
        if self._kept.knobs != self.knobs:
            self.knobs, self.problem = self._kept.knobs, ""
            self._outdate()

    def _open(self) -> None:
        self.halt()
        self.knobs = self._kept.knobs
        self.plan, self.solved_at, self.problem, self._solved_for = None, None, "", None
        self._outdate()

    def _outdate(self) -> None:
        """Give up work that is of earlier scores or knobs, and begin anew once the edits pause."""
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
        """Solve the plan, or measure the worth of the one there is; do nothing where nothing is left to do."""
        asked = self._asked
        if asked is None or self.problem or self.complete:
            return
        self._stop = stop = threading.Event()
        self._run += 1
        if self.plan is None or self.stale:
            progress = self._progress_of(self._run, 0.0, _SOLVED)
            self._lane.submit(lambda: (asked, self._solved(*asked, progress, stop)))
        else:
            plan, progress = self.plan, self._progress_of(self._run, _SOLVED, 1.0)
            self._lane.submit(lambda: (asked, self._weighed(asked[0], plan, progress, stop)))
        self.changed.emit()

    def _progress_of(self, run: int, start: float, end: float) -> Callable[[float, str], None]:
        return lambda share, what: self._told.emit(run, start + share * (end - start), what)

    def _solved(
        self, sheet: ScoreSheet, knobs: Knobs, progress: Callable[[float, str], None], stop: threading.Event
    ) -> Plan | str | None:
        """Return the plan, why there is none, or None where nobody waits for it; runs on the background thread."""
        playbook = self._session.playbook
        try:
            if self._draws is None:
                spread = playbook.uncertainty
                self._draws = tuple(draw_blocks(playbook, spread.draws, spread.seed_fit))
            points = tipping_points(apply(playbook, knobs), sheet, playbook.option_ids)
            return solve(playbook, sheet, self._draws, knobs, points, progress=progress, cancelled=stop.is_set)
        except Cancelled:
            return None
        except AdvisorError as problem:
            return str(problem)

    def _weighed(
        self, sheet: ScoreSheet, plan: Plan, progress: Callable[[float, str], None], stop: threading.Event
    ) -> Plan | None:
        try:
            return with_worth(self._session.playbook, sheet, plan, progress=progress, cancelled=stop.is_set)
        except Cancelled:
            return None

    def _arrived(self, result: tuple[tuple[ScoreSheet, Knobs], Plan | str | None]) -> None:
        asked, found = result
        if found is None:
            return
        if isinstance(found, str):
            self.problem = found
        else:
            self.plan, self._solved_for = found, asked
            if found.worth is None:
                self.solved_at = dt.datetime.now()
                self._start()
                return
        self.progressed.emit(1.0, "")
        self.changed.emit()

    def _fail(self, failure: Failure) -> None:
        self.progressed.emit(1.0, "")
        self.changed.emit()
        self.failed.emit(f"The plan could not be computed: {failure.sentence}", failure.detail)

    def _tell(self, run: int, share: float, what: str) -> None:
        """Pass progress on, but not that of work which has been given up."""
        if run == self._run and not self._stop.is_set():
            self.progressed.emit(share, what)
