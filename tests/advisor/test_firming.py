"""What to firm up first is what a person would find who looked each score up in every future and judged again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.findings import judge
from advisor.firming import firm_up_first
from advisor.progress import Cancelled, Watch
from advisor.scores import Score, ScoreSheet
from advisor.uncertainty import draw_blocks, scores_now

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def verdicts(playbook: Playbook, row: dict[str, float]) -> list[str]:
    sheet = ScoreSheet({name: Score(value, value, value) for name, value in row.items()})
    return [option.verdict for option in judge(playbook, sheet).options]


def differences(first: list[str], second: list[str]) -> list[bool]:
    return [one != other for one, other in zip(first, second, strict=True)]


def best_of(sheet: ScoreSheet) -> dict[str, float]:
    return {name: score.best for name, score in sheet.scores.items()}


def firm(sheet: ScoreSheet) -> ScoreSheet:
    return ScoreSheet({name: Score(best, best, best) for name, best in best_of(sheet).items()})


def test_doubt_is_counted_option_by_option_as_judging_each_future_would(
    playbook: Playbook, cases: dict[str, Case]
) -> None:
    sheet = cases["Peru"].latest.sheet
    block = next(draw_blocks(playbook, 32, 1))
    rows = [
        dict(zip(playbook.indicator_ids, row, strict=True))
        for row in scores_now(sheet.arrays(playbook.indicator_ids), block).T.tolist()
    ]
    today = verdicts(playbook, best_of(sheet))
    doubt = [differences(verdicts(playbook, row), today) for row in rows]
    found = firm_up_first(playbook, sheet, [block])
    assert found.draws == 32
    assert found.verdicts == pytest.approx(sum(map(sum, doubt)) / 32)
    expected = {
        name: sum(column) / 32 for name, column in zip(playbook.option_ids, zip(*doubt, strict=True), strict=True)
    }
    assert {one.option: one.share for one in found.options} == pytest.approx(
        {name: share for name, share in expected.items() if share}
    )
    for firming in (found.firmings[0], found.firmings[-1]):
        name = firming.indicator
        left = sum(
            sum(differences(verdicts(playbook, row), verdicts(playbook, {**best_of(sheet), name: row[name]})))
            for row in rows
        )
        assert firming.settled == pytest.approx(found.verdicts - left / 32)


def test_the_only_open_question_settles_all_doubt(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    sheet = firm(cases["Peru"].latest.sheet)
    assert firm_up_first(playbook, sheet, draws).verdicts == 0
    found = firm_up_first(playbook, sheet.with_score("de_access", Score(3, 6.5, 9)), draws)
    assert found.verdicts > 0
    assert found.firmings[0].indicator == "de_access"
    assert found.firmings[0].settled == found.verdicts
    assert found.firmings[0].options == found.options
    assert {one.settled for one in found.firmings[1:]} == {0.0}


def test_the_most_settling_judgement_comes_first(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    found = firm_up_first(playbook, cases["Peru"].latest.sheet, draws)
    assert found.firmings[0].indicator == "pa_domestic"
    assert [one.settled for one in found.firmings] == sorted((one.settled for one in found.firmings), reverse=True)
    shares = [one.share for one in found.firmings[0].options]
    assert shares == sorted(shares, reverse=True)


def test_nothing_scored_leaves_every_indicator_to_find_out(playbook: Playbook) -> None:
    found = firm_up_first(playbook, ScoreSheet(), list(draw_blocks(playbook, 256, 1)))
    assert found.verdicts > 1
    assert len(found.firmings) == len(playbook.indicators)


def test_of_two_blocks_of_one_size_the_mean_counts(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    blocks = [next(draw_blocks(playbook, 64, seed)) for seed in (1, 2)]
    both, *parts = (firm_up_first(playbook, sheet, some) for some in (blocks, blocks[:1], blocks[1:]))
    assert both.draws == 128
    assert both.verdicts == pytest.approx(sum(part.verdicts for part in parts) / 2)


def test_it_can_be_stopped_before_every_indicator(playbook: Playbook) -> None:
    shares: list[float] = []
    watch = Watch(lambda share, _: shares.append(share), lambda: len(shares) == 3)
    with pytest.raises(Cancelled):
        firm_up_first(playbook, ScoreSheet(), list(draw_blocks(playbook, 16, 1)), watch)
    assert shares == sorted(shares)
    assert len(shares) == 3
