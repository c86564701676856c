"""The evidence on the Score page: how many notes bear on each row, and what they say in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor.note_list import evidence_by_indicator

if TYPE_CHECKING:
    from advisor.note_list import IndicatorEvidence
    from ui.score_page import ScorePage
    from ui.session import Session


class ScoreEvidence(QObject):
    """Keeps rows and panel of the page up to date with the notes of the open case."""

    def __init__(self, session: Session, page: ScorePage) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._evidence: dict[str, IndicatorEvidence] = {}
        session.case_changed.connect(self.refresh)
        session.assessment_opened.connect(self.refresh)
        page.panel.notes.show_wanted.connect(page.evidence_wanted)
        page.panel.notes.add_wanted.connect(page.note_wanted)
        for row in page.rows.values():
            row.note_wanted.connect(page.note_wanted)
        self.refresh()

    def refresh(self) -> None:
        """Read the notes of the open case again."""
        case, opened = self._session.case, self._session.assessment
        if case is None or opened is None:
            self._evidence = {}
            return
        found = evidence_by_indicator(self._session.playbook, case, opened)
        self._evidence = {one.indicator: one for one in found}
        for name, row in self._page.rows.items():
            row.set_notes(self._evidence[name].bearing)
        if self._page.selected is not None:
            self.show_indicator(self._page.selected)

    def show_indicator(self, indicator: str) -> None:
        """Show the evidence on an indicator in the panel."""
        if indicator in self._evidence:
            editable = not self._session.library.read_only
            self._page.panel.notes.show_evidence(self._evidence[indicator], editable=editable)
