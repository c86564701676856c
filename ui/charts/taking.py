"""Taking a chart elsewhere: actions that copy it as a table or a picture and save it as PNG, SVG or PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog

from ui.charts.pictures import FILTERS, pdf_of, save
from ui.tab_separated import tab_separated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QWidget

    from ui.charts.chart import Chart


class Taking(QObject):
    """Belongs to the widget that shows a chart, and adds the actions to it; Ctrl+C copies the table."""

    failed = Signal(str, str)
    """A picture could not be saved: what happened, and the detail."""

    def __init__(self, widget: QWidget, chart: Chart) -> None:
        super().__init__(widget)
        self._widget, self._chart = widget, chart
        self._dialog: QFileDialog | None = None
        self.copy = self._action("Copy as table", self.copy_table)
        self.copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_image = self._action("Copy picture", self.copy_picture)
        self.save_as = self._action("Save as PNG, SVG or PDF…", self.ask_where_to_save)

    @property
    def actions(self) -> tuple[QAction, ...]:
        """All it offers, for menus."""
        return self.copy, self.copy_image, self.save_as

    def copy_table(self) -> None:
        """Put the numbers on the clipboard as a table."""
        QGuiApplication.clipboard().setText(tab_separated(self._chart.table()))

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(self._chart.picture())

    def ask_where_to_save(self) -> None:
        """Ask for a file name without holding up the window; the picture is written when the answer comes."""
        self._dialog = QFileDialog(self._widget, "Save the chart")
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setNameFilters(list(FILTERS))
        self._dialog.setDefaultSuffix("png")
        self._dialog.filterSelected.connect(self._follow_filter)
        self._dialog.selectFile(f"{_file_name(self._chart.name)}.png")
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.fileSelected.connect(self.save)
        self._dialog.open()

    def save(self, path: str) -> None:
        """Write the picture as SVG or PDF where the name says so, as PNG otherwise."""
        problem = save(self._content(path.lower()), path)
        if problem is not None:
            self.failed.emit(f"The picture was not saved to {path}: {problem}", problem)

    def _content(self, path: str) -> QByteArray:
        if path.endswith(".pdf"):
            return pdf_of(self._chart.name, self._chart.svg())
        return self._chart.svg() if path.endswith(".svg") else self._chart.png()

    def _follow_filter(self, chosen: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(FILTERS[chosen])

    def _action(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self._widget)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: slot())
        self._widget.addAction(action)
        return action


def _file_name(name: str) -> str:
    """Return the name without what file systems refuse."""
    return "".join("-" if letter in '\\/:*?"<>|' else letter for letter in name)
