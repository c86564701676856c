"""A small cross at the end of a field that is filtered or searched by; it empties the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLineEdit

_WIDTH, _MOST_HEIGHT, _GAP = 20, 24, 3
_CROSS, _PEN = 7.0, 1.4


class ClearButton(QAbstractButton):
    """Seen only while its field holds something; it takes no focus, for the field is emptied by keys as any is."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"Clear: {field.accessibleName()}" if field.accessibleName() else "Clear")
        self.setToolTip("Clear")
        self.clicked.connect(self._clear)
        field.textChanged.connect(self._follow)
        field.installEventFilter(self)
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, min(_MOST_HEIGHT, self._field.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange):
            self._follow()
        return False

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = tokens(self.palette())
        cross = QRectF(0, 0, _CROSS, _CROSS)
        cross.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.ink if self.underMouse() or self.isDown() else theme.ink3
        painter.setPen(QPen(QColor(ink), _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())

    def _clear(self) -> None:
        self._field.clear()
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)

    def _follow(self) -> None:
        """Stand at the end of the field, and keep its words from running below."""
        field = self._field
        shown = bool(field.text()) and field.isEnabled() and not field.isReadOnly()
        size, margins = self.sizeHint(), field.textMargins()
        self.setGeometry(field.width() - size.width() - _GAP, (field.height() - size.height()) // 2, *size.toTuple())
        margins.setRight(_WIDTH - _GAP if shown else 0)
        field.setTextMargins(margins)
        self.setVisible(shown)
