"""What the evidence on one indicator suggests, why, and what is thin; a button takes it, and the analyst decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.note_list import suggestion_sentence
from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from advisor.note_list import IndicatorEvidence
    from advisor.scores import Confidence


class WeighingSection(QWidget):
    """Shows one `IndicatorEvidence`."""

    taken = Signal(str, str)
    """Indicator and the confidence to give its score."""
    score_wanted = Signal(str)
    """Indicator to show where it is scored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: IndicatorEvidence | None = None
        self.sentence = InkLabel(font(15, serif=True))
        self.reasons = InkLabel(font(12), "ink2")
        self.thin = InkLabel(font(12), "ink")
        self.take, self.score = QPushButton(), QPushButton("Show its score")
        self.score.setProperty("link", "true")
        self.take.clicked.connect(self._take)
        self.score.clicked.connect(lambda: self._evidence and self.score_wanted.emit(self._evidence.indicator))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[2])
        buttons.addWidget(self.take)
        buttons.addWidget(self.score)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[2])
        column.setSpacing(SPACE[0])
        for widget in (self.sentence, self.reasons, self.thin):
            column.addWidget(widget)
        column.addSpacing(2)
        column.addLayout(buttons)
        self.hide()

    def show_evidence(self, evidence: IndicatorEvidence | None, *, editable: bool) -> None:
        """Show the evidence on an indicator, or nothing."""
        self._evidence = evidence
        self.setVisible(evidence is not None)
        if evidence is None:
            return
        self.sentence.setText(suggestion_sentence(evidence))
        suggested = evidence.suggested
        self.reasons.setText("" if suggested is None else " ".join(suggested.reasons))
        self.reasons.setVisible(bool(self.reasons.text()) and bool(evidence.bearing))
        self.thin.setText("" if suggested is None else "\n".join(f"▸ {one}" for one in suggested.thin))
        self.thin.setVisible(bool(self.thin.text()))
        offered: Confidence | None = evidence.offered if evidence.bearing else None
        self.take.setVisible(offered is not None)
        self.take.setEnabled(editable)
        self.take.setText(f"Take {offered} confidence")
        self.setAccessibleName(f"{evidence.name}: {self.sentence.text()} {self.reasons.text()} {self.thin.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.outline))

    def _take(self) -> None:
        if self._evidence is not None and self._evidence.offered is not None:
            self.taken.emit(self._evidence.indicator, self._evidence.offered)
