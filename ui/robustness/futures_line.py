"""From how many futures the numbers come, and what takes the count up again once it was stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from advisor.survey_text import futures_text
from ui.live_sections import line
from ui.tokens import SPACE, font

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from ui.surveyor import Surveyor

_HEIGHT = 28


class FuturesLine(QWidget):
    """Follows a surveyor; how far its work is stands in the status line of the window, with the button to stop it."""

    def __init__(self, playbook: Playbook, surveyor: Surveyor) -> None:
        super().__init__()
        self._playbook, self._surveyor = playbook, surveyor
        # Whatever is shown of it: the page must not be laid out anew, and its charts be drawn, for a button.
        self.setFixedHeight(_HEIGHT)
        self.text = line(font(11.5), "ink3")
        self.button = QPushButton(f"Count {surveyor.many:,} futures")
        self.button.setProperty("link", "true")
        self.button.setFont(font(11.5))
        self.button.clicked.connect(self._go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.text, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        row.addStretch()
        surveyor.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how things stand with the surveyor."""
        surveyor = self._surveyor
        self.text.setText(self._counted())
        self.button.setVisible(not surveyor.busy and not surveyor.complete)

    def _counted(self) -> str:
        surveyor = self._surveyor
        if surveyor.survey is None or surveyor.surveyed_at is None:
            return ""
        if surveyor.stale:
            return f"Of earlier scores, counted at {surveyor.surveyed_at:%H:%M:%S}."
        counted = futures_text(self._playbook, surveyor.survey)
        return f"{counted} {surveyor.many:,} are being counted." if surveyor.busy else counted

    def _go_on(self) -> None:
        self._surveyor.want(self)
        self._surveyor.unwant(self)
