"""Where the stance index lies between divergent and aligned: zones, a marker, and the chance of each class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.playbook import STANCE_CLASSES
from advisor.presentation import index_position
from advisor.wording import percent
from ui.tokens import font, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from advisor.playbook import StanceClass
    from advisor.stance_fit import StanceModel
    from ui.tokens import Tokens

_HEIGHT, _BAR_TOP, _BAR_HEIGHT, _WORDS, _NUMBERS = 64, 20, 9, 32, 47
_MARKER, _WHISKER_Y, _WHISKER_END = 5.0, 9.0, 3.0
_ALIGNMENTS = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)


class StanceGauge(QWidget):
    """The index on its axis; `set_dimmed` says that the chances are of an earlier edit."""

    def __init__(self, model: StanceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._index = 0.0
        self._range: tuple[float, float] | None = None
        self._probabilities: Mapping[StanceClass, float] | None = None
        self._dimmed = self._muted = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_index(self, index: float) -> None:
        """Move the marker."""
        self._index = index
        self._describe()

    def set_likelihoods(
        self, probabilities: Mapping[StanceClass, float] | None, likely_range: tuple[float, float] | None
    ) -> None:
        """Show the chance of each class, and the range that holds the index in four futures of five."""
        self._probabilities, self._range = probabilities, likely_range
        self._describe()

    def set_dimmed(self, dimmed: bool) -> None:
        """Show the chances as those of an earlier edit, or of this one."""
        self._dimmed = dimmed
        self.update()

    def set_muted(self, muted: bool) -> None:
        """Show the bare axis, because nothing is known that could stand on it."""
        if muted != self._muted:
            self._muted = muted
            self._describe()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_zones(painter, theme)
        if not self._muted:
            self._paint_whisker(painter, theme)
            self._paint_marker(painter, theme)
        self._paint_chances(painter, theme)

    def _x(self, index: float) -> float:
        return index_position(index, self._model) * self.width()

    def _paint_zones(self, painter: QPainter, theme: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        edges = (0.0, self._x(self._model.cut_divergent), self._x(self._model.cut_aligned), float(self.width()))
        for stance, left, right in zip(STANCE_CLASSES, edges, edges[1:], strict=False):
            gap = 0.0 if right == edges[-1] else 2.0
            colour = QColor(theme.track) if self._muted else theme.stance(stance)
            painter.fillRect(QRectF(left, _BAR_TOP, right - left - gap, _BAR_HEIGHT), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_whisker(self, painter: QPainter, theme: Tokens) -> None:
        if self._range is None:
            return
        left, right = (self._x(end) for end in self._range)
        painter.setPen(QPen(QColor(theme.ink3 if self._dimmed else theme.ink), 1))
        painter.drawLine(QPointF(left, _WHISKER_Y), QPointF(right, _WHISKER_Y))
        for x in (max(left, 0.5), min(right, self.width() - 0.5)):
            painter.drawLine(QPointF(x, _WHISKER_Y - _WHISKER_END), QPointF(x, _WHISKER_Y + _WHISKER_END))

    def _paint_marker(self, painter: QPainter, theme: Tokens) -> None:
        x = min(max(self._x(self._index), _MARKER), self.width() - _MARKER)
        tip = QPointF(x, _BAR_TOP - 1)
        shape = QPolygonF([tip, tip + QPointF(-_MARKER, -1.8 * _MARKER), tip + QPointF(_MARKER, -1.8 * _MARKER)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ink))
        painter.drawPolygon(shape)

    def _paint_chances(self, painter: QPainter, theme: Tokens) -> None:
        for stance, side in zip(STANCE_CLASSES, _ALIGNMENTS, strict=True):
            painter.setPen(QColor(theme.ink3 if self._muted else theme.ink2))
            painter.setFont(font(11.5))
            painter.drawText(QRectF(0, _WORDS, self.width(), 16), side, stance)
            if self._probabilities is not None and not self._muted:
                painter.setPen(QColor(theme.ink3 if self._dimmed else theme.ink))
                painter.setFont(font(11.5, bold=True, tabular=True))
                painter.drawText(QRectF(0, _NUMBERS, self.width(), 16), side, percent(self._probabilities[stance]))

    def _describe(self) -> None:
        if self._muted:
            self.setAccessibleName("Stance index unknown")
            self.setToolTip("")
            self.update()
            return
        chances = self._probabilities or {}
        spoken = ", ".join(f"{stance} {percent(chance)}" for stance, chance in chances.items())
        self.setAccessibleName(f"Stance index {self._index:.1f}{': ' if spoken else ''}{spoken}")
        self.setToolTip(
            f"Index {self._index:.2f}: divergent up to {self._model.cut_divergent:.2f}, "
            f"aligned above {self._model.cut_aligned:.2f}"
        )
        self.update()
