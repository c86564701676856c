"""Puts the view of several analysts into a window: the menu Case, the example of the menu Help, and the notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from advisor.case import Case
    from ui.main_window import MainWindow
    from ui.ports import ExamplePort

NAME = "Analysts"


class Analysts(QObject):
    """Shows the view; `example` returns the case that the menu Help offers, where there is one."""

    import_wanted = Signal()
    """A colleague's scorecard is to be imported."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._example: ExamplePort | None = None
        window.views.add(NAME, self._view)
        menus = window.menus
        self.action = QAction("Analysts of this country", menus)
        self.action.triggered.connect(lambda: window.views.show_view(NAME))
        menus.case.insertAction(menus.delete_assessment, self.action)
        menus.case.insertSeparator(menus.delete_assessment)
        self.example_action = QAction("Example: two analysts", menus)
        self.example_action.setVisible(False)
        self.example_action.triggered.connect(self.show_example)
        menus.help.insertAction(menus.about, self.example_action)
        for signal in (self._session.assessment_opened, self._session.library_changed):
            signal.connect(self._refresh)
        self._refresh()

    def offer_example(self, example: ExamplePort) -> None:
        """Offer a case that two analysts scored."""
        self._example = example
        self.example_action.setVisible(True)

    def show_example(self) -> None:
        """Open the example, added to the library if it is not there, and show its analysts."""
        if self._example is None:
            return
        case = self._session.ask("The example could not be read", self._example)
        if case is None:
            return
        held = next((one for one in self._session.cases() or () if one.name == case.name and one.assessments), None)
        if held is not None:
            self._session.open_assessment(held.assessments[-1].id)
        elif not self._add(case):
            return
        self._window.views.show_view(NAME)

    def _add(self, case: Case) -> bool:
        library = self._session.library

        def add() -> bool:
            added = library.case(library.import_case(case, f"Add the example {case.name}"))
            self._session.want(added.latest.id)
            return True

        if not self._session.edit("The example was not added", add):
            return False
        self._window.tell(f"Added {case.name} to the library.", "Undo", self._session.undo)
        return True

    def _view(self) -> QWidget:
        # Deferred: what only this view needs would make every start wait.
        from ui.analysts.analysts_view import AnalystsView

        made = AnalystsView(self._session)
        made.merged.connect(self._tell_merged)
        made.import_wanted.connect(self.import_wanted)
        made.example_wanted.connect(self.show_example)
        return made

    def _tell_merged(self, sentence: str) -> None:
        self._window.views.left.emit()
        self._window.tell(sentence, "Undo", self._session.undo)

    def _refresh(self) -> None:
        self.action.setEnabled(self._session.assessment is not None)
        self.example_action.setEnabled(not self._session.library.read_only)
