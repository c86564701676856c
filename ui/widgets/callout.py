"""A note beside a thing in the window, with an arrow to it; what is under it goes on working."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.tokens import RADIUS_CONTROL, SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

Side = Literal["right", "left", "below", "above", "none"]
WIDTH = 320
_ARROW = 10
_GAP = 4


class Callout(QWidget):
    """Heading, text and buttons; it follows the thing it is about, and Escape puts it off."""

    forward = Signal()
    """The next note is wanted, or there is none and this one was read."""
    later = Signal()
    """The notes are put off."""
    never = Signal()
    """The notes are not wanted again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._side: Side = "none"
        self.heading = InkLabel(font(15, serif=True, bold=True))
        self.text = InkLabel(font(12.5), "ink2")
        self.count = InkLabel(font(11.5), "ink3")
        self.count.setWordWrap(False)
        self.go_on, self.put_off, self.refuse = (QPushButton() for _ in range(3))
        self.put_off.setText("Later")
        self.refuse.setText("Don’t show again")
        self.go_on.setProperty("primary", "true")
        for button in (self.put_off, self.refuse):
            button.setProperty("link", "true")
        self.go_on.clicked.connect(self.forward)
        self.put_off.clicked.connect(self.later)
        self.refuse.clicked.connect(self.never)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        for button in (self.go_on, self.put_off, self.refuse):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*[SPACE[3] + _ARROW] * 4)
        column.setSpacing(SPACE[1])
        for widget in (self.heading, self.text):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH + 2 * _ARROW)
        self.hide()
        window.installEventFilter(self)

    @property
    def side(self) -> Side:
        """On which side of its target it stands; none where that cannot be seen."""
        return self._side

    def point_at(self, target: QWidget, heading: str, text: str, number: int, of: int) -> None:
        """Stand beside a widget and say something about it."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.count.setText(f"{number} of {of}")
        self.go_on.setText("Next" if number < of else "Done")
        self.setAccessibleName(f"Tour, {number} of {of}: {heading}")
        self.setAccessibleDescription(text)
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = target
        target.installEventFilter(self)
        self.show()
        self.place()
        self.raise_()
        self.go_on.setFocus()

    def leave(self) -> None:
        """Go, and let go of the thing it was about."""
        if self._target is not None:
            self._target.removeEventFilter(self)
            self._target = None
        self.hide()

    def place(self) -> None:
        """Stand beside the target as it lies now."""
        window, target = self.parentWidget(), self._target
        if window is None or target is None:
            return
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))
        seen = QRect()
        if target.isVisibleTo(window):
            whole = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
            seen = whole.intersected(window.rect())
        self._side, place = beside(seen, self.size(), window.rect())
        self._tip = QPointF(seen.center() - place.topLeft())
        self.setGeometry(place)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
        if self.isVisible() and event.type() in moved:
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.later.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.forward.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = tokens(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
        shape = QPainterPath()
        shape.addRoundedRect(body, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.setBrush(QColor(theme.surface))
        painter.drawPath(shape.united(self._arrow(body)))

    def _arrow(self, body: QRectF) -> QPainterPath:
        """Return the triangle that leads to the target, as near to its middle as the body reaches."""
        arrow, room = QPainterPath(), _ARROW + RADIUS_CONTROL
        x = min(max(self._tip.x(), body.left() + room), body.right() - room)
        y = min(max(self._tip.y(), body.top() + room), body.bottom() - room)
        corners = {
            "right": ((0, y), (body.left() + 1, y - _ARROW), (body.left() + 1, y + _ARROW)),
            "left": ((self.width(), y), (body.right() - 1, y - _ARROW), (body.right() - 1, y + _ARROW)),
            "below": ((x, 0), (x - _ARROW, body.top() + 1), (x + _ARROW, body.top() + 1)),
            "above": ((x, self.height()), (x - _ARROW, body.bottom() - 1), (x + _ARROW, body.bottom() - 1)),
        }.get(self._side)
        if corners is not None:
            arrow.moveTo(*corners[0])
            for corner in corners[1:]:
                arrow.lineTo(*corner)
            arrow.closeSubpath()
        return arrow

    _tip = QPointF()


def beside(target: QRect, size: QSize, bounds: QRect) -> tuple[Side, QRect]:
    """Return on which side of a target a note of a size has room, and where it stands; else at the foot of the bounds.

    The right comes first, then the left, below and above; along the target it is as near to its middle as bounds allow.
    """
    place = QRect(QPoint(0, 0), size)
    if target.isEmpty():
        place.moveBottomRight(bounds.bottomRight() - QPoint(SPACE[4], SPACE[4]))
        return "none", place
    middle = target.center()
    x = min(max(middle.x() - size.width() // 2, bounds.left()), bounds.right() - size.width() + 1)
    y = min(max(middle.y() - size.height() // 2, bounds.top()), bounds.bottom() - size.height() + 1)
    corners: tuple[tuple[Side, QPoint], ...] = (
        ("right", QPoint(target.right() + _GAP, y)),
        ("left", QPoint(target.left() - _GAP - size.width(), y)),
        ("below", QPoint(x, target.bottom() + _GAP)),
        ("above", QPoint(x, target.top() - _GAP - size.height())),
    )
    for side, corner in corners:
        place.moveTopLeft(corner)
        if bounds.contains(place):
            return side, place
    # A target that leaves no room on any side, such as a whole page, is stood upon.
    place.moveCenter(middle)
    return "none", place
