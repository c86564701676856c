"""The comparison as three tables, a column an assessment: pressures, stance, options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.survey_text import chance_text
from advisor.wording import VERDICT_GLYPHS, VERDICT_WORDS, signed
from ui.dates import written
from ui.plan.runs import Run, minor, stance_runs
from ui.plan.text_table import Cell, CellDelegate, Column, TextTable
from ui.tokens import SPACE
from ui.widgets.ink_label import section_label
from ui.widgets.line_text import Type, paint_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from advisor.playbook import Side
    from advisor.side_by_side import Compared, FactorRow, OptionRow, SideBySide
    from ui.tokens import Tokens

UNKNOWN = "not scored"
_NUMBER = Type(12, tabular=True)
_NUMBER_WIDTH, _BAR = 34.0, 8.0
_MOST = 10.0
_FIRST, _EACH, _SPREAD = 200, 110, 76
"""Least widths; the tables without a column of spreads leave its room, so that assessments stand below each other."""


class SideTables(QWidget):
    """Shows a comparison; the tables are made anew for each, for their columns differ."""

    tables_changed = Signal()
    """There are other tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[1])
        self.tables: tuple[TextTable, ...] = ()
        self.found: SideBySide | None = None

    def show_comparison(self, found: SideBySide | None) -> None:
        """Show a comparison, or nothing."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.tables, self.found = (), found
        if found is None:
            return
        self.tables = (_stances(found), _pressures(found), _options(found))
        for title, table in zip(("Stance", "Pressures", "Options and plan"), self.tables, strict=True):
            self._column.addWidget(section_label(title))
            self._column.addWidget(table)
        self.tables_changed.emit()


class _FactorDelegate(CellDelegate):
    """Paints the value of a factor as a bar on the scale from 0 to 10 with its number."""

    def paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, theme: Tokens, *, dim: bool) -> None:
        if not isinstance(cell.value, tuple):
            super().paint_cell(painter, box, cell, theme, dim=dim)
            return
        value, side = cell.value
        number = QRectF(box.left(), box.top(), _NUMBER_WIDTH, box.height())
        paint_line(painter, number, f"{value:.1f}", _NUMBER, theme.ink)
        room = box.width() - _NUMBER_WIDTH
        top = box.center().y() - _BAR / 2
        painter.fillRect(QRectF(number.right(), top, room, _BAR), QColor(theme.track))
        painter.fillRect(QRectF(number.right(), top, room * value / _MOST, _BAR), theme.side(side))


def _columns(found: SideBySide, first: str, *last: Column) -> tuple[Column, ...]:
    titles = (f"{one.country}, {written(one.as_of)}" for one in found.compared)
    return (Column(first, _FIRST, 1), *(Column(title, _EACH, 2) for title in titles), *last)


def _stances(found: SideBySide) -> TextTable:
    table = TextTable("Stance of each assessment", _columns(found, "Leaning"))
    table.spare = _SPREAD
    rows: list[tuple[str, list[str]]] = [
        ("Index", [_if_scored(one, signed(one.findings.best.stance.index)) for one in found.compared]),
        ("Reversal", [_if_scored(one, chance_text(one.findings.reversal)) for one in found.compared]),
        ("Win-set", [_if_scored(one, _win_set(one)) for one in found.compared]),
        ("Confidence", [one.findings.best.confidence for one in found.compared]),
    ]
    stances = [_text("Stance by best scores"), *map(_stance, found.compared)]
    table.show_rows([stances, *([_text(name), *map(_text, cells)] for name, cells in rows)])
    return table


def _pressures(found: SideBySide) -> TextTable:
    table = TextTable("Pressures of each assessment", _columns(found, "Factor", Column("Apart by", _SPREAD)))
    table.setItemDelegate(_FactorDelegate(table))
    table.show_rows([_factor(row) for row in found.factors])
    return table


def _options(found: SideBySide) -> TextTable:
    table = TextTable("Verdicts of each assessment", _columns(found, "Option"))
    table.spare = _SPREAD
    table.show_rows([_option(row, found.compared) for row in found.options])
    return table


def _factor(row: FactorRow) -> list[Cell]:
    values = [_text(UNKNOWN) if value is None else _bar(value, row.side) for value in row.values]
    return [_text(row.name), *values, Cell((Run(f"{row.spread:.1f}", "ink2"),), row.spread)]


def _option(row: OptionRow, compared: Sequence[Compared]) -> list[Cell]:
    cells = []
    for place, verdict in enumerate(row.verdicts):
        glyph = Run(f"{VERDICT_GLYPHS[verdict]} ", bold=row.differs, of=verdict)
        word = Run(VERDICT_WORDS[verdict], bold=row.differs)
        below = [f"accepted: {chance_text(row.chances[place])}"]
        if compared[place].package is not None and row.roles[place] is not None:
            below.append("in the plan")
        cells.append(Cell((glyph, word, minor("; ".join(below)))))
    return [Cell((Run(row.name),)), *cells]


def _bar(value: float, side: Side) -> Cell:
    return Cell((Run(f"{value:.1f}"),), (value, side))


def _text(text: str) -> Cell:
    return Cell((Run(text),))


def _stance(one: Compared) -> Cell:
    if not one.findings.best.scored:
        return _text(UNKNOWN)
    leaning = one.findings.best.stance.stance_class
    chance = chance_text(one.findings.probabilities[leaning])
    return Cell((*stance_runs(leaning), Run(f": {chance}")))


def _if_scored(one: Compared, text: str) -> str:
    return text if one.findings.best.scored else UNKNOWN


def _win_set(one: Compared) -> str:
    best = one.findings.best
    return f"{len(best.win_set)} of {len(best.options)}"
