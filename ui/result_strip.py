"""The live result in one line, for pages that need the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from advisor.scorecard import side_mean
from advisor.wording import STANCE_WORDS, likelier_text, likelihood, percent
from ui.live_sections import COUNTS_AS_UNKNOWN, NOTHING_SCORED, line
from ui.tokens import SPACE, font
from ui.widgets.glyphs import StanceGlyph
from ui.widgets.side_figure import SideFigure

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from advisor.findings import BestFindings, Findings
    from ui.session import Session
    from ui.widgets.ink_label import InkLabel

HEIGHT = 36


class ResultStrip(QFrame):
    """Stance, reversal, win-set and the two sides, with the way back to the whole live result."""

    expand_wanted = Signal()
    """The whole live result is asked for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._begun = session, True
        self.setObjectName("strip")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Live result in short")
        self.glyph = StanceGlyph(10)
        self.stance, self.chance = line(font(12.5, bold=True)), line(font(12.5), "ink2")
        self.reversal = line(font(12.5, bold=True))
        self.win_set = line(font(12.5, bold=True, tabular=True))
        self.domestic, self.external = SideFigure("domestic"), SideFigure("external")
        self.expand = QPushButton("Show live result  ›")
        self.expand.setProperty("link", "true")
        self.expand.clicked.connect(self.expand_wanted)
        self._lay_out()
        session.assessment_opened.connect(self._open)
        session.best_changed.connect(self._show_best)
        session.likelihoods_pending.connect(lambda: self._set_dimmed(dimmed=True))
        session.likelihoods_changed.connect(self._show_likelihoods)
        self._open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        months = self._session.playbook.uncertainty.horizon_months
        self._row = _row(self.glyph, self.stance, self.chance)
        self._facts = (
            _fact(_plain(f"Reversal within {months:g} months"), self.reversal),
            _fact(_plain("Win-set"), self.win_set),
            _fact(_plain("Domestic"), self.domestic, _plain("against external"), self.external),
        )
        for fact in self._facts:
            self._row.addWidget(fact)
        self._row.addStretch()
        self._row.addWidget(self.expand)
        self._row.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        self.setLayout(self._row)
        self.setMinimumWidth(1)

    def _fit(self) -> None:
        """Leave the last facts out where there is no room for all: the whole live result has them."""
        if not self._begun:
            return
        always = (self.glyph, self.stance, self.chance, self.expand)
        room = self.width() - 2 * SPACE[3] + self._row.spacing()
        room -= sum(one.sizeHint().width() + self._row.spacing() for one in always)
        for fact in self._facts:
            # What is in it may have changed just now, and the row would go on reckoning with its old width.
            fact.updateGeometry()
            room -= fact.sizeHint().width() + self._row.spacing()
            fact.setVisible(room >= 0)

    def _open(self) -> None:
        if self._session.findings is None:
            self.chance.setText("")
            self.reversal.setText("–")
        if self._session.best is not None:
            self._show_best(self._session.best)
        if self._session.findings is not None:
            self._show_likelihoods(self._session.findings)

    def _show_best(self, best: BestFindings) -> None:
        playbook, begun = self._session.playbook, best.scored > 0
        if begun != self._begun:
            self._begun = begun
            for widget in (self.glyph, *self._facts):
                widget.setVisible(begun)
            self.chance.setText("" if begun else COUNTS_AS_UNKNOWN)
            self._fit()
        self.glyph.set_stance(best.stance.stance_class)
        self.stance.setText(STANCE_WORDS[best.stance.stance_class] if begun else NOTHING_SCORED)
        self.win_set.setText(f"{len(best.win_set)} of {len(best.options)}")
        self.domestic.set_value(side_mean(playbook, best.factors, "domestic"))
        self.external.set_value(side_mean(playbook, best.factors, "external"))

    def _show_likelihoods(self, findings: Findings) -> None:
        chance, likelier = findings.probabilities[findings.best.stance.stance_class], likelier_text(findings)
        if findings.best.scored:
            self.chance.setText(f"{likelihood(chance)}, {percent(chance)}{'; ' if likelier else ''}{likelier}")
        self.reversal.setText(f"{likelihood(findings.reversal)}, {percent(findings.reversal)}")
        self._set_dimmed(dimmed=False)
        self._fit()

    def _set_dimmed(self, dimmed: bool) -> None:
        self.chance.set_ink("ink3" if dimmed else "ink2")
        self.reversal.set_ink("ink3" if dimmed else "ink")


def _plain(text: str) -> InkLabel:
    return line(font(12.5), "ink2", text)


def _fact(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(_row(_upright(), *widgets))
    return made


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE[1])
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def _upright() -> QFrame:
    made = QFrame()
    made.setObjectName("hairline")
    made.setFixedSize(1, 16)
    return made
