"""The plan itself, from top to bottom: headline, four columns, switch table, pathways, and the lists beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.pathways import pathways
from advisor.plan_columns import plan_columns
from advisor.plan_headline import headline
from advisor.plan_text import narrowed_text
from ui.charts.chart_frame import ChartFrame
from ui.plan.package_cards import PackageCards
from ui.plan.pathway_map import PathwayMap
from ui.plan.plan_lists import PlanLists
from ui.plan.switch_section import SwitchSection
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    import datetime as dt

    from advisor.plan import Plan
    from advisor.playbook import Playbook


class PlanBoard(QWidget):
    """Shows one plan; `dimmed` where it is of earlier scores or knobs."""

    pin_wanted = Signal(str, str)
    """An option, and what becomes of it: pinned, ruled_out or free."""
    failed = Signal(str, str)
    """A picture could not be saved: what happened, and the detail."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self.age, self.again = InkLabel(font(11.5), "ink3"), QPushButton("Solve again")
        self.again.setProperty("link", "true")
        self.again.setFont(font(11.5))
        self._age = QWidget()
        self.headline = InkLabel(font(17, serif=True))
        self.cards = PackageCards()
        self.narrowed = InkLabel(font(11.5), "ink3")
        self.switches = SwitchSection(playbook)
        self.map = PathwayMap()
        self.pathways = ChartFrame("Pathways", self.map, self.map)
        self.lists = PlanLists(playbook)
        row = QHBoxLayout(self._age)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.age, 1)
        row.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[3])
        for widget in (
            self._age,
            self.headline,
            self.cards,
            self.narrowed,
            self.switches,
            self.pathways,
            self.lists,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.cards.pin_wanted.connect(self.pin_wanted)
        self.pathways.taking.failed.connect(self.failed)

    def show_plan(self, plan: Plan, country: str, start: dt.date) -> None:
        """Show a plan that starts at a date."""
        playbook = self._playbook
        self.headline.setText(headline(playbook, plan))
        self.cards.show_columns(plan_columns(playbook, plan))
        # Rows are made as they are needed, and would come last: what is at the right of the board before them.
        rows = (row for column in self.cards.columns for row in column.rows)
        for earlier, later in pairwise((self.headline, *rows)):
            QWidget.setTabOrder(earlier, later)
        note = narrowed_text(playbook, plan)
        self.narrowed.setText(note)
        self.narrowed.setVisible(bool(note))
        self.switches.show_plan(plan)
        found = pathways(playbook, plan, start)
        self.map.show_pathways(found, country)
        self.pathways.set_caption(found.caption)
        self.pathways.refresh()
        self.lists.show_plan(plan)

    def show_age(self, text: str, *, stopped: bool) -> None:
        """Say above everything that the plan is of earlier scores or knobs, and dim it; or that it is of these.

        Where nobody is at work on the next one, offer to solve it.
        """
        dimmed = bool(text)
        self.age.setText(text)
        self._age.setVisible(dimmed)
        self.again.setVisible(stopped)
        self.headline.set_ink("ink3" if dimmed else "ink")
        for part in (self.cards, self.switches, self.map, self.pathways, self.lists):
            part.set_dimmed(dimmed=dimmed)
