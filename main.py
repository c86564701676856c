"""Second Image: the composition root. Without a command it opens the window, with one it runs it."""

# Imports wait until they are needed, so that `--help` is quick and a missing environment can be explained.

from __future__ import annotations

import os
import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from advisor.case import Assessment, Case
    from advisor.findings import Findings
    from advisor.plan import Plan
    from advisor.playbook import Playbook

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
    from commands.parser import parse
    from data.errors import DataError

    parsed = parse(arguments)
    try:
        code = _dispatch(parsed)
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


def _dispatch(parsed: argparse.Namespace) -> int:
    if parsed.command is None:
        return _open_window(parsed.library)
    from importlib import import_module

    command = import_module(f"commands.{parsed.command}")
    return int(command.run(parsed) or 0)


def _open_window(named: Path | None) -> int:
    """Open the window on the library, filling a new one with the shipped cases."""
    from functools import partial

    from data.case_files import SHIPPED_CASES, read_cases
    from data.library import open_library
    from data.locations import data_folder, library_path
    from data.playbook_files import shipped_playbook
    from ui.app import run

    playbook = shipped_playbook()
    with open_library(named or library_path()) as library:
        if library.is_new:
            library.fill_once(read_cases(SHIPPED_CASES, playbook.indicator_ids))
        return run(playbook, library, partial(_write_briefing, playbook), data_folder())


def _write_briefing(
    playbook: Playbook, case: Case, assessment: Assessment, findings: Findings, plan: Plan | None, path: Path
) -> None:
    import datetime as dt

    from advisor.briefing import compose
    from data.workbook.writer import write_briefing

    now = dt.datetime.now()
    briefing = compose(
        playbook, case, assessment, findings, plan, analyst=assessment.analyst, marking="UNCLASSIFIED", now=now
    )
    write_briefing(briefing, path)


if __name__ == "__main__":
    sys.exit(main())
