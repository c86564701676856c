"""Copies a table or list as text that pastes into a spreadsheet, by Ctrl+C or the context menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.tab_separated import tab_separated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QWidget

    from ui.tab_separated import Value

COPY = "Copy as table"


def offer_copying(widget: QWidget, table: Callable[[], Iterable[Iterable[Value]]]) -> QAction:
    """Let Ctrl+C anywhere in a widget copy a table; a field in it that has marked text copies that."""
    action = QAction(COPY, widget, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: QGuiApplication.clipboard().setText(tab_separated(table())))
    widget.addAction(action)
    if widget.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu:
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return action


def offer_in(root: QWidget) -> None:
    """Let Ctrl+C copy every table and list within a part of the window that does not offer it yet."""
    for view in root.findChildren(QAbstractItemView):
        if view.window() is root.window() and not copies(view):
            offer_copying(view, partial(rows_of, view))


def copies(widget: QWidget | None) -> bool:
    """Say whether Ctrl+C copies a table in a widget, by itself or by what is around it."""
    keys = QKeySequence.keyBindings(QKeySequence.StandardKey.Copy)
    while widget is not None:
        if any(key in keys for action in widget.actions() for key in action.shortcuts()):
            return True
        widget = widget.parentWidget()
    return False


def rows_of(view: QAbstractItemView) -> list[list[Value]]:
    """Return what a view shows, its titles first where it has any; what stands below an entry is one cell further."""
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
    titles = [_text(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(columns)]
    head: list[list[Value]] = [list(titles)] if columns > 1 else []
    return [*head, *_below(model, QModelIndex(), columns, ())]


def _below(
    model: QAbstractItemModel, parent: QModelIndex, columns: int, before: Sequence[Value]
) -> Iterator[list[Value]]:
    for row in range(model.rowCount(parent)):
        cells = [_text(model.index(row, column, parent).data()) for column in range(columns)]
        yield [*before, *cells]
        yield from _below(model, model.index(row, 0, parent), columns, (*before, cells[0]))


def _text(value: object) -> Value:
    return value if isinstance(value, int | float) else "" if value is None else str(value)
