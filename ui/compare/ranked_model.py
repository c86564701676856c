"""All assessments as a table for Qt, filtered and in order."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor.ranking import Filter, RankedEntry, ordered
from advisor.wording import STANCE_GLYPHS, STANCE_WORDS, signed
from ui.dates import written
from ui.widgets.table_rows import Cell, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.ranking import Order
    from ui.tab_separated import Value
    from ui.widgets.ink_label import Ink

Index = QModelIndex | QPersistentModelIndex
NOT_SCORED = "Not scored yet"


class Column(IntEnum):
    """The columns, in order."""

    COUNTRY = 0
    AS_OF = 1
    REGION = 2
    STANCE = 3
    INDEX = 4
    OFFERS = 5
    LEADS = 6


TITLES = ("Country", "As of", "Region", "Stance", "Index", "Offers", "Lead options")
TIPS = {
    Column.INDEX: "The stance index by best scores; the lower, the more divergent",
    Column.OFFERS: "How many options can be offered with conditions, by best scores",
    Column.LEADS: "The options to lead with, by best scores",
}
ASKED = (Column.STANCE, Column.INDEX, Column.OFFERS, Column.LEADS)
"""What the tool says of an assessment, and can say why."""
_NUMBERS = (Column.INDEX, Column.OFFERS)
_BY: dict[Column, Order] = {
    Column.COUNTRY: "country",
    Column.AS_OF: "as_of",
    Column.STANCE: "index",
    Column.INDEX: "index",
    Column.OFFERS: "offers",
    Column.LEADS: "leads",
}


class RankedModel(QAbstractTableModel):
    """Holds all rows, and shows those that the filter wants."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RankedEntry, ...] = ()
        self._filter = Filter()
        self._column, self._falling = Column.INDEX, False
        self.rows: tuple[RankedEntry, ...] = ()
        """The rows shown."""

    def show_rows(self, rows: Sequence[RankedEntry]) -> None:
        """Show other rows, filtered and ordered as before."""
        self._all = tuple(rows)
        self._arrange()

    def want(self, wanted: Filter) -> None:
        """Show the rows that a filter wants."""
        self._filter = wanted
        self._arrange()

    def row_of(self, assessment_id: str) -> int | None:
        """Return the row of an assessment that is shown."""
        return next((row for row, one in enumerate(self.rows) if one.entry.id == assessment_id), None)

    def plain_table(self) -> list[list[Value]]:
        """Return the rows shown as they are copied, titles first."""
        rows: list[list[Value]] = [[_text(one, column) for column in Column] for one in self.rows]
        return [list(TITLES), *rows]

    # What Qt calls

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one, column = self.rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return str(_text(one, column))
            case Qt.ItemDataRole.ToolTipRole:
                return ", ".join(one.leads) if column == Column.LEADS else None
            case Role.CELL:
                faint = one.stance is None and column == Column.STANCE
                stance = one.stance if column == Column.STANCE else None
                text = STANCE_WORDS[stance] if stance else str(_text(one, column))
                ink: Ink = "ink3" if faint else "ink"
                return Cell(text, ink, column in _NUMBERS, main=column == Column.COUNTRY, stance=stance)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return TIPS.get(Column(section))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column in _BY:
            self._column, self._falling = Column(column), order == Qt.SortOrder.DescendingOrder
            self._arrange()

    def _arrange(self) -> None:
        wanted = [row for row in self._all if self._filter(row)]
        self.beginResetModel()
        self.rows = ordered(wanted, _BY[self._column], falling=self._falling)
        self.endResetModel()


def _text(one: RankedEntry, column: Column) -> str | float:
    match column:
        case Column.COUNTRY:
            return one.entry.country
        case Column.AS_OF:
            return written(one.entry.as_of)
        case Column.REGION:
            return one.entry.region
        case Column.STANCE:
            return NOT_SCORED if one.stance is None else f"{STANCE_GLYPHS[one.stance]} {STANCE_WORDS[one.stance]}"
        case Column.INDEX:
            return "" if one.stance is None else signed(one.index)
        case Column.OFFERS:
            return "" if one.stance is None else str(len(one.offers))
        case Column.LEADS:
            return ", ".join(one.leads)
