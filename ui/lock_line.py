"""The line above a locked assessment: that it was briefed, when and by whom, what it said, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from advisor.briefed import playbook_sentence, said_sentence
from ui.dates import written
from ui.tokens import SPACE, font, tokens
from ui.widgets.glyphs import paint_lock
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from advisor.case import Lock
    from ui.session import Session

_GLYPH, _RULE = 14, 3


class LockGlyph(QWidget):
    """A closed padlock, painted, because few fonts hold one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_GLYPH, _GLYPH + 2)
        self.setAccessibleName("Locked")

    def sizeHint(self) -> QSize:
        return QSize(_GLYPH, _GLYPH + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_lock(QPainter(self), QRectF(0, 1, _GLYPH, _GLYPH), QColor(tokens(self.palette()).ink))


class LockLine(QFrame):
    """Shown while the open assessment is locked."""

    copy_wanted = Signal()
    """A copy as a new assessment is wanted."""
    unlock_wanted = Signal()
    """The assessment is to be opened to edits again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("notice")
        self.text = InkLabel(font(12))
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.copy, self.unlock = QPushButton("Copy as new assessment…"), QPushButton("Unlock")
        for button in (self.copy, self.unlock):
            button.setProperty("link", "true")
        self.copy.clicked.connect(self.copy_wanted)
        self.unlock.clicked.connect(self.unlock_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3] - _RULE, SPACE[0], SPACE[2], SPACE[0])
        row.setSpacing(SPACE[1])
        row.addWidget(LockGlyph())
        row.addWidget(self.text, 1)
        row.addWidget(self.copy)
        row.addWidget(self.unlock)
        session.assessment_opened.connect(self.refresh)
        session.case_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the lock of what is open, or nothing."""
        opened = self._session.assessment
        lock = None if opened is None else opened.lock
        self.setVisible(lock is not None)
        if lock is None:
            return
        self.text.setText(" ".join(part for part in (_when(lock), said_sentence(lock), self._playbook(lock)) if part))
        self.text.setToolTip(f"Playbook {lock.playbook.id} {lock.playbook.version}, SHA-256 {lock.playbook.sha256}")
        self.setAccessibleName(self.text.text())
        may = not self._session.library.read_only
        self.copy.setEnabled(may)
        self.unlock.setEnabled(may)

    def _playbook(self, lock: Lock) -> str:
        return playbook_sentence(lock, self._session.playbook_version)


def _when(lock: Lock) -> str:
    by = f" by {lock.who}" if lock.who else ""
    reason = f" ({lock.reason})" if lock.reason else ""
    return f"Locked as briefed on {written(lock.at.astimezone().date())}{by}{reason}."
