"""Before and after, side by side: the stance, the options that move, and on demand the track record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from advisor.playbook import STANCE_CLASSES
from advisor.trial_effect import SWITCHED_OFF
from advisor.trial_record import fit_caveat, record_rows
from advisor.wording import STANCE_WORDS, VERDICT_GLYPHS, VERDICT_WORDS, percent, signed
from ui.page_parts import hold_margin
from ui.plan.runs import Run, stance_runs
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.findings import Verdict
    from advisor.playbook import Playbook
    from advisor.trial_effect import OptionEffect, StanceSide, TrialEffect
    from advisor.trial_record import TrialRecord
    from ui.plan.runs import Runs
    from ui.widgets.ink_label import Ink

HEADING = "What if: before and after"
NOTHING_OPEN = "No assessment is open; open one to see what the trial does to it."
STILL = "No option moves."
COMPUTING = "…"
MEASURE, MEASURING = "Compare the track record", "Predicting the past episodes twice…"
_SHARES = (4, 5)
"""Of the width, where the options stand beside the stance."""
_PLAYBOOK, _WHAT_IF = "As it is", "What if"
_STANCE = (Column("Stance and win-set", 164, 2), Column(_PLAYBOOK, 114, 2), Column(_WHAT_IF, 114, 2))
_OPTIONS = (
    Column("Option that moves", 112, 3),
    Column("Verdict → what if", 150, 3),
    Column("Standing", 102, 1),
    Column("Accepted", 96, 1),
)
_RECORD = (
    Column("Past episodes", 150, 2),
    Column(_PLAYBOOK, 80, 2),
    Column(_WHAT_IF, 80, 2),
    Column("Better is", 66, 1),
)


class EffectPanel(QScrollArea):
    """Shows the effect of a trial; `measure` asks for the track record."""

    def __init__(self, playbook: Playbook) -> None:
        super().__init__()
        self._months = playbook.uncertainty.horizon_months
        self.note = InkLabel(font(12), "ink3")
        self.stance = TextTable("Stance and win-set, before and after", _STANCE)
        self.options = TextTable("Options that move, before and after", _OPTIONS)
        self.measure = QPushButton(MEASURE)
        self.record = TextTable("Track record, before and after", _RECORD)
        self.caveat = InkLabel(font(11.5), "ink3", fit_caveat(playbook))
        self._lay_out()
        self.show_record(None, busy=False)

    def show_effect(self, found: TrialEffect | None) -> None:
        """Show what a trial does to the open assessment; None where none is open."""
        for table in (self.stance, self.options):
            table.setVisible(found is not None)
        self.note.setText(NOTHING_OPEN if found is None else "" if found.options else STILL)
        self.note.setVisible(bool(self.note.text()))
        if found is None:
            return
        self.stance.show_rows(list(_stance_rows(found, self._months)))
        self.options.setVisible(bool(found.options))
        self.options.show_rows([_option_row(one) for one in found.options])

    def set_side_by_side(self, beside: bool) -> None:
        """Let the options stand beside the stance, or below it."""
        direction = QBoxLayout.Direction
        self._tables.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        for place, share in enumerate(_SHARES):
            self._tables.setStretch(place, share if beside else 0)

    def show_record(self, found: TrialRecord | None, *, busy: bool) -> None:
        """Show the track record with and without the trial, or offer to compute it."""
        self.measure.setText(MEASURING if busy else MEASURE)
        self.measure.setEnabled(not busy)
        self.measure.setVisible(found is None)
        self.record.setVisible(found is not None)
        if found is not None:
            self.record.show_rows(
                [
                    [_text(row.name), _text(row.before), _text(row.after), _text(row.better)]
                    for row in record_rows(found)
                ]
            )

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[1])
        heading = InkLabel(section_font(), "ink2", HEADING)
        self._tables = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._tables.setSpacing(SPACE[2])
        for table in (self.stance, self.options):
            self._tables.addWidget(table, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(heading)
        column.addWidget(self.note)
        column.addLayout(self._tables)
        column.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.record)
        column.addWidget(self.caveat)
        column.addStretch()
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        hold_margin(self)


def _stance_rows(found: TrialEffect, months: float) -> Iterator[tuple[Cell, ...]]:
    sides = (found.before, found.after)
    counts = zip(found.win_sets, found.counts, strict=True)
    moved = found.before.stance_class != found.after.stance_class
    before, after = stance_runs(found.before.stance_class), stance_runs(found.after.stance_class, bold=moved)
    yield _text("Stance by best scores"), Cell(before), Cell(after)
    yield _row("Stance index", *(signed(side.index) for side in sides))
    yield _row(", ".join(STANCE_WORDS[stance] for stance in STANCE_CLASSES), *(_chances(side) for side in sides))
    yield _row(f"Reversal in {months:g} months", *(_share(side.reversal) for side in sides))
    yield _row("Win-set", *(f"{inside} of {all_of}" for inside, all_of in counts))


def _row(name: str, before: str, after: str) -> tuple[Cell, ...]:
    return _text(name), _text(before), Cell((Run(after, bold=before != after),))


def _chances(side: StanceSide) -> str:
    shares = side.probabilities
    return COMPUTING if shares is None else ", ".join(percent(shares[stance]) for stance in STANCE_CLASSES)


def _share(share: float | None) -> str:
    return COMPUTING if share is None else percent(share)


def _option_row(one: OptionEffect) -> tuple[Cell, ...]:
    before, after = one.verdicts
    chances = (None, None) if one.chances is None else one.chances
    if one.off:
        return (
            _text(one.name),
            Cell((*_verdict(before), Run(" → "), Run(SWITCHED_OFF, bold=True))),
            _text(signed(one.before.standing)),
            _text(_share(chances[0])),
        )
    turned = (*_verdict(before), Run(" → "), *_verdict(after, bold=True))
    return (
        _text(one.name),
        Cell(_verdict(before, "ink3") if before == after else turned),
        _change(signed(one.before.standing), signed(one.after.standing)),
        _change(*(_share(share) for share in chances)),
    )


def _verdict(verdict: Verdict, ink: Ink = "ink", *, bold: bool = False) -> Runs:
    return Run(f"{VERDICT_GLYPHS[verdict]} ", bold=bold, of=verdict), Run(VERDICT_WORDS[verdict], ink, bold=bold)


def _change(before: str, after: str) -> Cell:
    return Cell((Run(before, "ink3"),)) if before == after else Cell((Run(f"{before} → "), Run(after, bold=True)))


def _text(shown: str) -> Cell:
    return Cell((Run(shown),))
