"""The files that are to be imported: read in the background, corrected, and kept in one step."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from advisor.progress import Cancelled, Watch
from ui.background import Background, Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from advisor.incoming import Imported, ImportPreview, Setting
    from ui.background import Failure
    from ui.ports import ImportPort, ImportReading, Told
    from ui.session import Session

FILES = "Files to import (*.xlsx *.csv *.tsv *.txt *.toml)"
ANY = "All files (*)"


class Importing(QObject):
    """Holds what is to be imported until it is kept or put away; nothing of it outlives the window.

    Attributes
    ----------
    files
        The files chosen, with what was told of each.
    preview
        What the newest reading would bring; of earlier files or settings while `busy`.
    failure
        Why the files could not be read at all; empty where they were.
    sentence
        What the last import brought, until other files are chosen.
    """

    changed = Signal()
    """Files, preview, sentence or being busy have changed."""
    progressed = Signal(float, str)
    """How much is read, 0 to 1, and what is being read; 1 and an empty text when nothing is."""
    wanted = Signal()
    """Files were chosen: the view is to be shown."""
    kept = Signal(str, bool)
    """A sentence about what was kept, and whether it made an assessment, which is open now."""
    _told = Signal(int, float, str)

    def __init__(self, session: Session, port: ImportPort, window: QWidget) -> None:
        super().__init__(window)
        self.session, self.port, self._window = session, port, window
        self.files: dict[Path, Told] = {}
        self.preview: ImportPreview | None = None
        self.failure = ""
        self.sentence = ""
        self._reading: ImportReading | None = None
        self._before: dict[Path, Told] = {}
        self._stop = threading.Event()
        self._run = 0
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(self._arrived)
        self._lane.failed.connect(self._fail)
        self._told.connect(self._tell)
        session.history_changed.connect(self._follow_library)

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._lane.busy

    @property
    def ready(self) -> bool:
        """Whether what is shown can be kept now."""
        library = self.session.library
        return self.preview is not None and self.preview.ready and not self.busy and not library.read_only

    def ask(self) -> QFileDialog:
        """Ask for files, without stopping the window."""
        dialog = QFileDialog(self._window, "Import")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([FILES, ANY])
        dialog.filesSelected.connect(lambda names: self.add(map(Path, names)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def begin(self) -> QFileDialog:
        """Show where files are imported, and ask for them."""
        self.wanted.emit()
        return self.ask()

    def add(self, paths: Iterable[Path]) -> None:
        """Take files in beside those that are there, and read them; one that was corrected is read anew."""
        added: dict[Path, Told] = {path: self.files.get(path, {}) for path in paths}
        self.wanted.emit()
        if added:
            self._read({**self.files, **added})

    def read_again(self) -> None:
        """Read the files as they are now, and compare them with the library as it is now."""
        if self.files:
            self._read(self.files)

    def drop(self, paths: Iterable[str]) -> None:
        """Leave files out again."""
        gone = {Path(path) for path in paths}
        rest = {path: told for path, told in self.files.items() if path not in gone}
        if rest:
            self._read(rest)
        else:
            self.clear()

    def clear(self) -> None:
        """Put all files away."""
        self._halt()
        self.files, self._before = {}, {}
        self.preview, self._reading, self.failure, self.sentence = None, None, "", ""
        self.progressed.emit(1.0, "")
        self.changed.emit()

    def tell(self, files: Sequence[str], setting: Setting, values: tuple[str, ...]) -> None:
        """Correct a setting of some files, and read them again."""
        about = {Path(setting.file)} if setting.file else {Path(file) for file in files}
        corrected = dict(self.files)
        for path in about & set(corrected):
            told = {} if setting.resets else dict(corrected[path])
            corrected[path] = {**told, setting.key: values}
        self._read(corrected)

    def cancel(self) -> None:
        """Stop reading; what was read before stays, with the settings it was read with."""
        self._halt()
        self.files = dict(self._before)
        self.progressed.emit(1.0, "")
        self.changed.emit()

    def keep(self) -> None:
        """Keep what is shown, as one step of the history, and open the assessment it makes."""
        reading = self._reading
        if reading is None or not self.ready:
            return

        def keep() -> Imported:
            done = reading.keep()
            if done.assessment is not None:
                self.session.want(done.assessment)
            return done

        # What is kept is not read again for the change that keeping it makes.
        held, self._reading = (self.files, self.preview), None
        self.files = {}
        done = self.session.edit("Nothing was imported", keep)
        if done is None:
            (self.files, self.preview), self._reading = held, reading
            self.changed.emit()
            return
        self.clear()
        self.sentence = done.sentence
        self.changed.emit()
        self.kept.emit(done.sentence, done.assessment is not None)

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        self._halt()
        self._lane.close()
        return self._background.close()

    def _read(self, files: dict[Path, Told]) -> None:
        if not self.busy:
            self._before = dict(self.files) if self._reading is not None else {}
        self._halt()
        self.files, self.sentence = files, ""
        self._stop = stop = threading.Event()
        self._run += 1
        work = self.session.ask("The library could not be read", lambda: self._work(stop, self._run))
        if work is not None:
            self._lane.submit(work)
        self.changed.emit()

    def _work(self, stop: threading.Event, run: int) -> Callable[[], ImportReading | None]:
        read = self.port.reader(list(self.files.items()), self.session.case_id)
        watch = Watch(lambda share, what: self._told.emit(run, share, what), stop.is_set)

        def work() -> ImportReading | None:
            try:
                return read(watch)
            except Cancelled:
                return None

        return work

    def _follow_library(self) -> None:
        """Compare anew with a library that has changed; what was imported may have been undone."""
        if self.sentence:
            self.sentence = ""
            self.changed.emit()
        self.read_again()

    def _halt(self) -> None:
        self._stop.set()
        self._lane.cancel()

    def _arrived(self, reading: ImportReading | None) -> None:
        self.progressed.emit(1.0, "")
        if reading is not None:
            preview = self.session.ask("The library could not be read", reading.preview)
            if preview is not None:
                self._reading, self.preview, self.failure = reading, preview, ""
                self._before = dict(self.files)
        self.changed.emit()

    def _fail(self, failure: Failure) -> None:
        self.progressed.emit(1.0, "")
        self.preview, self._reading = None, None
        self.failure = f"The files could not be read: {failure.sentence}"
        self.changed.emit()
        self.session.failed.emit(self.failure, failure.detail)

    def _tell(self, run: int, share: float, what: str) -> None:
        """Pass progress on, but not that of work which has been given up."""
        if run == self._run and not self._stop.is_set():
            self.progressed.emit(share, what)
