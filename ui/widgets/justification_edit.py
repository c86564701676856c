"""Why a score is what it is, in the analyst's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from ui.tokens import RADIUS_CONTROL, font, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent

NAME, HINT = "Why this score", "What speaks for this score"
NOTHING_SAID = "No reason was written down"
_HOW_KEPT = "Kept when you leave it, or with Ctrl+Enter; Esc takes it back"
_LINES, _FRAME, _INSET = 2, 3, 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class JustificationEdit(QPlainTextEdit):
    """Text that is kept when the keyboard leaves it, or on Ctrl+Enter; Esc takes back what was typed since."""

    edited = Signal(str)
    """The text to keep."""
    left = Signal()
    """The keyboard wants to go back to the row."""

    def __init__(self, name: str = NAME, hint: str = HINT, lines: int = _LINES) -> None:
        super().__init__()
        self._kept = ""
        self.setFont(font(12))
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self._hint = hint
        self.setPlaceholderText(hint)
        self.setToolTip(_HOW_KEPT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        self.document().setDocumentMargin(_INSET)
        frame = 2 * (_FRAME + _INSET + 1)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + frame)

    def show_text(self, text: str) -> None:
        """Show the text of a score; what is being typed stays."""
        if text != self._kept:
            typing = self.toPlainText() != self._kept
            self._kept = text
            if not typing:
                self.setPlainText(text)

    def keep(self) -> None:
        """Have the text kept, if it was changed."""
        text = self.toPlainText().strip()
        if text != self.toPlainText():
            self.setPlainText(text)
        if text != self._kept:
            self._kept = text
            self.edited.emit(text)

    def set_editable(self, editable: bool) -> None:
        """Take words, or only show them: then without the look of a field."""
        self.setReadOnly(not editable)
        self.setPlaceholderText(self._hint if editable else NOTHING_SAID)
        self.setToolTip(_HOW_KEPT if editable else "")
        self.viewport().setAutoFillBackground(editable)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if editable else Qt.CursorShape.ArrowCursor)
        self.update()

    def take_back(self) -> None:
        """Drop what was typed since the text was kept."""
        if self.toPlainText() != self._kept:
            self.setPlainText(self._kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.take_back()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            self._paint_frame()
        return done

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()

    def _paint_frame(self) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        if self.isReadOnly() and not self.hasFocus():
            painter.fillRect(self.rect(), QColor(theme.sunken))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(theme.focus if self.hasFocus() else theme.outline), width))
        painter.setBrush(QColor(theme.surface))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
