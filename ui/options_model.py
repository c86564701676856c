"""The options of an assessment as a table for Qt: grouped by verdict in order of rank, or sorted by one column."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor.findings import VERDICTS
from advisor.wording import VERDICT_MEANINGS, VERDICT_WORDS, likelihood, percent
from ui.option_rows import OptionRow, option_rows
from ui.widgets.table_rows import Cell, GroupHeading, Reading, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.findings import BestFindings, Findings
    from advisor.playbook import Playbook
    from ui.tab_separated import Value
    from ui.widgets.ink_label import Ink

NONE_YET = "–"
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in order."""

    RANK = 0
    NAME = 1
    NOW = 2
    HORIZON = 3
    VALUE = 4
    WHY = 5


_NUMBERS = (Column.NOW, Column.HORIZON, Column.VALUE)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HEADING_FLAGS = Qt.ItemFlag.NoItemFlags  # the keyboard passes over headings
_OPTION_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OptionsModel(QAbstractTableModel):
    """Rows of options, with a heading above each verdict while they are in order of rank."""

    def __init__(self, playbook: Playbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self._months = playbook.uncertainty.horizon_months
        self._rows: list[OptionRow] = []
        self._entries: list[GroupHeading | OptionRow] = []
        self._column, self._order = Column.RANK, Qt.SortOrder.AscendingOrder

    @property
    def grouped(self) -> bool:
        """Whether options stand below headings: in order of rank they do."""
        return self._column == Column.RANK and self._order == Qt.SortOrder.AscendingOrder

    def show(self, best: BestFindings | None, findings: Findings | None, *, stale: bool = False) -> None:
        """Show these findings; the likelihoods dimmed where they are `stale`."""
        if findings:
            self._months = findings.horizon_months
        self._rows = option_rows(self._playbook, best, findings, stale) if best else []
        self._rearrange()

    def option_at(self, row: int) -> OptionRow | None:
        """Return the option of a row, or None for a heading."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return entry if isinstance(entry, OptionRow) else None

    def row_of(self, option_id: str) -> int | None:
        """Return the row of an option."""
        rows = range(len(self._entries))
        return next((row for row in rows if (found := self.option_at(row)) and found.best.id == option_id), None)

    def headings(self) -> list[int]:
        """Return the rows that are headings."""
        return [row for row, entry in enumerate(self._entries) if isinstance(entry, GroupHeading)]

    def plain_table(self) -> list[list[Value]]:
        """Return header and options as they stand, with native values and without headings."""
        titles: list[Value] = [str(self.headerData(column, Qt.Orientation.Horizontal)) for column in Column]
        table = [[*titles[:2], "Verdict", *titles[2:]]]
        for entry in self._entries:
            if isinstance(entry, OptionRow):
                values: list[Value] = [self._native(entry, column) for column in Column]
                table.append([*values[:2], VERDICT_WORDS[entry.verdict], *values[2:]])
        return table

    # What Qt asks for

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _HEADING_FLAGS if self.option_at(index.row()) is None else _OPTION_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if isinstance(entry, GroupHeading):
            return _heading_data(entry, index.column(), role)
        return self._option_data(entry, Column(index.column()), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _NUMBERS and column != Column.NOW else _LEFT
            case Qt.ItemDataRole.InitialSortOrderRole:
                return Qt.SortOrder.DescendingOrder if column in _NUMBERS else Qt.SortOrder.AscendingOrder
            case Qt.ItemDataRole.ToolTipRole:
                return (
                    f"Sort by {self._title(column)}" if column != Column.RANK else "Group by verdict, in order of rank"
                )
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = Column(column), order
        self._rearrange()

    # Arranging

    def _rearrange(self) -> None:
        entries = self._arranged()
        keys, known = [_key(entry) for entry in entries], [_key(entry) for entry in self._entries]
        if keys == known:
            self._replace(entries)
        elif sorted(keys) == sorted(known):
            self._move(entries, {key: row for row, key in enumerate(keys)}, known)
        else:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def _replace(self, entries: list[GroupHeading | OptionRow]) -> None:
        """Announce the rows that read otherwise than before, and no others: most ticks of a drag change few."""
        pairs = enumerate(zip(self._entries, entries, strict=True))
        changed = [row for row, (old, new) in pairs if _shown(old) != _shown(new)]
        self._entries = entries
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))

    def _move(self, entries: list[GroupHeading | OptionRow], places: dict[str, int], known: Sequence[str]) -> None:
        """Change the order only, so that the selection and the scroll position go along."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._entries = entries
        after = [self.index(places[known[index.row()]], index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arranged(self) -> list[GroupHeading | OptionRow]:
        if self.grouped:
            return self._grouped()
        descending = self._order == Qt.SortOrder.DescendingOrder
        key = Column(self._column)
        return [*sorted(self._rows, key=lambda row: _sortable(self._native(row, key)), reverse=descending)]

    def _grouped(self) -> list[GroupHeading | OptionRow]:
        entries: list[GroupHeading | OptionRow] = []
        for verdict in VERDICTS if self._rows else ():
            members = [row for row in self._rows if row.verdict == verdict]
            word, meaning = VERDICT_WORDS[verdict], VERDICT_MEANINGS[verdict]
            entries += [GroupHeading(verdict, word, len(members), meaning), *members]
        return entries

    # Cells

    def _title(self, column: Column) -> str:
        return ("#", "Option", "Acceptance now", f"{self._months:g} mo", "US value", "Why")[column]

    def _native(self, row: OptionRow, column: Column) -> Value:
        found = row.finding
        values: tuple[Value, ...] = (
            row.best.rank,
            row.best.name,
            found.p_now if found else None,
            found.p_horizon if found else None,
            row.best.us_value,
            row.reason,
        )
        return values[column]

    def _text(self, row: OptionRow, column: Column) -> str:
        value = self._native(row, column)
        if value is None:
            return NONE_YET
        if column in (Column.NOW, Column.HORIZON) and not isinstance(value, str):
            return percent(value)
        return f"{value:.1f}".replace("-", "−") if column == Column.VALUE else str(value)

    def _option_data(self, row: OptionRow, column: Column, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Role.SORT:
                return self._native(row, column)
            case Role.CELL:
                return self._cell(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _NUMBERS else _LEFT
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
        return None

    def _cell(self, row: OptionRow, column: Column) -> Cell:
        return Cell(
            text=self._text(row, column),
            ink=_ink(row, column),
            number=column in _NUMBERS,
            main=column == Column.NAME,
            verdict=row.verdict if column == Column.NAME and not self.grouped else None,
            reading=self._reading(row, column),
        )

    def _reading(self, row: OptionRow, column: Column) -> Reading | None:
        if column == Column.VALUE:
            return Reading(row.value_share, self._text(row, column))
        if column != Column.NOW:
            return None
        found = row.finding
        if found is None:
            return Reading(None, NONE_YET)
        return Reading(found.p_now, percent(found.p_now), found.p_horizon, row.stale)

    def _spoken(self, row: OptionRow, column: Column) -> str:
        value, text = self._native(row, column), self._text(row, column)
        match column:
            case Column.RANK:
                return f"Rank {text}"
            case Column.NAME:
                return f"{text}: {VERDICT_WORDS[row.verdict]}. {row.reason}"
            case Column.VALUE:
                return f"US value {text}"
            case Column.WHY:
                return text
        title = "Acceptance now" if column == Column.NOW else f"Acceptance in {self._months:g} months"
        words = f"{likelihood(value)}, {text}" if isinstance(value, float) else "not computed yet"
        return f"{title}: {words}{' (of an earlier edit)' if row.stale and row.finding else ''}"


def _heading_data(heading: GroupHeading, column: int, role: int) -> Any:
    if role == Role.CELL:
        return heading
    if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.RANK:
        return f"{heading.word}, {heading.count}: {heading.meaning}"
    return None


def _key(entry: GroupHeading | OptionRow) -> str:
    return f"verdict {entry.verdict}" if isinstance(entry, GroupHeading) else f"option {entry.best.id}"


def _shown(entry: GroupHeading | OptionRow) -> tuple[object, ...]:
    if isinstance(entry, GroupHeading):
        return (entry,)
    found = entry.finding
    likelihoods = (found.p_now, found.p_horizon) if found else None
    return entry.best.rank, entry.verdict, likelihoods, entry.stale, entry.value_share, entry.reason


def _sortable(value: Value) -> tuple[float, str]:
    if isinstance(value, str):
        return 0.0, value.casefold()
    return (float("-inf") if value is None else value), ""


def _ink(row: OptionRow, column: Column) -> Ink:
    if column in (Column.NOW, Column.HORIZON) and (row.stale or row.finding is None):
        return "ink3"
    return "ink" if column == Column.NAME else "ink2"
