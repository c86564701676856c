"""Playbooks at hand that are not on any disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.trial_record import TrialRecord, trial_record
from ui.playbook.trying import Trying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.trial import Trial
    from ui.session import Session


@dataclass(frozen=True)
class Known:
    id: str
    name: str
    version: str = "1.0"
    folder: Path = Path("playbooks")


@dataclass
class FakePlaybooks:
    """Lists two playbooks, remembers what is to be saved, and predicts two countries."""

    cases: tuple[Case, ...]
    error: Exception | None = None
    kept: list[tuple[Trial, str]] = field(default_factory=list)

    def known(self) -> list[Known]:
        return [Known("counternarcotics", "Counternarcotics"), Known("counternarcotics-mine", "Mine", "1.0-own")]

    def save(self, playbook: Playbook, trial: Trial, name: str) -> Known:
        if self.error is not None:
            raise self.error
        self.kept.append((trial, name))
        return Known("counternarcotics-new", name, "1.0-own")

    def add(self, folder: Path) -> Known:
        if self.error is not None:
            raise self.error
        return Known("mining", folder.name.capitalize(), folder=folder)

    def record(self, playbook: Playbook, trial: Trial, _watch: Watch) -> TrialRecord:
        if self.error is not None:
            raise self.error
        return trial_record(playbook, trial, self.cases, ((), ()))


@pytest.fixture
def playbooks(shipped_cases: tuple[Case, ...]) -> FakePlaybooks:
    return FakePlaybooks(shipped_cases)


@pytest.fixture
def trying(qtbot: QtBot, session: Session, playbooks: FakePlaybooks) -> Iterator[Trying]:
    """Nothing tried out yet on Peru 2014."""
    made = Trying(session, playbooks)
    yield made
    assert made.close()
