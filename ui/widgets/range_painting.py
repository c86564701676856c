"""How a score looks on an axis: ticks, a soft bar from low to high and three handles, or a hollow bar while unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from advisor.scores import SCALE
from ui.tokens import font
from ui.widgets.axis import BEST_RADIUS, FOCUS_RADIUS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.playbook import Side
    from advisor.scores import Score
    from ui.tokens import Tokens
    from ui.widgets.axis import Axis

_BAR_HALF, _HANDLE_HALF, _HANDLE_WIDTH = 5.0, 7.0, 3.0
_BEST_READ = 3.5
_MARK_HALF, _MARK_TOP, _MARK_TIP = 3.5, 0.5, 5.5
_TICK, _LONG_TICK, _LONG_EVERY = 2.0, 4.0, 5


def paint_axis(painter: QPainter, axis: Axis, middle: float, theme: Tokens) -> None:
    """Paint the line and a tick for every point, longer at 0, 5 and 10."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.drawLine(QPointF(axis.x(SCALE[0]), middle), QPointF(axis.x(SCALE[1]), middle))
    for value in range(int(SCALE[0]), int(SCALE[1]) + 1):
        half = _TICK if value % _LONG_EVERY else _LONG_TICK
        painter.drawLine(QPointF(axis.x(value), middle - half), QPointF(axis.x(value), middle + half))


def paint_score(
    painter: QPainter, axis: Axis, middle: float, score: Score, theme: Tokens, side: Side, *, editable: bool = True
) -> None:
    """Paint the range in the colour of the side, with handles where it can be moved."""
    low, best, high = (axis.x(value) for value in (score.low, score.best, score.high))
    colour = theme.side(side)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(theme.side_soft(side))
    painter.drawRect(QRectF(low, middle - _BAR_HALF, high - low, 2 * _BAR_HALF))
    for x in (low, high) if editable else ():
        painter.fillRect(QRectF(x - _HANDLE_WIDTH / 2, middle - _HANDLE_HALF, _HANDLE_WIDTH, 2 * _HANDLE_HALF), colour)
    painter.setPen(QPen(QColor(theme.surface), 1))
    painter.setBrush(colour)
    radius = BEST_RADIUS if editable else _BEST_READ
    painter.drawEllipse(QPointF(best, middle), radius, radius)


def paint_unknown(painter: QPainter, axis: Axis, middle: float, theme: Tokens, focus: bool) -> None:
    """Paint a hollow dashed bar over the whole scale, with a question mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = QRectF(axis.x(SCALE[0]), middle - _BAR_HALF, axis.x(SCALE[1]) - axis.x(SCALE[0]), 2 * _BAR_HALF)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.outline), 1, Qt.PenStyle.DashLine))
    painter.drawRect(bar)
    question = QRectF(bar.center().x() - FOCUS_RADIUS, 0, 2 * FOCUS_RADIUS, 2 * middle)
    painter.setFont(font(12, bold=True))
    painter.setPen(QColor(theme.ink2))
    painter.drawText(question, Qt.AlignmentFlag.AlignCenter, "?")
    if focus:
        painter.setPen(QPen(QColor(theme.focus), 2))
        painter.drawRoundedRect(bar.adjusted(-3, -3, 3, 3), 4, 4)


def paint_suggested(painter: QPainter, axis: Axis, marks: Iterable[tuple[float, bool]], theme: Tokens) -> None:
    """Paint a small mark above the axis at every score that data suggest, hollow where the data are not sound."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for value, sound in marks:
        x = axis.x(value)
        corners = (x - _MARK_HALF, _MARK_TOP), (x + _MARK_HALF, _MARK_TOP), (x, _MARK_TIP)
        painter.setPen(QPen(QColor(theme.ink2), 1))
        painter.setBrush(QColor(theme.ink2) if sound else Qt.GlobalColor.transparent)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def paint_focus(painter: QPainter, x: float, middle: float, theme: Tokens) -> None:
    """Paint the ring that says where the keyboard speaks to."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.focus), 2))
    painter.drawEllipse(QPointF(x, middle), FOCUS_RADIUS, FOCUS_RADIUS)
