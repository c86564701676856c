"""Paint the Brief of a briefing on one page of paper and return it as the content of a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from advisor.marking import marking_colours
from ui.brief_pdf.acceptance import paint_acceptance
from ui.brief_pdf.canvas import Canvas, Cell, Run
from ui.brief_pdf.columns import LEAST_WIDTH
from ui.brief_pdf.sections import (
    paint_bottom_line,
    paint_heading,
    paint_judgments,
    paint_plan,
    paint_what_next,
)
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from advisor.briefing import Briefing
    from advisor.briefing_choices import Paper

_DOTS_PER_INCH, _POINTS_PER_INCH = 1200, 72.0
_SIZES = {"Letter": QPageSize.PageSizeId.Letter, "A4": QPageSize.PageSizeId.A4}
_MARGIN, _BANNER, _EDGE = 36.0, 15.0, 22.0
_GAP, _LEAST_SCALE, _STEP = 10.0, 0.3, 0.985
_CREATOR = "Second Image"
_SHEETS = "The sheets named here are those of the workbook of this briefing."


def pdf_of(briefing: Briefing, paper: Paper) -> bytes:
    """Return the Brief as a PDF: one page, smaller where it says more than the page holds."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, briefing, paper)
    painter = QPainter(writer)
    size = QPageSize(_SIZES[paper]).size(QPageSize.Unit.Point)
    _paint(painter, briefing, size.width(), size.height())
    painter.end()
    buffer.close()
    return bytes(content.data())


def _writer(buffer: QBuffer, briefing: Briefing, paper: Paper) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(briefing.title)
    writer.setAuthor(briefing.analyst)
    writer.setCreator(_CREATOR)
    return writer


def _paint(painter: QPainter, briefing: Briefing, width: float, height: float) -> None:
    dots = _DOTS_PER_INCH / _POINTS_PER_INCH
    wide, high = width - 2 * _MARGIN, height - 2 * (_EDGE + _BANNER + _GAP) - 10
    scale = wide / LEAST_WIDTH
    while (needed := _height(painter, briefing, wide / scale, dots * scale) * scale) > high and scale > _LEAST_SCALE:
        # A smaller scale makes lines longer too, and so fewer: the root of what is missing is nearly enough.
        scale *= min(_STEP, (high / needed) ** 0.5)
    painter.save()
    painter.translate(_MARGIN * dots, (_EDGE + _BANNER + _GAP) * dots)
    _fill(Canvas(painter, wide / scale, dots * scale, measures=False), briefing)
    painter.restore()
    _edges(Canvas(painter, width, dots, measures=False), briefing, height)


def _height(painter: QPainter, briefing: Briefing, width: float, dots: float) -> float:
    canvas = Canvas(painter, width, dots, measures=True)
    _fill(canvas, briefing)
    return canvas.y


def _fill(canvas: Canvas, briefing: Briefing) -> None:
    paint_heading(canvas, briefing)
    paint_bottom_line(canvas, briefing)
    paint_judgments(canvas, briefing)
    paint_plan(canvas, briefing)
    paint_acceptance(canvas, briefing)
    paint_what_next(canvas, briefing)


def _edges(canvas: Canvas, briefing: Briefing, height: float) -> None:
    """Paint the marking at head and foot, and what the page is of above the lower one."""
    fill, text = marking_colours(briefing.marking)
    inner = canvas.width - 2 * _MARGIN
    for top in (_EDGE, height - _EDGE - _BANNER):
        canvas.fill(_MARGIN, top, inner, _BANNER, fill)
        marking = (Run(briefing.marking, 8.6, text, bold=True),)
        canvas.place(Cell(_MARGIN, canvas.width - _MARGIN, marking, Qt.AlignmentFlag.AlignHCenter), top + _BANNER / 2)
    foot = height - _EDGE - _BANNER - 8
    small = (Run(f"{briefing.title}.  {_SHEETS}", 6.6, LIGHT.ink3),)
    canvas.place(Cell(_MARGIN, canvas.width - 110, small), foot)
    page = (Run("Page 1 of 1", 6.6, LIGHT.ink3),)
    canvas.place(Cell(canvas.width - 110, canvas.width - _MARGIN, page, Qt.AlignmentFlag.AlignRight), foot)
