"""What the notes say of the focused indicator, in a line or two, with the ways to read them and to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.note_list import best_note_line, evidence_line
from ui.tokens import SPACE, font
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from advisor.note_list import IndicatorEvidence


class PanelNotes(QWidget):
    """Shows one `IndicatorEvidence`."""

    show_wanted = Signal(str)
    """Indicator whose notes are wanted."""
    add_wanted = Signal(str)
    """Indicator on which a note is to be added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indicator = ""
        self.summary = ElidedLabel(font(12))
        self.best = ElidedLabel(font(11.5), "ink3")
        self.show_all, self.add = QPushButton("Show"), QPushButton("Add note")
        self.add.setToolTip("Add a note on this indicator (N on its row)")
        for button in (self.show_all, self.add):
            button.setProperty("link", "true")
            button.setFont(font(11.5))
        self.show_all.clicked.connect(lambda: self.show_wanted.emit(self._indicator))
        self.add.clicked.connect(lambda: self.add_wanted.emit(self._indicator))
        top = QHBoxLayout()
        top.setSpacing(SPACE[0])
        top.addWidget(self.summary, 1)
        top.addWidget(self.show_all)
        top.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.best)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the keyboard visits, in reading order."""
        return self.show_all, self.add

    def show_evidence(self, evidence: IndicatorEvidence, *, editable: bool) -> None:
        """Show the evidence on another indicator."""
        self._indicator = evidence.indicator
        self.summary.set_text(evidence_line(evidence))
        self.best.set_text(best_note_line(evidence))
        self.best.setVisible(bool(self.best.text))
        self.show_all.setVisible(bool(evidence.linked))
        self.show_all.setAccessibleName(f"Show the notes on {evidence.name}")
        self.add.setEnabled(editable)
        self.add.setAccessibleName(f"Add a note on {evidence.name}")
