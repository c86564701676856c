"""Every place of a page that says something: labels, buttons, fields, painted rows, and the rows of tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QAbstractItemModel


_LINE = 8
"""Parts whose tops differ by less stand in one line."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place and what it says; `index` is a row where the widget is a table."""

    widget: QWidget
    text: str
    index: QModelIndex | None = None

    @property
    def seen_in(self) -> QWidget:
        """The widget whose coordinates the place has."""
        return self.widget.viewport() if isinstance(self.widget, QAbstractItemView) else self.widget


def places_in(page: QWidget) -> list[Place]:
    """Return the places of a page that are shown, from top to bottom within each part."""
    return [place for widget in _shown(page) for place in _places(widget)]


def _shown(widget: QWidget) -> Iterator[QWidget]:
    """Walk a page in reading order; what lies within a table belongs to it."""
    yield widget
    if isinstance(widget, QAbstractItemView):
        return
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        children = [inner] if inner is not None else []
    else:
        children = [one for one in widget.children() if isinstance(one, QWidget)]
    visible = [one for one in children if one.isVisible() and not one.isWindow()]
    columns = len(visible) > 1 and any(_beside(one) for one in visible)
    for child in sorted(visible, key=lambda one: (one.x(), one.y()) if columns else (one.y() // _LINE, one.x())):
        yield from _shown(child)


def _beside(widget: QWidget) -> bool:
    """Say whether a part stands beside others over most of the height: columns are read one after the other."""
    around = widget.parentWidget()
    return around is not None and 2 * widget.height() > around.height() and 10 * widget.width() < 9 * around.width()


def _places(widget: QWidget) -> Iterator[Place]:
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget)
        return
    text = _text(widget)
    if text:
        yield Place(widget, text)


def _rows(view: QAbstractItemView) -> Iterator[Place]:
    model: QAbstractItemModel | None = view.model()
    if model is not None:
        yield from _below(view, model, QModelIndex())


def _below(view: QAbstractItemView, model: QAbstractItemModel, parent: QModelIndex) -> Iterator[Place]:
    columns = 1 if isinstance(view, QListView) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        cells = [model.index(row, column, parent) for column in range(columns)]
        texts = [str(cell.data() or cell.data(Qt.ItemDataRole.AccessibleTextRole) or "") for cell in cells]
        text = " ".join(one for one in texts if one)
        if text:
            yield Place(view, text, cells[0])
        yield from _below(view, model, cells[0]) if cells else ()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        own = widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        own = widget.toPlainText()
    elif isinstance(widget, QComboBox):
        own = widget.currentText()
    else:
        # A painted widget says in its accessible name what it shows; so does a part made of labels, which would
        # be found twice.
        own = "" if widget.findChild(QLabel) is not None else widget.accessibleName()
    return own or ("" if widget.findChild(QWidget) is not None else widget.accessibleName())
