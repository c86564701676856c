"""The analysts of one case and date side by side: what they gave, how far they agree, and what their differences do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.agreement_text import packages_text
from advisor.analysts import dates_of_several, opinions
from advisor.merge_text import RULE_TEXT, disagreement_text
from ui.analysts.analysts_side import AnalystsSide
from ui.analysts.merging import keep_merged
from ui.analysts.package_worker import PackageWorker
from ui.charts.chart_frame import ChartFrame
from ui.charts.figure_chart import FigureChart
from ui.charts.spread_plot import spread_plot
from ui.dates import written
from ui.page_parts import steady
from ui.tokens import SPACE, font
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from advisor.analysts import Opinions, PackageOf
    from ui.session import Session

NOTHING_OPEN = "Open a country in the library to see where its analysts differ."
ALONE = "Each date of {country} has been scored by one analyst alone."
HOW_TO_ADD = (
    "Import a colleague's scorecard of the same date, or add an assessment of it under another name (Edit > Settings, "
    "then File > New assessment): the two then stand here side by side."
)
IMPORT, EXAMPLE = "Import a scorecard…", "Show an example"
WORKING = "Working out the package of each analyst…"
MERGE = "Merge into a new assessment"
_HOW_TO_READ = "Marks are best estimates, lines the ranges; ≠ says that ranges lie apart."
TWO_COLUMNS_FROM = 900
_LEFT_SHARE, _RIGHT_SHARE = 58, 42


class AnalystsView(QWidget):
    """Reads the open case whenever it is shown or changes; packages follow from the background."""

    merged = Signal(str)
    """Scores were merged; says whose."""
    import_wanted = Signal()
    """A colleague's scorecard is to be imported."""
    example_wanted = Signal()
    """The example that comes with the program is to be shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outdated = True
        self._chosen: dt.date | None = None
        self.opinions: Opinions | None = None
        self.packages: tuple[PackageOf, ...] = ()
        self.empty = EmptyState(IMPORT, EXAMPLE)
        self.subject, self.date = InkLabel(font(15, bold=True)), QComboBox()
        self.date.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.headline = InkLabel(font(17, serif=True))
        self.plan = InkLabel(font(15, serif=True))
        self.side, self.merge = AnalystsSide(), QPushButton(MERGE)
        self.problem = ErrorLabel()
        self.chart = FigureChart()
        self.frame = ChartFrame("What each gave", self.chart, self.chart)
        # As high as the line beside it, which has buttons.
        self.side.title.setMinimumHeight(self.frame.toggle.sizeHint().height())
        self.side.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
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
        self.empty.buttons[0].clicked.connect(self.import_wanted)
        self.empty.buttons[1].clicked.connect(self.example_wanted)
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
        self._scroll.setVisible(bool(dates))
        self.empty.setVisible(not dates)
        if case is None or not dates:
            self.opinions = None
            self.worker.cancel()
            if case is None:
                self.empty.say(NOTHING_OPEN, offers=False)
            else:
                self.empty.say(ALONE.format(country=case.name), HOW_TO_ADD)
                for button in self.empty.buttons:
                    button.setEnabled(not self._session.library.read_only)
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
        self.side.show_opinions(found, splits)
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
        self._columns.addWidget(self.side, _RIGHT_SHARE, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._columns)
        column.addStretch()
        self._scroll = steady(self._content)
        self.empty.setContentsMargins(SPACE[3], SPACE[0], SPACE[3], 0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.empty, 1)
        around.addWidget(self._scroll, 1)
