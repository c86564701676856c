"""Everything that stands in the way of an import, in one list that can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.phrasing import capitalised
from ui.plan.problem_box import ProblemBox
from ui.plan.runs import Run
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.incoming import Trouble

_COLUMNS = (Column("File", 170, 1), Column("Where", 170, 1), Column("What is wrong, and what to do", 280, 3))


class TroubleList(QWidget):
    """Takes no room while nothing is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ProblemBox()
        self.table = TextTable("Problems", _COLUMNS)
        self.copy = QPushButton("Copy problems")
        self.copy.setProperty("link", "true")
        self.copy.clicked.connect(self.copy_text)
        # As high as the button beside it.
        margins = self.box.contentsMargins()
        self.box.setContentsMargins(margins.left(), SPACE[0], margins.right(), SPACE[0])
        self._troubles: tuple[Trouble, ...] = ()
        head = QHBoxLayout()
        head.setSpacing(SPACE[2])
        head.addWidget(self.box, 1)
        head.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE[2])
        column.setSpacing(SPACE[0])
        column.addLayout(head)
        column.addWidget(self.table)
        self.hide()

    def show_troubles(self, troubles: Sequence[Trouble]) -> None:
        """Show other problems, or none."""
        self._troubles = tuple(troubles)
        count = len(troubles)
        noun = "problem stands" if count == 1 else "problems stand"
        self.box.show_problem(
            f"{count:,} {noun} in the way. Nothing is imported until {'it is' if count == 1 else 'they are'} solved, or"
            " the file is left out."
            if count
            else ""
        )
        self.table.show_rows([_row(one) for one in troubles])
        self.setVisible(count > 0)

    def copy_text(self) -> None:
        """Put all problems on the clipboard, one a line, as in an e-mail to whoever filled in the file."""
        lines = [": ".join(part for part in (one.file, one.where, one.what) if part) for one in self._troubles]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _row(one: Trouble) -> list[Cell]:
    return [Cell((Run(one.file, bold=True),)), Cell((Run(one.where, "ink2"),)), Cell((Run(capitalised(one.what)),))]
