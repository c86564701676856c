"""The anchors of an indicator: what 0, 2, 4, 6, 8 and 10 look like, on a vertical axis with the range of its score."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor.scorecard import nearest_anchors
from ui.copying import offer_copying
from ui.tokens import RADIUS_CONTROL, SPACE, font, tokens
from ui.widgets.axis import BEST_RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from advisor.playbook import Indicator, Side
    from advisor.scores import Score
    from ui.tokens import Tokens

_VALUE, _TEXT, _NEAR = (Qt.ItemDataRole.UserRole + number for number in range(3))
_NUMBER_WIDTH, _AXIS, _TEXT_LEFT, _PADDING = 16, 28, 42, 1
_DOT, _BAR_HALF = 3.0, 4.0
_TIGHTER = -0.25
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_Index = QModelIndex | QPersistentModelIndex


class AnchorList(QListWidget):
    """Anchors to click, or to pick with Enter; those next to the score are bold, and its range stands on the axis."""

    picked = Signal(int)
    """The value of an anchor that was clicked or confirmed."""
    left = Signal()
    """The keyboard wants to go back to the row."""

    def __init__(self) -> None:
        super().__init__()
        self._score: Score | None = None
        self._side: Side = "domestic"
        self.setItemDelegate(_AnchorDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Anchors")
        self.itemClicked.connect(self._pick)
        # The keys of the row, digits and N among them, go on working after a click.
        self.itemClicked.connect(lambda _: self.left.emit())
        offer_copying(self, lambda: [(item.data(_VALUE), item.data(_TEXT)) for item in self._items()])

    @property
    def near(self) -> tuple[int, ...]:
        """The anchors next to the score."""
        return tuple(item.data(_VALUE) for item in self._items() if item.data(_NEAR))

    def set_indicator(self, indicator: Indicator) -> None:
        """Show the anchors of another indicator."""
        self._side = indicator.side
        self.clear()
        for value, text in sorted(indicator.anchors.items()):
            item = QListWidgetItem(f"{value}: {text}", self)
            item.setData(_VALUE, value)
            item.setData(_TEXT, text)
            item.setData(_NEAR, False)
        self._fit()

    def set_score(self, score: Score | None) -> None:
        """Mark the anchors next to a score, and its range on the axis."""
        self._score = score
        near = () if score is None else nearest_anchors((item.data(_VALUE) for item in self._items()), score.best)
        for item in self._items():
            item.setData(_NEAR, item.data(_VALUE) in near)
        self.viewport().update()

    def take_keyboard(self) -> None:
        """Put the keyboard on the anchor nearest to the score."""
        self._go_to_score()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYBOARD:
            self._go_to_score()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PICKS and self.currentRow() >= 0:
            self._pick(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        dots = {float(item.data(_VALUE)): self._first_line(item) for item in self._items()}
        if dots:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_axis(painter, dots, tokens(self.palette()))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _go_to_score(self) -> None:
        near = [row for row, item in enumerate(self._items()) if item.data(_NEAR)]
        self.setCurrentRow(near[0] if near else self.count() // 2)

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(_VALUE))

    def _fit(self) -> None:
        """Take the height of all anchors: the page scrolls, never the list in it."""
        width = self.viewport().width()
        for item in self._items():
            item.setSizeHint(QSize(width, text_height(item.data(_TEXT), width)))
        self.doItemsLayout()
        self.setFixedHeight(sum(item.sizeHint().height() for item in self._items()) + 2)

    def _first_line(self, item: QListWidgetItem) -> float:
        return self.visualItemRect(item).top() + _PADDING + QFontMetrics(font(12)).height() / 2

    def _paint_axis(self, painter: QPainter, dots: dict[float, float], theme: Tokens) -> None:
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.drawLine(QPointF(_AXIS, min(dots.values())), QPointF(_AXIS, max(dots.values())))
        painter.setBrush(QColor(theme.sunken))
        for y in dots.values():
            painter.drawEllipse(QPointF(_AXIS, y), _DOT, _DOT)
        if self._score is None:
            return
        low, best, high = (height_of(value, dots) for value in (self._score.low, self._score.best, self._score.high))
        painter.setPen(QPen(theme.side(self._side), 1))
        painter.setBrush(theme.side_soft(self._side))
        painter.drawRect(QRectF(_AXIS - _BAR_HALF, low, 2 * _BAR_HALF, high - low))
        painter.setPen(QPen(QColor(theme.surface), 1))
        painter.setBrush(theme.side(self._side))
        painter.drawEllipse(QPointF(_AXIS, best), BEST_RADIUS, BEST_RADIUS)


class _AnchorDelegate(QStyledItemDelegate):
    """Paints the number and the text of an anchor on either side of the axis."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        # Attributes that the stubs of style options leave out.
        rect: QRect = getattr(option, "rect")  # noqa: B009
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
        view = self.parent()
        theme = tokens(view.palette() if isinstance(view, QListWidget) else option.palette)
        painter.save()
        _paint_state(painter, rect, state, theme)
        painter.setFont(_face(near=index.data(_NEAR)))
        painter.setPen(QColor(theme.ink if index.data(_NEAR) else theme.ink2))
        line = rect.adjusted(0, _PADDING, -SPACE[0], -_PADDING)
        number = QRect(line.topLeft(), QSize(_NUMBER_WIDTH, line.height()))
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(index.data(_VALUE)))
        painter.drawText(line.adjusted(_TEXT_LEFT, 0, 0, 0), _WRAP, index.data(_TEXT))
        painter.restore()


def text_height(text: str, width: int) -> int:
    """Return the height of an anchor in a list so wide, bold or not: a list must not jump as the score moves."""
    available = QRect(0, 0, max(1, width - _TEXT_LEFT - SPACE[0]), 10_000)
    metrics = (QFontMetrics(_face(near=near)) for near in (False, True))
    return max(one.boundingRect(available, _WRAP, text).height() for one in metrics) + 2 * _PADDING


def _face(near: bool) -> QFont:
    """Return the font of an anchor; bold is set a little tighter, so that it breaks into no more lines."""
    made = font(12, bold=near, tabular=True)
    if near:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _TIGHTER)
    return made


def height_of(value: float, dots: dict[float, float]) -> float:
    """Return where a value stands on the axis, on a straight line between the two anchors around it."""
    for (lower, upper_y), (upper, lower_y) in pairwise(sorted(dots.items())):
        if lower <= value <= upper:
            return upper_y + (lower_y - upper_y) * (value - lower) / (upper - lower)
    return dots[min(dots, key=lambda known: abs(known - value))]


def _paint_state(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Tokens) -> None:
    if state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.accent_soft))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.focus), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
