"""The head of the page: which country, which issue, as of when, and the way to the briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.dates import told_apart
from ui.tokens import SPACE, font
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from ui.session import Session

HEIGHT = 58
BRIEFED = " (briefed)"


class CaseHeader(QWidget):
    """Name and issue of the open case, the choice among its assessments, and the button for the briefing."""

    brief_wanted = Signal()
    """The briefing is asked for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.name = ElidedLabel(font(24, serif=True, bold=True))
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.issue = ElidedLabel(font(12.5), "ink2")
        self.as_of = QComboBox()
        self.as_of.setAccessibleName("As of")
        self.as_of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.as_of.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.brief = QPushButton("Brief…")
        self.brief.setProperty("primary", "true")
        self.brief.setToolTip("Export the briefing as an Excel workbook or a PDF")
        self._lay_out()
        self.as_of.activated.connect(self._choose)
        self.brief.clicked.connect(self.brief_wanted)
        session.assessment_opened.connect(self.refresh)
        session.library_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is open now."""
        case, opened = self._session.case, self._session.assessment
        self.setVisible(case is not None)
        if case is None or opened is None:
            return
        self.name.set_text(case.name)
        self.issue.set_text(opened.issue)
        self.as_of.clear()
        texts = told_apart([one.as_of for one in case.assessments], [one.analyst for one in case.assessments])
        for text, one in reversed(list(zip(texts, case.assessments, strict=True))):
            self.as_of.addItem(f"{text}{BRIEFED if one.lock else ''}", one.id)
        self.as_of.setCurrentIndex(self.as_of.findData(opened.id))

    def _lay_out(self) -> None:
        caption = QLabel("as of")
        caption.setBuddy(self.as_of)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        row.setSpacing(SPACE[2])
        for widget in (self.name, self.issue, caption, self.as_of, self.brief):
            row.addWidget(widget, 1 if widget is self.issue else 0, Qt.AlignmentFlag.AlignVCenter)

    def _choose(self, place: int) -> None:
        self._session.open_assessment(self.as_of.itemData(place))
