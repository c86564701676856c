"""What pages are laid out with: a sentence at the top left, a line between columns, a column that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.tokens import SPACE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

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


def steady(content: QWidget) -> QScrollArea:
    """Return a column that scrolls on the ground of its page, and whose margin holds its bar."""
    area = scrolled(content)
    content.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    hold_margin(area)
    return area


def hold_margin(area: QScrollArea) -> None:
    """Let the bar of an area take the room of its content's margin, so that nothing moves when it comes."""
    _Margin(area)


class _Margin(QObject):
    """Takes from the margin of the content what the scroll bar of its area takes from the area."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        layout = self._layout()
        self._usual = 0 if layout is None else layout.contentsMargins().right()
        area.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._give(self._area.verticalScrollBar().sizeHint().width() if event.type() == QEvent.Type.Show else 0)
        return False

    def _layout(self) -> QLayout | None:
        content = self._area.widget()
        return None if content is None else content.layout()

    def _give(self, taken: int) -> None:
        layout = self._layout()
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setRight(max(0, self._usual - taken))
            layout.setContentsMargins(margins)
