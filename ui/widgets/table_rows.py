"""What the cells of a dense table have in common: roles a model answers to, the ground of a row, and its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.tokens import font, tokens
from ui.widgets.glyphs import paint_verdict

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from advisor.findings import Verdict
    from ui.tokens import Tokens

ROW_HEIGHT = 24
PAD, FIRST_PAD = 8.0, 14.0
GLYPH = 11.0
ACCENT_BAR = 3.0
Index = QModelIndex | QPersistentModelIndex
_user = Qt.ItemDataRole.UserRole.value


class Role(IntEnum):
    """What a model says of a cell beside its text."""

    SORT = _user
    """The native value that the column is sorted by."""
    GROUP = _user + 1
    """The `GroupHeading` of a header row; None elsewhere."""
    BAR = _user + 2
    """The `Reading` that a bar shows."""
    VERDICT = _user + 3
    """The verdict whose glyph stands before the text."""
    INK = _user + 4
    """The ink of the text: ink, ink2 or ink3."""


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """A header row: the verdict, how many options have it, and what it means."""

    verdict: Verdict
    word: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A bar from 0 to 1 with its number; `cut` is a second value, marked by a line. `dim` says it is out of date."""

    value: float | None
    text: str
    cut: float | None = None
    dim: bool = False


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row, a heading over its whole width, or one line of text that is elided."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text, self._chosen = font(12), font(12, bold=True)
        self._number, self._strong = font(12, tabular=True), font(12, bold=True, tabular=True)
        self._heading, self._meaning = font(12.5, bold=True), font(11.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = tokens(option.palette)
        box = QRectF(option.rect)
        heading = index.data(Role.GROUP)
        painter.save()
        if heading is not None:
            self._paint_heading(painter, box, heading, theme)
        else:
            first = index.column() == 0
            paint_ground(painter, box, option.state, theme, first=first)
            self.paint_cell(painter, box.adjusted(FIRST_PAD if first else PAD, 0, -PAD, 0), option, index, theme)
        painter.restore()

    def paint_cell(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index, theme: Tokens
    ) -> None:
        """Paint what stands in a cell, within its padding."""
        verdict = index.data(Role.VERDICT)
        if verdict is not None:
            paint_verdict(painter, _glyph_box(box), verdict, theme.verdict(verdict))
            box = box.adjusted(GLYPH + PAD, 0, 0, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and index.column() == 1
        ink = QColor(getattr(theme, index.data(Role.INK) or "ink"))
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft)
        number = self._number if alignment & Qt.AlignmentFlag.AlignRight else self._text
        paint_text(painter, box, str(index.data() or ""), self._chosen if chosen else number, ink, alignment)

    def paint_number(self, painter: QPainter, box: QRectF, text: str, ink: QColor, *, bold: bool = True) -> None:
        """Paint a number at the right of a box."""
        paint_text(painter, box, text, self._strong if bold else self._number, ink, Qt.AlignmentFlag.AlignRight)

    def _paint_heading(self, painter: QPainter, box: QRectF, heading: GroupHeading, theme: Tokens) -> None:
        painter.fillRect(box, QColor(theme.sunken))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
        inner = box.adjusted(FIRST_PAD, 0, -PAD, 0)
        paint_verdict(painter, _glyph_box(inner), heading.verdict, theme.verdict(heading.verdict))
        left = inner.left() + GLYPH + PAD
        for text, type_, ink in (
            (heading.word, self._heading, theme.ink),
            (str(heading.count), self._number, theme.ink2),
            (heading.meaning, self._meaning, theme.ink3),
        ):
            room = QRectF(left, box.top(), max(0.0, inner.right() - left), box.height())
            left += paint_text(painter, room, text, type_, QColor(ink)) + PAD


def _glyph_box(box: QRectF) -> QRectF:
    return QRectF(box.left(), box.center().y() - GLYPH / 2, GLYPH, GLYPH)


def paint_ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, theme: Tokens, *, first: bool) -> None:
    """Fill one cell of a row that is selected, hovered or neither; the first cell carries the accent bar."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(theme.accent_soft))
        if first:
            painter.fillRect(QRectF(box.left(), box.top(), ACCENT_BAR, box.height()), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(theme.sunken))


def paint_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    type_: QFont,
    ink: QColor,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Paint one line in the middle of a box, elided where it does not fit; return the width taken."""
    metrics = QFontMetricsF(type_)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
    painter.setFont(type_)
    painter.setPen(ink)
    painter.drawText(box, alignment | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)
