"""Beside the chart of the analysts: where each comes out, what they split on, and how far they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.agreement_text import agreement_text
from advisor.merge_text import RULE_TEXT
from advisor.wording import signed
from ui.plan.runs import Run, stance_runs
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_label
from ui.widgets.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.analysts import Opinions, Position

_COLUMNS = (
    Column("Analyst", 98, 3),
    Column("Stance", 130, 3),
    Column("Win-set", 63),
    Column("Scored", 59),
    Column("Confidence", 84),
)


class AnalystsSide(QWidget):
    """Four titled parts; what they split on takes no room where they do not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.positions = TextTable("Analysts", _COLUMNS)
        self.splits, self.statistics = Paragraphs(listed=True), Paragraphs()
        self.title = section_label("Where each comes out, by best scores", 0)
        self._splits_title = section_label("What they split on", SPACE[2])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        for widget in (
            self.title,
            self.positions,
            self._splits_title,
            self.splits,
            section_label("How far they agree", SPACE[2]),
            self.statistics,
            section_label("How a merged sheet comes about", SPACE[2]),
            InkLabel(font(11.5), "ink3", RULE_TEXT),
        ):
            column.addWidget(widget)
        column.addStretch()

    def show_opinions(self, found: Opinions, splits: Sequence[str]) -> None:
        """Show other analysts, and a sentence for each thing that they split on."""
        self.positions.show_rows([_row(one) for one in found.positions])
        self.splits.show_texts(splits)
        for widget in (self.splits, self._splits_title):
            widget.setVisible(bool(splits))
        self.statistics.show_texts(agreement_text(found.agreement))


def _row(one: Position) -> tuple[Cell, ...]:
    stance = Cell((*stance_runs(one.stance_class), Run(f" ({signed(one.index)})")))
    rest = (str(one.in_win_set), str(one.scored), one.confidence)
    return Cell((Run(one.analyst, bold=True),)), stance, *(Cell((Run(text),)) for text in rest)
