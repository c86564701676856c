"""What a thousand and a million draws cost: time must grow with the draws, and memory must not."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

from advisor.robustness import rank_acceptability
from advisor.uncertainty import draw_blocks
from benchmarks.timing import milliseconds

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet

# Whole powers of two, which the Sobol sequence asks for.
COUNTS = (2**10, 2**13, 2**17, 2**20)
_BASE = 2**17


def growth(playbook: Playbook, sheet: ScoreSheet) -> None:
    """Print time, time a draw beside that of the middle of the range, and peak memory, points drawn on the way."""
    rank_acceptability(playbook, sheet, draw_blocks(playbook, COUNTS[1], 1))
    times, peaks = {}, {}
    for count in COUNTS:

        def work(count: int = count) -> None:
            rank_acceptability(playbook, sheet, draw_blocks(playbook, count, 1))

        times[count] = min(milliseconds(work) for _ in range(3 if count < _BASE else 1))
        tracemalloc.start()
        work()
        peaks[count] = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
    base = times[_BASE] / _BASE
    for count, time in times.items():
        print(
            f"{count:>9,} draws, drawn and ranked         {time:8.0f} ms   {1000 * time / count:5.1f} µs a draw   "
            f"ratio {time / count / base:.2f}   peak {peaks[count]:.0f} MiB"
        )
