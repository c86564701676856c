"""What pages are laid out with: a sentence at the top left, a line between columns, a column that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.tokens import SPACE

if TYPE_CHECKING:
    from ui.widgets.ink_label import InkLabel


def top_left(label: InkLabel) -> QWidget:
    """Return a page that holds one sentence."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(SPACE[3], SPACE[3], SPACE[4], SPACE[4])
    layout.addWidget(label)
    layout.addStretch(1)
    return page


def upright() -> QFrame:
    """Return a line that parts two columns."""
    made = QFrame()
    made.setObjectName("hairline")
    made.setFixedWidth(1)
    return made


def scrolled(widget: QWidget) -> QScrollArea:
    """Return a column that scrolls up and down where its content is higher than the page."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
