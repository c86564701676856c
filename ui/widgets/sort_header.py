"""Column titles that sort: an arrow says by which column and which way, and a line ends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView

from ui.tokens import tokens
from ui.widgets.line_text import LEFT, RIGHT, Type, paint_line
from ui.widgets.table_rows import FIRST_PAD, PAD

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

HEIGHT = 28
ARROWS = {Qt.SortOrder.AscendingOrder: "▴", Qt.SortOrder.DescendingOrder: "▾"}
_TITLE = Type(11.5)


class SortHeader(QHeaderView):
    """Titles of the columns in `numbers` stand at the right; `natural` is the order that needs no arrow."""

    def __init__(
        self,
        name: str,
        numbers: Collection[int],
        parent: QWidget | None = None,
        *,
        natural: tuple[int, Qt.SortOrder] | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._numbers, self._natural = frozenset(numbers), natural
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(0)
        self.setAccessibleName(f"{name}; a click sorts")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, box = tokens(self.palette()), QRectF(rect)
        painter.fillRect(box, QColor(theme.surface))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.outline))
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        order = self.sortIndicatorOrder()
        chosen = self.sortIndicatorSection() == section and (section, order) != self._natural
        text = f"{title} {ARROWS[order]}" if chosen else title
        alignment = RIGHT if section in self._numbers else LEFT
        # A title at the right may reach to the column before it, so that its arrow has room.
        left = FIRST_PAD if section == 0 else PAD if alignment == LEFT else 0.0
        paint_line(
            painter, box.adjusted(left, 0, -PAD, 0), text, _TITLE, theme.ink if chosen else theme.ink2, alignment
        )
