"""How little can be relied on the open assessment: the index, what lacks, and the confidence that it supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from advisor.reliability import PARTS, grounds, reliability
from advisor.reliability_text import ABOUT, lack_text, part_lines, supports_text, weakest_text
from ui.live_sections import Section, line
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.findings import BestFindings
    from advisor.reliability import Ground
    from ui.session import Session

TITLE = "Lack of reliability"
_NOTHING = "0.0"


class ReliabilitySection(Section):
    """Follows scores, notes and data as they change."""

    def __init__(self, session: Session) -> None:
        super().__init__(TITLE)
        self._session = session
        self._grounds: Mapping[str, Ground] = {}
        self._rows = [(InkLabel(font(11.5), "ink2"), line(font(11.5, tabular=True), "ink2")) for _ in PARTS]
        self.supports = InkLabel(font(11.5), "ink2")
        self._lay_out()
        session.assessment_opened.connect(self._look_again)
        session.case_changed.connect(self._look_again)
        session.best_changed.connect(self._show_best)
        self._look_again()

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What lacks and how much, as shown."""
        return tuple((name.text(), lack.text()) for name, lack in self._rows if not name.isHidden())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[1])
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for row, (name, lack) in enumerate(self._rows):
            grid.addWidget(name, row, 0)
            grid.addWidget(lack, row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.body.addWidget(self.supports)

    def _look_again(self) -> None:
        session = self._session
        self._grounds = {}
        if session.case is not None and session.assessment is not None:
            self._grounds = grounds(session.playbook, session.case, session.assessment)
        if session.best is not None:
            self._show_best(session.best)

    def _show_best(self, best: BestFindings) -> None:
        found = reliability(self._session.playbook, self._grounds, best.sheet)
        if found is None:
            return
        self.figure.setText(lack_text(found.lack))
        for (name, lack), (words, number) in zip(self._rows, part_lines(found), strict=True):
            name.setText(words)
            lack.setText(number)
            for label in (name, lack):
                label.setVisible(number != _NOTHING)
        self.supports.setText(supports_text(found, best.confidence))
        self.setToolTip(f"{ABOUT}\n\n{weakest_text(self._session.playbook, found)}".strip())
        spoken = ", ".join(f"{words} {number}" for words, number in self.lines)
        self.setAccessibleName(f"{TITLE} {self.figure.text()}: {spoken}")
        self.setAccessibleDescription(self.supports.text())
