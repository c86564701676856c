"""Tables of a document as the pages have them: no frame, a hairline below every row, titles in the second ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextFrameFormat, QTextLength

from ui.tokens import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QTextTable

    from ui.tokens import Tokens

_BESIDE, _ABOVE = 20.0, 3.0


def rule(table: QTextTable, theme: Tokens, first_column: float | None = None) -> None:
    """Take Qt's grey borders away and draw hairlines; with a width of its first column a table fills the page."""
    edit = table.firstCursorPosition()
    edit.beginEditBlock()
    form = table.format()
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setTopMargin(SPACE[1])
    if first_column is not None:
        kinds = QTextLength.Type
        others = [QTextLength(kinds.VariableLength, 0)] * (table.columns() - 1)
        form.setWidth(QTextLength(kinds.PercentageLength, 100))
        form.setColumnWidthConstraints([QTextLength(kinds.FixedLength, first_column), *others])
    table.setFormat(form)
    for row in range(table.rows()):
        for column in range(table.columns()):
            _rule_cell(table, row, column, QBrush(QColor(theme.outline if row == 0 else theme.line)))
    titles = QTextCharFormat()
    titles.setForeground(QColor(theme.ink2))
    for column in range(table.columns()):
        cursor = table.cellAt(0, column).firstCursorPosition()
        cursor.setPosition(table.cellAt(0, column).lastPosition(), cursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(titles)
    edit.endEditBlock()


def _rule_cell(table: QTextTable, row: int, column: int, line: QBrush) -> None:
    cell = table.cellAt(row, column)
    form = cell.format().toTableCellFormat()
    form.setTopPadding(_ABOVE)
    form.setBottomPadding(_ABOVE)
    form.setRightPadding(_BESIDE)
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(line)
    cell.setFormat(form)
