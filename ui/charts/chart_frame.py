"""A chart with its heading, the buttons to take it elsewhere, and its numbers as a table in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.charts.chart_table import ChartTable
from ui.charts.taking import Taking
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent

    from ui.charts.chart import Chart

SHOW_TABLE, SHOW_CHART = "Table", "Chart"


class ChartFrame(QWidget):
    """Holds a widget that is a `Chart`; `taking` copies and saves it, the button Table shows its numbers instead.

    In a `narrow` frame the buttons stand below the chart. A widget that can be taken elsewhere by itself gives its
    `taking`, so that there is only one.
    """

    def __init__(
        self,
        title: str,
        widget: QWidget,
        chart: Chart,
        parent: QWidget | None = None,
        *,
        narrow: bool = False,
        taking: Taking | None = None,
    ) -> None:
        super().__init__(parent)
        self._chart, self._widget = chart, widget
        self.setAccessibleName(title)
        self.taking = taking or Taking(self, chart)
        if taking is not None:
            self.addActions(taking.actions)
        self.heading = InkLabel(section_font(), "ink2", title)
        self.heading.setWordWrap(False)
        self.caption = InkLabel(font(11.5), "ink3")
        self.table = ChartTable()
        self.toggle = _button(SHOW_TABLE, f"{title}: show the numbers as a table")
        self.toggle.setCheckable(True)
        self.more = _button("Copy or save…", f"{title}: copy or save the chart")
        self.more.clicked.connect(self._offer)
        self.toggle.toggled.connect(self._switch)
        self._lay_out(narrow=narrow)

    def set_caption(self, text: str) -> None:
        """Say below the heading how to read the chart, or nothing."""
        self.caption.setText(text)
        self.caption.setVisible(bool(text))

    def add_control(self, control: QWidget) -> None:
        """Put something that chooses what the chart shows below the heading."""
        self._column.insertWidget(1, control, 0, Qt.AlignmentFlag.AlignLeft)

    def add_below(self, layout: QLayout) -> None:
        """Put something below the chart, or its table."""
        self._column.addLayout(layout)

    def refresh(self) -> None:
        """Read the numbers again where the table is shown."""
        if self.toggle.isChecked():
            self.table.show_rows(self._chart.table())

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show that the chart is of earlier scores."""
        self.heading.set_ink("ink3" if dimmed else "ink2")
        self.table.setEnabled(not dimmed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._menu().popup(event.globalPos())

    def _lay_out(self, *, narrow: bool) -> None:
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.setSpacing(SPACE[1])
        buttons.addStretch()
        buttons.addWidget(self.toggle)
        buttons.addWidget(self.more)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(head)
        column.addWidget(self.caption)
        column.addWidget(self._widget)
        column.addWidget(self.table)
        if narrow:
            column.addLayout(buttons)
        else:
            head.addLayout(buttons, 1)
        self.caption.hide()
        self.table.hide()

    def _switch(self, as_table: bool) -> None:
        self.toggle.setText(SHOW_CHART if as_table else SHOW_TABLE)
        self._widget.setVisible(not as_table)
        self.table.setVisible(as_table)
        self.refresh()

    def _offer(self) -> None:
        self._menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        return menu


def _button(text: str, described: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("link", "true")
    made.setFont(font(11.5))
    made.setAccessibleName(described)
    return made
