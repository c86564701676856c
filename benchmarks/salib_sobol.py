"""Sobol indices beside SALib, which samples, has the model run and analyses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sampling

from advisor.sobol import POINTS, result_of, sobol_indices
from advisor.tipping import STANCE
from benchmarks.timing import paired

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.arrays import Array
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet


def sobol_beside_salib(playbook: Playbook, sheet: ScoreSheet) -> None:
    """Compare the indices of the stance, then print milliseconds and how many times ours theirs are.

    Both run the same model on the same rows, and SALib draws the triangles itself. Its documentation calls the model
    row by row; one call with all rows is quicker. For intervals, which ours does not give, it resamples 100 times
    unless told otherwise, and never less than twice.
    """
    model = result_of(playbook, STANCE)
    problem, seed = triangles(playbook, sheet), playbook.uncertainty.seed_fit

    def ours() -> dict[str, tuple[float, float]]:
        return {one.indicator: (one.first, one.total) for one in sobol_indices(playbook, sheet)}

    def row_by_row() -> Any:
        return by_salib(problem, seed, lambda rows: np.array([model(row[None])[0] for row in rows]))

    def called_once(resamples: int = 100) -> Any:
        return by_salib(problem, seed, model, resamples)

    def hardly_resampled() -> Any:
        return called_once(2)

    known = ours()
    first, total = np.array([known[name] for name in playbook.indicator_ids]).T
    for theirs in (row_by_row(), called_once(), hardly_resampled()):
        np.testing.assert_allclose(total, theirs["ST"], rtol=0, atol=1e-9)
        # SALib takes the mean off the results first, ours takes off the result at the middle of all ranges.
        np.testing.assert_allclose(first, theirs["S1"], rtol=0, atol=0.002)
    slow, quick, least = paired(row_by_row, ours, 3), paired(called_once, ours), paired(hardly_resampled, ours)
    title = f"Sobol indices of the stance, {POINTS * (len(playbook.indicators) + 2):,} rows"
    print(f"{title:<42}{quick.reference:8.1f} ms")
    for name, pair, target in (
        ("row by row, as documented", slow, "   (at least 40)"),
        ("called once", quick, ""),
        ("called once, 2 resamples", least, ""),
    ):
        print(f"  SALib, model {name:<27}{pair.measured:8.0f} ms          ratio {pair.ratio:4.0f}{target}")


def triangles(playbook: Playbook, sheet: ScoreSheet) -> dict[str, object]:
    """Describe the ranges of a sheet that is scored in full as SALib does: lowest, highest, and the peak as a share."""
    scores = sheet.arrays(playbook.indicator_ids)
    peaks = (scores.best - scores.low) / (scores.high - scores.low)
    return {
        "num_vars": len(peaks),
        "names": list(playbook.indicator_ids),
        "bounds": np.stack((scores.low, scores.high, peaks), axis=1).tolist(),
        "dists": ["triang"] * len(peaks),
    }


def by_salib(problem: dict[str, object], seed: int, model: Callable[[Array], Array], resamples: int = 100) -> Any:
    """Return SALib's indices of first order and total, with their intervals, at the points that ours are drawn at."""
    rows = sampling.sample(problem, POINTS, calc_second_order=False, seed=np.random.default_rng(seed))
    results = model(rows)
    return analysis.analyze(problem, results, calc_second_order=False, num_resamples=resamples, seed=seed)
