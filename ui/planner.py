"""Solves the plan of the open assessment in the background, and then what it is worth."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError
from advisor.knobs import Knobs, apply
from advisor.plan import solve, with_worth
from advisor.progress import Cancelled
from advisor.tipping import tipping_points
from ui.kept_knobs import KeptKnobs
from ui.standing_work import StandingWork

if TYPE_CHECKING:
    import threading

    from PySide6.QtCore import QObject

    from advisor.plan import Plan
    from advisor.scores import ScoreSheet
    from ui.session import Session
    from ui.standing_work import Progress

_SOLVED = 0.2
"""The share of the work that is done once the plan is there and its worth is still to be measured."""


class Planner(StandingWork):
    """The plan of the assessment that is open, under the analyst's knobs, and after it what it is worth.

    A plan of earlier scores or knobs is `stale`; `solved_at` says since when it stands. `problem` says why the knobs
    allow no plan.
    """

    failure = "The plan could not be computed"

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.plan: Plan | None = None
        self.solved_at: dt.datetime | None = None
        self.problem = ""
        self.knobs = Knobs()
        self._kept = KeptKnobs(session, self)
        self._kept.changed.connect(self._take_kept)
        self._solved_for: tuple[ScoreSheet, Knobs] | None = None
        # After the knobs, which are then those of the case that is open.
        self.follow()

    @property
    def stale(self) -> bool:
        """Whether the plan shown is of earlier scores or knobs."""
        return self.plan is not None and self._solved_for != self._asked

    @property
    def complete(self) -> bool:
        """Whether the plan is of the scores and knobs as they stand and its worth is known."""
        return self.plan is not None and not self.stale and self.plan.worth is not None

    def turn(self, knobs: Knobs) -> None:
        """Plan under other knobs, which are kept with the case."""
        if knobs != self.knobs:
            self._kept.keep(knobs)
            self.knobs, self.problem = knobs, ""
            self.outdate()

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        self._kept.save()
        return super().close()

    def forget(self) -> None:
        """Drop the plan, and take the knobs that are kept with the case now open."""
        self.knobs = self._kept.knobs
        self.plan, self.solved_at, self.problem, self._solved_for = None, None, "", None

    def start(self) -> None:
        """Solve the plan, or measure the worth of the one there is."""
        asked = self._asked
        if asked is None or self.problem or self.complete:
            return
        if self.plan is None or self.stale:
            self.submit(0.0, _SOLVED, lambda progress, stop: (asked, self._solved(*asked, progress, stop)))
        else:
            plan = self.plan
            self.submit(_SOLVED, 1.0, lambda progress, stop: (asked, self._weighed(asked[0], plan, progress, stop)))

    def arrived(self, result: tuple[tuple[ScoreSheet, Knobs], Plan | str | None]) -> None:
        """Take a plan, why there is none, or nothing where it was given up; go on to its worth."""
        asked, found = result
        if found is None:
            return
        if isinstance(found, str):
            self.problem = found
        else:
            self.plan, self._solved_for = found, asked
            if found.worth is None:
                self.solved_at = dt.datetime.now()
                self.start()
                return
        self.rest()

    @property
    def _asked(self) -> tuple[ScoreSheet, Knobs] | None:
        sheet = self._session.sheet
        return None if sheet is None else (sheet, self.knobs)

    def _take_kept(self) -> None:
        """Plan under the knobs as they are kept, where an undo or another window has changed them."""
        if self._kept.knobs != self.knobs:
            self.knobs, self.problem = self._kept.knobs, ""
            self.outdate()

    def _solved(self, sheet: ScoreSheet, knobs: Knobs, progress: Progress, stop: threading.Event) -> Plan | str | None:
        """Return the plan, why there is none, or None where nobody waits for it; runs on the background thread."""
        playbook = self._session.playbook
        try:
            draws = self.draws()
            points = tipping_points(apply(playbook, knobs), sheet, playbook.option_ids)
            return solve(playbook, sheet, draws, knobs, points, progress=progress, cancelled=stop.is_set)
        except Cancelled:
            return None
        except AdvisorError as problem:
            return str(problem)

    def _weighed(self, sheet: ScoreSheet, plan: Plan, progress: Progress, stop: threading.Event) -> Plan | None:
        try:
            return with_worth(self._session.playbook, sheet, plan, progress=progress, cancelled=stop.is_set)
        except Cancelled:
            return None
