from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.briefed import SAID, result_text
from advisor.case import Case, Lock, PlaybookVersion
from advisor.scores import Score
from commands import as_briefed as module
from commands.as_briefed import as_briefed, compose_as_briefed
from commands.assess import findings_of
from commands.selection import Selection
from data.briefed import package_of
from data.case_files import SHIPPED_CASES, read_case
from data.playbook_files import DEFAULT_PLAYBOOK, SHIPPED, shipped_playbook

if TYPE_CHECKING:
    from advisor.findings import Findings
    from advisor.playbook import Playbook

AT = dt.datetime(2026, 3, 1, 12, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


@pytest.fixture(scope="module")
def peru(playbook: Playbook) -> Case:
    return read_case(SHIPPED_CASES / "peru.toml", playbook.indicator_ids)


@pytest.fixture(scope="module")
def findings(playbook: Playbook, peru: Case) -> Findings:
    return findings_of(Selection(playbook, peru, peru.latest))


@pytest.fixture(autouse=True)
def without_a_plan(monkeypatch: pytest.MonkeyPatch, findings: Findings) -> None:
    """A plan takes seconds, and the findings of the same scores are computed once."""
    monkeypatch.setattr(module, "plan_of", lambda *_: None)
    monkeypatch.setattr(module, "findings_of", lambda _: findings)


def lock(playbook: Playbook, result: str) -> Lock:
    identity = playbook.identity
    return Lock(AT, "Ana", PlaybookVersion(identity.id, identity.version, identity.sha256), result)


def test_a_locked_assessment_is_briefed_again_as_it_was(playbook: Playbook, peru: Case, findings: Findings) -> None:
    kept = lock(playbook, result_text(findings, package_of(SHIPPED / DEFAULT_PLAYBOOK, peru)))
    since = replace(peru, name="Renamed", assessments=(replace(peru.latest, lock=kept),))
    altered = replace(playbook, identity=replace(playbook.identity, version="9", sha256="other"))
    briefed = as_briefed(Selection(altered, since, since.latest))
    assert briefed is not None
    assert briefed.selection.playbook.identity == playbook.identity
    assert briefed.selection.case == peru
    assert briefed.caution == ""
    composed = compose_as_briefed(briefed, analyst="Ana", marking="UNCLASSIFIED")
    assert composed.country == "Peru"
    assert composed.composed == AT.astimezone().replace(tzinfo=None)
    assert len(composed.moments) == len(peru.assessments)


def test_figures_that_are_no_longer_the_same_are_said_on_the_brief(
    playbook: Playbook, peru: Case, findings: Findings
) -> None:
    result = json.loads(result_text(findings, package_of(SHIPPED / DEFAULT_PLAYBOOK, peru)))
    result[SAID]["stance"] = "aligned"
    locked = replace(peru.latest, lock=lock(playbook, json.dumps(result)))
    briefed = as_briefed(Selection(playbook, peru, locked))
    assert briefed is not None
    caution = compose_as_briefed(briefed, analyst="", marking="").cautions[0]
    assert caution.startswith("Computed again, this is not what was briefed on 2026-03-01: the stance was aligned")


def test_an_open_assessment_and_a_lock_without_files_are_briefed_as_they_stand(
    playbook: Playbook, peru: Case, findings: Findings
) -> None:
    assert as_briefed(Selection(playbook, peru, peru.latest)) is None
    scored = replace(peru.latest, sheet=peru.latest.sheet.with_score("su_level", Score(1, 1, 1)))
    locked = replace(scored, lock=lock(playbook, result_text(findings)))
    assert as_briefed(Selection(playbook, peru, locked)) is None
