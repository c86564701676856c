"""What the Help menu shows, in windows beside the work and not in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.playbook import Playbook

SCORING_KEYS = (
    ("Score the indicator in focus", "0 to 9, 10, 6.5"),
    ("Move the best estimate", "Left, Right"),
    ("Move the high end of the range", "Shift+Left, Shift+Right"),
    ("Move the low end of the range", "Alt+Left, Alt+Right"),
    ("Make the indicator unknown again", "Delete"),
    ("Next confidence", "C"),
    ("Next indicator", "Tab, Down"),
    ("Anchors of the indicator", "Return"),
)
LIBRARY_KEYS = (
    ("Open an assessment, unfold a country", "Return"),
    ("Rename a country, change a date", "F2"),
    ("Delete an assessment or a country", "Delete"),
)
ABOUT = (
    "How a partner government's domestic politics bear on contested cooperation, "
    "and which options it can live with. Fonts: Inter and Source Serif 4, SIL Open Font License 1.1."
)


class HelpWindow(QDialog):
    """A small window of its own with lines of two columns; it goes when it is closed."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        self._column.setSpacing(SPACE[2])
        self._column.addWidget(InkLabel(font(19, serif=True, bold=True), "ink", title))

    def add_text(self, text: str) -> None:
        """Add a paragraph."""
        self._column.addWidget(InkLabel(font(12.5), "ink2", text))

    def add_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Add lines of a name and what belongs to it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[4])
        for row, (name, value) in enumerate(lines):
            grid.addWidget(QLabel(name), row, 0)
            shown = QLabel(value)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, row, 1)
        self._column.addLayout(grid)

    def finish(self) -> None:
        """Add the button and show the window."""
        close = QPushButton("Close")
        close.clicked.connect(self.close)
        self._column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.show()


def show_shortcuts(parent: QWidget, menu_keys: Iterable[tuple[str, str]]) -> HelpWindow:
    """Show what the keys do."""
    window = HelpWindow("Keyboard shortcuts", parent)
    for lines in (SCORING_KEYS, LIBRARY_KEYS, menu_keys):
        window.add_lines(lines)
    window.finish()
    return window


def show_about(parent: QWidget, playbook: Playbook) -> HelpWindow:
    """Show what the program is, and which playbook it judges by."""
    window = HelpWindow("Second Image", parent)
    window.setWindowTitle("About Second Image")
    window.add_text(ABOUT)
    identity = playbook.identity
    window.add_lines(
        [
            ("Playbook", f"{identity.name} ({identity.id})"),
            ("Version", identity.version),
            ("SHA-256", identity.sha256 or "not read from files"),
        ]
    )
    window.finish()
    return window
