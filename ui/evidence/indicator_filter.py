"""The indicators with how much evidence there is on each; the one chosen says which notes are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem

from advisor.note_list import evidence_line
from ui.widgets.confidence_bars import BARS_SIZE, paint_confidence
from ui.widgets.line_text import LEFT, RIGHT, Type, paint_line, two_lines
from ui.widgets.painted_rows import PaintedList, RowPainter
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from advisor.note_list import IndicatorEvidence
    from advisor.scores import Confidence
    from ui.tokens import Tokens
    from ui.widgets.painted_rows import Index

ALL = "All notes"
ROW, _LINE = 25, 15
_PAD, _COUNT, _GAP, _END, _SCROLL_BAR = 12.0, 22.0, 6.0, 4.0, 10.0
_PLAIN, BOLD, _NUMBER = Type(12), Type(12, bold=True), Type(11.5, tabular=True)
_EVIDENCE = Qt.ItemDataRole.UserRole


class IndicatorFilter(PaintedList, QListWidget):
    """All notes first, then each indicator: its notes, and the confidence that they suggest where it differs."""

    chosen = Signal(object)
    """Id of the indicator, None for all notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: str | None = None
        self._filling = False
        self.dress("Indicators with their notes", FilterPainter(self))
        self.currentRowChanged.connect(self._tell)

    @property
    def indicator(self) -> str | None:
        """The indicator chosen; None where all notes are."""
        return self._chosen

    def show_evidence(self, evidence: Sequence[IndicatorEvidence], notes: int) -> None:
        """Show other counts; what is chosen stays chosen."""
        self._filling = True
        while self.count() < len(evidence) + 1:
            self.addItem(QListWidgetItem())
        while self.count() > len(evidence) + 1:
            self.takeItem(self.count() - 1)
        self.item(0).setText(ALL)
        self.item(0).setData(_EVIDENCE, notes)
        self.item(0).setData(Qt.ItemDataRole.AccessibleTextRole, f"{ALL}, {notes}")
        for row, one in enumerate(evidence, 1):
            item = self.item(row)
            item.setText(one.name)
            item.setData(_EVIDENCE, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.name}. {evidence_line(one)}")
            item.setToolTip(plain_tip(f"{one.name}: {evidence_line(one)}"))
        self._filling = False
        self.choose(self._chosen)

    def choose(self, indicator: str | None) -> None:
        """Choose an indicator, or all notes; nothing is emitted."""
        self._filling = True
        self._chosen = indicator
        rows = (row for row in range(1, self.count()) if self.item(row).data(_EVIDENCE).indicator == indicator)
        self.setCurrentRow(next(rows, 0))
        self._filling = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt keeps the heights of rows for a while, or for good where the height of the list stays.
        if event.oldSize().width() != event.size().width():
            self.doItemsLayout()

    def _tell(self, row: int) -> None:
        if self._filling or row < 0:
            return
        self._chosen = None if row == 0 else self.item(row).data(_EVIDENCE).indicator
        self.chosen.emit(self._chosen)


class FilterPainter(RowPainter):
    """Paints a name, how many notes are linked, and bars for a confidence that is suggested and not taken."""

    lined = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW + (len(self.lines(index)) - 1) * _LINE)

    def room(self, index: Index) -> float:
        """Return what a row leaves to its name beside a scroll bar, there or not, so that none moves the rows."""
        count, offered = _shown(index)
        bars = 0.0 if offered is None else BARS_SIZE.width() + _GAP
        return self._view.width() - _SCROLL_BAR - _PAD - bars - (_PAD + _COUNT if count else _END)

    def lines(self, index: Index) -> tuple[str, ...]:
        """Return the name in the lines it needs while it is chosen, so that choosing moves nothing."""
        return two_lines(index.data(), BOLD, self.room(index))

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, theme: Tokens, *, selected: bool) -> None:
        count, offered = _shown(index)
        ink = theme.ink if count or selected else theme.ink2
        lines = self.lines(index)
        for place, text in enumerate(lines):
            shift = (place - (len(lines) - 1) / 2) * _LINE
            line = QRectF(box.left() + _PAD, box.top() + shift, self.room(index), box.height())
            paint_line(painter, line, text, BOLD if selected else _PLAIN, ink, LEFT)
        if offered is not None:
            top = box.center().y() - BARS_SIZE.height() / 2
            left = box.right() - (_PAD + _COUNT if count else _END) - BARS_SIZE.width() - _GAP + _END
            paint_confidence(painter, left, top, offered, theme)
        number = QRectF(box.right() - _PAD - _COUNT, box.top(), _COUNT, box.height())
        paint_line(painter, number, str(count) if count else "", _NUMBER, theme.ink2, RIGHT)


def _shown(index: Index) -> tuple[int, Confidence | None]:
    """Return the number of notes, and the confidence that they suggest where it is not taken."""
    held: IndicatorEvidence | int = index.data(_EVIDENCE)
    if isinstance(held, int):
        return held, None
    return held.linked, held.offered if held.departs else None
