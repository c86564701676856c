"""The four columns of a plan: commit now, offer with conditions, hold in reserve, avoid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from advisor.findings import VERDICTS
from advisor.plan_columns import columns_table
from ui.live_sections import line
from ui.plan.option_row import OptionRow
from ui.tab_separated import tab_separated
from ui.tokens import SPACE, font, tokens
from ui.widgets.glyphs import VerdictGlyph
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from advisor.findings import Verdict
    from advisor.plan_columns import PlanColumn

_BAR = 3
_TWO_BELOW = 760
_SHARES = (27, 28, 24, 21)


class OptionColumn(QWidget):
    """One column; Tab comes to one of its rows, arrow keys go on to the others."""

    pin_wanted = Signal(str, str)
    """An option, and what becomes of it: pinned, ruled_out or free."""
    left = Signal(int, int)
    """The keyboard wants to go to the column so many to the right, to the row of this number."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self._verdict: Verdict = verdict
        self._rows: list[OptionRow] = []
        self.title = line(font(12.5, bold=True))
        self.count = line(font(12.5, tabular=True), "ink2")
        self.figure = line(font(12, tabular=True), "ink2")
        self.more_title, self.note = InkLabel(font(11.5), "ink3"), InkLabel(font(11.5), "ink3")
        self._main, self._more = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    @property
    def rows(self) -> tuple[OptionRow, ...]:
        """The rows shown, from top to bottom."""
        return tuple(row for row in self._rows if not row.isHidden())

    def show_column(self, column: PlanColumn) -> None:
        """Show other options, in rows already made as far as they go."""
        entries = column.all_entries
        while len(self._rows) < len(entries):
            self._rows.append(self._new_row())
        for number, row in enumerate(self._rows):
            layout = self._main if number < len(column.entries) else self._more
            layout.addWidget(row)
            row.setVisible(number < len(entries))
            if number < len(entries):
                row.show_entry(entries[number])
        self._show_words(column)
        self._rove(self._rows[0] if self._rows else None)

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the options as those of an earlier plan, or of this one."""
        for label in (self.title, self.count, self.figure):
            label.set_ink("ink3" if dimmed else "ink" if label is self.title else "ink2")
        for row in self._rows:
            row.set_dimmed(dimmed=dimmed)

    def take_keyboard(self, number: int) -> bool:
        """Put the keyboard on the row of a number, the last where there are fewer; say whether there is any."""
        rows = self.rows
        if rows:
            rows[min(max(0, number), len(rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = tokens(self.palette())
        QPainter(self).fillRect(0, 0, self.width(), _BAR, theme.verdict(self._verdict))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(VerdictGlyph(self._verdict, 11), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _BAR + SPACE[1], 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(SPACE[0])
        column.addLayout(self._main)
        self.more_title.setContentsMargins(2, SPACE[1], 0, 0)
        self.note.setContentsMargins(2, SPACE[1], 0, 0)
        column.addWidget(self.more_title)
        column.addLayout(self._more)
        column.addWidget(self.note)
        column.addStretch()
        for layout in (self._main, self._more):
            layout.setSpacing(0)

    def _show_words(self, column: PlanColumn) -> None:
        self.title.setText(column.title)
        self.count.setText(str(len(column.entries)))
        self.figure.setText(column.figure)
        for label, words in ((self.more_title, column.more_title), (self.note, column.note)):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(f"{column.title}: {len(column.entries)} {column.figure}".strip())

    def _new_row(self) -> OptionRow:
        row = OptionRow(with_verdict=self._verdict == "lead")
        row.pin_wanted.connect(self.pin_wanted)
        row.left.connect(lambda right, down, row=row: self._go(row, right, down))
        row.reached.connect(lambda row=row: self._rove(row))
        return row

    def _go(self, row: OptionRow, right: int, down: int) -> None:
        here = self.rows.index(row)
        if right:
            self.left.emit(right, here)
        elif 0 <= here + down < len(self.rows):
            self.take_keyboard(here + down)

    def _rove(self, current: OptionRow | None) -> None:
        """Let Tab come to one row alone."""
        for row in self._rows:
            focus = Qt.FocusPolicy.StrongFocus if row is current else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(focus)


class PackageCards(QWidget):
    """The columns side by side, or two by two where there is no room; Ctrl+C copies them as a table."""

    pin_wanted = Signal(str, str)
    """An option, and what becomes of it: pinned, ruled_out or free."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[PlanColumn, ...] = ()
        self.columns = tuple(OptionColumn(verdict) for verdict in VERDICTS)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._grid.setHorizontalSpacing(SPACE[3])
        self._grid.setVerticalSpacing(SPACE[3])
        self._across = 0
        for number, column in enumerate(self.columns):
            column.pin_wanted.connect(self.pin_wanted)
            column.left.connect(lambda right, row, number=number: self._go(number + right, right, row))
        self._arrange(len(self.columns))
        action = QAction("Copy table", self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.copy)
        self.addAction(action)

    @property
    def across(self) -> int:
        """How many columns stand side by side."""
        return self._across

    def show_columns(self, columns: Sequence[PlanColumn]) -> None:
        """Show the columns of a plan."""
        self._shown = tuple(columns)
        for widget, column in zip(self.columns, columns, strict=True):
            widget.show_column(column)

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the columns as those of an earlier plan, or of this one."""
        for column in self.columns:
            column.set_dimmed(dimmed=dimmed)

    def copy(self) -> None:
        """Put all options on the clipboard as a table."""
        QGuiApplication.clipboard().setText(tab_separated(columns_table(self._shown)))

    def row_of(self, option: str) -> OptionRow | None:
        """Return the row of an option."""
        rows = (row for column in self.columns for row in column.rows)
        return next((row for row in rows if row.entry is not None and row.entry.option == option), None)

    def minimumSizeHint(self) -> QSize:
        """Two columns side by side must fit, whatever stands side by side now."""
        widest = max(column.minimumSizeHint().width() for column in self.columns)
        return QSize(2 * widest + self._grid.horizontalSpacing(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() < _TWO_BELOW else len(self.columns))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, column in enumerate(self.columns):
            self._grid.addWidget(column, number // across, number % across)
        for number, share in enumerate(_SHARES):
            wide = across == len(self.columns)
            self._grid.setColumnStretch(number, share if wide else int(number < across))

    def _go(self, number: int, step: int, row: int) -> None:
        """Go to the next column on that side which has rows."""
        while 0 <= number < len(self.columns):
            if self.columns[number].take_keyboard(row):
                return
            number += step
