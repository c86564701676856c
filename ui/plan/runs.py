"""Text in runs of one ink and weight, wrapped to a width: what the cells and rows of the plan are painted with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from advisor.wording import STANCE_GLYPHS, STANCE_WORDS
from ui.tokens import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from advisor.findings import Verdict
    from advisor.playbook import StanceClass
    from ui.tokens import Tokens
    from ui.widgets.ink_label import Ink

SIZE, MINOR = 12.0, 11.5
NEW_LINE = "\N{LINE SEPARATOR}"
_ENDLESS = 1e6


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one ink and weight; `NEW_LINE` breaks a line. A glyph `of` something has its colour."""

    text: str
    ink: Ink = "ink"
    bold: bool = False
    size: float = SIZE
    of: StanceClass | Verdict | None = None


Runs = tuple[Run, ...]


def stance_runs(stance: StanceClass, *, bold: bool = False) -> Runs:
    """Return a stance in words behind its glyph, which is in its colour."""
    return Run(f"{STANCE_GLYPHS[stance]} ", bold=bold, of=stance), Run(STANCE_WORDS[stance], bold=bold)


def minor(text: str) -> Run:
    """Return a line of its own below the text before it, in small print."""
    return Run(f"{NEW_LINE}{text}", "ink3", size=MINOR)


def plain(runs: Sequence[Run]) -> str:
    """Return the text of the runs, line breaks as blanks."""
    return "".join(run.text for run in runs).replace(NEW_LINE, " ").strip()


def height(runs: Sequence[Run], width: float) -> float:
    """Return how high the runs are at a width."""
    return _laid_out(runs, width, None, dim=False).boundingRect().height()


def width(runs: Sequence[Run]) -> float:
    """Return how wide the runs are on one line."""
    return _laid_out(runs, _ENDLESS, None, dim=False).maximumWidth()


def paint(
    painter: QPainter, left: float, top: float, room: float, runs: Sequence[Run], theme: Tokens, *, dim: bool = False
) -> None:
    """Paint the runs from a corner to the right and down; `dim` puts all of them into the faintest ink."""
    _laid_out(runs, room, theme, dim=dim).draw(painter, QPointF(left, top))


def _laid_out(runs: Sequence[Run], room: float, theme: Tokens | None, *, dim: bool) -> QTextLayout:
    layout = QTextLayout("".join(run.text for run in runs), font(SIZE))
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrapping)
    layout.setFormats(_formats(runs, theme, dim=dim))
    layout.beginLayout()
    bottom = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, room))
        line.setPosition(QPointF(0, bottom))
        bottom += line.height()
    layout.endLayout()
    return layout


def _formats(runs: Sequence[Run], theme: Tokens | None, *, dim: bool) -> list[QTextLayout.FormatRange]:
    made, start = [], 0
    for run in runs:
        piece = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setFont(font(run.size, bold=run.bold))
        if theme is not None:
            look.setForeground(QColor(theme.ink3) if dim else _colour(run, theme))
        piece.start, piece.length, piece.format = start, len(run.text), look
        start += len(run.text)
        made.append(piece)
    return made


def _colour(run: Run, theme: Tokens) -> QColor:
    match run.of:
        case None:
            return QColor(getattr(theme, run.ink))
        case "divergent" | "contested" | "aligned":
            return theme.stance(run.of)
    return theme.verdict(run.of)
