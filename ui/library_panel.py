"""The library at the left of the window: search, countries and assessments, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from advisor.findings import judge
from ui.library_tree import LibraryTree, Role
from ui.tokens import SPACE

if TYPE_CHECKING:
    from advisor.findings import BestFindings
    from advisor.playbook import StanceClass
    from ui.commands import Commands
    from ui.session import Session

WIDTH = 196


class LibraryPanel(QFrame):
    """Opens assessments, and asks for everything else by way of the commands."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands
        self._stances: dict[str, StanceClass | None] = {}
        self.setObjectName("library")
        self.setFixedWidth(WIDTH)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the library")
        self.search.setAccessibleName("Search the library")
        self.search.setClearButtonEnabled(True)
        self.tree = LibraryTree()
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
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
        self.tree.show_cases(cases, self.search.text())
        self._mark_open()

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return the menu of what can be done with an entry."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        case_id, assessment_id = index.data(Role.CASE), index.data(Role.ASSESSMENT)
        if not index.isValid():
            menu.addAction("New country…", self._commands.new_case)
        else:
            menu.addAction("New assessment…", lambda: self._commands.new_assessment(case_id))
            menu.addSeparator()
            if assessment_id is not None:
                menu.addAction("Change date…", lambda: self._commands.redate(assessment_id))
                menu.addAction("Delete assessment", lambda: self._commands.delete_assessment(assessment_id))
                menu.addSeparator()
            menu.addAction("Rename country…", lambda: self._commands.rename(case_id))
            menu.addAction("Delete country", lambda: self._commands.delete_case(case_id))
        menu.setEnabled(not self._session.library.read_only)
        return menu

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, SPACE[1])
        column.setSpacing(10)
        above = QVBoxLayout()
        above.setContentsMargins(10, 0, 10, 0)
        above.addWidget(self.search)
        column.addLayout(above)
        column.addWidget(self.tree, 1)
        below = QVBoxLayout()
        below.setContentsMargins(10, 0, 10, 0)
        below.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)

    def _connect(self) -> None:
        session, tree = self._session, self.tree
        self.search.textChanged.connect(self.refresh)
        self.add.clicked.connect(self._commands.new_case)
        tree.opened.connect(session.open_assessment)
        tree.new_wanted.connect(self._commands.new_assessment)
        tree.delete_wanted.connect(self._delete)
        tree.rename_wanted.connect(self._rename)
        tree.customContextMenuRequested.connect(self._show_menu)
        session.library_changed.connect(self.refresh)
        session.assessment_opened.connect(self._mark_open)
        session.best_changed.connect(self._show_open_stance)
        tree.expanded.connect(self._show_stances)

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


def _stance(best: BestFindings) -> StanceClass | None:
    """Return the stance by best scores; None where nothing is scored yet."""
    return best.stance.stance_class if best.scored else None
