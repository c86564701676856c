"""Surveys the open assessment in the background: at once on the playbook's draws, and then on many more."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.progress import Cancelled
from advisor.survey import MANY, recounted, survey
from advisor.uncertainty import draw_blocks
from ui.standing_work import StandingWork

if TYPE_CHECKING:
    import threading

    from PySide6.QtCore import QObject

    from advisor.scores import ScoreSheet
    from advisor.survey import Survey
    from ui.session import Session
    from ui.standing_work import Progress

_SURVEYED = 0.2
"""The share of the work that is done once a survey is there and many more futures are still to be counted."""


class Surveyor(StandingWork):
    """The survey of the assessment that is open, and after it one on many more futures.

    A survey of earlier scores is `stale`; `surveyed_at` says since when it stands.
    """

    failure = "The futures could not be counted"

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.survey: Survey | None = None
        self.surveyed_at: dt.datetime | None = None
        self.many = max(MANY, session.playbook.uncertainty.draws)
        self.follow()

    @property
    def stale(self) -> bool:
        """Whether the survey shown is of earlier scores."""
        return self.survey is not None and self.survey.findings.best.sheet != self._session.sheet

    @property
    def complete(self) -> bool:
        """Whether the survey is of the scores as they stand and of as many futures as are counted in the end."""
        return self.survey is not None and not self.stale and self.survey.draws >= self.many

    def forget(self) -> None:
        """Drop the survey."""
        self.survey, self.surveyed_at = None, None

    def start(self) -> None:
        """Make the survey, or count more futures for the one there is."""
        sheet, known = self._session.sheet, self.survey
        if sheet is None or self.complete:
            return
        if known is None or self.stale:
            self.submit(0.0, _SURVEYED, lambda progress, stop: self._surveyed(sheet, progress, stop))
        else:
            self.submit(_SURVEYED, 1.0, lambda progress, stop: self._recounted(sheet, known, progress, stop))

    def arrived(self, found: Survey | None) -> None:
        """Take a survey, or nothing where it was given up; go on to many more futures while they are wanted."""
        if found is None:
            return
        self.survey, self.surveyed_at = found, dt.datetime.now()
        if not self.complete and self.wanted:
            self.start()
            return
        self.rest()

    def _surveyed(self, sheet: ScoreSheet, progress: Progress, stop: threading.Event) -> Survey | None:
        """Return the survey, or None where nobody waits for it; runs on the background thread."""
        try:
            return survey(self._session.playbook, sheet, self.draws(), progress=progress, cancelled=stop.is_set)
        except Cancelled:
            return None

    def _recounted(self, sheet: ScoreSheet, known: Survey, progress: Progress, stop: threading.Event) -> Survey | None:
        playbook, many = self._session.playbook, self.many
        blocks = draw_blocks(playbook, many, playbook.uncertainty.seed_fit)
        try:
            return recounted(playbook, sheet, known, blocks, expected=many, progress=progress, cancelled=stop.is_set)
        except Cancelled:
            return None
