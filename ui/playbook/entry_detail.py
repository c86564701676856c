"""What the playbook says of the entry chosen, with its switch and numbers to try out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.page_parts import hold_margin
from ui.playbook.dial_rows import DialRows
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel
from ui.widgets.section_lines import SectionStack

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.playbook_words import Description
    from ui.tab_separated import Value


class EntryDetail(QScrollArea):
    """Title, lead, what can be tried out, and sections of lines below one another."""

    def __init__(self, playbook: Playbook) -> None:
        super().__init__()
        self.title = InkLabel(font(17, serif=True, bold=True))
        self.kind = InkLabel(font(11.5), "ink3")
        self.lead = InkLabel(font(13, serif=True))
        self.dials = DialRows(playbook)
        self.sections = SectionStack()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[0])
        for widget in (self.title, self.kind, self.lead):
            column.addWidget(widget)
        column.addSpacing(SPACE[1])
        column.addWidget(self.dials)
        column.addSpacing(SPACE[1])
        column.addWidget(self.sections)
        column.addStretch()
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        hold_margin(self)

    def show_description(self, found: Description) -> None:
        """Describe an entry."""
        self.title.setText(found.title)
        self.kind.setText(found.kind)
        self.lead.setText(found.lead)
        self.sections.show_sections(found.sections)

    def table(self) -> list[list[Value]]:
        """Return all that is said as a table to copy."""
        rows: list[list[Value]] = [[self.title.text(), "", ""], [self.kind.text(), "", ""], [self.lead.text(), "", ""]]
        for section in self.sections.sections:
            rows += [[section.title, line.text, line.aside] for line in section.lines]
        return rows
