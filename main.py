"""Second Image: the composition root. Without a command it opens the window, with one it runs it."""

# Imports wait until they are needed, so that `--help` is quick and a missing environment can be explained.

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.briefing import Briefing
    from advisor.briefing_choices import Paper
    from advisor.case import Case
    from advisor.playbook import Playbook
    from ui.opening import Opening

SETUP = "Second Image is not set up for this Python. Type: python3 dev.py run"
STOPPED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 the input is wrong, 2 usage, 130 stopped by Ctrl+C."""
    given = sys.argv[1:] if arguments is None else arguments
    if not _is_set_up():
        print(SETUP, file=sys.stderr)
        return 1
    # The arrays are small: a second thread for sums costs more than it gains, and takes time from the window.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _run(given)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED


def _is_set_up() -> bool:
    from importlib.util import find_spec

    return sys.version_info >= (3, 11) and all(find_spec(name) for name in ("numpy", "scipy", "pydantic", "PySide6"))


def _run(arguments: list[str]) -> int:
    from advisor.errors import AdvisorError
    from data.errors import DataError

    try:
        code = _dispatch(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except (AdvisorError, DataError) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough.
        sys.stdout = None
        return 0
    except OSError as error:
        # Without a file's name it is the output that failed; what is left of it would fail again when Python ends.
        sys.stdout = sys.stdout if error.filename else None
        place = error.filename or "the output"
        print(f"{place}: cannot be used ({error.strerror or error}); choose another", file=sys.stderr)
        return 1
    return code


def _dispatch(arguments: list[str]) -> int:
    if not arguments:
        # The usual start: a window does not wait for what reads a command line.
        return _show_window(None, None)
    from commands.parser import parse

    parsed = parse(arguments)
    parsed.paint_pdf = _paint_pdf
    if parsed.command in (None, "open"):
        return _show_window(parsed.library, getattr(parsed, "file", None))
    from importlib import import_module

    command = import_module(f"commands.{parsed.command}")
    return int(command.run(parsed) or 0)


def _paint_pdf(briefing: Briefing, paper: Paper) -> bytes:
    """Paint the Brief for a command, which itself knows no window."""
    from data.errors import DataError

    try:
        from ui.brief_pdf.off_screen import pdf_off_screen
    except ImportError as error:
        raise DataError(f"no PDF can be painted here ({error}); print the sheet Brief of the workbook") from error
    return pdf_off_screen(briefing, paper)


def _show_window(named: Path | None, case_file: Path | None) -> int:
    """Open the window, and open it anew as long as it is left for another size of text."""
    from data.crash_log import FOLDER, recording
    from data.locations import data_folder
    from ui.qt_messages import noting
    from ui.text_size import OPEN_AGAIN, end_application

    with recording(data_folder() / FOLDER) as log, noting(log.note):
        code = _open_window(named, case_file)
        while code == OPEN_AGAIN:
            end_application()
            code = _open_window(named)
    return code


def _open_window(named: Path | None, case_file: Path | None = None) -> int:
    """Bring the window to the screen, then read what it shows, filling a new library with the shipped cases."""
    from advisor.errors import AdvisorError
    from data.errors import DataError
    from data.locations import data_folder, library_path
    from ui.opening import Closed, Opening

    path = named or library_path()
    opening = Opening(data_folder())
    try:
        chosen = opening.settings.playbook
        playbook, cases = opening.wait_for(lambda: _read_shipped(path, chosen))
        return _work_on_some_library(opening, path, playbook, cases, case_file)
    except Closed:
        return 0
    except (AdvisorError, DataError, OSError) as error:
        opening.fail(str(error))
        raise
    finally:
        opening.close()


def _read_shipped(library: Path, chosen: str = "") -> tuple[Playbook, Sequence[Case] | None]:
    """Read the playbook, and the cases for a library that is not there yet; load what the library needs."""
    import data.library  # noqa: F401 - loaded here, beside the window, and not before it
    from data.case_files import SHIPPED_CASES, read_cases
    from data.own_playbooks import chosen_playbook

    playbook = chosen_playbook(chosen)
    return playbook, None if library.exists() else read_cases(SHIPPED_CASES, playbook.indicator_ids)


def _work_on_some_library(
    opening: Opening, path: Path, playbook: Playbook, cases: Sequence[Case] | None, case_file: Path | None
) -> int:
    """Show the library; where it cannot be opened, offer its newest good backup or another one."""
    from data.library import DamagedLibrary, LibraryError, recover
    from data.library.loss import loss_sentence
    from ui.recovery_page import Problem, ask_how_to_go_on

    while True:
        try:
            return _work(opening, path, playbook, cases, case_file)
        except LibraryError as error:
            backup = error.backup if isinstance(error, DamagedLibrary) else None
            loss = "" if backup is None else loss_sentence(path, backup)
            way_on = ask_how_to_go_on(opening, Problem(path, str(error), loss, not path.exists()))
            if way_on is None:
                raise
            if way_on.kind == "leave":
                print(error, file=sys.stderr)
                return 1
            if way_on.path is not None:
                path = way_on.path
            elif way_on.kind == "recover" and backup is not None:
                recover(path, backup.path, dt.datetime.now(dt.UTC))


def _work(
    opening: Opening, path: Path, playbook: Playbook, cases: Sequence[Case] | None, case_file: Path | None
) -> int:
    """Show the library in the window until that is closed, and a case file that is to be taken in."""
    from composition import outside
    from data.case_files import SHIPPED_CASES, read_cases
    from data.library import open_library
    from ui.app import run

    with open_library(path) as library:
        if library.is_new:
            library.fill_once(read_cases(SHIPPED_CASES, playbook.indicator_ids) if cases is None else cases)
        return run(playbook, library, outside(playbook, library), opening, case_file)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A packaged program is its own Python: asked to be the process that parses a scorecard, it must do that alone.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
