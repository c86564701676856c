"""The options whose verdict or acceptance moved most between two assessments, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.likelihood_moves import table
from ui.tab_separated import tab_separated
from ui.tokens import tokens
from ui.widgets.glyphs import paint_verdict
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.line_text import CENTRE, LEFT, RIGHT, Type, paint_line
from ui.widgets.table_rows import ROW_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from advisor.likelihood_moves import OptionMove
    from ui.tokens import Tokens

SHOWN = 8
_GLYPH, _ARROW, _CHANCES, _GAP = 11.0, 18.0, 86.0, 10.0
_NAME, _NUMBER = Type(12), Type(12, tabular=True)
_LEAST_WIDTH = 240


class OptionMoves(QWidget):
    """Arrow keys go from row to row; Enter, Space or a click choose the option. Ctrl+C copies all that moved."""

    option_chosen = Signal(str)
    """Id of the option whose change is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moves: tuple[OptionMove, ...] = ()
        self._row, self._hovered = 0, -1
        self._dim = False
        self._keyboard = KeyboardFocus()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.copy = QAction("Copy as table", self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy.triggered.connect(self._copy)
        self.addAction(self.copy)

    @property
    def shown(self) -> tuple[OptionMove, ...]:
        """The moves that have a row."""
        return self._moves[:SHOWN]

    @property
    def current(self) -> OptionMove | None:
        """The move whose row the keyboard is at."""
        return self.shown[self._row] if self._row < len(self.shown) else None

    def show_moves(self, moves: tuple[OptionMove, ...], *, dim: bool = False) -> None:
        """Show other moves; dimmed where they are of earlier scores."""
        self._dim = dim
        if moves != self._moves:
            self._moves, self._row = moves, 0
            self.updateGeometry()
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, ROW_HEIGHT * len(self.shown))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        for number, move in enumerate(self.shown):
            box = QRectF(0, number * ROW_HEIGHT, self.width(), ROW_HEIGHT)
            self._paint_ground(painter, box, number, theme)
            _paint_move(painter, box.adjusted(4, 0, -4, 0), move, theme, dim=self._dim)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard.mouse_used()
        row = int(event.position().y()) // ROW_HEIGHT
        if event.button() == Qt.MouseButton.LeftButton and 0 <= row < len(self.shown):
            self._go_to(row)
            self.option_chosen.emit(self.shown[row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y()) // ROW_HEIGHT
        if row != self._hovered and 0 <= row < len(self.shown):
            self._hovered = row
            self.setToolTip(self.shown[row].sentence)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        last = len(self.shown) - 1
        targets = {
            Qt.Key.Key_Up: self._row - 1,
            Qt.Key.Key_Down: self._row + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in targets:
            self._go_to(min(max(targets[key], 0), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.shown:
            self.option_chosen.emit(self.shown[self._row].id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard.arrived(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _go_to(self, row: int) -> None:
        self._row = max(row, 0)
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName("Verdicts and acceptance that moved most")
        self.setAccessibleDescription(self.shown[self._row].sentence if self.shown else "")
        self.update()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(tab_separated(table(self._moves)))

    def _paint_ground(self, painter: QPainter, box: QRectF, number: int, theme: Tokens) -> None:
        if number == self._hovered:
            painter.fillRect(box, QColor(theme.accent_soft))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
        if number == self._row and self.hasFocus() and self._keyboard.ring:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))


def _paint_move(painter: QPainter, box: QRectF, move: OptionMove, theme: Tokens, *, dim: bool) -> None:
    glyphs = box.right() - _CHANCES - _GAP - 2 * _GLYPH - _ARROW
    top = box.center().y() - _GLYPH / 2
    name = QRectF(box.left(), box.top(), glyphs - _GAP - box.left(), box.height())
    paint_line(painter, name, move.name, _NAME, theme.ink, LEFT)
    after = glyphs + _GLYPH + _ARROW
    if move.turned:
        before = QRectF(glyphs, top, _GLYPH, _GLYPH)
        paint_verdict(painter, before, move.verdict_before, theme.verdict(move.verdict_before))
        paint_line(painter, QRectF(glyphs + _GLYPH, box.top(), _ARROW, box.height()), "→", _NAME, theme.ink2, CENTRE)
    paint_verdict(painter, QRectF(after, top, _GLYPH, _GLYPH), move.verdict_after, theme.verdict(move.verdict_after))
    paint_line(painter, box, move.chances, _NUMBER, theme.ink3 if dim else theme.ink, RIGHT)
