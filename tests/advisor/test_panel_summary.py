"""What a panel says over time, counted row by row in a plain loop beside it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor import panel_summary
from advisor.panel import PanelResult, score_panel
from advisor.panel_summary import PanelSummary, PanelTally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.playbook import Playbook

Row = tuple[str, int]


def result_of(playbook: Playbook, rows: int, seed: int = 0) -> PanelResult:
    return score_panel(playbook, np.random.default_rng(seed).uniform(0, 10, (rows, len(playbook.indicators))))


def tallied(
    playbook: Playbook, rows: Sequence[Row], *, chunk: int = 7, to_the_month: bool = True
) -> tuple[PanelSummary, PanelResult]:
    """Count rows in chunks, and return the summary and the result of all rows together."""
    whole, tally = result_of(playbook, len(rows)), PanelTally(playbook)
    for start in range(0, len(rows), chunk):
        part = slice(start, start + chunk)
        names = sorted({case for case, _ in rows[part]})
        result = PanelResult(
            whole.index[part],
            whole.stance[part],
            whole.probabilities[part],
            whole.standings[part],
            whole.verdicts[part],
            whole.scored[part],
        )
        codes = np.array([names.index(case) for case, _ in rows[part]], dtype=np.intp)
        months = np.array([month for _, month in rows[part]], dtype=np.int64)
        tally.add(names, codes, months, result, to_the_month=to_the_month)
    return tally.summary(), whole


def month(year: int, number: int) -> int:
    return 12 * year + number - 1


def test_means_and_shares_are_those_of_a_plain_loop(playbook: Playbook) -> None:
    random = np.random.default_rng(1)
    rows = [(f"c{random.integers(5)}", month(2014, int(random.integers(1, 13)))) for _ in range(200)]
    summary, whole = tallied(playbook, rows)
    index, classes, reach = defaultdict(list), defaultdict(list), defaultdict(list)
    for (case, when), value, stance, verdicts in zip(rows, whole.index, whole.stance, whole.verdicts, strict=True):
        period = f"2014-{when % 12 + 1:02}"
        index[case, period].append(value)
        classes[period].append(stance)
        reach[period].append(verdicts <= 1)
    assert summary.periods == tuple(sorted(classes))
    for column, period in enumerate(summary.periods):
        assert summary.reach_by_period[:, column] == pytest.approx(np.mean(reach[period], axis=0))
        expected = np.bincount(classes[period], minlength=3) / len(classes[period])
        assert summary.classes_by_period[:, column] == pytest.approx(expected)
        for row, case in enumerate(summary.cases):
            values = index.get((case, period))
            assert summary.index[row, column] == pytest.approx(np.mean(values) if values else np.nan, nan_ok=True)
    assert summary.rows == 200
    assert summary.classes == pytest.approx(np.bincount(whole.stance, minlength=3) / 200)
    for option in range(len(playbook.options)):
        assert summary.verdicts[option] == pytest.approx(np.bincount(whole.verdicts[:, option], minlength=4) / 200)


@pytest.mark.parametrize(
    ("months", "first", "count"),
    [(range(48), "2000-01", 48), (range(49), "2000 Q1", 17), (range(145), "2000", 13), (range(0, 600, 12), "2000", 50)],
)
def test_periods_are_the_finest_of_which_there_are_not_too_many(
    playbook: Playbook, months: range, first: str, count: int
) -> None:
    summary, _ = tallied(playbook, [("c", month(2000, 1) + number) for number in months])
    assert summary.periods[0] == first
    assert len(summary.periods) == count
    assert summary.index.shape == (1, count)


def test_years_alone_make_a_summary_by_year(playbook: Playbook) -> None:
    summary, _ = tallied(playbook, [("c", month(2014, 1)), ("c", month(2015, 6))], to_the_month=False)
    assert summary.periods == ("2014", "2015")


def test_of_very_many_cases_the_first_are_shown_and_all_are_counted(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_summary, "MOST_CASES", 3)
    summary, _ = tallied(playbook, [(f"c{number}", month(2014, 1)) for number in range(10)], chunk=2)
    assert summary.cases == ("c0", "c1", "c2")
    assert summary.more_cases
    assert summary.rows == 10
    assert summary.index.shape == (3, 1)


def test_memory_does_not_grow_with_the_rows(playbook: Playbook) -> None:
    tally, result = PanelTally(playbook), result_of(playbook, 4)
    for _ in range(50):
        tally.add(["c"], np.zeros(4, dtype=np.intp), np.full(4, month(2014, 1)), result)
    assert tally.summary().rows == 200
    assert tally._sums.shape[1] <= 64
