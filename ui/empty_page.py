"""What stands in the middle of the window while no assessment is open: one sentence and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.session import Session

NO_COUNTRY = "The library is empty. Add the first country to assess."
NONE_OPEN = "Choose an assessment from the library, or add a country."


class EmptyPage(QWidget):
    """Says how to begin."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sentence = InkLabel(font(17, serif=True))
        self.button = QPushButton("New country…")
        self.button.setProperty("primary", "true")
        self.button.clicked.connect(commands.new_case)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[4], SPACE[3], SPACE[4])
        column.setSpacing(SPACE[2])
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        session.assessment_opened.connect(self._refresh)
        session.library_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        if self._session.assessment is None:
            cases = self._session.cases()
            self.sentence.setText(NO_COUNTRY if cases is not None and not cases else NONE_OPEN)
            self.button.setEnabled(not self._session.library.read_only)
