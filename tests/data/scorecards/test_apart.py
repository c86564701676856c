"""Work on a hostile file is bounded in memory and time, can be cancelled, and cannot take this process with it."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from advisor.progress import Cancelled, Watch
from data.errors import DataError
from data.scorecards.apart import run_apart

if TYPE_CHECKING:
    from collections.abc import Callable

# These run in the process apart.


def answered(path: str) -> dict[str, object]:
    return {"path": path, "rows": [(1, [None, 6.5, "\ud800"])]}


def refused(path: str) -> None:
    raise DataError(f"{path}: is no scorecard")


def dies(_path: str) -> None:
    os.abort()


def hangs(_path: str) -> None:
    time.sleep(60)


def eats_memory(_path: str) -> int:
    return len(bytearray(1 << 34))


def run(task: Callable[[str], object], watch: Watch | None = None, seconds: float = 20.0) -> object:
    return run_apart(task, "ana.xlsx", "ana.xlsx", watch or Watch(), seconds=seconds)


def test_what_the_task_returns_comes_back() -> None:
    told: list[str] = []
    answer = run(answered, Watch(lambda _share, what: told.append(what)))
    assert answer == {"path": "ana.xlsx", "rows": [[1, [None, 6.5, "\ud800"]]]}
    assert set(told) == {"Reading ana.xlsx"}


def test_what_the_task_refuses_is_refused_here() -> None:
    with pytest.raises(DataError, match=r"ana\.xlsx: is no scorecard"):
        run(refused)


def test_a_reader_that_dies_is_a_sentence() -> None:
    with pytest.raises(DataError, match=r"ana\.xlsx: cannot be read without harm, its reader was stopped"):
        run(dies)


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    begun = time.monotonic()
    with pytest.raises(DataError, match=r"ana\.xlsx: takes too long to read"):
        run(hangs, seconds=0.2)
    assert time.monotonic() - begun < 10


def test_reading_is_given_up_on_request() -> None:
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        run(hangs, Watch(cancelled=lambda: next(asked, True)))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system sets no limit of memory")
def test_a_reader_that_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(DataError, match=r"ana\.xlsx: takes too much memory to read"):
        run(eats_memory)
