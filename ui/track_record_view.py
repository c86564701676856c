"""Track record: what the playbook says of past episodes whose outcome is known, and how far that can be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.hindcast_text import (
    BRIER_NOTE,
    acts_sentence,
    headline,
    made_from,
    record_lines,
    reliability_sentence,
    unfitted,
)
from advisor.playbook import STANCE_CLASSES
from advisor.wording import STANCE_WORDS, percent, signed
from ui.background import Background, Failure, Latest
from ui.charts.chart_frame import ChartFrame
from ui.charts.figure_chart import FigureChart
from ui.charts.reliability_plot import ReliabilityPlot
from ui.page_parts import steady
from ui.plan.runs import Run, stance_runs
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel, section_font, section_label
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from advisor.hindcast import EpisodePrediction, Hindcast
    from advisor.hindcast_text import RecordLine
    from advisor.playbook import Playbook, StanceClass
    from ui.ports import TrackRecordPort

NAME = "Track record"
WORKING = "Predicting the past episodes…"
RELIABILITY = "What was stated, and what came true"
_RECORDS = (
    Column("Prediction", 190, 3),
    Column("Brier score", 90, 1),
    Column("Class right", 90, 1),
    Column("Concordance", 96, 1),
    Column("Turns", 80, 1),
)
_EPISODES = (
    Column("Episode", 128, 2),
    Column("Country", 110, 2),
    Column("Happened", 110, 1),
    Column("By the index", 118, 1),
    Column("", 60),
    Column("Index", 64),
    *(Column(STANCE_WORDS[stance], 84) for stance in STANCE_CLASSES),
)
_CHART_WIDTH, _TABLE_WIDTH = 440, 496


class TrackRecordView(QWidget):
    """Computes the record in the background when it is first shown; leaving it before that is done stops it."""

    def __init__(self, playbook: Playbook, read: TrackRecordPort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playbook, self._read = playbook, read
        self.found: Hindcast | None = None
        self.headline = InkLabel(font(17, serif=True), "ink", WORKING)
        self.caveat = InkLabel(font(12.5), "ink2")
        self.problem = ErrorLabel()
        self.records = TextTable("How well the playbook did, beside two baselines", _RECORDS)
        self.note = InkLabel(
            font(11.5), "ink3", " ".join(filter(None, (BRIER_NOTE, unfitted(playbook), made_from(playbook))))
        )
        self.chart = FigureChart()
        self.frame = ChartFrame(RELIABILITY, self.chart, self.chart)
        self.reliability, self.acts = InkLabel(font(12.5)), InkLabel(font(12.5))
        self.episodes = TextTable("Past episodes", _EPISODES)
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(self._show_record)
        self._lane.failed.connect(self._complain)
        self._parts = QWidget()
        self._lay_out()
        self.setFocusProxy(self.records)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def close_work(self) -> bool:
        """Stop the computation; say whether it ended in time."""
        self._lane.close()
        return self._background.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.found is None and not self._lane.busy:
            self.headline.setText(WORKING)
            self.problem.setText("")
            self._lane.submit_in_steps(self._read)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Nobody waits for it any more; it begins anew when somebody comes back.
        self._lane.cancel()

    def _show_record(self, found: Hindcast) -> None:
        self.found = found
        count = len(found.episodes)
        self.headline.setText(headline(found))
        self.caveat.setText(found.caveat)
        self.records.show_rows([_record_row(line, count) for line in record_lines(found)])
        self.reliability.setText(reliability_sentence(found))
        self.acts.setText(acts_sentence(found))
        self.chart.show_plot(ReliabilityPlot(RELIABILITY, reliability_sentence(found), found.reliability))
        self.frame.refresh()
        self.episodes.show_rows([_episode_row(one) for one in found.episodes])
        self._parts.show()

    def _complain(self, failure: Failure) -> None:
        self.headline.setText("")
        self.problem.setText(f"The track record could not be computed: {failure.sentence}")
        self.problem.setToolTip(plain_tip(failure.detail))

    def _lay_out(self) -> None:
        self.chart.setFixedWidth(_CHART_WIDTH)
        self.frame.setFixedWidth(_TABLE_WIDTH)
        self.frame.set_caption("A dot on the dashed line would be exactly right; beside it, how many were stated.")
        beside = QHBoxLayout()
        beside.setSpacing(SPACE[4])
        beside.addWidget(self.frame, 0, Qt.AlignmentFlag.AlignTop)
        reading = _heading("How to read it")
        # As high as the line beside it, which has buttons.
        reading.setMinimumHeight(self.frame.toggle.sizeHint().height())
        reading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        beside.addLayout(_stacked(reading, self.reliability, self.acts, self.note), 1)
        column = _stacked(section_label("How well"), self.records, above=self._parts)
        column.addSpacing(SPACE[2])
        column.addLayout(beside)
        column.addSpacing(SPACE[2])
        column.addWidget(_heading("Episodes"))
        column.addWidget(self.episodes)
        self._parts.hide()
        content = QWidget()
        whole = _stacked(self.headline, self.caveat, self.problem, self._parts, above=content)
        whole.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        whole.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(steady(content))


def _record_row(line: RecordLine, count: int) -> tuple[Cell, ...]:
    return (
        Cell((Run(line.name),)),
        _number(f"{line.brier:.2f}", line.brier),
        Cell((Run(f"{line.class_hits} of {count}"),)),
        _number("" if line.concordance is None else f"{line.concordance:.2f}", line.concordance),
        Cell((Run(line.turns),)),
    )


def _episode_row(one: EpisodePrediction) -> tuple[Cell, ...]:
    hit = one.outcome == one.stance_class
    return (
        Cell((Run(one.id),)),
        Cell((Run(one.country),)),
        _stance(one.outcome),
        _stance(one.stance_class),
        Cell((Run("right", "ink3") if hit else Run("missed", bold=True),)),
        _number(signed(one.index), one.index),
        *(_number(percent(share), share) for share in one.probabilities.values()),
    )


def _stance(stance: StanceClass) -> Cell:
    return Cell(stance_runs(stance))


def _number(shown: str, value: float | None) -> Cell:
    return Cell((Run(shown),), value)


def _heading(text: str) -> InkLabel:
    return InkLabel(section_font(), "ink2", text)


def _stacked(*widgets: QWidget, above: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout(above) if above is not None else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE[1])
    for widget in widgets:
        column.addWidget(widget)
    if above is None:
        column.addStretch()
    return column
