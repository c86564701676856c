"""One thing that an answer rests on; where there is more to ask, a click or Return asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.tokens import RADIUS_CONTROL, SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from advisor.answers import Part

_MORE = "›"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PartRow(QAbstractButton):
    """Name and number in one line, and what is to be said of them below."""

    asked = Signal(object)
    """The `Subject` to answer next."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        leads_on = part.subject is not None
        name, value, note = (
            InkLabel(font(12)),
            InkLabel(font(12, bold=True, tabular=True)),
            InkLabel(font(11.5), "ink2"),
        )
        name.setText(part.name)
        value.setText(f"{part.value}  {_MORE}" if leads_on else part.value)
        note.setText(part.note)
        value.setWordWrap(False)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for label in (name, value, note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setVisible(bool(label.text()))
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(SPACE[0], 3, SPACE[0], 3)
        grid.setHorizontalSpacing(SPACE[2])
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(name, 0, 0)
        grid.addWidget(value, 0, 1)
        grid.addWidget(note, 1, 0, 1, 2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads_on else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if leads_on:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: self.asked.emit(part.subject))
        spoken = " ".join(one for one in (part.name, part.value, part.note) if one)
        self.setAccessibleName(f"{spoken}. Why?" if leads_on else spoken)

    def sizeHint(self) -> QSize:
        return self._grid.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._grid.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._part.subject is not None:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        if self._part.subject is not None and self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.accent_soft))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
