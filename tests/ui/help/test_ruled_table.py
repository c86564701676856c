from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextDocument, QTextLength, QTextTable

from ui.help.ruled_table import rule
from ui.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    made = QTextDocument()
    made.setMarkdown("Before\n\n| Action | Keys |\n|---|---|\n| Undo | Ctrl+Z |\n")
    return made


def table_in(document: QTextDocument) -> QTextTable:
    (table,) = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    return table


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_row_ends_in_a_hairline_of_the_theme_and_nothing_else_is_framed(
    document: QTextDocument, theme: Tokens
) -> None:
    table = table_in(document)
    rule(table, theme)
    assert table.format().border() == 0
    lines = [table.cellAt(row, 0).format().toTableCellFormat().bottomBorderBrush().color().name() for row in range(2)]
    assert lines == [theme.outline.lower(), theme.line.lower()]
    title = table.cellAt(0, 1).firstCursorPosition()
    title.movePosition(title.MoveOperation.Right)
    assert title.charFormat().foreground().color().name() == theme.ink2.lower()
    assert document.toPlainText().split() == ["Before", "Action", "Keys", "Undo", "Ctrl+Z"]


def test_with_a_width_of_its_first_column_columns_of_several_tables_stand_below_each_other(
    document: QTextDocument,
) -> None:
    table = table_in(document)
    rule(table, LIGHT, 340)
    first = table.format().columnWidthConstraints()[0]
    assert (first.type(), first.rawValue()) == (QTextLength.Type.FixedLength, 340)
