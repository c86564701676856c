"""Joins the view Playbook to the window: menu, status line, saving, and opening another playbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from advisor.trial_effect import status_words
from ui.playbook.trying import Trying

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow
    from ui.playbook.playbook_view import PlaybookView
    from ui.playbook_ports import KnownPlaybookPort, PlaybooksPort
    from ui.settings import Settings

PLAYBOOK = "Playbook"
NOT_OPENED = (
    "The playbook chosen last could not be opened, so this is {}. If its folder is still there, second-image check {} "
    "says what is wrong with it."
)


class PlaybookWiring(QObject):
    """Makes the view when it is first wanted; the trial outlives leaving it, and the status line says that it is on."""

    def __init__(self, window: MainWindow, playbooks: PlaybooksPort, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._playbooks, self._settings = window, playbooks, settings
        self.trying: Trying | None = None
        window.views.add(PLAYBOOK, self._make)
        window.menus.playbook.triggered.connect(lambda: window.views.show_view(PLAYBOOK))
        self._tell_of_fallback()

    def _make(self) -> QWidget:
        # Deferred: a window that shows an assessment need not wait for it.
        from ui.playbook.playbook_view import PlaybookView

        window = self._window
        self.trying = trying = Trying(window.session, self._playbooks, self)
        made: PlaybookView = PlaybookView(window.session, self._playbooks, trying)
        made.strip.save.clicked.connect(self._ask_to_save)
        made.other_wanted.connect(self.open_other)
        made.folder_wanted.connect(self.ask_for_folder)
        trying.changed.connect(lambda: window.status.tell_trial(status_words(trying.trial)))
        trying.failed.connect(window.notice.complain)
        return made

    def open_other(self, playbook_id: str) -> None:
        """Open the window anew with another playbook; what is tried out is dropped."""
        self._settings.playbook = playbook_id
        self._settings.view_at_start = PLAYBOOK
        self._settings.save()
        self._window.desk.anew_wanted.emit()

    def ask_for_folder(self) -> QFileDialog:
        """Ask for the folder of a playbook, without stopping the window."""
        dialog = QFileDialog(self._window, "Add a playbook")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.add_folder(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def add_folder(self, folder: Path) -> None:
        """Take a playbook in among those at hand, and offer to open it."""
        try:
            added = self._playbooks.add(folder)
        except Exception as error:  # whatever it is, it is said
            first = str(error).partition("\n")[0]
            self._window.notice.complain(f"{folder.name} was not added: {first}", str(error))
            return
        said = f"Added “{added.name}”, {added.id} {added.version}. This window goes on with the playbook it had."
        self._offer(said, added)

    def _ask_to_save(self) -> None:
        from ui.playbook.save_form import SavePlaybookForm

        if self.trying is not None:
            form = SavePlaybookForm(self._window.session, self._playbooks, self.trying.trial)
            form.saved.connect(self._tell_of_saved)
            self._window.show_form(form)

    def _tell_of_saved(self, kept: KnownPlaybookPort) -> None:
        said = f"Kept as “{kept.name}”, {kept.id} {kept.version}, in {kept.folder}."
        self._offer(f"{said} This window goes on with the playbook it had.", kept)

    def _offer(self, said: str, known: KnownPlaybookPort) -> None:
        window = self._window
        window.notice.tell(said, "Open it", lambda: self.open_other(known.id))
        view: PlaybookView = window.views.view(PLAYBOOK)  # type: ignore[assignment]  # made under this name
        view.offer_playbooks()

    def _tell_of_fallback(self) -> None:
        wanted, identity = self._settings.playbook, self._window.session.playbook.identity
        if wanted not in ("", identity.id):
            self._window.notice.tell(NOT_OPENED.format(f"{identity.name} {identity.version}", wanted))
