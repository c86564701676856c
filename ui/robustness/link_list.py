"""A titled list of lines that lead to indicators, with a caption above them and sentences below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.live_sections import hairline, line
from ui.tab_separated import tab_separated
from ui.tokens import SPACE, font
from ui.widgets.indicator_link import IndicatorLink
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence


class LinkList(QWidget):
    """Holds at most so many lines; Ctrl+C copies those shown as a table."""

    chosen = Signal(str)
    """The indicator of a line that was clicked."""

    def __init__(self, title: str, most: int) -> None:
        super().__init__()
        self.heading = line(section_font(), "ink2", title)
        self.caption, self.note = InkLabel(font(11.5), "ink3"), InkLabel(font(12), "ink")
        self._made = [IndicatorLink() for _ in range(most)]
        self._lay_out()
        copy = QAction("Copy as table", self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.triggered.connect(self._copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def lines(self) -> tuple[IndicatorLink, ...]:
        """The lines shown, from top to bottom."""
        return tuple(made for made in self._made if not made.isHidden())

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the keyboard visits, in reading order."""
        return tuple(self._made)

    def show_first(self, count: int) -> Sequence[IndicatorLink]:
        """Show so many lines, and return them to be filled."""
        for number, made in enumerate(self._made):
            made.setVisible(number < count)
        return self._made[:count]

    def set_texts(self, caption: str, note: str) -> None:
        """Say something above the lines and below them, or nothing."""
        for label, text in ((self.caption, caption), (self.note, note)):
            label.setText(text)
            label.setVisible(bool(text))

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show that the lines are of earlier scores, or not."""
        self.heading.set_ink("ink3" if dimmed else "ink2")
        self.note.set_ink("ink3" if dimmed else "ink")
        for made in self._made:
            made.set_dimmed(dimmed=dimmed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for label in (self.heading, self.caption, self.note):
            label.setContentsMargins(SPACE[1], 0, SPACE[1], 0)
        column.addWidget(hairline())
        column.addSpacing(SPACE[1])
        column.addWidget(self.heading)
        column.addWidget(self.caption)
        column.addLayout(lines)
        for made in self._made:
            made.clicked.connect(lambda _=False, made=made: self.chosen.emit(made.indicator))
            lines.addWidget(made)
            made.hide()
        column.addWidget(self.note)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(tab_separated([made.words for made in self.lines]))
