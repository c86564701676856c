"""What went wrong inside the program, for whoever mends it: kinds, modules and lines, and no word of a case.

Neither messages of errors nor values are kept, for both may quote what an analyst wrote.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import platform
import sys
import sysconfig
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

FOLDER, FILE = "crash reports", "crash.log"
LARGEST, KEPT, MOST = 256 * 1024, 3, 100
_ROOT = Path(__file__).resolve().parents[1]


class CrashLog:
    """The log of one run; it never fails itself, and a mishap that comes again and again does not fill the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._descriptor: int | None = None
        self._left = MOST
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / FILE
            _rotate(path)
            self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    @property
    def descriptor(self) -> int | None:
        """The open file; None where it could not be opened."""
        return self._descriptor

    def note(self, what: str, *lines: str) -> str:
        """Write one entry and return it."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        entry = "\n  ".join((f"{moment} {what} ({_program()})", *lines)) + "\n"
        if self._left > 0 and self._descriptor is not None:
            self._left -= 1
            with contextlib.suppress(OSError):
                os.write(self._descriptor, entry.encode("utf-8", "replace"))
        return entry

    def note_error(self, where: str, error: BaseException, trace: TracebackType | None) -> str:
        """Write where an error came from and return the entry."""
        return self.note(f"{where}: {' from '.join(_kinds(error))}", *_places(trace))

    def close(self) -> None:
        """Close the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


@contextlib.contextmanager
def recording(folder: Path) -> Iterator[CrashLog]:
    """Record what nobody caught, in any thread, and what ends the process, until the block is left."""
    log = CrashLog(folder)
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            hooks[0](kind, error, trace)
            return
        _say(log.note_error("uncaught", error, trace), lambda: hooks[0](kind, error, trace))

    def in_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None and not issubclass(given.exc_type, SystemExit):
            entry = log.note_error("uncaught in a thread", given.exc_value, given.exc_traceback)
            _say(entry, lambda: hooks[1](given))

    def unraisable(given: sys.UnraisableHookArgs) -> None:
        if given.exc_value is not None:
            entry = log.note_error("while something was cleaned up", given.exc_value, given.exc_traceback)
            _say(entry, lambda: hooks[2](given))

    sys.excepthook, threading.excepthook, sys.unraisablehook = uncaught, in_thread, unraisable
    watching = log.descriptor is not None and not faulthandler.is_enabled()
    if watching and log.descriptor is not None:
        faulthandler.enable(log.descriptor)
    try:
        yield log
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        if watching:
            faulthandler.disable()
        log.close()


def _say(entry: str, tell_all: object) -> None:
    """Tell a person at a terminal everything; what is no terminal may be a file that others keep."""
    if sys.stderr is None:
        return
    if sys.stderr.isatty() and callable(tell_all):
        tell_all()
    else:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(entry)


def _rotate(path: Path) -> None:
    """Put a log that has grown aside, and drop the oldest."""
    if not path.exists() or path.stat().st_size < LARGEST:
        return
    for number in range(KEPT - 1, 0, -1):
        older = path.with_suffix(f".{number}.log")
        if older.exists():
            os.replace(older, path.with_suffix(f".{number + 1}.log"))
    os.replace(path, path.with_suffix(".1.log"))


def _kinds(error: BaseException | None) -> Iterator[str]:
    """Yield the class of an error and of those that led to it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        kind = type(error)
        yield kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(trace: TracebackType | None) -> Iterator[str]:
    """Yield module, line and function of each call, the outermost first."""
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{_module(code.co_filename)}:{trace.tb_lineno} in {code.co_name}"
        trace = trace.tb_next


def _module(file: str) -> str:
    """Return a file below the program or its libraries; of any other only the name, for folders name people."""
    for root in (_ROOT, Path(sysconfig.get_path("purelib")), Path(sysconfig.get_path("stdlib"))):
        with contextlib.suppress(ValueError):
            return Path(file).relative_to(root).as_posix()
    return Path(file).name


def _program() -> str:
    return f"Python {platform.python_version()}, {sys.platform}, process {os.getpid()}"
