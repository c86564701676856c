"""The entries of a playbook as a tree for Qt: groups, and in each its entries with what they come to now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from advisor.trial import Entry
from advisor.wording import VERDICT_WORDS
from ui.widgets.table_rows import Cell, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject

    from advisor.playbook_contents import ContentKind, Group, Item
    from advisor.trial import Trial
    from ui.widgets.ink_label import Ink

Index = QModelIndex | QPersistentModelIndex
TITLES = ("Entry", "Now", "What it does")
OFF, CHANGED = "○ off", "◆ changed"
_KEY, HEADING = Role.CELL + 1, Role.CELL + 2


def entry_of(kind: ContentKind, name: str) -> Entry | None:
    """Return what can be tried out of an entry of the list; None where nothing can."""
    if kind in ("rule", "stance_rule"):
        return Entry("rule", name)
    return Entry("option", name) if kind == "option" else None


class EntryModel(QStandardItemModel):
    """Shows those entries of the groups that are wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.setHorizontalHeaderLabels(TITLES)

    def show_groups(self, groups: Iterable[Group], trial: Trial, wanted: Callable[[Item], bool]) -> bool:
        """Show other entries, or the same with other numbers; say whether there are others."""
        kept = [(group, [item for item in group.items if wanted(item)]) for group in groups]
        kept = [(group, items) for group, items in kept if items]
        keys = tuple((item.kind, item.id) for _, items in kept for item in items)
        another = keys != self._shown
        if another:
            self.setRowCount(0)
            self._shown = keys
            for _, items in kept:
                self.appendRow(_new_group(len(items)))
        for row, (group, items) in enumerate(kept):
            heading = self.item(row)
            heading.setData(f"{group.title}  ({len(items)})", HEADING)
            heading.setText(f"{group.title}, {len(items)}")
            for place, item in enumerate(items):
                _fill([heading.child(place, column) for column in range(len(TITLES))], item, trial)
        return another

    def key(self, index: Index) -> tuple[ContentKind, str] | None:
        """Return kind and id of an entry; None for a heading."""
        found: tuple[ContentKind, str] | None = index.sibling(index.row(), 0).data(_KEY) if index.isValid() else None
        return found

    def index_of(self, kind: ContentKind, name: str) -> QModelIndex:
        """Return where an entry stands; an invalid index where it is not shown."""
        for row in range(self.rowCount()):
            heading = self.item(row)
            for place in range(heading.rowCount()):
                if heading.child(place).data(_KEY) == (kind, name):
                    return heading.child(place).index()
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Return the first entry shown; an invalid index where there is none."""
        return self.item(0).child(0).index() if self.rowCount() else QModelIndex()


def _new_group(count: int) -> list[QStandardItem]:
    cells = [_cell() for _ in TITLES]
    cells[0].setFlags(Qt.ItemFlag.ItemIsEnabled)
    for _ in range(count):
        cells[0].appendRow([_cell() for _ in TITLES])
    return cells


def _cell() -> QStandardItem:
    made = QStandardItem()
    made.setEditable(False)
    return made


def _fill(cells: list[QStandardItem], item: Item, trial: Trial) -> None:
    entry = entry_of(item.kind, item.id)
    off = entry is not None and entry in trial.off
    mark = OFF if off else CHANGED if entry is not None and entry in trial.entries else ""
    quiet = off or item.now == "–"
    texts = (item.name, item.now, mark or item.does)
    for column, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        if cell.text() != text:
            cell.setText(text)
        ink: Ink = "ink3" if quiet and not (mark and column == len(texts) - 1) else "ink"
        cell.setData(Cell(text, ink, number=column == 1, main=column == 0), Role.CELL)
    if item.verdict is not None and not mark:
        cells[-1].setData(Cell(VERDICT_WORDS[item.verdict], verdict=item.verdict), Role.CELL)
    cells[0].setToolTip(item.name)
    cells[0].setData((item.kind, item.id), _KEY)
    cells[0].setData(", ".join(text for text in (item.name, item.now, mark, item.does) if text), _spoken())


def _spoken() -> int:
    return Qt.ItemDataRole.AccessibleTextRole.value
