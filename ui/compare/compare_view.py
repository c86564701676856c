"""Compare: all assessments of the library in one ranked table, and those chosen side by side below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from advisor.ranking import Entry, rank
from advisor.side_by_side import difference_text, side_by_side
from ui.compare.comparing import MOST, Comparing
from ui.compare.filter_bar import FilterBar
from ui.compare.ranked_model import RankedModel
from ui.compare.ranked_table import RankedTable
from ui.compare.side_tables import SideTables
from ui.page_parts import steady
from ui.tokens import SPACE, font
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from advisor.findings import Findings
    from advisor.plan import Plan
    from advisor.side_by_side import Compared
    from ui.ports import RegionsPort
    from ui.session import Session

NAME = "Compare"
HOW_TO = f"Choose two to {MOST} assessments, with Ctrl and a click or with the space bar, to see them side by side."
EMPTY = "The library holds no assessment under this playbook yet."
HOW_TO_BEGIN = "File > New country… begins one; File > Import… brings those of a colleague."
NO_MATCH, CLEAR = "No assessment matches the filter.", "Clear the filter"
ONE = "One assessment is chosen; choose others to compare it with, with Ctrl and a click or with the space bar."
HIDDEN = "hidden by the filter; clear it to compare all."
TOO_MANY = f"Only the first {MOST} chosen are compared."


class CompareView(QWidget):
    """Reads the library whenever it is shown or the library changes; compares in the background."""

    def __init__(self, session: Session, regions: RegionsPort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outdated = True
        self._offered: tuple[str, ...] = ()
        self._regions: Mapping[str, str] = {}
        self._compared: tuple[str, ...] = ()
        self.model = RankedModel(self)
        self.table = RankedTable(self.model)
        self.filters, self.nothing = FilterBar(), EmptyState(CLEAR)
        self.sentence, self.hint = InkLabel(font(15, serif=True)), InkLabel(font(11.5), "ink3")
        self.problem = ErrorLabel()
        self.side = SideTables()
        self.comparing = Comparing(session.playbook, regions, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def computed(self, assessment_id: str) -> tuple[Findings | None, Plan | None]:
        """Return the likelihoods and the plan of an assessment, as far as they have been compared."""
        sheet = next((row.entry.sheet for row in self.model.rows if row.entry.id == assessment_id), None)
        return (None, None) if sheet is None else self.comparing.computed(sheet)

    def close_work(self) -> bool:
        """Stop the background work; say whether it ended in time."""
        return self.comparing.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._read()
        self._offer_open()

    # Inside

    def _connect(self) -> None:
        session, comparing = self._session, self.comparing
        for signal in (session.library_changed, session.best_changed, session.assessment_opened):
            signal.connect(lambda *_: self._outdate())
        self.filters.changed.connect(self._filter)
        self.nothing.buttons[0].clicked.connect(self._clear_filter)
        self.table.chosen_changed.connect(self._compare)
        self.table.opened.connect(session.open_assessment)
        comparing.regions_known.connect(self._show_regions)
        comparing.compared.connect(self._show_comparison)
        comparing.failed.connect(self._complain)

    def _offer_open(self) -> None:
        """Choose the open assessment, unless the analyst has chosen others."""
        opened = () if self._session.assessment is None else (self._session.assessment.id,)
        if self.table.chosen in ((), self._offered) and opened != self._offered:
            self._offered = opened
            self._filter()
            self.table.choose(opened)

    def _outdate(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        """Read every assessment again."""
        entries = self._entries()
        if entries is None:
            return
        self._outdated = False
        self.model.show_rows(rank(self._session.playbook, entries))
        self.comparing.want_regions(sorted({entry.country for entry in entries} - self._regions.keys()))
        self._compare()

    def _entries(self) -> list[Entry] | None:
        session = self._session
        cases, sheets = session.cases(), session.ask("The library could not be read", session.library.sheets)
        if cases is None or sheets is None:
            return None
        return [
            Entry(one.id, case.name, one.as_of, sheets[one.id], self._regions.get(case.name, ""))
            for case in cases
            if case.playbook is None or session.playbook.identity.covers(case.playbook)
            for one in case.assessments
            if one.id in sheets
        ]

    def _filter(self) -> None:
        self.model.want(self.filters.wanted("".join(self._offered)))
        if tuple(entry.id for entry in self._chosen_rows()) == self._compared:
            self._say_what_to_do()
        else:
            self._compare()

    def _clear_filter(self) -> None:
        self.filters.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_regions(self, regions: Mapping[str, str]) -> None:
        self._regions = {**self._regions, **regions}
        self.filters.offer_regions(sorted(set(filter(None, self._regions.values()))))
        self._read()

    def _chosen_rows(self) -> list[Entry]:
        """Return what is chosen and shown, as far as it is compared."""
        rows = {row.entry.id: row.entry for row in self.model.rows}
        return [rows[one] for one in self.table.chosen if one in rows][:MOST]

    def _compare(self) -> None:
        entries = self._chosen_rows()
        self._compared = tuple(entry.id for entry in entries)
        self._say_what_to_do()
        self.problem.setText("")
        if len(entries) < 2:
            self.comparing.want(())
            self.sentence.setText("")
            self.side.show_comparison(None)
        else:
            self.comparing.want(entries)

    def _show_comparison(self, compared: Sequence[Compared]) -> None:
        found = side_by_side(self._session.playbook, compared)
        self.sentence.setText(difference_text(found))
        self.side.show_comparison(found)

    def _say_what_to_do(self) -> None:
        empty, filtered, chosen = not self.model.rows, self.filters.is_on, len(self.table.chosen)
        self.table.setVisible(not empty)
        self.nothing.setVisible(empty)
        self._below.setHidden(empty)
        self.nothing.say(NO_MATCH if filtered else EMPTY, "" if filtered else HOW_TO_BEGIN, offers=filtered)
        hidden = sum(self.model.row_of(one) is None for one in self.table.chosen)
        if hidden:
            said = f"{hidden} of the {chosen} chosen {'is' if hidden == 1 else 'are'} {HIDDEN}"
        else:
            said = {0: HOW_TO, 1: ONE}.get(chosen, TOO_MANY if chosen > MOST else "")
        self.hint.setText("" if empty else said)
        self.hint.setVisible(bool(self.hint.text()))

    def _complain(self, what: str, detail: str) -> None:
        self.problem.setText(what)
        self.problem.setToolTip(plain_tip(detail))

    def _lay_out(self) -> None:
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[1])
        column.setSpacing(SPACE[1])
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        self.nothing.hide()
        below = QWidget()
        below.setAutoFillBackground(False)
        column = QVBoxLayout(below)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[1])
        for widget in (self.hint, self.problem, self.sentence, self.side):
            column.addWidget(widget)
        column.addStretch()
        self._below = area = steady(below)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(above)
        splitter.addWidget(area)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([276, 500])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
