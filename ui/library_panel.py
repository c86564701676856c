"""The library at the left of the window: search, countries and assessments, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from advisor.findings import judge
from ui.library_model import Role
from ui.library_order import ORDER_WORDS, in_order, opened_now
from ui.library_tree import LibraryTree
from ui.tokens import SPACE, font
from ui.widgets.clear_button import ClearButton
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from advisor.findings import BestFindings
    from advisor.playbook import StanceClass
    from ui.commands import Commands
    from ui.library_order import Order
    from ui.session import Session
    from ui.settings import Settings

WIDTH = 196
NO_COUNTRY = "No country yet. Add one below, or drop a case file on the window."
NOT_FOUND = "No country, issue or date holds these words. Clear the search to see all."
UNREAD = "When the countries were changed could not be read"


class LibraryPanel(QFrame):
    """Opens assessments, and asks for everything else by way of the commands."""

    def __init__(self, session: Session, commands: Commands, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._commands, self._settings = session, commands, settings
        self._stances: dict[str, StanceClass | None] = {}
        self.setObjectName("library")
        self.setFixedWidth(WIDTH)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the library")
        self.search.setAccessibleName("Search the library")
        ClearButton(self.search)
        self.order = QComboBox()
        self.order.setAccessibleName("Order of the countries")
        self.order.setToolTip("In which order the countries are listed")
        for order, words in ORDER_WORDS.items():
            self.order.addItem(words, order)
        self.order.setCurrentIndex(self.order.findData(settings.library_order))
        self.tree = LibraryTree()
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.nothing = InkLabel(font(12.5), "ink2")
        self.add = QPushButton("New country…")
        self.add.setProperty("link", "true")
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the library again; what is shown stays where it cannot be read."""
        cases = self._session.cases()
        if cases is None:
            return
        self._stances.clear()
        self.add.setEnabled(not self._session.library.read_only)
        order: Order = self.order.currentData()
        changed = (self._session.ask(UNREAD, self._session.library.last_edits) or {}) if order == "changed" else {}
        shown = in_order(cases, order, changed, self._settings.recent)
        self.tree.show_cases(shown, self.search.text(), may_add=not self._session.library.read_only)
        self.nothing.setText("" if self.tree.model().rowCount() else NOT_FOUND if cases else NO_COUNTRY)
        self.nothing.setVisible(bool(self.nothing.text()))
        self._mark_open()

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return the menu of what can be done with an entry."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        case_id, assessment_id = index.data(Role.CASE), index.data(Role.ASSESSMENT)
        if not index.isValid():
            _add(menu, "New country…", self._commands.new_case).setEnabled(not self._session.library.read_only)
        else:
            if assessment_id is not None:
                _add(menu, "Open", lambda: self.tree.opened.emit(assessment_id))
                menu.addSeparator()
            edits = [_add(menu, "New assessment…", lambda: self._commands.new_assessment(case_id))]
            if assessment_id is not None:
                edits += [
                    _add(menu, "Duplicate assessment", lambda: self._commands.duplicate(assessment_id)),
                    _add(menu, "Change date…", lambda: self._commands.redate(assessment_id)),
                    _add(menu, "Delete assessment", lambda: self._commands.delete_assessment(assessment_id)),
                ]
            menu.addSeparator()
            edits.append(_add(menu, "Rename country…", lambda: self._commands.rename(case_id)))
            edits.append(_add(menu, "Duplicate country", lambda: self._commands.duplicate_case(case_id)))
            _add(menu, "Export country…", lambda: self._commands.export_case(case_id, self.window()))
            edits.append(_add(menu, "Delete country", lambda: self._commands.delete_case(case_id)))
            for edit in edits:
                edit.setEnabled(not self._session.library.read_only)
        return menu

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, SPACE[1])
        column.setSpacing(10)
        above = QVBoxLayout()
        above.setContentsMargins(10, 0, 10, 0)
        above.setSpacing(SPACE[0])
        above.addWidget(self.search)
        above.addWidget(self.order)
        column.addLayout(above)
        self.nothing.setContentsMargins(10, 0, 10, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        below = QVBoxLayout()
        below.setContentsMargins(10, 0, 10, 0)
        below.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)

    def _connect(self) -> None:
        session, tree = self._session, self.tree
        self.search.textChanged.connect(self.refresh)
        self.order.activated.connect(self._reorder)
        self.add.clicked.connect(self._commands.new_case)
        tree.opened.connect(session.open_assessment)
        tree.new_wanted.connect(self._commands.new_assessment)
        tree.delete_wanted.connect(self._delete)
        tree.rename_wanted.connect(self._rename)
        tree.customContextMenuRequested.connect(self._show_menu)
        session.library_changed.connect(self.refresh)
        session.assessment_opened.connect(self._show_opened)
        session.best_changed.connect(self._show_open_stance)
        tree.expanded.connect(self._show_stances)

    def _reorder(self) -> None:
        self._settings.library_order = self.order.currentData()
        self.refresh()

    def _show_opened(self) -> None:
        """Remember what was opened; the list moves only when it is made anew, not under the hand that opens."""
        if self._session.assessment is not None:
            self._settings.recent = opened_now(self._settings.recent, self._session.assessment.id)
        self._mark_open()

    def _mark_open(self) -> None:
        opened = self._session.assessment
        self.tree.mark_open(None if opened is None else opened.id)

    def _show_menu(self, position: QPoint) -> None:
        self.menu_for(self.tree.indexAt(position)).popup(self.tree.viewport().mapToGlobal(position))

    def _delete(self, index: QModelIndex) -> None:
        if index.data(Role.ASSESSMENT) is not None:
            self._commands.delete_assessment(index.data(Role.ASSESSMENT))
        elif index.data(Role.KIND) == "case":
            self._commands.delete_case(index.data(Role.CASE))

    def _rename(self, index: QModelIndex) -> None:
        if index.data(Role.ASSESSMENT) is not None:
            self._commands.redate(index.data(Role.ASSESSMENT))
        elif index.data(Role.KIND) == "case":
            self._commands.rename(index.data(Role.CASE))

    def _show_open_stance(self, best: BestFindings) -> None:
        if self._session.assessment is not None:
            self._stances[self._session.assessment.id] = _stance(best)
            self.tree.show_stance(self._session.assessment.id, _stance(best))

    def _show_stances(self, case: QModelIndex) -> None:
        """Judge the assessments of a country when it is unfolded, so that a large library opens at once."""
        children = (case.model().index(row, 0, case) for row in range(case.model().rowCount(case)))
        for identifier in (child.data(Role.ASSESSMENT) for child in children):
            if identifier is not None:
                self.tree.show_stance(identifier, self._stance_of(identifier))

    def _stance_of(self, assessment_id: str) -> StanceClass | None:
        if assessment_id not in self._stances:
            assessment = self._session.read(assessment_id)
            if assessment is None:
                return None
            self._stances[assessment_id] = _stance(judge(self._session.playbook, assessment.sheet))
        return self._stances[assessment_id]


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _=False: act())
    return action


def _stance(best: BestFindings) -> StanceClass | None:
    """Return the stance by best scores; None where nothing is scored yet."""
    return best.stance.stance_class if best.scored else None
