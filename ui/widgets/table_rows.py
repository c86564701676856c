"""What the cells of a dense table have in common: what a model says of a cell, and how a row is painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.tokens import tokens
from ui.widgets.glyphs import paint_stance, paint_verdict
from ui.widgets.line_text import LEFT, RIGHT, Type, paint_line

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from advisor.findings import Verdict
    from advisor.playbook import StanceClass
    from ui.tokens import Tokens
    from ui.widgets.ink_label import Ink

ROW_HEIGHT = 24
PAD, FIRST_PAD = 8.0, 14.0
GLYPH = 11.0
ACCENT_BAR = 3.0
Index = QModelIndex | QPersistentModelIndex
TEXT, CHOSEN, HEADING, MEANING = Type(12), Type(12, bold=True), Type(12.5, bold=True), Type(11.5)
NUMBER, STRONG_NUMBER = Type(12, tabular=True), Type(12, bold=True, tabular=True)
_user = Qt.ItemDataRole.UserRole.value
_SELECTED, _HOVERED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value


class Role(IntEnum):
    """What a model says of a cell beside its text."""

    SORT = _user
    """The native value that the column is sorted by."""
    CELL = _user + 1
    """The `Cell` or the `GroupHeading` to paint."""


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


@dataclass(frozen=True, slots=True)
class Cell:
    """What is painted in a cell; `verdict` and `stance` put their glyph before the text.

    `main` turns bold in the selected row.
    """

    text: str
    ink: Ink = "ink"
    number: bool = False
    main: bool = False
    verdict: Verdict | None = None
    stance: StanceClass | None = None
    reading: Reading | None = None


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row, a heading over its whole width, or one line of text that is elided."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = tokens(option.palette), QRectF(option.rect)
        cell: Cell | GroupHeading = index.data(Role.CELL)
        painter.save()
        if isinstance(cell, GroupHeading):
            _paint_heading(painter, box, cell, theme)
        else:
            first, state = index.column() == 0, option.state.value
            paint_ground(painter, box, state, theme, first=first)
            inner = box.adjusted(FIRST_PAD if first else PAD, 0, -PAD, 0)
            self.paint_cell(painter, inner, cell, theme, chosen=bool(state & _SELECTED))
        painter.restore()

    def paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, theme: Tokens, *, chosen: bool) -> None:
        """Paint what stands in a cell, within its padding."""
        if cell.verdict is not None:
            paint_verdict(painter, _glyph_box(box), cell.verdict, theme.verdict(cell.verdict))
            box = box.adjusted(GLYPH + PAD, 0, 0, 0)
        if cell.stance is not None:
            paint_stance(painter, _glyph_box(box), cell.stance, theme.stance(cell.stance))
            box = box.adjusted(GLYPH + PAD, 0, 0, 0)
        plain = NUMBER if cell.number else TEXT
        type_ = CHOSEN if chosen and cell.main else plain
        paint_line(painter, box, cell.text, type_, getattr(theme, cell.ink), RIGHT if cell.number else LEFT)


def paint_ground(painter: QPainter, box: QRectF, state: int, theme: Tokens, *, first: bool) -> None:
    """Fill one cell of a row that is selected, hovered or neither; the first cell carries the accent bar."""
    if state & _SELECTED:
        painter.fillRect(box, QColor(theme.accent_soft))
        if first:
            painter.fillRect(QRectF(box.left(), box.top(), ACCENT_BAR, box.height()), QColor(theme.accent))
    elif state & _HOVERED:
        painter.fillRect(box, QColor(theme.sunken))


def _paint_heading(painter: QPainter, box: QRectF, heading: GroupHeading, theme: Tokens) -> None:
    painter.fillRect(box, QColor(theme.sunken))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
    inner = box.adjusted(FIRST_PAD, 0, -PAD, 0)
    paint_verdict(painter, _glyph_box(inner), heading.verdict, theme.verdict(heading.verdict))
    left = inner.left() + GLYPH + PAD
    for text, type_, ink in (
        (heading.word, HEADING, theme.ink),
        (str(heading.count), NUMBER, theme.ink2),
        (heading.meaning, MEANING, theme.ink3),
    ):
        room = QRectF(left, box.top(), max(0.0, inner.right() - left), box.height())
        left += paint_line(painter, room, text, type_, ink) + PAD


def _glyph_box(box: QRectF) -> QRectF:
    return QRectF(box.left(), box.center().y() - GLYPH / 2, GLYPH, GLYPH)
