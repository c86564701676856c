"""At a small scale what `python3 dev.py proof fuzz` does with ten thousand files of each kind."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from data.library import database
from tests.reliability import fuzz
from tests.reliability.workload import PLACE_OF

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def fuzzer() -> Iterator[fuzz.Fuzzer]:
    place_of = getattr(database, PLACE_OF)
    with fuzz.Fuzzer() as started:
        yield started
    setattr(database, PLACE_OF, place_of)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are started from a server of forks")
@pytest.mark.parametrize(("kind", "count"), [("library", 6), ("case", 10), ("playbook", 4)])
def test_a_damaged_file_is_refused_with_an_error_or_read_and_never_the_end(
    fuzzer: fuzz.Fuzzer, kind: str, count: int
) -> None:
    found = fuzzer.run(kind, count, seed=100_000)
    assert found.failures == []
    assert found.count == count
    assert found.ended
