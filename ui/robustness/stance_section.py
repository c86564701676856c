"""The distribution of the stance: a chart, and below it the chance of each class and of a reversal in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.playbook import STANCE_CLASSES
from advisor.survey_text import spread_text
from advisor.wording import STANCE_WORDS, likelihood, percent
from ui.charts.chart_frame import ChartFrame
from ui.charts.figure_chart import FigureChart
from ui.charts.stance_plot import StancePlot
from ui.live_sections import line
from ui.tokens import SPACE, font
from ui.widgets.glyphs import StanceGlyph

if TYPE_CHECKING:
    from advisor.playbook import Playbook, StanceClass
    from advisor.survey import Survey

TITLE = "Distribution of the stance"
_GLYPH = 9


class ChanceFigure(QWidget):
    """A chance under its title, in words and in figures."""

    def __init__(self, title: str, stance: StanceClass | None = None) -> None:
        super().__init__()
        self._title = title
        self.words, self.number = line(font(12.5, bold=True)), line(font(11.5, tabular=True), "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(SPACE[0])
        if stance:
            glyph = StanceGlyph(_GLYPH)
            glyph.set_stance(stance)
            head.addWidget(glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(line(font(11.5), "ink2", title))
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self.number)

    def show_chance(self, probability: float) -> None:
        """Show a chance."""
        self.words.setText(likelihood(probability).capitalize())
        self.number.setText(percent(probability))
        self.setAccessibleName(f"{self._title}: {likelihood(probability)}, {percent(probability)}")

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show that the chance is of earlier scores, or not."""
        self.words.set_ink("ink3" if dimmed else "ink")
        self.number.set_ink("ink3" if dimmed else "ink2")


class StanceSection(ChartFrame):
    """Histogram with zones, and the chances."""

    def __init__(self, playbook: Playbook) -> None:
        self.chart = FigureChart()
        super().__init__(TITLE, self.chart, self.chart)
        self._playbook = playbook
        months = playbook.uncertainty.horizon_months
        self.classes = {stance: ChanceFigure(STANCE_WORDS[stance], stance) for stance in STANCE_CLASSES}
        self.reversal = ChanceFigure(f"Reversal within {months:g} months")
        self.reversal.setVisible(months > 0)
        figures = QHBoxLayout()
        figures.setContentsMargins(0, SPACE[0], 0, 0)
        figures.setSpacing(SPACE[2])
        for figure in (*self.classes.values(), self.reversal):
            figures.addWidget(figure, 1)
        self.add_below(figures)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the keyboard visits, in reading order."""
        return self.toggle, self.more, self.table

    def show_survey(self, survey: Survey, of: str, *, dim: bool) -> None:
        """Show the stance of a survey; `of` names the assessment."""
        findings, model = survey.findings, self._playbook.stance_model
        begun = findings.best.scored > 0
        self.set_dimmed(dimmed=dim)
        self.chart.set_dimmed(dimmed=dim)
        self.set_caption(spread_text(survey))
        for stance, figure in self.classes.items():
            figure.show_chance(findings.probabilities[stance])
        self.reversal.show_chance(findings.reversal)
        for figure in (*self.classes.values(), self.reversal):
            figure.set_dimmed(dimmed=dim)
        self.chart.show_plot(
            StancePlot(
                name=f"{TITLE}, {of}",
                sentence=spread_text(survey),
                spread=survey.spread,
                probabilities=tuple(findings.probabilities.items()),
                cuts=(model.cut_divergent, model.cut_aligned),
                best=findings.best.stance.index if begun else None,
                likely=findings.stance_range,
            )
        )
        self.refresh()
