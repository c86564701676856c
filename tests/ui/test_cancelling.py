"""Work in the background ends with the step it is at once it is cancelled; how short steps are: docs/performance.md."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject

from advisor.analysts import opinions
from advisor.knobs import Knobs
from advisor.ranking import Entry
from data.examples import two_analysts
from ui import case_findings
from ui.analysts import package_worker
from ui.analysts.package_worker import PackageWorker
from ui.case_findings import CaseFindings
from ui.compare import comparing
from ui.compare.comparing import Comparing

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.case import Case
    from advisor.playbook import Playbook

PATIENCE_SECONDS = 20.0


@dataclass
class Step:
    """Takes the place of one step of the work, and waits in the first one until it is told to go on."""

    begun: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)
    count: int = 0

    def __call__(self, *_given: object, **_options: object) -> tuple[Any, ...]:
        self.count += 1
        self.begun.set()
        assert self.go_on.wait(PATIENCE_SECONDS)
        return ()


@pytest.fixture
def step(monkeypatch: pytest.MonkeyPatch) -> Step:
    made = Step()
    for module, name in ((case_findings, "assess"), (comparing, "assess"), (package_worker, "packages")):
        monkeypatch.setattr(module, name, made)
        monkeypatch.setattr(module, "draw_blocks", lambda *_: ())
    return made


def test_the_findings_of_a_case_end_with_the_sheet_they_are_at(
    qapp: object, step: Step, playbook: Playbook, shipped_cases: tuple[Case, ...]
) -> None:
    findings = CaseFindings(playbook)
    sheets = [one.sheet for one in shipped_cases[1].assessments]
    findings.want(sheets)
    ends_with_its_step(step, lambda: findings.want([]), findings.close)


def test_a_comparison_ends_with_the_country_it_is_at(
    qapp: object, step: Step, playbook: Playbook, shipped_cases: tuple[Case, ...]
) -> None:
    owner = QObject()
    work = Comparing(playbook, lambda _names: {}, owner)
    work.want([Entry(one.id, one.country, one.as_of, one.sheet) for one in shipped_cases[1].assessments])
    ends_with_its_step(step, lambda: work.want([]), work.close)


def test_the_packages_of_analysts_end_with_the_analyst_they_are_at(
    qapp: object, step: Step, playbook: Playbook
) -> None:
    owner, case = QObject(), two_analysts(playbook)
    found = opinions(playbook, case, case.latest.as_of)
    assert found is not None
    worker = PackageWorker(playbook, owner)
    worker.want(found, Knobs())
    ends_with_its_step(step, worker.cancel, worker.close)


def ends_with_its_step(step: Step, cancel: Callable[[], object], close: Callable[[], bool]) -> None:
    """Cancel work that is at its first step, and see that it takes no other."""
    assert step.begun.wait(PATIENCE_SECONDS)
    cancel()
    step.go_on.set()
    assert close()
    assert step.count == 1
