"""What a section of the Brief on paper paints, as words and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.brief_pdf.canvas import PLAIN, Canvas, Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ui.brief_pdf.canvas import Row


class Listener(Canvas):
    """Keeps what is written and filled, in order."""

    def __init__(self, painter: QPainter, width: float = 640.0) -> None:
        super().__init__(painter, width, 2, measures=True)
        self.rows: list[tuple[str, ...]] = []
        self.placed: list[str] = []
        self.fills: list[tuple[float, str]] = []

    def row(self, cells: Sequence[Cell], look: Row = PLAIN) -> tuple[float, float]:
        self.rows.append(tuple("".join(run.text for run in cell.runs) for cell in cells))
        return super().row(cells, look)

    def place(self, cell: Cell, middle: float) -> None:
        self.placed.append("".join(run.text for run in cell.runs))

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.fills.append((width, colour))
