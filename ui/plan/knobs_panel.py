"""The knobs of a plan: what the United States wants, its limits, and options pinned in or ruled out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.errors import AdvisorError
from advisor.knob_ranges import budget_range, footprint_range, horizon_range, weight_range
from advisor.knobs import Knobs
from advisor.phrasing import capitalised, uncapitalised
from advisor.plan_text import amount, limit_note
from ui.live_sections import hairline, line
from ui.plan.knob_slider import KnobRow
from ui.plan.pin_list import PinList
from ui.plan.problem_box import ProblemBox
from ui.tokens import SPACE, font
from ui.widgets.ink_label import section_font

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.package import LimitUse
    from advisor.plan_columns import Pin
    from advisor.playbook import Playbook

BUDGET, FOOTPRINT, HORIZON = "budget", "footprint", "horizon_months"


class KnobsPanel(QWidget):
    """Shows `Knobs`, and says what they are turned to; what they come to is for others to compute."""

    turned = Signal(object)
    """The `Knobs` wanted."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knobs = Knobs()
        self.problem = ProblemBox()
        self.reset = QPushButton("Reset")
        self.reset.setProperty("link", "true")
        self.reset.setFont(font(11.5))
        self.reset.setAccessibleName("Reset all knobs to the playbook")
        self.weights = {
            one.id: KnobRow(
                one.name, f"Weight of {uncapitalised(one.name)}", weight_range(one), lambda value: f"{value:.1f}"
            )
            for one in playbook.objectives
        }
        self.limits = {
            BUDGET: KnobRow("Budget a year", "Budget a year", budget_range(playbook), _dollars),
            FOOTPRINT: KnobRow("Visible footprint", "Visible footprint", footprint_range(playbook), amount),
            HORIZON: KnobRow("Horizon, months", "Horizon in months", horizon_range(playbook), amount),
        }
        self.pins = PinList(playbook)
        self._lay_out()
        for name, row in self.weights.items():
            row.turned.connect(lambda value, name=name: self._weigh(name, value))
        for name, row in self.limits.items():
            row.turned.connect(lambda value, name=name: self._turn(**{name: value}))
        self.pins.freed.connect(lambda option: self.pin(option, "free"))
        self.reset.clicked.connect(lambda: self._want(Knobs()))
        self.show_knobs(self._knobs)

    def show_knobs(self, knobs: Knobs) -> None:
        """Show other knobs; nothing is emitted."""
        self._knobs = knobs
        for name, row in self.weights.items():
            row.show_value(knobs.weights.get(name))
        for name, row in self.limits.items():
            row.show_value(getattr(knobs, name))
        pinned: list[tuple[str, Pin]] = [(option, "pinned") for option in knobs.pinned]
        self.pins.show_pins([*pinned, *((option, "ruled_out") for option in knobs.ruled_out)])
        self.reset.setEnabled(knobs != Knobs())
        for earlier, later in pairwise((self.limits[HORIZON].slider, *self.pins.buttons)):
            self.setTabOrder(earlier, later)

    def show_limits(self, limits: Iterable[LimitUse]) -> None:
        """Say below the limits how much of them is used, and what they keep out."""
        notes = {use.limit: limit_note(use) for use in limits}
        self.limits[BUDGET].show_note(notes.get("budget", ""))
        self.limits[FOOTPRINT].show_note(notes.get("footprint", ""))

    def show_problem(self, problem: str) -> None:
        """Say why the knobs allow no plan, or nothing."""
        self.problem.show_problem(f"{capitalised(problem)}." if problem else "")

    def pin(self, option: str, pin: str) -> None:
        """Pin an option, rule it out, or leave it to the plan."""
        rest = {
            "pinned": tuple(name for name in self._knobs.pinned if name != option),
            "ruled_out": tuple(name for name in self._knobs.ruled_out if name != option),
        }
        self._turn(**{kind: (*names, option) if kind == pin else names for kind, names in rest.items()})

    def _weigh(self, objective: str, value: float | None) -> None:
        others = {name: weight for name, weight in self._knobs.weights.items() if name != objective}
        self._turn(weights=others if value is None else {**others, objective: value})

    def _turn(self, **settings: Any) -> None:
        try:
            self._want(replace(self._knobs, **settings))
        except AdvisorError as problem:
            self.show_problem(str(problem))

    def _want(self, knobs: Knobs) -> None:
        self.show_knobs(knobs)
        self.turned.emit(knobs)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.problem)
        column.addSpacing(SPACE[0])
        column.addLayout(_heading("What the US wants", self.reset))
        for row in self.weights.values():
            column.addWidget(row)
        column.addSpacing(SPACE[1])
        column.addLayout(_heading("Limits"))
        for row in self.limits.values():
            column.addWidget(row)
        column.addSpacing(SPACE[1])
        column.addLayout(_heading("Pinned or ruled out"))
        column.addWidget(self.pins)
        column.addSpacing(SPACE[1])
        column.addWidget(hairline())


def _heading(title: str, beside: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(line(section_font(), "ink2", title), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch()
    if beside is not None:
        row.addWidget(beside)
    return row


def _dollars(value: float) -> str:
    return f"${amount(value)}m"
