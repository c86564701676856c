from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.findings import judge, with_likelihoods
from advisor.scores import Score, ScoreSheet
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks
from tests.ui.conftest import UNREST
from ui.likelihoods import PAUSE_MS, Likelihoods

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from advisor.findings import BestFindings, Findings
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws

SHEET = ScoreSheet({UNREST: Score(6, 7, 8)})


@pytest.fixture
def computing(qtbot: QtBot, playbook: Playbook) -> Iterator[Likelihoods]:
    made = Likelihoods(playbook)
    yield made
    assert made.close()


def test_findings_come_with_the_range_of_the_index(qtbot: QtBot, computing: Likelihoods, playbook: Playbook) -> None:
    with qtbot.waitSignal(computing.ready) as told:
        computing.compute(judge(playbook, SHEET))
        assert computing.pending
    assert told.args is not None
    (findings,) = told.args
    low, high = findings.stance_range
    assert findings.best.sheet == SHEET
    assert low < findings.best.stance.index < high


def test_tipping_points_follow_the_findings(qtbot: QtBot, computing: Likelihoods, playbook: Playbook) -> None:
    with qtbot.waitSignals([computing.ready, computing.tipping_ready], order="strict"):
        computing.compute(judge(playbook, SHEET))
    with qtbot.waitSignal(computing.tipping_ready) as told:
        computing.compute(judge(playbook, SHEET))
    assert told.args == [tipping_points(playbook, SHEET)]


def test_prices_of_what_is_outside_the_win_set_come_last(
    qtbot: QtBot, computing: Likelihoods, playbook: Playbook
) -> None:
    best = judge(playbook, SHEET)
    with qtbot.waitSignals([computing.ready, computing.tipping_ready, computing.prices_ready], order="strict"):
        computing.compute(best)
    with qtbot.waitSignal(computing.prices_ready) as told:
        computing.compute(best)
    assert told.args is not None
    assert set(told.args[0]) == {option.id for option in best.options if not option.in_win_set}


def test_the_draws_are_made_once(
    qtbot: QtBot, computing: Likelihoods, playbook: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(playbook: Playbook, draws: int, seed: int) -> Iterator[Draws]:
        made.append(draws)
        return draw_blocks(playbook, draws, seed)

    monkeypatch.setattr("ui.likelihoods.draw_blocks", counted)
    for _ in range(2):
        with qtbot.waitSignal(computing.ready):
            computing.compute(judge(playbook, SHEET))
    assert len(made) == 1


def test_an_unscored_indicator_has_no_point_more(qtbot: QtBot, computing: Likelihoods) -> None:
    with qtbot.waitSignal(computing.what_if_ready) as told:
        computing.what_if(SHEET, "su_trend")
    assert told.args == ["su_trend", ()]


def test_a_failure_is_told_in_a_sentence(
    qtbot: QtBot, computing: Likelihoods, playbook: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise MemoryError("out of memory")

    monkeypatch.setattr("ui.likelihoods.with_likelihoods", fail)
    with qtbot.waitSignal(computing.failed) as told:
        computing.compute(judge(playbook, SHEET))
    assert told.args is not None
    assert told.args[0] == "The likelihoods could not be computed: out of memory"


def test_of_requests_in_quick_succession_the_first_and_the_last_are_computed(
    qtbot: QtBot, computing: Likelihoods, playbook: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[ScoreSheet] = []

    def counted(playbook: Playbook, best: BestFindings, draws: Sequence[Draws]) -> Findings:
        computed.append(best.sheet)
        return with_likelihoods(playbook, best, draws)

    monkeypatch.setattr("ui.likelihoods.with_likelihoods", counted)
    sheets = [ScoreSheet({UNREST: Score(best, best, best)}) for best in (1.0, 2.0, 3.0, 4.0)]
    with qtbot.waitSignal(computing.ready) as told:
        for sheet in sheets:
            computing.compute(judge(playbook, sheet))
            assert computing.pending
    assert told.args is not None
    assert told.args[0].best.sheet == sheets[-1]
    assert computed == [sheets[0], sheets[-1]] or computed == sheets[-1:]
    assert not computing.pending


def test_what_waits_can_be_dropped(qtbot: QtBot, computing: Likelihoods, playbook: Playbook) -> None:
    computing.compute(judge(playbook, SHEET))
    computing.compute(judge(playbook, ScoreSheet()))
    computing.cancel()
    assert not computing.pending
    with qtbot.waitSignal(computing.what_if_ready), qtbot.assertNotEmitted(computing.ready, wait=2 * PAUSE_MS):
        computing.what_if(SHEET, UNREST)
