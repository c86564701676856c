"""Leads through an assessment that is not yet complete: where it stands, and the score that would tell most now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from advisor.first_verdict import next_score
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from advisor.findings import Findings
    from advisor.first_verdict import NextScore
    from ui.session import Session

KEY = "F8"


class ScoreLead(QFrame):
    """One line above the scores, gone once all are given; a button, or F8, goes to what is worth most."""

    chosen = Signal(str)
    """The indicator to score next."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._next: NextScore | None = None
        self._led: str | None = None
        self.setObjectName("form")
        self.setAccessibleName("What to score next")
        self.text = InkLabel(font(12.5))
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.go = QPushButton()
        self.go.setProperty("primary", "true")
        self.go.setToolTip(f"Go to the score that would tell most now ({KEY})")
        self.go.clicked.connect(self.lead)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[1])
        row.setSpacing(SPACE[2])
        row.addWidget(self.text, 1)
        row.addWidget(self.go)
        key = QShortcut(QKeySequence(KEY), page)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.lead)
        session.assessment_opened.connect(self._start)
        session.likelihoods_changed.connect(self._show)
        self._start()

    def lead(self) -> None:
        """Go to the score that would tell most now; without one, stay."""
        if self._next is not None:
            self.chosen.emit(self._next.indicator)

    def _start(self) -> None:
        """Know nothing of another assessment until its likelihoods are there."""
        self._next = None
        self.hide()
        findings = self._session.findings
        if findings is not None and not self._session.pending:
            self._show(findings)

    def _show(self, findings: Findings) -> None:
        self._next = next_score(self._session.playbook, findings) if self._session.editable else None
        self.setVisible(self._next is not None)
        if self._next is None:
            return
        self.text.setText(self._next.text)
        name = self._session.playbook.indicator[self._next.indicator].name
        self.go.setText(f"Next: {name}")
        self._lead_once(findings)

    def _lead_once(self, findings: Findings) -> None:
        """Begin a blank assessment at the score that tells most, unless the keyboard is elsewhere by now."""
        opened = self._session.assessment
        page = self.parentWidget()
        if findings.best.scored or opened is None or opened.id == self._led or page is None:
            return
        self._led = opened.id
        focus: QWidget | None = page.window().focusWidget()
        if page.isVisible() and (focus is None or page.isAncestorOf(focus)):
            self.lead()
