"""Rank acceptability: a chart of options by ranks, now or at the horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from advisor.robustness import by_expected_rank
from advisor.survey_text import ranks_text
from ui.charts.chart_frame import ChartFrame
from ui.charts.figure_chart import FigureChart
from ui.charts.rank_plot import RankPlot, RankRow
from ui.tokens import SPACE, font

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.survey import Survey

TITLE = "Rank acceptability"
_CAPTION = (
    "Per cent of futures, from 10 %, in which an option ranks first, second and so on by its worth to the United "
    "States; the outline marks the expected rank. Accepted: the likelihood that it is in the win-set."
)


class RanksSection(ChartFrame):
    """The radio buttons choose between now and the horizon; a horizon of 0 months leaves nothing to choose."""

    def __init__(self, playbook: Playbook) -> None:
        self.chart = FigureChart()
        super().__init__(TITLE, self.chart, self.chart)
        self._playbook = playbook
        self._shown: tuple[Survey, str] | None = None
        months = playbook.uncertainty.horizon_months
        self.now, self.later = QRadioButton("Now"), QRadioButton(f"In {months:g} months")
        self._when = QButtonGroup(self)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[3])
        for button in (self.now, self.later):
            button.setFont(font(12))
            button.setAccessibleDescription(TITLE)
            self._when.addButton(button)
            layout.addWidget(button)
        layout.addStretch()
        self.now.setChecked(True)
        self.add_control(row)
        row.setVisible(months > 0)
        self.set_caption(_CAPTION)
        self.now.toggled.connect(lambda _: self._draw())

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the keyboard visits, in reading order."""
        return self.toggle, self.more, self.now, self.later, self.table

    def show_survey(self, survey: Survey, of: str, *, dim: bool) -> None:
        """Show the ranks of a survey; `of` names the assessment."""
        self._shown = (survey, of)
        self.set_dimmed(dimmed=dim)
        self.chart.set_dimmed(dimmed=dim)
        self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        survey, of = self._shown
        now = self.now.isChecked()
        ranks = survey.ranks_now if now else survey.ranks_later
        accepted = {one.best.id: one.p_now if now else one.p_horizon for one in survey.findings.options}
        rows = tuple(
            RankRow(self._playbook.option[one.option].name, one.shares, one.expected_rank, accepted[one.option])
            for one in by_expected_rank(ranks)
        )
        when = "now" if now else self.later.text().lower()
        self.chart.show_plot(RankPlot(f"{TITLE} {when}, {of}", ranks_text(self._playbook, ranks), rows))
        self.refresh()
