"""The live result at the right of the Score page: what the tool says, after every tick of a slider."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor.signposts import nearest_text
from ui.live_sections import (
    ConfidenceSection,
    LeadsSection,
    ReversalSection,
    StanceSection,
    TippingSection,
    WinSetSection,
    hairline,
)
from ui.reliability_section import ReliabilitySection
from ui.tokens import SPACE

if TYPE_CHECKING:
    from advisor.findings import BestFindings, Findings
    from ui.session import Session

WIDTH = 276


class LiveResult(QFrame):
    """What best scores say is always of the last edit; likelihoods are dimmed while newer ones are computed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("liveResult")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Live result")
        self.stance = StanceSection(session.playbook.stance_model)
        self.reversal = ReversalSection(session.playbook.uncertainty.horizon_months)
        self.win_set = WinSetSection()
        self.leads = LeadsSection()
        self.tipping = TippingSection()
        self.confidence = ConfidenceSection()
        self.reliability = ReliabilitySection(session)
        self._lay_out()
        session.assessment_opened.connect(self._open)
        session.best_changed.connect(self._show_best)
        session.likelihoods_pending.connect(lambda: self._set_dimmed(dimmed=True))
        session.likelihoods_changed.connect(self._show_likelihoods)
        session.tipping_changed.connect(self._show_tipping)
        self._open()

    def _lay_out(self) -> None:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[2])
        sections: list[QWidget] = [self.stance, self.reversal, self.win_set, self.leads, self.tipping, self.confidence]
        if self._session.playbook.evidence is not None:
            sections.append(self.reliability)
        # A blank assessment has likelihoods too, those of knowing nothing; they would read like findings.
        self._once_scored: list[QWidget] = [self.reversal, self.win_set, self.leads, self.tipping, self.reliability]
        for number, section in enumerate(sections):
            if number:
                column.addWidget(rule := hairline())
                if section in self._once_scored:
                    self._once_scored.append(rule)
            column.addWidget(section)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        scroll.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def _open(self) -> None:
        self._content.setVisible(self._session.assessment is not None)
        if self._session.best is not None:
            self._show_best(self._session.best)
            self._show_unknown(self._session.best)
        if self._session.findings is not None:
            self._show_likelihoods(self._session.findings)
        if self._session.tipping:
            self._show_tipping()

    def _show_best(self, best: BestFindings) -> None:
        for widget in self._once_scored:
            widget.setVisible(best.scored > 0)
        self.stance.show_best(best)
        self.win_set.show_best(best)
        self.confidence.show_best(best, Counter(score.confidence for score in best.sheet.scores.values()))
        if self._session.findings is None:
            self._show_unknown(best)

    def _show_unknown(self, best: BestFindings) -> None:
        self.stance.show_unknown()
        self.reversal.show_likelihood(None)
        self.win_set.show_verdicts(Counter(option.verdict for option in best.options))
        self.leads.show_best(best)
        self.tipping.show_text("")

    def _show_likelihoods(self, findings: Findings) -> None:
        session = self._session
        self.stance.show_likelihoods(findings, session.findings_before)
        self.reversal.show_likelihood(findings.reversal)
        self.win_set.show_verdicts(Counter(option.verdict for option in findings.options))
        self.leads.show_likelihoods(findings)
        self._set_dimmed(dimmed=False)

    def _show_tipping(self) -> None:
        session = self._session
        if session.best is not None:
            self.tipping.show_text(f"{nearest_text(session.playbook, session.best.sheet, session.tipping)}.")
            self.tipping.set_dimmed(dimmed=False)

    def _set_dimmed(self, dimmed: bool) -> None:
        for section in (self.stance, self.reversal, self.win_set, self.leads):
            section.set_dimmed(dimmed)
        if dimmed:
            self.tipping.set_dimmed(dimmed=True)
