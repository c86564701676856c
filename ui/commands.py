"""What can be done with countries and assessments, whether a menu, a key or a button asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.dates import written
from ui.export import open_folder
from ui.file_work import FileWork, Job
from ui.forms import NewAssessmentForm, NewCaseForm, RedateForm, RenameForm
from ui.library_edits import LibraryEdits

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms import Form
    from ui.ports import AssessmentSummary, CaseSummary
    from ui.session import Session


CASE_SUFFIX = ".second-image.toml"


class Commands(QObject):
    """Opens the form that an edit needs, or does the edit and says how to take it back; `files` does what is slow."""

    form_wanted = Signal(object)
    """A `Form` to show."""
    told = Signal(str, str, object)
    """A sentence about what was done, the name of an action, and the callable that does it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.files = FileWork(self)

    def new_case(self) -> None:
        """Ask for a new country."""
        self._ask(lambda: NewCaseForm(self._session))

    def new_assessment(self, case_id: int | None = None) -> None:
        """Ask for a new assessment of a country, the open one where none is named."""
        case = self._case(self._session.case_id if case_id is None else case_id)
        opened = self._session.assessment
        if case is not None:
            self._ask(lambda: NewAssessmentForm(self._session, case, None if opened is None else opened.id))

    def rename(self, case_id: int | None = None) -> None:
        """Ask for another name of a country, the open one where none is named."""
        case = self._case(self._session.case_id if case_id is None else case_id)
        if case is not None:
            self._ask(lambda: RenameForm(self._session, case))

    def redate(self, assessment_id: str | None = None) -> None:
        """Ask for another date of an assessment, the open one where none is named."""
        found = self._assessment(assessment_id)
        if found is not None:
            self._ask(lambda: RedateForm(self._session, *found))

    def duplicate(self, assessment_id: str | None = None) -> None:
        """Copy an assessment, the open one where none is named, open the copy, and offer to take it back."""
        found = self._assessment(assessment_id)
        if found is None or not self._may_edit():
            return
        case, assessment = found
        if LibraryEdits(self._session).new_assessment(case.id, assessment.as_of, assessment.id) is not None:
            self._tell(f"Copied {case.name}, {written(assessment.as_of)}. The copy is open.")

    def duplicate_case(self, case_id: int) -> None:
        """Copy a country with all it holds, and offer to take it back."""
        cases = self._session.cases() or ()
        case = next((one for one in cases if one.id == case_id), None)
        if case is None or not self._may_edit():
            return
        name = free_name(case.name, {one.name.casefold() for one in cases})
        if LibraryEdits(self._session).duplicate_case(case_id, name) is not None:
            self._tell(f"Copied {case.name} to {name}.")

    def export_case(self, case_id: int, window: QWidget) -> QFileDialog | None:
        """Ask for a file, without stopping the window, and write a country to it."""
        case = self._case(case_id)
        if case is None:
            return None
        dialog = QFileDialog(window, "Export country", f"{case.name}{CASE_SUFFIX}", f"Case file (*{CASE_SUFFIX})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(CASE_SUFFIX)
        dialog.fileSelected.connect(lambda name: self.write_case(case_id, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write_case(self, case_id: int, path: Path) -> None:
        """Write a country to a case file in the background, and say where it stands."""
        failure, library = "The case file was not written", self._session.library
        work = self._session.ask(failure, lambda: library.exporting(case_id, path))
        if work is None:
            return

        def tell(_: None) -> None:
            self.told.emit(f"The country was written to {path}.", "Open folder", lambda: open_folder(path))

        self.files.start(Job(f"Writing {path.name}", work, tell, failure, cancellable=True))

    def delete_case(self, case_id: int | None = None) -> None:
        """Delete a country, the open one where none is named, and offer to take it back."""
        case = self._case(self._session.case_id if case_id is None else case_id)
        if case is not None and self._may_edit() and LibraryEdits(self._session).delete_case(case.id):
            self._tell(f"Deleted {case.name}.")

    def delete_assessment(self, assessment_id: str | None = None) -> None:
        """Delete an assessment, the open one where none is named, and offer to take it back."""
        found = self._assessment(assessment_id)
        if found is None or not self._may_edit():
            return
        case, assessment = found
        if LibraryEdits(self._session).delete_assessment(assessment.id):
            self._tell(f"Deleted {case.name}, {written(assessment.as_of)}.")

    def _ask(self, make: Callable[[], Form]) -> None:
        if self._may_edit():
            self.form_wanted.emit(make())

    def _may_edit(self) -> bool:
        return not self._session.library.read_only

    def _tell(self, text: str) -> None:
        self.told.emit(text, "Undo", self._session.undo)

    def _case(self, case_id: int | None) -> CaseSummary | None:
        return next((case for case in self._session.cases() or () if case.id == case_id), None)

    def _assessment(self, assessment_id: str | None) -> tuple[CaseSummary, AssessmentSummary] | None:
        opened = self._session.assessment
        wanted = opened.id if assessment_id is None and opened is not None else assessment_id
        pairs = ((case, one) for case in self._session.cases() or () for one in case.assessments)
        return next((pair for pair in pairs if pair[1].id == wanted), None)


def free_name(name: str, taken: set[str]) -> str:
    """Return the name of a copy that no country has; `taken` is in lower case."""
    tried = f"{name} (copy)"
    number = 1
    while tried.casefold() in taken:
        number += 1
        tried = f"{name} (copy {number})"
    return tried
