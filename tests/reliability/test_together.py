"""At a small scale what `python3 dev.py proof two` does for many rounds."""

from __future__ import annotations

import sys

import pytest

from data.library import database
from tests.reliability import together
from tests.reliability.workload import PLACE_OF


@pytest.fixture(autouse=True)
def place_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, PLACE_OF, getattr(database, PLACE_OF))


@pytest.mark.skipif(sys.platform == "win32", reason="processes are started from a server of forks")
def test_two_programs_that_edit_anything_at_once_keep_every_edit() -> None:
    found = together.run(rounds=1, seed=5, steps=5, copies=2)
    assert found.rounds == 1
    assert found.edits > 2
