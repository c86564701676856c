"""The page being painted from top to bottom: text in runs, rows of cells, lines and fills, all measured in points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPen, QTextCharFormat, QTextLayout, QTextOption

from ui.tokens import LIGHT, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

Runs = tuple["Run", ...]
_LEADING, _NO_BREAK = 1.22, "\u00a0"
_ENDLESS, _SMALLEST, _SAFETY = 1e6, 5.0, 0.99


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; size in points. A number and its % stay together."""

    text: str
    size: float = 8.8
    color: str = LIGHT.ink
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Text between two edges of the page, both from its left."""

    left: float
    right: float
    runs: Runs
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    def shifted(self, points: float) -> Cell:
        """Return the cell with its left edge further in."""
        return replace(self, left=self.left + points)


@dataclass(frozen=True, slots=True)
class Row:
    """How a row of cells looks: room above and below its text, its least height, its fill and the line below it."""

    padding: float = 2.6
    least: float = 0.0
    fill: str = ""
    rule: str = LIGHT.line
    thick: float = 0.5


PLAIN = Row(rule="")


class Canvas:
    """Paints on a device of `dots` to the point; while it only measures, it paints nothing and is moved on as if."""

    def __init__(self, painter: QPainter, width: float, dots: float, *, measures: bool) -> None:
        self._painter, self._dots, self._measures = painter, dots, measures
        self.width, self.y = width, 0.0

    def row(self, cells: Sequence[Cell], look: Row = PLAIN) -> tuple[float, float]:
        """Paint cells side by side, each in the middle of the tallest; return the top and the height of the row."""
        made = [self._laid(cell) for cell in cells]
        high = max([look.least, *(height + 2 * look.padding for _, height in made)])
        top = self.y
        if look.fill:
            self.fill(0, top, self.width, high, look.fill)
        for cell, (layouts, height) in zip(cells, made, strict=True):
            self._draw(layouts, cell.left, top + (high - height) / 2)
        self.y += high
        if look.rule:
            self.line(0, self.y, self.width, self.y, look.rule, look.thick)
        return top, high

    def height_of(self, cell: Cell) -> float:
        """Return how high the text of a cell is."""
        return self._laid(cell)[1]

    def fitted(self, run: Run, width: float) -> Run:
        """Return a run in a size in which it takes one line of a width."""
        layout = QTextLayout(run.text, self._font(run), self._painter.device())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS)
        layout.endLayout()
        wide = line.naturalTextWidth() / self._dots
        return run if wide <= width else replace(run, size=max(_SMALLEST, run.size * width / wide * _SAFETY))

    def place(self, cell: Cell, middle: float) -> None:
        """Paint a cell with its middle at a height, wherever the page has come to."""
        layouts, height = self._laid(cell)
        self._draw(layouts, cell.left, middle - height / 2)

    def space(self, points: float) -> None:
        """Leave room."""
        self.y += points

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        if not self._measures:
            self._painter.fillRect(self.box(x, y, width, height), QColor(colour))

    def line(self, x: float, y: float, to_x: float, to_y: float, colour: str, width: float) -> None:
        """Draw a line."""
        if not self._measures:
            self._painter.setPen(QPen(QColor(colour), width * self._dots, c=Qt.PenCapStyle.FlatCap))
            self._painter.drawLine(self._point(x, y), self._point(to_x, to_y))

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a rectangle in dots, for those who paint a shape themselves."""
        return QRectF(x * self._dots, y * self._dots, width * self._dots, height * self._dots)

    @property
    def painter(self) -> QPainter | None:
        """The painter for shapes; None while the page is only measured."""
        return None if self._measures else self._painter

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self._dots, y * self._dots)

    def _laid(self, cell: Cell) -> tuple[list[tuple[QTextLayout, float]], float]:
        """Break the text of a cell into lines; return its paragraphs with their tops, and its height."""
        made, top = [], 0.0
        for runs in _paragraphs(cell.runs):
            layout, height = self._paragraph(runs, cell)
            made.append((layout, top))
            top += height
        return made, top

    def _paragraph(self, runs: Runs, cell: Cell) -> tuple[QTextLayout, float]:
        base = runs[0] if runs else Run("")
        layout = QTextLayout("".join(run.text for run in runs), self._font(base), self._painter.device())
        layout.setFormats(self._formats(runs))
        option = QTextOption(cell.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        step = max((run.size for run in runs), default=base.size) * _LEADING
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, (cell.right - cell.left) * self._dots))
            line.setPosition(QPointF(0, count * step * self._dots))
            count += 1
        layout.endLayout()
        return layout, max(count, 1) * step

    def _formats(self, runs: Runs) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in runs:
            look = QTextCharFormat()
            look.setFont(self._font(run))
            look.setForeground(QColor(run.color))
            one = QTextLayout.FormatRange()
            # Qt counts in the units of UTF-16.
            one.start, one.length, one.format = start, len(run.text.encode("utf-16-le", "replace")) // 2, look
            start += one.length
            formats.append(one)
        return formats

    def _font(self, run: Run) -> QFont:
        # Neither tabular figures nor contextual signs: those are glyphs that no reader of the file finds or copies.
        face = font(run.size, bold=run.bold)
        face.setFeature(QFont.Tag("calt"), 0)
        face.setPixelSize(max(1, round(run.size * self._dots)))
        face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return face

    def _draw(self, layouts: Sequence[tuple[QTextLayout, float]], x: float, y: float) -> None:
        if self._measures:
            return
        for layout, top in layouts:
            layout.draw(self._painter, self._point(x, y + top))


def _paragraphs(runs: Runs) -> list[Runs]:
    """Split runs at line ends."""
    made: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        if first:
            made[-1].append(replace(run, text=first))
        made += [[replace(run, text=other)] for other in others]
    return [tuple(replace(run, text=run.text.replace(" %", f"{_NO_BREAK}%")) for run in one) for one in made]
