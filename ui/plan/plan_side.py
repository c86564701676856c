"""The panel at the right of the plan: its knobs, what flexibility is worth, and what delivers when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.live_sections import hairline
from ui.plan.knobs_panel import KnobsPanel
from ui.plan.sequence_section import SequenceSection
from ui.plan.worth_section import WorthSection
from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from advisor.playbook import Playbook

WIDTH = 290


class PlanSide(QFrame):
    """As wide as the live result, and scrolled on its own."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.knobs = KnobsPanel(playbook)
        self.worth = WorthSection(playbook)
        self.sequence = SequenceSection()
        self.source = InkLabel(font(11.5), "ink3")
        content = QWidget()
        content.setAutoFillBackground(False)
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[1], SPACE[3])
        column.setSpacing(SPACE[2])
        self._rule = hairline()
        for widget in (self.knobs, self.worth, self._rule, self.sequence, self.source):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        scroll.viewport().setAutoFillBackground(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 0, 0, 0)
        around.addWidget(scroll)

    def put_note(self, note: QWidget) -> None:
        """Put a note above the knobs."""
        self._column.insertWidget(0, note)

    def set_solved(self, *, solved: bool) -> None:
        """Show what belongs to a plan only where there is one."""
        for widget in (self.worth, self._rule, self.source):
            widget.setVisible(solved)
        self.sequence.setVisible(solved and bool(self.sequence.lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        painter.fillRect(self.rect(), QColor(theme.sunken))
        painter.fillRect(0, 0, 1, self.height(), QColor(theme.line))
