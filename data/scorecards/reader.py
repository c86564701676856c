"""Read a scorecard or a briefing that came back; nothing is written, and nothing in it is ever run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.progress import Watch
from data.errors import DataError
from data.scorecards.apart import run_apart
from data.scorecards.parsed import parsed_of
from data.scorecards.parsing import parse
from data.scorecards.reading import returned_of

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook
    from advisor.returned import Returned


def read_scorecard(path: Path, playbook: Playbook, watch: Watch | None = None) -> Returned:
    """Return the scores that a workbook holds; it is parsed in a process apart.

    Raises
    ------
    InvalidFiles
        With everything that is wrong with its cells, each with sheet and cell.
    DataError
        It is no workbook, too large, damaged, or holds what no scorecard holds.
    Cancelled
        Somebody asked to stop.
    """
    if not path.is_file():
        what = "is a folder; choose the files in it" if path.is_dir() else "there is no such file"
        raise DataError(f"{path}: {what}")
    answer = run_apart(parse, str(path.absolute()), path.name, watch or Watch())
    return returned_of(parsed_of(answer), playbook)
