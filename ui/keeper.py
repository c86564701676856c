"""What keeps the library safe, in the window: locks, backups, exports of a case, and what other programs edit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from advisor.briefed import result_text
from ui.export import open_folder
from ui.file_work import Job
from ui.lock_form import LockForm
from ui.lock_line import LockLine
from ui.storage_line import StorageLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from advisor.case import Case
    from advisor.findings import Findings
    from ui.main_window import MainWindow
    from ui.ports import PackagePort

    Act = Callable[[Path], None]

BACKUPS = "Backups"
LOOK_AGAIN_MS = 2000
"""How soon an edit of another program appears. Asking the library costs less than a tenth of a millisecond, and works
on every disk; watching the file does not, for a write-ahead log is written through shared memory."""
_LIBRARY = "Library of Second Image (*.sqlite)"


class Keeper(QObject):
    """Adds its lines and actions to the window; `package` returns what a lock keeps."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._files = window, window.session, window.commands.files
        self.package: PackagePort = _result_alone
        self.lock_line, self.storage_line = LockLine(window.session), StorageLine(window.session)
        window.views.add(BACKUPS, self._backups_view)
        self.lock_line.copy_wanted.connect(window.commands.new_assessment)
        self.lock_line.unlock_wanted.connect(self.unlock)
        self.storage_line.copy_wanted.connect(self.ask_for_backup)
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_again)
        self._timer.start()
        menus = window.menus
        menus.lock.triggered.connect(self.lock)
        menus.unlock.triggered.connect(self.unlock)
        menus.backup.triggered.connect(self.ask_for_backup)
        menus.restore.triggered.connect(lambda: window.views.show_view(BACKUPS))
        menus.export_case.triggered.connect(self.export_case)

    def close(self) -> None:
        """Look no more for what other programs edit."""
        self._timer.stop()

    # Locks

    def lock(self) -> None:
        """Ask to whom the open assessment was briefed, and lock it."""
        case, opened = self._session.case, self._session.assessment
        if case is not None and opened is not None and self._session.editable:
            self._window.show_form(LockForm(self._session, case, opened, self.package))

    def unlock(self) -> None:
        """Open the assessment to edits again, and offer to take that back."""
        opened = self._session.assessment
        if opened is None or opened.lock is None:
            return
        name, open_again = opened.id, self._session.library.unlock
        if self._session.edit("The assessment was not unlocked", lambda: (open_again(name), True)[1]):
            self._window.tell("Unlocked; the history keeps what the lock held.", "Undo", self._session.undo)

    # Backups and case files

    def ask_for_backup(self) -> QFileDialog:
        """Ask where a copy of the library is to go."""
        path = self._session.library.path
        suggested = str(path.with_name(f"{path.stem} copy{path.suffix}"))
        return self._ask("Back up library", suggested, _LIBRARY, path.suffix, self.back_up)

    def back_up(self, target: Path) -> None:
        """Write a copy of the library to a file, in the background wherever that is possible."""
        library, failure = self._session.library, "The library was not backed up"
        write = library.backups.write_to

        def tell(_: object) -> None:
            self._window.tell(f"The library was copied to {target}.", "Open folder", lambda: open_folder(target))

        if library.lost:
            # Only what has it open can still read it, and that belongs to this thread.
            if self._session.ask(failure, lambda: (write(target), True)[1]):
                tell(None)
            return
        self._files.start(Job("Copying the library", lambda _watch: write(target), tell, failure))

    def back_up_now(self) -> None:
        """Make a backup in the folder beside the library."""
        make = self._session.library.backups.make

        def tell(made: Path) -> None:
            self._session.history_changed.emit()
            self._window.tell(f"Backed up to {made.name}.", "Open folder", lambda: open_folder(made))

        self._files.start(Job("Backing up the library", lambda _watch: make(), tell, "No backup was made"))

    def ask_for_restore(self) -> QFileDialog:
        """Ask which file is to be put in place of the library."""
        library = self._session.library
        folder = library.backups.folder if library.backups.folder.exists() else library.path.parent
        dialog = QFileDialog(self._window, "Restore from backup", str(folder), _LIBRARY)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._open(dialog, self.restore)

    def restore(self, backup: Path) -> None:
        """Put a backup in place of everything; what was there can be had back by the backup made first.

        The backup is made ready in the background, and the library can be edited until it is.
        """
        failure, library = "Nothing was restored", self._session.library
        work = self._session.ask(failure, lambda: library.restoring(backup))
        if work is None:
            return

        def finish(ready: object) -> None:
            made = self._session.edit(failure, lambda: library.put_in_place(ready))
            if made is not None:
                self._tell_restored(backup, made)

        self._files.start(Job(f"Restoring {backup.name}", work, finish, failure, cancellable=True, leads_on=True))

    def _tell_restored(self, backup: Path, made: Path) -> None:
        self._window.tell(
            f"Everything is as it was in {backup.name}. What was there is kept in {made.name}.",
            "Take it back",
            lambda: self.restore(made),
        )

    def export_case(self) -> QFileDialog | None:
        """Ask where the open case is to go."""
        case_id = self._session.case_id
        return None if case_id is None else self._window.commands.export_case(case_id, self._window)

    def _ask(self, title: str, suggested: str, kind: str, suffix: str, act: Act) -> QFileDialog:
        dialog = QFileDialog(self._window, title, suggested, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        return self._open(dialog, act)

    def _open(self, dialog: QFileDialog, act: Act) -> QFileDialog:
        dialog.fileSelected.connect(lambda name: act(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    # Inside

    def _look_again(self) -> None:
        if self._window.isVisible():
            self._session.look_again()
            self.storage_line.refresh()
            self._window.status.show_saved()

    def _backups_view(self) -> QWidget:
        from ui.backups_view import BackupsView

        made = BackupsView(self._session)
        made.restore_wanted.connect(self.restore)
        made.file_wanted.connect(self.ask_for_restore)
        made.made_wanted.connect(self.back_up_now)
        return made


def _result_alone(case: Case, findings: Findings) -> str:  # noqa: ARG001 - as `PackagePort` has it
    """Return the result without what it was computed from, where nobody supplies that."""
    return result_text(findings)
