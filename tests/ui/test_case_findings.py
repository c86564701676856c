from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.findings import Findings, assess
from advisor.uncertainty import draw_blocks
from tests.advisor.made_cases import sheet_at
from ui import case_findings
from ui.case_findings import AT_ONCE, CaseFindings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The score of an indicator in every sheet computed, in order."""
    seen: list[float] = []

    def noted(playbook: Playbook, sheet: ScoreSheet, draws: object) -> Findings:
        score = sheet.get("su_level")
        seen.append(-1.0 if score is None else score.best)
        return assess(playbook, sheet, draws)  # type: ignore[arg-type]

    monkeypatch.setattr(case_findings, "assess", noted)
    return seen


@pytest.fixture
def findings(qtbot: QtBot, playbook: Playbook) -> Iterator[CaseFindings]:
    made = CaseFindings(playbook)
    yield made
    assert made.close()


def wait(qtbot: QtBot, findings: CaseFindings) -> None:
    qtbot.waitUntil(lambda: not findings.busy, timeout=30_000)


def test_findings_are_those_of_the_live_result(qtbot: QtBot, playbook: Playbook, findings: CaseFindings) -> None:
    sheet = sheet_at(6.0)
    assert findings.of(sheet) is None
    with qtbot.waitSignal(findings.changed):
        findings.want([sheet])
    spread = playbook.uncertainty
    assert findings.of(sheet) == assess(playbook, sheet, tuple(draw_blocks(playbook, spread.draws, spread.seed_fit)))


def test_an_edit_computes_the_edited_sheet_alone(qtbot: QtBot, findings: CaseFindings, computed: list[float]) -> None:
    sheets = [sheet_at(value) for value in (2.0, 4.0, 6.0)]
    findings.want(sheets)
    wait(qtbot, findings)
    findings.want([sheets[0], sheet_at(5.0), sheets[2]])
    wait(qtbot, findings)
    assert computed == [2.0, 4.0, 6.0, 5.0]
    assert all(findings.of(sheet) for sheet in (sheets[0], sheets[2], sheet_at(5.0)))


def test_what_is_known_is_not_computed_again(qtbot: QtBot, findings: CaseFindings, computed: list[float]) -> None:
    for _ in range(2):
        findings.want([sheet_at(3.0), sheet_at(3.0)])
        wait(qtbot, findings)
    assert computed == [3.0]


def test_what_is_wanted_no_more_is_forgotten(qtbot: QtBot, findings: CaseFindings) -> None:
    findings.want([sheet_at(3.0)])
    wait(qtbot, findings)
    findings.want([])
    assert findings.of(sheet_at(3.0)) is None


def test_of_many_the_first_are_there_before_the_rest(
    qtbot: QtBot, findings: CaseFindings, computed: list[float]
) -> None:
    sheets = [sheet_at(number / 4) for number in range(AT_ONCE + 3)]
    with qtbot.waitSignal(findings.changed):
        findings.want(sheets)
    assert all(findings.of(sheet) for sheet in sheets[:AT_ONCE])
    assert findings.of(sheets[-1]) is None
    assert findings.busy
    wait(qtbot, findings)
    assert all(findings.of(sheet) for sheet in sheets)
    assert computed == [number / 4 for number in range(AT_ONCE + 3)]


def test_asking_again_for_what_is_being_computed_does_not_begin_anew(
    qtbot: QtBot, findings: CaseFindings, computed: list[float]
) -> None:
    findings.want([sheet_at(3.0)])
    findings.want([sheet_at(3.0)])
    wait(qtbot, findings)
    assert computed == [3.0]


def test_a_failure_is_told_and_not_raised(
    qtbot: QtBot, findings: CaseFindings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Findings:
        raise ValueError("no draws")

    monkeypatch.setattr(case_findings, "assess", broken)
    with qtbot.waitSignal(findings.failed) as failed:
        findings.want([sheet_at(3.0)])
    assert failed.args is not None
    assert failed.args[0] == "The ranges and chances could not be computed: no draws"
    assert "ValueError" in failed.args[1]


def test_after_the_end_nothing_is_delivered(qtbot: QtBot, playbook: Playbook) -> None:
    made = CaseFindings(playbook)
    assert made.close()
    made.want([sheet_at(3.0)])
    assert not made.busy
    assert made.of(sheet_at(3.0)) is None
