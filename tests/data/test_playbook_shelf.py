"""What the window asks of the playbooks at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.progress import Watch
from advisor.trial import Entry, Trial
from data.playbook_shelf import PlaybookShelf

if TYPE_CHECKING:
    import pytest

    from advisor.case import Case
    from advisor.playbook import Playbook


def test_the_shipped_playbook_is_at_hand_and_measured_on_the_shipped_episodes(
    playbook: Playbook, cases: dict[str, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.case_files.read_cases", lambda *_: tuple(cases.values()))
    shelf = PlaybookShelf()
    assert [one.id for one in shelf.known()] == ["counternarcotics"]
    quick = replace(playbook, uncertainty=replace(playbook.uncertainty, draws=16))
    found = shelf.record(quick, Trial(frozenset({Entry("rule", playbook.stance_rules[0].id)})), Watch())
    assert len(found.before.episodes) == len(found.after.episodes) == 29
    assert found.before.record.brier != found.after.record.brier
