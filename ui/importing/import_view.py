"""The view in place of the assessment: what can be imported, what the files would change, and the button to keep it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.importing.part_section import PartSection
from ui.importing.trouble_list import TroubleList
from ui.live_sections import hairline
from ui.page_parts import steady
from ui.plan.problem_box import ProblemBox
from ui.plan.runs import Run
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from advisor.incoming import ImportPreview
    from ui.importing.importing import Importing

EMPTY = "Drop files anywhere on the window, or choose them. You see what would change before anything does."
NOTHING_NEW = "The library holds all of this already; there is nothing to import."
NOT_YET = "Nothing can be imported yet."
_GUIDE = (Column("What", 214), Column("File", 132), Column("Where it comes from", 320, 1))


class ImportView(QWidget):
    """Follows the files that are to be imported."""

    parts_changed = Signal()
    """Other parts are shown, or the same with other tables."""

    def __init__(self, importing: Importing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.importing = importing
        self.sentence = InkLabel(font(17, serif=True))
        self.problem = ProblemBox()
        self.keep, self.choose = QPushButton("Import"), QPushButton("Choose files…")
        self.again, self.clear = QPushButton("Read again"), QPushButton("Clear")
        self.again.setToolTip("After a file was corrected in another program (F5)")
        self.again.setShortcut(QKeySequence("F5"))
        self.keep.setProperty("primary", "true")
        self.troubles = TroubleList()
        self.guide = TextTable("What can be imported", _GUIDE)
        self.sections: list[PartSection] = []
        self._parts = QVBoxLayout()
        self._parts.setSpacing(SPACE[2])
        self._lay_out()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.choose)
        self.keep.clicked.connect(importing.keep)
        self.choose.clicked.connect(lambda: importing.ask())
        self.again.clicked.connect(importing.read_again)
        self.clear.clicked.connect(importing.clear)
        importing.changed.connect(self.refresh)
        importing.session.history_changed.connect(self._show_buttons)
        self._fill_guide()
        self.refresh()

    def refresh(self) -> None:
        """Show how the files stand now."""
        importing = self.importing
        preview = self.preview
        self.sentence.setText(self._sentence(preview))
        read_only = importing.session.library.read_only
        reason = f"Nothing can be imported: {importing.session.library.read_only_reason}." if read_only else ""
        self.problem.show_problem(importing.failure or reason)
        self.troubles.show_troubles(preview.troubles if preview else ())
        self._show_parts(preview)
        self.guide.setVisible(not importing.files)
        self._show_buttons()
        if importing.ready and self.choose.hasFocus():
            self.keep.setFocus()

    @property
    def preview(self) -> ImportPreview | None:
        """What is shown of the files; None where there are none, or nothing is read yet."""
        return self.importing.preview if self.importing.files else None

    def close_work(self) -> bool:
        """Stop reading; say whether it ended in time."""
        return self.importing.close()

    def _sentence(self, preview: ImportPreview | None) -> str:
        importing = self.importing
        if not importing.files:
            return importing.sentence or EMPTY
        if importing.busy or preview is None:
            names = [path.name for path in importing.files]
            what = names[0] if len(names) == 1 else f"{len(names)} files"
            return f"{'Reading' if importing.busy else 'Not read:'} {what}{'…' if importing.busy else ''}"
        if preview.troubles:
            return NOT_YET
        return preview.summary or NOTHING_NEW

    def _show_buttons(self) -> None:
        importing = self.importing
        self.keep.setEnabled(importing.ready)
        self.keep.setVisible(bool(importing.files))
        self.again.setVisible(bool(importing.files))
        self.clear.setVisible(bool(importing.files))
        self.choose.setText("Choose more files…" if importing.files else "Choose files…")
        self.choose.setProperty("primary", "false" if importing.files else "true")
        self.choose.style().unpolish(self.choose)
        self.choose.style().polish(self.choose)

    def _show_parts(self, preview: ImportPreview | None) -> None:
        parts = preview.parts if preview else ()
        while len(self.sections) < len(parts):
            section = PartSection()
            section.corrected.connect(self.importing.tell)
            section.left_out.connect(self.importing.drop)
            self.sections.append(section)
            self._parts.addWidget(section)
        while len(self.sections) > len(parts):
            gone = self.sections.pop()
            gone.hide()
            gone.deleteLater()
        for place, (section, part) in enumerate(zip(self.sections, parts, strict=True)):
            section.show_part(part)
            # The first one follows the line below the buttons.
            section.rule.setVisible(place > 0 or bool(preview and preview.troubles))
        stops = [
            self.troubles.copy,
            self.troubles.table,
            *(stop for section in self.sections for stop in section.stops),
        ]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)
        self.parts_changed.emit()

    def _fill_guide(self) -> None:
        self.guide.show_rows(
            [
                [Cell((Run(one.name, bold=True),)), Cell((Run(one.files, "ink2"),)), Cell((Run(one.how, "ink2"),))]
                for one in self.importing.port.importables()
            ]
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        for button in (self.keep, self.choose, self.again, self.clear):
            buttons.addWidget(button)
        buttons.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        head.setSpacing(SPACE[1])
        head.addWidget(self.sentence)
        head.addWidget(self.problem)
        head.addLayout(buttons)
        inner = QWidget()
        below = QVBoxLayout(inner)
        below.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        below.setSpacing(SPACE[1])
        below.addWidget(self.troubles)
        below.addWidget(self.guide)
        below.addLayout(self._parts)
        below.addStretch()
        area = steady(inner)
        area.setAccessibleName("What would be imported")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(area, 1)
