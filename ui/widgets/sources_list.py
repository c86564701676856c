"""Public data that inform a score: dataset, field and mapping of every source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.playbook import Proxy


class SourcesList(QWidget):
    """Lists sources below a heading; without any it is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[0])
        layout.addWidget(InkLabel(section_font(), "ink2", "Data that inform this score"))
        layout.addLayout(self._rows)

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
