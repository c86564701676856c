"""What changed between two assessments, and why: one sentence, one waterfall of exact shares, and what moved most."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor.change import bars, changes
from advisor.change_text import explanation, reason, sides_text, told, unscored_text
from advisor.likelihood_moves import option_moves, subject_text
from advisor.tipping import STANCE
from ui.charts.chart_frame import ChartFrame
from ui.comparison_choice import ComparisonChoice
from ui.live_sections import line
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font
from ui.widgets.option_moves import OptionMoves
from ui.widgets.reason_box import ReasonBox
from ui.widgets.waterfall import Waterfall
from ui.widgets.waterfall_layout import Ground, Zone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.case import Assessment, Case
    from advisor.change import Change
    from advisor.findings import Findings
    from advisor.playbook import Playbook
    from advisor.stance_fit import StanceModel
    from advisor.waterfall import Bar

ONE_ALONE = "There is one assessment, and nothing yet to compare it with. Add another when something has moved."
NOTHING_SCORED = "Nothing is scored as of {}, so there is nothing to compare."
NOTHING_MOVED = "No verdict and no acceptance moved by one per cent or more."
COMPUTING = "Likelihoods are being computed."
_LEAST_WIDTH = 340
_LEGEND = ("domestic", "external")


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two assessments with the names of their dates, and their findings as far as they are known."""

    title: str
    before: Assessment
    after: Assessment
    names: tuple[str, str]
    findings: tuple[Findings, Findings] | None

    @property
    def stale(self) -> bool:
        """Whether the findings are of earlier scores."""
        sheets = (self.before.sheet, self.after.sheet)
        return self.findings is not None and tuple(one.best.sheet for one in self.findings) != sheets


class ChangePanel(QFrame):
    """Shows two assessments of a case; which two is up to the page, which subject up to the analyst."""

    picked = Signal(str, str)
    """Ids of the assessments to compare: from, to."""
    assessment_wanted = Signal(str)
    """Id of an assessment to open."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self._compared: _Compared | None = None
        self._changes: tuple[Change, ...] = ()
        self.choice = ComparisonChoice(playbook)
        self.sentence = InkLabel(font(15.5, serif=True))
        self.chances, self.sides = InkLabel(font(12), "ink2"), InkLabel(font(12), "ink2")
        self.waterfall, self.reason = Waterfall(), ReasonBox()
        self.frame = ChartFrame(
            "Exact share of each factor", self.waterfall, self.waterfall, narrow=True, taking=self.waterfall.taking
        )
        self.moves, self.moves_note = OptionMoves(), InkLabel(font(11.5), "ink3")
        self.unscored, self.note = InkLabel(font(11.5), "ink2"), InkLabel(font(11.5), "ink3")
        self._ground = Ground(_zones(playbook.stance_model), _LEGEND)
        self._arrange()
        self.choice.picked.connect(self.picked)
        self.choice.assessment_wanted.connect(self.assessment_wanted)
        self.choice.subject_changed.connect(self._show_change)
        self.waterfall.bar_selected.connect(self._explain)
        self.moves.option_chosen.connect(self.choose)

    @property
    def change(self) -> Change | None:
        """The change shown."""
        return next((one for one in self._changes if one.subject == self.choice.chosen_subject), None)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the tab key goes, in reading order."""
        choice, frame = self.choice, self.frame
        boxes = (choice.since, choice.until, choice.subject, choice.open)
        return (*boxes, self.waterfall, frame.toggle, frame.more, self.moves)

    def show_case(self, case: Case, opened: str, picked: tuple[str, str] | None, known: Mapping[str, Findings]) -> None:
        """Show what changed between the two assessments picked, None where there are no two.

        `known` are findings by id of the assessment, as far as they are computed.
        """
        self.choice.setVisible(picked is not None)
        if picked is None:
            self._show_nothing(ONE_ALONE)
            return
        self.choice.show_case(case, opened, picked)
        names = self.choice.since.currentText(), self.choice.until.currentText()
        before, after = (case.assessment(one) for one in picked)
        for one, name in zip((before, after), names, strict=True):
            if not one.sheet.scores:
                self._show_nothing(NOTHING_SCORED.format(name))
                return
        found = known.get(before.id), known.get(after.id)
        findings = (found[0], found[1]) if found[0] and found[1] else None
        self._compared = _Compared(case.name, before, after, names, findings)
        self._changes = changes(self._playbook, before.sheet, after.sheet)
        self._show_change()
        self._show_moves(self._compared)

    def choose(self, subject: str) -> None:
        """Show the change of the stance, or of an option by its id."""
        self.choice.choose_subject(subject)

    # Inside

    def _show_nothing(self, why: str) -> None:
        self._compared, self._changes = None, ()
        self.sentence.setText(why)
        self.choice.subject.setEnabled(False)
        self._details.hide()

    def _show_change(self) -> None:
        change, compared = self.change, self._compared
        if change is None or compared is None:
            return
        self.choice.subject.setEnabled(True)
        self._details.show()
        said = told(self._playbook, change)
        self.sentence.setText(said)
        self.sides.setText(sides_text(self._playbook, change))
        of_both = compared.findings
        self.chances.setText(subject_text(*of_both, change.subject) if of_both else COMPUTING)
        self.chances.set_ink("ink3" if compared.stale or not of_both else "ink2")
        name = f"{compared.title}, {' to '.join(compared.names)}: {self.choice.subject.currentText()}"
        ground = self._ground if change.subject == STANCE else Ground(legend=_LEGEND)
        self.waterfall.show_bars(name, said, bars(self._playbook, change, compared.names), title="", ground=ground)
        self.frame.refresh()
        self._show_notes(change, compared)

    def _show_notes(self, change: Change, compared: _Compared) -> None:
        self.note.setText(explanation(change))
        missing = unscored_text(self._playbook, compared.before.sheet, compared.after.sheet)
        self.unscored.setText(missing)
        self.unscored.setVisible(bool(missing))

    def _show_moves(self, compared: _Compared) -> None:
        moves = option_moves(*compared.findings) if compared.findings else ()
        self.moves.show_moves(moves, dim=compared.stale)
        self.moves.setVisible(bool(moves))
        more = len(moves) - len(self.moves.shown)
        none = NOTHING_MOVED if compared.findings else COMPUTING
        self.moves_note.setText(none if not moves else f"{more} more moved less." if more else "")
        self.moves_note.setVisible(bool(self.moves_note.text()))

    def _explain(self, bar: Bar | None) -> None:
        change, compared = self.change, self._compared
        if bar is not None and change is not None and compared is not None:
            sheets = compared.before.sheet, compared.after.sheet
            self.reason.show_reason(reason(self._playbook, *sheets, change, bar))

    def _arrange(self) -> None:
        self.setObjectName("side")
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setAccessibleName("What changed, and why")
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[1])
        column.addWidget(line(font(19, serif=True, bold=True), text="What changed, and why"))
        self._details = self._make_details()
        for widget in (self.choice, self.sentence, self._details):
            column.addWidget(widget)
        column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 0, 0, 0)
        around.addWidget(_scrolled(content))

    def _make_details(self) -> QWidget:
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        for widget in (self.chances, self.sides, self.frame, self.reason):
            column.addWidget(widget)
        column.addSpacing(SPACE[1])
        column.addWidget(InkLabel(section_font(), "ink2", "Verdicts and acceptance that moved most"))
        for below in (self.moves, self.moves_note, self.unscored, self.note):
            column.addWidget(below)
        return details


def _zones(model: StanceModel) -> tuple[Zone, ...]:
    return (
        Zone("divergent", -inf, model.cut_divergent),
        Zone("contested", model.cut_divergent, model.cut_aligned),
        Zone("aligned", model.cut_aligned, inf),
    )


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    return area
