"""What tailoring and flexibility are worth as bars beside perfect foresight, each with its number and its error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.worth_table import STRATEGY_NAMES
from advisor.worth_text import share_text, shares_table
from ui.charts.pictures import image_of, png_of, svg_of
from ui.tokens import LIGHT, tokens
from ui.widgets.line_text import LEFT, RIGHT, Type, advance, paint_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPaintEvent

    from advisor.worth_table import WorthRow
    from ui.charts.chart import Table
    from ui.tokens import Tokens

_ROW, _BAR, _GAP, _CAP = 23.0, 11.0, 8.0, 7.0
_PICTURE_WIDTH, _MARGIN = 560, 16
_USUAL, _LEAST = 258, 200
_NAME, _NUMBER = Type(12), Type(12, bold=True, tabular=True)


class WorthBars(QWidget):
    """A bar a way of acting, from untailored to perfect foresight; a bar below nothing points to the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[WorthRow, ...] = ()
        self._name, self._dimmed = "What flexibility is worth", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[WorthRow, ...]:
        """The ways of acting shown."""
        return self._rows

    def show_rows(self, rows: Sequence[WorthRow], name: str) -> None:
        """Show other ways of acting; the name says of what they are."""
        self._rows, self._name = tuple(rows), name
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{row.strategy} {share_text(row.share)}" for row in rows))
        self.setToolTip("\n".join(f"{row.strategy}: {row.meaning}" for row in rows))
        self.updateGeometry()
        self.update()

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the bars as those of an earlier plan, or of this one."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    # Taking it elsewhere

    @property
    def name(self) -> str:
        """What the bars show."""
        return self._name

    def picture(self) -> QImage:
        """Return the bars as an image on white."""
        return image_of(self._picture_size, self._paint_picture)

    def png(self) -> QByteArray:
        """Return the bars as the content of a PNG file."""
        return png_of(self.picture())

    def svg(self) -> QByteArray:
        """Return the bars as the content of an SVG file."""
        return svg_of(self.name, self._picture_size, self._paint_picture)

    def table(self) -> Table:
        """Return the numbers shown."""
        return tuple(shares_table(self._rows))

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, round(_ROW * len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bars(QPainter(self), self.width(), self._rows, tokens(self.palette()), dim=self._dimmed)

    # Inside

    @property
    def _picture_size(self) -> QSize:
        return QSize(_PICTURE_WIDTH, self.sizeHint().height() + 2 * _MARGIN)

    def _paint_picture(self, painter: QPainter) -> None:
        painter.translate(_MARGIN, _MARGIN)
        paint_bars(painter, _PICTURE_WIDTH - 2 * _MARGIN, self._rows, LIGHT)


def paint_bars(painter: QPainter, width: float, rows: Sequence[WorthRow], theme: Tokens, *, dim: bool = False) -> None:
    """Paint a row for each way of acting, from the top left corner."""
    shares = [row.share or 0.0 for row in rows]
    low, high = min(0.0, *shares, 0.0), max(1.0, *shares, 1.0)
    numbers = max((advance(_NUMBER, share_text(row.share)) for row in rows), default=0.0)
    names = max((advance(_NAME, row.strategy) for row in rows), default=0.0)
    left, length = names + _GAP, max(40.0, width - names - numbers - 2 * _GAP)

    def x(share: float) -> float:
        return left + length * (share - low) / (high - low)

    for place, row in enumerate(rows):
        box = QRectF(0, place * _ROW, width, _ROW)
        paint_line(painter, box, row.strategy, _NAME, theme.ink3 if dim else theme.ink, LEFT)
        paint_line(painter, box, share_text(row.share), _NUMBER, theme.ink3 if dim else theme.ink, RIGHT)
        if row.share is None:
            continue
        start, end, top = x(0.0), x(row.share), box.center().y() - _BAR / 2
        colour = QColor(theme.outline) if dim else _colour(row, theme)
        painter.fillRect(QRectF(min(start, end), top, abs(end - start), _BAR), colour)
        if row.share_error:
            _paint_error(painter, x(row.share - row.share_error), x(row.share + row.share_error), box, theme)
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.drawLine(QPointF(x(0.0), 0), QPointF(x(0.0), _ROW * len(rows)))


def _colour(row: WorthRow, theme: Tokens) -> QColor:
    return theme.verdict("lead") if row.strategy == STRATEGY_NAMES["flexible"] else QColor(theme.outline)


def _paint_error(painter: QPainter, low: float, high: float, box: QRectF, theme: Tokens) -> None:
    middle = box.center().y()
    painter.setPen(QPen(QColor(theme.ink), 1))
    painter.drawLine(QPointF(low, middle), QPointF(high, middle))
    for end in (low, high):
        painter.drawLine(QPointF(end, middle - _CAP / 2), QPointF(end, middle + _CAP / 2))
