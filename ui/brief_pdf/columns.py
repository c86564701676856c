"""The columns of the page, as wide to one another as those of the sheet Brief, and the headings over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.brief_pdf.canvas import Cell, Row, Run
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from ui.brief_pdf.canvas import Canvas, Runs

LEAST_WIDTH = 640.0
INDENT = 14.0
_LABEL_END, _BODY_START, _FIGURES, _ASIDE = 184.0, 192.0, 104.0, 62.0
_HEADING = Row(padding=2, least=14, rule=LIGHT.ink, thick=0.75)
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Place:
    """A column, from edge to edge."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    def cell(self, runs: Runs, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> Cell:
        """Return a cell of this column."""
        return Cell(self.left, self.right, runs, align)


class Columns:
    """The columns of a page of some width; what it has beyond the least goes to the body of text."""

    def __init__(self, width: float) -> None:
        self.edge, self.label = Place(0, INDENT), Place(INDENT, _LABEL_END)
        self.body = Place(_BODY_START, width - _FIGURES - 8)
        self.figure, self.aside = Place(width - _FIGURES, width - _ASIDE - 4), Place(width - _ASIDE, width)
        self.whole = Place(0, width)


def section(canvas: Canvas, title: str, figure: str = "", aside: str = "", about: str = "") -> None:
    """Paint the heading of a section, below some room, with the headings of its columns of figures."""
    canvas.space(7)
    at = Columns(canvas.width)
    small = Run("", 7.6, LIGHT.accent, bold=True)
    cells = [
        at.whole.cell((_said(small, title.upper()),)),
        at.figure.cell((_said(small, figure),), _RIGHT),
        at.aside.cell((_said(small, aside),), _RIGHT),
    ]
    if about:
        cells.append(at.body.cell((Run(about, 7.2, LIGHT.ink3),)))
    canvas.row(cells, _HEADING)


def _said(look: Run, text: str) -> Run:
    return Run(text, look.size, look.color, look.bold)
