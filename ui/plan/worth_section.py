"""What flexibility is worth: bars, the worst tenth and a sentence; how far the work is while it is being measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from advisor.plan_summary import flexibility_text
from advisor.worth_table import worth_rows
from advisor.worth_text import worst_tenth_text
from ui.charts.chart_frame import ChartFrame
from ui.live_sections import line
from ui.plan.worth_bars import WorthBars
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.worth import Worth

TITLE = "What flexibility is worth"
MEASURING = "Being measured, after the plan itself."
NOT_MEASURED = "Not measured: the work was stopped."
OF_AN_EARLIER_PLAN = "What is shown is of an earlier plan."
_STEPS = 1000
_BAR_HEIGHT = 6


class WorthSection(QWidget):
    """Keeps what was measured last, dimmed, while the worth of another plan is being measured."""

    wanted = Signal()
    """The worth is to be measured after all."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self.bars = WorthBars()
        self.frame = ChartFrame(TITLE, self.bars, self.bars, narrow=True)
        self.tenth = line(font(12, bold=True, tabular=True))
        self.sentence = InkLabel(font(15, serif=True))
        self.state = InkLabel(font(11.5), "ink3")
        self.progress = QProgressBar()
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(_BAR_HEIGHT)
        self.progress.setAccessibleName(f"{TITLE}: progress")
        self.compute = QPushButton("Compute the worth")
        self.compute.clicked.connect(self.wanted)
        self._tenth, self._tenth_name = QWidget(), InkLabel(font(12), "ink", "Worst tenth in points, rigid → flexible")
        self._lay_out()
        self.show_worth(None, "")

    def show_worth(self, worth: Worth | None, country: str) -> None:
        """Show what was measured, or that nothing is."""
        for widget in (self.bars, self._tenth, self.sentence, self.frame.toggle, self.frame.more):
            widget.setVisible(worth is not None)
        if worth is None:
            self.frame.toggle.setChecked(False)
            self.frame.set_caption("")
            self.bars.show_rows((), TITLE)
            self.bars.hide()
            return
        self.bars.setVisible(not self.frame.toggle.isChecked())
        months = f"{worth.term.term_months:g} months"
        self.bars.show_rows(worth_rows(self._playbook, worth), f"{TITLE}, {country}, over {months}")
        self.frame.set_caption(f"shares of perfect foresight over {months}")
        self.frame.refresh()
        self.tenth.setText(worst_tenth_text(worth))
        self.sentence.setText(flexibility_text(self._playbook, worth))

    def show_state(self, *, known: bool, busy: bool, stopped: bool) -> None:
        """Say whether what is shown is of the plan as it stands, and if not, whether that is coming or was stopped."""
        left = f"{NOT_MEASURED} {OF_AN_EARLIER_PLAN}" if self.bars.rows else NOT_MEASURED
        self.state.setText("" if known else MEASURING if busy else left if stopped else "")
        self.state.setVisible(bool(self.state.text()))
        self.progress.setVisible(busy and not known)
        self.compute.setVisible(stopped)
        self.bars.set_dimmed(dimmed=not known)
        self.frame.set_dimmed(dimmed=not known)
        for label in (self._tenth_name, self.tenth, self.sentence):
            label.set_ink("ink" if known else "ink3")

    def show_progress(self, share: float, what: str) -> None:
        """Say how much of the work is done, and what is being done."""
        self.progress.setValue(round(_STEPS * share) if what else 0)
        if what and not self.state.isHidden():
            self.state.setText(f"{what}…")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._tenth)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tenth_name, 1)
        row.addWidget(self.tenth, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for widget in (self.frame, self._tenth, self.sentence, self.state, self.progress):
            column.addWidget(widget)
        column.addWidget(self.compute, 0, Qt.AlignmentFlag.AlignLeft)
