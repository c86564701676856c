"""What one file would bring: how it was read, what would change, and what should be known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.dates import written_as_precise
from ui.importing.settings_form import SettingsForm
from ui.live_sections import hairline
from ui.plan.runs import NEW_LINE, Run
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.ink_label import InkLabel, section_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor import incoming
    from advisor.incoming import Part


class PartSection(QWidget):
    """Shows a part; what stays the same between two readings keeps its widgets."""

    corrected = Signal(object, object, object)
    """The files it is about, a setting, and its new values."""
    left_out = Signal(object)
    """The files are not to be imported after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: incoming.Part | None = None
        self.title, self.kind = ElidedLabel(font(15, bold=True)), InkLabel(font(12), "ink3")
        self.kind.setWordWrap(False)
        self.kind.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.rule = hairline()
        self.leave = QPushButton("Leave out")
        self.leave.setProperty("link", "true")
        self.form = SettingsForm()
        self.tables: list[TextTable] = []
        self._texts: list[InkLabel] = []
        self._below = QVBoxLayout()
        self._below.setSpacing(SPACE[1])
        self._lay_out()
        self.leave.clicked.connect(lambda: self.left_out.emit(self._files))
        self.form.corrected.connect(lambda setting, values: self.corrected.emit(self._files, setting, values))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in reading order."""
        return (self.leave, *self.form.stops, *self.tables)

    def show_part(self, part: Part) -> None:
        """Show how the part stands now."""
        before, self.part = self.part, part
        self.title.set_text(part.title)
        self.kind.setText(part.kind)
        self.leave.setAccessibleName(f"Leave out {part.title}")
        self.setAccessibleName(f"{part.title}, {part.kind}")
        self.form.show_settings(part.settings)
        self.form.setVisible(bool(part.settings))
        if before is None or _said(before) != _said(part):
            self._fill(part)

    @property
    def _files(self) -> tuple[str, ...]:
        return () if self.part is None else self.part.files

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE[2])
        head.addWidget(self.title, 1)
        head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE[2])
        column.setSpacing(SPACE[1])
        column.addWidget(self.rule)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addLayout(self._below)

    def _fill(self, part: Part) -> None:
        """Put sentences, tables and notes anew."""
        for old in (*self.tables, *self._texts):
            self._below.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tables, self._texts = [], []
        for sentence in part.judgements:
            self._say(InkLabel(font(15, serif=True), "ink", sentence))
        for line in part.lines:
            self._say(InkLabel(font(12), "ink2", line))
        for table in part.tables:
            self._say(section_label(table.name))
            shown = text_table(table)
            self._below.addWidget(shown)
            self.tables.append(shown)
        if part.notes:
            self._say(section_label("To know"))
        for note in part.notes:
            self._say(InkLabel(font(12), "ink2", note))

    def _say(self, label: InkLabel) -> None:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._below.addWidget(label)
        self._texts.append(label)


def text_table(table: incoming.Table) -> TextTable:
    """Return a table of the window that shows one of a preview."""
    made = TextTable(table.name, [Column(one.title, one.width, one.share) for one in table.columns])
    made.show_rows([_cells(row, table) for row in table.rows])
    return made


def _cells(row: Sequence[incoming.Cell], table: incoming.Table) -> list[Cell]:
    texts = ["" if cell is None else f"{cell:g}" if isinstance(cell, float) else cell for cell in row]
    texts = [text.replace("\n", NEW_LINE) for text in texts]
    texts = [_dated(text) if column.dated else text for text, column in zip(texts, table.columns, strict=True)]
    strong = table.strong
    return [
        Cell((Run(text, "ink" if place in strong else "ink2", bold=place in strong),))
        for place, text in enumerate(texts)
    ]


def _dated(text: str) -> str:
    when, colon, rest = text.partition(":")
    return f"{written_as_precise(when)}{colon}{rest}"


def _said(part: Part) -> tuple[object, ...]:
    return part.judgements, part.lines, part.tables, part.notes
