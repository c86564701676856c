"""At a small scale what `python3 dev.py proof faults` and `full-disk` do with every call and every size."""

from __future__ import annotations

import pytest

from data.library import database
from tests.reliability import failing_disk, faults, full_disk
from tests.reliability.workload import PLACE_OF


@pytest.fixture(autouse=True)
def place_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, PLACE_OF, getattr(database, PLACE_OF))


@pytest.mark.skipif(bool(failing_disk.why_not()), reason=failing_disk.why_not())
def test_a_disk_that_fails_is_told_of_and_nothing_is_lost() -> None:
    wanted = ("edits, write-ahead log",)
    found = list(faults.run(every=200, wanted=wanted))
    assert {one.scenario for one in found} == set(wanted)
    assert sum(one.refused for one in found) > 5
    assert "disk is full" in " ".join(sentence for one in found for sentence in one.sentences)


WHY_NO_SMALL_DISK = full_disk.why_not()


@pytest.mark.skipif(bool(WHY_NO_SMALL_DISK), reason=WHY_NO_SMALL_DISK)
def test_a_disk_that_runs_full_is_told_of_and_nothing_is_lost() -> None:
    found = list(full_disk.run(2, ("edits, write-ahead log",)))
    assert [one.sizes for one in found] == [2]
    assert all(one.refused == 1 for one in found)
