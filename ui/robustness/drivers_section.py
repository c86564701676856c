"""What drives a result: a tornado of Sobol indices, of the stance or of an option chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from advisor.drivers import drivers, drivers_text
from advisor.robustness import by_expected_rank
from advisor.tipping import STANCE
from ui.charts.chart_frame import ChartFrame
from ui.charts.figure_chart import FigureChart
from ui.charts.tornado_plot import TornadoPlot

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.survey import Survey

TITLE = "What drives the result"
SHOWN = 12
_THE_STANCE = "The stance"
_CAPTION = (
    "Share of the variance that an indicator's range accounts for: dark what it does alone, with the pale part what it "
    "does together with others. The residual and the strength of effects and rules are left out."
)


class DriversSection(ChartFrame):
    """The selector holds the stance and the options by expected rank."""

    def __init__(self, playbook: Playbook) -> None:
        self.chart = FigureChart()
        super().__init__(TITLE, self.chart, self.chart)
        self._playbook = playbook
        self._shown: tuple[Survey, str] | None = None
        self.subject = QComboBox()
        self.subject.setAccessibleName("Result whose drivers are shown")
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.subject.setMinimumContentsLength(36)
        self.add_control(self.subject)
        self.subject.currentIndexChanged.connect(lambda _: self._draw())

    @property
    def chosen(self) -> str:
        """The id of an option, or "stance"."""
        return str(self.subject.currentData() or STANCE)

    def choose(self, subject: str) -> None:
        """Show what drives the stance, or an option."""
        self.subject.setCurrentIndex(self.subject.findData(subject))

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the keyboard visits, in reading order."""
        return self.toggle, self.more, self.subject, self.table

    def show_survey(self, survey: Survey, of: str, *, dim: bool) -> None:
        """Show the drivers of a survey; `of` names the assessment."""
        self._shown = (survey, of)
        self.set_dimmed(dimmed=dim)
        self.chart.set_dimmed(dimmed=dim)
        self._list_subjects(survey)
        self._draw()

    def _list_subjects(self, survey: Survey) -> None:
        ids = [STANCE, *(one.option for one in by_expected_rank(survey.ranks_now))]
        if ids == [self.subject.itemData(number) for number in range(self.subject.count())]:
            return
        chosen = self.chosen
        self.subject.blockSignals(True)
        self.subject.clear()
        for subject in ids:
            name = _THE_STANCE if subject == STANCE else self._playbook.option[subject].name
            self.subject.addItem(name, subject)
        self.choose(chosen)
        self.subject.blockSignals(False)

    def _draw(self) -> None:
        if self._shown is None:
            return
        survey, of = self._shown
        indices = survey.drivers[self.chosen]
        sentence = drivers_text(self._playbook, self.chosen, indices)
        shown = drivers(self._playbook, indices, SHOWN)
        name = f"{TITLE}: {self.subject.currentText()}, {of}"
        self.set_caption(_CAPTION if shown else sentence)
        self.chart.show_plot(TornadoPlot(name, sentence, shown) if shown else None)
        self.refresh()
