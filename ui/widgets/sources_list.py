"""Public data that inform a score, folded away until they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.tokens import RADIUS_CONTROL, SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from advisor.playbook import Proxy


class _FoldButton(QToolButton):
    """A line of text with an arrow, ringed while it has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens(self.palette()).focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)


class SourcesList(QWidget):
    """A line to click; below it dataset, field and mapping of every source."""

    def __init__(self) -> None:
        super().__init__()
        self.button = _FoldButton()
        self.button.setText("Data that inform this score")
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setFont(font(12))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.toggled.connect(self._fold)
        self._body = QWidget()
        self._body.hide()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(SPACE[4], 0, 0, 0)
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[0])
        layout.addWidget(self.button)
        layout.addWidget(self._body)

    def set_sources(self, sources: Sequence[Proxy]) -> None:
        """List other sources; nothing is shown where there are none."""
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for source in sources:
            self._rows.addWidget(InkLabel(font(12), "ink", source.dataset))
            self._rows.addWidget(InkLabel(font(11.5), "ink2", source.field))
            self._rows.addWidget(InkLabel(font(11.5), "ink3", source.mapping))
            self._rows.addSpacing(SPACE[1])
        self.setVisible(bool(sources))

    def _fold(self, opened: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._body.setVisible(opened)
