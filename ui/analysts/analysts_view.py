"""The analysts of one case and date side by side: what they gave, how far they agree, and what their differences do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from advisor.agreement_text import agreement_text, packages_text
from advisor.analysts import dates_of_several, opinions
from advisor.merge_text import RULE_TEXT, disagreement_text
from advisor.wording import signed
from ui.analysts.merging import keep_merged
from ui.analysts.package_worker import PackageWorker
from ui.charts.chart_frame import ChartFrame
from ui.charts.figure_chart import FigureChart
from ui.charts.spread_plot import spread_plot
from ui.dates import written
from ui.plan.runs import Run, stance_runs
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from advisor.analysts import Opinions, PackageOf, Position
    from ui.session import Session

NOTHING_OPEN = "Open a country in the library to see where its analysts differ."
ALONE = (
    "Each date of {country} has been scored by one analyst alone. Import a colleague's scorecard of the same date, or "
    "add an assessment of it under another name (Edit > Settings, then File > New assessment), and the two stand here "
    "side by side. Help > Example: two analysts shows it."
)
WORKING = "Working out the package of each analyst…"
MERGE = "Merge into a new assessment"
_HOW_TO_READ = "Marks are best estimates, lines the ranges; ≠ says that ranges lie apart."
TWO_COLUMNS_FROM = 900
_LEFT_SHARE, _RIGHT_SHARE = 58, 42
_COLUMNS = (
    Column("Analyst", 96, 3),
    Column("Stance", 128, 3),
    Column("Win-set", 66),
    Column("Scored", 62),
    Column("Confidence", 84),
)


class AnalystsView(QWidget):
    """Reads the open case whenever it is shown or changes; packages follow from the background."""

    merged = Signal(str)
    """Scores were merged; says whose."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outdated = True
        self._chosen: dt.date | None = None
        self.opinions: Opinions | None = None
        self.packages: tuple[PackageOf, ...] = ()
        self.empty = InkLabel(font(17, serif=True))
        self.subject, self.date = InkLabel(font(15, bold=True)), QComboBox()
        self.date.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.headline = InkLabel(font(17, serif=True))
        self.plan = InkLabel(font(15, serif=True))
        self.splits, self.statistics = InkLabel(font(12.5)), InkLabel(font(12.5))
        self.positions = TextTable("Analysts", _COLUMNS)
        self.rule, self.merge = InkLabel(font(11.5), "ink3", RULE_TEXT), QPushButton(MERGE)
        self.problem = ErrorLabel()
        self.chart = FigureChart()
        self.frame = ChartFrame("What each gave", self.chart, self.chart)
        self.worker = PackageWorker(session.playbook, self)
        self._lay_out()
        self._connect()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    @property
    def two_columns(self) -> bool:
        """Whether there is room for two columns."""
        return self._columns.direction() == QBoxLayout.Direction.LeftToRight

    def close_work(self) -> bool:
        """Stop the background work; say whether it ended in time."""
        return self.worker.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _connect(self) -> None:
        session = self._session
        session.assessment_opened.connect(self._forget)
        for signal in (session.library_changed, session.best_changed, session.case_changed):
            signal.connect(lambda *_: self._outdate())
        self.date.activated.connect(lambda _: self._choose(self.date.currentData()))
        self.merge.clicked.connect(self._merge)
        self.worker.found.connect(self._show_packages)
        self.worker.failed.connect(self._complain)
        self.frame.taking.failed.connect(session.failed)

    def _choose(self, day: dt.date) -> None:
        self._chosen = day
        self._show(day)

    def _forget(self) -> None:
        self._chosen = None
        self._outdate()

    def _outdate(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        """Look at the open case again; the date shown stays where it can."""
        self._outdated = False
        case, opened = self._session.case, self._session.assessment
        dates = () if case is None else dates_of_several(case)
        self._content.setVisible(bool(dates))
        self.empty.setVisible(not dates)
        if case is None or not dates:
            self.opinions = None
            self.worker.cancel()
            self.empty.setText(NOTHING_OPEN if case is None else ALONE.format(country=case.name))
            return
        wanted = [self._chosen, None if opened is None else opened.as_of, dates[0]]
        self.date.clear()
        for day in dates:
            self.date.addItem(written(day), day)
        self._show(next(day for day in wanted if day in dates))

    def _show(self, day: dt.date) -> None:
        case = self._session.case
        found = None if case is None else opinions(self._session.playbook, case, day)
        if case is None or found is None:
            return
        self.opinions = found
        playbook = self._session.playbook
        self.date.setCurrentIndex(self.date.findData(day))
        self.date.setVisible(self.date.count() > 1)
        self.subject.setText(f"{case.name}, as of" if self.date.count() > 1 else f"{case.name}, as of {written(day)}")
        headline, *splits = disagreement_text(playbook, found.disagreement)
        self.headline.setText(headline)
        self.splits.setText("\n".join(f"– {one}" for one in splits))
        for widget in (self.splits, self._splits_title):
            widget.setVisible(bool(splits))
        self.statistics.setText("\n\n".join(agreement_text(found.agreement)))
        self.positions.show_rows([_row(one) for one in found.positions])
        plot = spread_plot(playbook, found.merged, f"{case.name}, {written(day)}")
        self.frame.set_caption(f"{plot.sentence} {_HOW_TO_READ}")
        self.chart.show_plot(plot)
        self.frame.refresh()
        self.merge.setEnabled(not self._session.library.read_only)
        self.problem.setText("")
        self.packages = ()
        self.plan.setText(WORKING)
        self.plan.set_ink("ink3")
        self.worker.want(found, case.knobs)

    def _show_packages(self, found: tuple[PackageOf, ...]) -> None:
        self.packages = found
        self.plan.setText(packages_text(self._session.playbook, found))
        self.plan.set_ink("ink")

    def _complain(self, sentence: str) -> None:
        self.plan.setText("")
        self.problem.setText(f"The packages could not be worked out: {sentence}")

    def _merge(self) -> None:
        found = self.opinions
        if found is not None and keep_merged(self._session, found) is not None:
            self.merged.emit(f"Merged {len(found.assessments)} analysts' scores of {written(found.as_of)}.")

    def _lay_out(self) -> None:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[1])
        head = QHBoxLayout()
        head.setSpacing(SPACE[2])
        self.date.setAccessibleName("Date that several analysts scored")
        self.merge.setProperty("primary", "true")
        self.merge.setToolTip(RULE_TEXT)
        self.subject.setWordWrap(False)
        head.addWidget(self.subject, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.date)
        head.addStretch()
        head.addWidget(self.merge)
        for part in (head, self.headline, self.plan, self.problem):
            column.addLayout(part) if isinstance(part, QHBoxLayout) else column.addWidget(part)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACE[4])
        self._columns.setContentsMargins(0, SPACE[1], 0, 0)
        self._columns.addWidget(self.frame, _LEFT_SHARE, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._side(), _RIGHT_SHARE, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._columns)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        scroll.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        self.empty.setContentsMargins(SPACE[3], SPACE[4], SPACE[3], SPACE[4])
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.empty)
        around.addWidget(scroll, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        sections = (
            ("Where each comes out, by best scores", self.positions),
            ("What they split on", self.splits),
            ("How far they agree", self.statistics),
            ("How a merged sheet comes about", self.rule),
        )
        for title, widget in sections:
            heading = InkLabel(section_font(), "ink2", title)
            heading.setContentsMargins(0, SPACE[1] if column.count() else SPACE[0], 0, 0)
            column.addWidget(heading)
            column.addWidget(widget)
            if widget is self.splits:
                self._splits_title = heading
        column.addStretch()
        return side


def _row(one: Position) -> tuple[Cell, ...]:
    stance = Cell((*stance_runs(one.stance_class), Run(f" ({signed(one.index)})")))
    rest = (str(one.in_win_set), str(one.scored), one.confidence)
    return Cell((Run(one.analyst, bold=True),)), stance, *(Cell((Run(text),)) for text in rest)
