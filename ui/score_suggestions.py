"""What the data series of the open case suggest for its scores, computed once for every change of the series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor.suggestion import departures, suggestions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from advisor.case import Series
    from advisor.scores import ScoreSheet
    from advisor.suggestion import Departure, Suggestion
    from ui.session import Session


class ScoreSuggestions(QObject):
    """The suggestions of the open assessment by indicator, and the scores that depart from them."""

    changed = Signal()
    """Other data, or another date: every suggestion must be read again."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: tuple[tuple[Series, ...], dt.date] | None = None
        self._found: Mapping[str, tuple[Suggestion, ...]] = {}
        session.assessment_opened.connect(self.refresh)
        session.case_changed.connect(self.refresh)
        self.refresh()

    def of(self, indicator: str) -> tuple[Suggestion, ...]:
        """Return what the data suggest for an indicator."""
        return self._found.get(indicator, ())

    def departures(self, sheet: ScoreSheet) -> tuple[Departure, ...]:
        """Return the scores of a sheet that are to be reviewed."""
        return departures(self._session.playbook, sheet, self._found)

    def refresh(self) -> None:
        """Look at the series again."""
        case, opened = self._session.case, self._session.assessment
        known = None if case is None or opened is None else (case.series, opened.as_of)
        if known != self._known:
            self._known = known
            self._found = {} if known is None else suggestions(self._session.playbook, *known)
            self.changed.emit()
