"""Titled sections of lines, each line with what stands beside it at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from advisor.option_sheet import Line, Section


class SectionBlock(QWidget):
    """One section below a hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: Section | None = None
        self._title = InkLabel(section_font(), "ink2")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, SPACE[1], 0, SPACE[0])
        self._grid.setHorizontalSpacing(SPACE[2])
        self._grid.setVerticalSpacing(SPACE[0])
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._title, 0, 0, 1, 2)
        self._rows: list[tuple[InkLabel, InkLabel]] = []

    def show_section(self, section: Section) -> None:
        """Show another section, in labels already made as far as they go."""
        if section == self._section:
            return
        self._section = section
        self._title.setText(section.title)
        while len(self._rows) < len(section.lines):
            self._rows.append(self._new_row(len(self._rows) + 1))
        for number, pair in enumerate(self._rows):
            _fill(*pair, section.lines[number] if number < len(section.lines) else None)
        spoken = "; ".join(f"{line.text} {line.aside}".strip() for line in section.lines)
        self.setAccessibleName(f"{section.title}: {spoken}")

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(tokens(self.palette()).line))

    def _new_row(self, row: int) -> tuple[InkLabel, InkLabel]:
        text, aside = InkLabel(font(12)), InkLabel(font(12, tabular=True), "ink2")
        aside.setWordWrap(False)
        aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 0)
        self._grid.addWidget(aside, row, 1)
        return text, aside


class SectionStack(QWidget):
    """Sections one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[SectionBlock] = []
        self._sections: tuple[Section, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE[1])

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections shown."""
        return self._sections

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other sections, in blocks already made as far as they go."""
        if self._sections == tuple(sections):
            return
        self._sections = tuple(sections)
        while len(self._blocks) < len(sections):
            self._blocks.append(SectionBlock())
            self._layout.addWidget(self._blocks[-1])
        for number, block in enumerate(self._blocks):
            block.setVisible(number < len(sections))
            if number < len(sections):
                block.show_section(sections[number])


def _fill(text: InkLabel, aside: InkLabel, line: Line | None) -> None:
    text.setText(line.text if line else "")
    text.setFont(font(11.5 if line and line.minor else 12))
    text.set_ink("ink3" if line and line.minor else "ink")
    text.setVisible(line is not None)
    aside.setText(line.aside if line else "")
    aside.setVisible(bool(line and line.aside))
