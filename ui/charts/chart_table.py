"""The numbers of a chart as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from ui.tokens import font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.charts.chart import Cell, Table

ROW_HEIGHT, HEADER_HEIGHT = 24, 28
_DECIMALS = 3


class ChartTable(QTableWidget):
    """As high as its rows, so that the page scrolls and not the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chartTable")
        self.setAccessibleName("Numbers of the chart")
        self.setFont(font(12, tabular=True))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_rows(self, rows: Table) -> None:
        """Show the rows; the first holds the titles."""
        titles, body = (rows[0], rows[1:]) if rows else ((), ())
        header = self.horizontalHeader()
        # Else every cell has all those before it measured again.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels([str(title) for title in titles])
        self.setRowCount(len(body))
        for row, cells in enumerate(body):
            for column, cell in enumerate(cells):
                self.setItem(row, column, _item(cell))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), HEADER_HEIGHT + self.rowCount() * ROW_HEIGHT + bar)


def _item(cell: Cell) -> QTableWidgetItem:
    made = QTableWidgetItem(_text(cell))
    if isinstance(cell, int | float):
        made.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.{_DECIMALS}f}".rstrip("0").rstrip(".").replace("-", "−")
    return str(cell)
