"""The same work by other libraries and by a plain loop: equal results first, then how many times our time they take."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from advisor.uncertainty import BLOCK, draw_blocks
from benchmarks.plain_loop import likelihoods_beside_a_loop
from benchmarks.pymcdm_ranks import ranks_beside_pymcdm
from benchmarks.salib_sobol import sobol_beside_salib

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet


def peers(playbook: Playbook, sheet: ScoreSheet) -> None:
    """Compare and print."""
    print(", ".join(f"{name} {version(name)}" for name in ("pymcdm", "SALib", "SciPy")))
    block = next(draw_blocks(playbook, BLOCK, 1))
    ranks_beside_pymcdm(playbook, sheet, block)
    likelihoods_beside_a_loop(playbook, sheet, block)
    sobol_beside_salib(playbook, sheet)
