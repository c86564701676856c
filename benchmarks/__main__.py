"""Print speed: times on this machine, and ratios to bare NumPy and to other ways of the same work.

python3 dev.py bench [engine] [briefing] [growth] [peers] [panel] [imports] [cancelling] [window]; everything without
an argument.
"""

from __future__ import annotations

import datetime as dt
import platform
import sys
import tempfile
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from advisor.briefing import compose
from advisor.engine import evaluate_blocks
from advisor.findings import assess, judge
from advisor.uncertainty import draw_blocks, futures, scores_now, standing_sigma
from benchmarks.briefing import export
from benchmarks.cancelling import cancelling
from benchmarks.growth import growth
from benchmarks.imports import imports
from benchmarks.panel import panel
from benchmarks.peers import peers
from benchmarks.reference import Reference
from benchmarks.timing import median, paired
from benchmarks.window import window
from data.case_files import SHIPPED_CASES, read_case
from data.playbook_files import shipped_playbook
from data.workbook.writer import write_briefing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from advisor.arrays import Array
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays
    from advisor.uncertainty import Draws

MANY = 100_000


def main(arguments: Sequence[str]) -> int:
    """Measure the groups asked for, or all, and print."""
    unknown = [name for name in arguments if name not in GROUPS]
    if unknown:
        print(f"There is no group '{unknown[0]}'; there are {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    playbook = shipped_playbook()
    case = read_case(SHIPPED_CASES / "peru.toml", playbook.indicator_ids)
    print(f"{dt.date.today()}, {platform.machine()}, Python {platform.python_version()}, NumPy {np.__version__}")
    for name in arguments or GROUPS:
        GROUPS[name](playbook, case)
    return 0


def engine(playbook: Playbook, case: Case) -> None:
    """Our own work: one assessment, many draws, many rows, a briefing."""
    interactive(playbook, case)
    many_draws(playbook, case)
    many_rows(playbook)
    briefing(playbook, case)


def interactive(playbook: Playbook, case: Case) -> None:
    """One assessment, as after a slider tick."""
    sheet = case.latest.sheet
    kept = list(draw_blocks(playbook, playbook.uncertainty.draws, playbook.uncertainty.seed_fit))
    print(f"best-score results of one assessment      {median(lambda: judge(playbook, sheet)):8.1f} ms   (at most 5)")
    likely = median(lambda: assess(playbook, sheet, kept))
    print(f"likelihoods, 4,096 draws now and later    {likely:8.1f} ms   (at most 50)")


def many_draws(playbook: Playbook, case: Case) -> None:
    """100,000 draws of 22 options beside the bare NumPy operations, equal results."""
    scores = case.latest.sheet.arrays(playbook.indicator_ids)
    blocks = list(draw_blocks(playbook, MANY, 1))
    reference = Reference(playbook)
    bare = np.mean([reference.accepted(scores, block) for block in blocks[:4]], axis=0)
    ours = np.mean([accepted(playbook, scores, block) for block in blocks[:4]], axis=0)
    np.testing.assert_allclose(ours, bare, atol=1e-12)
    found = paired(
        lambda: [accepted(playbook, scores, block) for block in blocks],
        lambda: [reference.accepted(scores, block) for block in blocks],
        rounds=5,
    )
    print(f"{MANY:,} draws x 22 options, engine       {found.measured:8.0f} ms")
    print(f"  the bare NumPy operations               {found.reference:8.0f} ms   ratio {found.ratio:.2f} (at most 2)")


def accepted(playbook: Playbook, scores: ScoreArrays, block: Draws) -> Array:
    """Return the share of draws in which each option is accepted, by the engine."""
    drawn = futures(playbook, scores_now(scores, block), block, standing_sigma(playbook, scores))
    share: Array = drawn.accepted.mean(axis=0)
    return share


def many_rows(playbook: Playbook) -> None:
    """Time and memory of rows without draws: memory must not grow with the rows."""
    random = np.random.default_rng(0)
    for rows in (10_000, 100_000):
        scores = random.uniform(0, 10, (rows, len(playbook.indicators)))

        def work(scores: Array = scores) -> None:
            for _ in evaluate_blocks(playbook, scores):
                pass

        tracemalloc.start()
        work()
        peak = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        time = median(work, 3)
        print(f"{rows:>9,} score rows in blocks             {time:8.0f} ms   peak {peak:.0f} MiB beside the rows")


def briefing(playbook: Playbook, case: Case) -> None:
    """The Excel briefing, composed and written."""
    kept = list(draw_blocks(playbook, 256, 1))
    findings = assess(playbook, case.latest.sheet, kept)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "briefing.xlsx"

        def work() -> None:
            now = dt.datetime(2026, 1, 1)
            made = compose(playbook, case, case.latest, findings, analyst="", marking="UNCLASSIFIED", now=now)
            write_briefing(made, path)

        print(f"briefing, composed and written            {median(work, 5):8.0f} ms   (at most 1,000)")


# The window comes last: its drag is the most easily disturbed.
GROUPS: dict[str, Callable[[Playbook, Case], None]] = {
    "engine": engine,
    "briefing": export,
    "growth": lambda playbook, case: growth(playbook, case.latest.sheet),
    "peers": lambda playbook, case: peers(playbook, case.latest.sheet),
    "panel": lambda playbook, _case: panel(playbook),
    "imports": lambda _playbook, _case: imports(),
    "cancelling": lambda playbook, case: cancelling(playbook, case.latest.sheet),
    "window": lambda playbook, _case: window(playbook),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
