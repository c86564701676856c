"""Likelihoods come first, plans after them, and a country computed once is not computed again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from advisor.plan import Member
from advisor.ranking import Entry
from tests.ui.conftest import PATIENCE_MS
from ui.compare import comparing
from ui.compare.comparing import Comparing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.side_by_side import Compared


class Plan:
    """A plan that takes no time."""

    package = (Member("alt_dev", "Alternative development", "lead", "lead", 0.9, 0.8, 3.0),)


@pytest.fixture
def entries(shipped_cases: tuple[Case, ...]) -> list[Entry]:
    return [Entry(case.latest.id, case.name, case.latest.as_of, case.latest.sheet) for case in shipped_cases]


@pytest.fixture
def work(qtbot: QtBot, playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> Iterator[Comparing]:
    monkeypatch.setattr(comparing, "solve", lambda *_, **__: Plan())
    holder = QObject()
    made = Comparing(playbook, lambda names: dict.fromkeys(names, "Somewhere"), holder)
    yield made
    assert made.close()


def test_findings_come_at_once_and_plans_when_they_are_solved(
    work: Comparing, entries: list[Entry], qtbot: QtBot
) -> None:
    arrived: list[Sequence[Compared]] = []
    work.compared.connect(arrived.append)
    work.want(entries)
    qtbot.waitUntil(lambda: len(arrived) == 2, timeout=PATIENCE_MS)
    assert [one.package for one in arrived[0]] == [None, None]
    assert [one.package for one in arrived[1]] == [{"alt_dev": "lead"}] * 2
    assert [one.country for one in arrived[1]] == [entry.country for entry in entries]
    before = arrived[1][0].findings
    work.want(list(reversed(entries)))
    qtbot.waitUntil(lambda: len(arrived) == 4, timeout=PATIENCE_MS)
    assert arrived[2][1].findings is before


def test_what_cannot_be_computed_is_said(
    work: Comparing, entries: list[Entry], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "assess", lambda *_: (_ for _ in ()).throw(ValueError("no numbers")))
    with qtbot.waitSignal(work.failed) as failed:
        work.want([replace(entries[0], country="Elsewhere")])
    assert "no numbers" in failed.args[0]


def test_regions_are_found_in_the_background(work: Comparing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(work.regions_known) as known:
        work.want_regions(["Peru"])
    assert known.args == [{"Peru": "Somewhere"}]
    work.want_regions([])
    assert not work.busy
