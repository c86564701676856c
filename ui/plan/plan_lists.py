"""What to do if an option is refused, what to watch, and what would bring in the options that are not offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.phrasing import capitalised
from advisor.plan_columns import PRICE_NOTE, price_figure
from advisor.plan_text import amount, no_watch_text, replacement_text
from advisor.trigger_table import watch_rows
from advisor.wording import likelihood, move_text, no_price_text, percent
from ui.live_sections import line
from ui.plan.runs import NEW_LINE, Run, minor
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.levers import Price
    from advisor.plan import Plan
    from advisor.playbook import Playbook
    from advisor.substitutes import Substitute
    from advisor.trigger_table import WatchRow

SHOWN = 6
NOTHING_COMMITTED = "Nothing is committed to, so there is nothing to refuse."
EVERYTHING_OFFERED = "Every option can be offered, so there is no price to pay."


class ListSection(QWidget):
    """A table under its heading, first rows only until all are asked for; a note where it is empty."""

    def __init__(self, title: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._rows: list[tuple[Cell, ...]] = []
        self.table = TextTable(title, columns)
        self.note = InkLabel(font(12), "ink2")
        self.caption = InkLabel(font(11.5), "ink3")
        self.more = QPushButton()
        self.more.setProperty("link", "true")
        self.more.setFont(font(11.5))
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _: self._show())
        head = QHBoxLayout()
        head.addWidget(line(section_font(), "ink2", title), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch()
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(head)
        for widget in (self.caption, self.table, self.note):
            column.addWidget(widget)
        column.addStretch()

    def show_rows(self, rows: Sequence[tuple[Cell, ...]], note: str = "", caption: str = "") -> None:
        """Show other rows, or a note where there are none; the caption says how to read them."""
        self._rows = list(rows)
        self.note.setText(note)
        self.note.setVisible(not rows)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption and rows))
        self.table.setVisible(bool(rows))
        self.more.setVisible(len(rows) > SHOWN)
        self._show()

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the rows as those of an earlier plan, or of this one."""
        self.table.set_dimmed(dimmed=dimmed)
        self.note.set_ink("ink3" if dimmed else "ink2")

    def _show(self) -> None:
        everything = self.more.isChecked()
        self.more.setText(f"Show the first {SHOWN}" if everything else f"Show all {len(self._rows)}")
        self.more.setAccessibleName(f"{self._title}: {self.more.text()}")
        self.table.show_rows(self._rows if everything else self._rows[:SHOWN])


class PlanLists(QWidget):
    """If refused, watch and prices, one below the other."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self.refused = ListSection(
            "If refused", (Column("Option", 150, 3), Column("Refused now", 130, 1), Column("Then", 150, 5))
        )
        self.watch = ListSection(
            "Watch", (Column("When", 150, 3), Column("What would be seen", 140, 4), Column("Then", 130, 3))
        )
        self.prices = ListSection(
            "Price of what is not offered",
            (Column("Option", 150, 3), Column("Moves", 170, 5), Column("Acceptance then", 108, 1), Column("Price", 52)),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[3])
        for section in (self.refused, self.watch, self.prices):
            column.addWidget(section)

    def show_plan(self, plan: Plan) -> None:
        """Show the lists of a plan."""
        playbook = self._playbook
        watch = watch_rows(playbook, plan.findings.best.sheet, plan)
        self.refused.show_rows([_refused(playbook, one) for one in plan.substitutes], NOTHING_COMMITTED)
        self.watch.show_rows([_watched(row) for row in watch], no_watch_text(playbook) if plan.package else "")
        self.watch.setVisible(bool(plan.package))
        self.prices.show_rows([_priced(playbook, one) for one in plan.prices], EVERYTHING_OFFERED, PRICE_NOTE)

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the lists as those of an earlier plan, or of this one."""
        for section in (self.refused, self.watch, self.prices):
            section.set_dimmed(dimmed=dimmed)


def _refused(playbook: Playbook, one: Substitute) -> tuple[Cell, ...]:
    words = f"  {likelihood(one.p_refused)}"
    return (
        Cell((Run(playbook.option[one.option].name),)),
        Cell((Run(percent(one.p_refused), bold=True), Run(words, "ink3"))),
        Cell((Run(capitalised(replacement_text(playbook, one))),)),
    )


def _watched(row: WatchRow) -> tuple[Cell, ...]:
    now = "not scored" if row.now is None else f"now {row.now:g}"
    seen = ". ".join(part for part in (row.sight, row.reading) if part)
    return (
        Cell((Run(f"{row.watch} ", bold=True), Run(row.trigger), minor(now)), tip=seen),
        Cell((Run(row.seen_in_short, "ink2"),), tip=seen),
        Cell((Run(capitalised(row.then)),), tip=f"{row.option}: {row.before} → {row.after}"),
    )


def _priced(playbook: Playbook, price: Price) -> tuple[Cell, ...]:
    known = price.none_because is None and price.p_now is not None
    chance = (Run(percent(price.p_now or 0.0), bold=True), minor(likelihood(price.p_now or 0.0))) if known else ()
    return (
        Cell((Run(playbook.option[price.option].name),)),
        Cell(_moves(playbook, price)),
        Cell(chance),
        Cell((Run(price_figure(price), bold=True),)),
    )


def _moves(playbook: Playbook, price: Price) -> tuple[Run, ...]:
    if price.none_because is not None:
        return (Run(f"{no_price_text(price)}.", "ink2"),)
    moves = [f"{move_text(playbook, move)}, cost {amount(move.cost)}" for move in price.moves]
    linked = " and ".join(playbook.option[name].name for name in price.linked)
    return (Run(NEW_LINE.join(moves)), *([minor(f"linked with {linked}")] if linked else []))
