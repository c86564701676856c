"""The glyphs of stances and verdicts, painted, because few fonts hold all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from advisor.wording import STANCE_WORDS, VERDICT_WORDS
from ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from advisor.findings import Verdict
    from advisor.playbook import StanceClass

_STANCE_SHAPES: dict[StanceClass, tuple[tuple[float, float], ...]] = {
    "divergent": ((0.95, 0.05), (0.95, 0.95), (0.05, 0.5)),
    "contested": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "aligned": ((0.05, 0.05), (0.05, 0.95), (0.95, 0.5)),
}
_THINNEST, _PEN_SHARE = 1.3, 0.14
_QUARTER_TURN, _HALF_TURN = 90 * 16, 180 * 16


def paint_stance(painter: QPainter, box: QRectF, stance: StanceClass, colour: QColor) -> None:
    """Paint an arrow to the left, a diamond or an arrow to the right."""
    corners = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _STANCE_SHAPES[stance]]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def paint_lock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint a closed padlock."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, height = box.width(), box.height()
    painter.setPen(QPen(colour, max(_THINNEST, width * _PEN_SHARE)))
    bow = QRectF(box.left() + 0.27 * width, box.top() + 0.06 * height, 0.46 * width, 0.62 * height)
    painter.drawArc(bow, 0, _HALF_TURN)
    for x in (bow.left(), bow.right()):
        painter.drawLine(QPointF(x, bow.center().y()), QPointF(x, box.top() + 0.55 * height))
    painter.fillRect(QRectF(box.left() + 0.12 * width, box.top() + 0.48 * height, 0.76 * width, 0.52 * height), colour)
    painter.restore()


def paint_verdict(painter: QPainter, box: QRectF, verdict: Verdict, colour: QColor) -> None:
    """Paint a full, half or hollow disc, or a cross."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = max(_THINNEST, box.width() * _PEN_SHARE)
    painter.setPen(QPen(colour, pen))
    disc = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
    if verdict == "avoid":
        cross = disc.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())
    else:
        painter.setBrush(colour if verdict == "lead" else Qt.GlobalColor.transparent)
        painter.drawEllipse(disc)
    if verdict == "offer_with_conditions":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(disc, _QUARTER_TURN, _HALF_TURN)
    painter.restore()


class StanceGlyph(QWidget):
    """The glyph of a stance, square."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stance: StanceClass | None = None
        self.setFixedSize(size, size)

    @property
    def stance(self) -> StanceClass | None:
        """The stance shown."""
        return self._stance

    def set_stance(self, stance: StanceClass | None) -> None:
        """Show the glyph of a stance, or none."""
        self._stance = stance
        self.setAccessibleName(STANCE_WORDS[stance] if stance else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stance is not None:
            colour = tokens(self.palette()).stance(self._stance)
            paint_stance(QPainter(self), QRectF(self.rect()), self._stance, colour)


class VerdictGlyph(QWidget):
    """The glyph of a verdict, square."""

    def __init__(self, verdict: Verdict, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict = verdict
        self.setAccessibleName(VERDICT_WORDS[verdict])
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = tokens(self.palette()).verdict(self._verdict)
        paint_verdict(QPainter(self), QRectF(self.rect()), self._verdict, colour)
