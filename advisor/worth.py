"""What tailoring and flexibility are worth over a term with yearly reviews, on futures that chose nothing before.

Every review ends one year and begins the next; worth is counted today and at every review until the end of the term.
The futures move from review to review, each year with shocks of its own.

*Untailored* is the package of highest US value as if everything were accepted, *standing* the usual request, exempt
from the limits. *Rigid* keeps today's package. *Flexible* re-scores at every review, with an error, and chooses anew
for what remains of the term: an option starts late, a dropped one leaves its bill, and what was seen of a committed
option is remembered: by how much the government went further, or less far, than its scores say. An option once
refused is therefore not asked for again until the scores have moved enough. *Foresight* has the best package at every
moment, knowing all and paying for no change: more than any planner could reach.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import DUST, evaluate, matrices, worth
from advisor.outlook import rescored, rescoring_errors, worth_in
from advisor.package import best_package, names_of, row_of
from advisor.revising import keeping_values, worth_after
from advisor.strategy import result_of, standard_error
from advisor.switches import table_gains
from advisor.uncertainty import futures, scores_later, scores_now, standing_sigma

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from advisor.arrays import Array, BoolArray
    from advisor.engine import Evaluation
    from advisor.outlook import Outlook
    from advisor.package import Limits
    from advisor.package_list import PackageList
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.scores import ScoreArrays
    from advisor.strategy import Result
    from advisor.switches import Switch
    from advisor.uncertainty import Draws, Futures

# Middles of nine equal parts of the normal distribution: what is not known of a standing, as numbers to try.
_RESIDUALS = np.array([NormalDist().inv_cdf((part + 0.5) / 9) for part in range(9)])


@dataclass(frozen=True, slots=True)
class TermWorth:
    """Results over the term; `added` is what flexibility adds to the rigid package in the same futures."""

    term_months: float
    moments: int
    untailored_package: tuple[str, ...]
    untailored: Result
    standing: Result
    rigid: Result
    flexible: Result
    foresight: Result
    added: float
    added_error: float


@dataclass(frozen=True, slots=True)
class HorizonWorth:
    """Results of today's package now and at the horizon, kept or changed by the switch table.

    Shares are of the best single package of each future, had it been known today.
    """

    horizon_months: float
    rigid: Result
    flexible: Result


@dataclass(frozen=True, slots=True)
class Worth:
    """What tailoring and flexibility are worth, over the term and up to the horizon."""

    term: TermWorth
    horizon: HorizonWorth


@dataclass(frozen=True, slots=True)
class Term:
    """What the worth over a term is measured for."""

    playbook: Playbook
    sheet: ScoreArrays
    package: BoolArray  # [O], today's
    packages: PackageList
    limits: Limits

    @property
    def moments(self) -> int:
        """How often worth is counted: today and at every review."""
        plan = self.playbook.plan
        return int(plan.term_months / plan.review_months + DUST) + 1


def term_worth(term: Term, draws: Iterable[Draws], watch: Watch) -> TermWorth:
    """Measure every strategy on `draws`, which should come from the seed for fresh futures."""
    random = rescoring_errors(term.playbook.uncertainty.seed_fresh)
    blocks = list(draws)
    asked = best_package(matrices(term.playbook).us_value, term.limits)
    parts = [
        _in_block(term, asked, block, random, watch.part(number / len(blocks), (number + 1) / len(blocks)))
        for number, block in enumerate(blocks)
    ]
    untailored, standing, rigid, flexible, foresight = np.concatenate(parts, axis=1)
    return TermWorth(
        term_months=term.playbook.plan.term_months,
        moments=term.moments,
        untailored_package=names_of(term.playbook, asked),
        untailored=result_of(untailored, foresight),
        standing=result_of(standing, foresight),
        rigid=result_of(rigid, foresight),
        flexible=result_of(flexible, foresight),
        foresight=result_of(foresight, foresight),
        added=float((flexible - rigid).mean()),
        added_error=standard_error(flexible - rigid),
    )


def horizon_worth(term: Term, table: Sequence[Switch], outlook: Outlook) -> HorizonWorth:
    """Measure the switch table on an outlook from fresh draws."""
    both = outlook.now + outlook.later
    rigid = both @ term.package
    flexible = rigid + table_gains(term.playbook, term.package, outlook, table)
    foresight = (both * term.packages.best(both)).sum(axis=1)
    return HorizonWorth(
        term.playbook.uncertainty.horizon_months, result_of(rigid, foresight), result_of(flexible, foresight)
    )


def _in_block(term: Term, asked: BoolArray, draws: Draws, random: np.random.Generator, watch: Watch) -> Array:
    """Return worth added up over the moments [5, n]: untailored, standing, rigid, flexible, foresight."""
    standing = row_of(term.playbook, term.playbook.plan.standing_package)
    planner = _Planner(term, draws.scores.shape[1])
    total = np.zeros((5, draws.scores.shape[1]))
    for moment, drawn in enumerate(_moments(term, draws, random)):
        watch.step(moment / term.moments, "Measuring what flexibility is worth")
        worths = worth_in(term.playbook, drawn)
        total += (
            worths @ asked,
            worths @ standing,
            worths @ term.package,
            planner.go_on(moment, drawn, worths, random),
            (worths * term.packages.best(worths)).sum(axis=1),
        )
    return total


def _moments(term: Term, draws: Draws, random: np.random.Generator) -> Iterator[Futures]:
    """Yield the futures today and at each review; each year's shocks are the draws' in another order."""
    playbook, sigma = term.playbook, standing_sigma(term.playbook, term.sheet)
    scores = scores_now(term.sheet, draws)
    for moment in range(term.moments):
        if moment:
            shocks = draws.shocks[:, random.permutation(draws.shocks.shape[1])]
            scores = scores_later(playbook, scores, replace(draws, shocks=shocks), playbook.plan.review_months)
        yield futures(playbook, scores, draws, sigma)


class _Planner:
    """Whoever re-scores and re-plans at every review, in n futures at once."""

    def __init__(self, term: Term, futures: int) -> None:
        self._term = term
        self._package = np.tile(term.package, (futures, 1))
        self._residuals = np.full(self._package.shape, np.nan)

    def go_on(self, moment: int, drawn: Futures, worths: Array, random: np.random.Generator) -> Array:
        """Review, and return what the package chosen is worth until the next review [n]."""
        term, playbook = self._term, self._term.playbook
        seen = term.sheet.best[None, :] if moment == 0 else rescored(playbook, drawn.scores, random)
        believed, before = evaluate(playbook, seen), self._package
        if moment:
            left = float(term.moments - moment)
            expected = self._expected(believed)
            self._package = term.packages.best(keeping_values(playbook, expected, before, left))
        self._residuals = np.where(self._package, drawn.standings - believed.standings, self._residuals)
        return worth_after(playbook, worths, before, self._package)

    def _expected(self, believed: Evaluation) -> Array:
        """Return the worth to be expected of each option [n, O]: what is remembered counts, the rest is averaged."""
        playbook = self._term.playbook
        sigma, known = standing_sigma(playbook, self._term.sheet), ~np.isnan(self._residuals)
        total = np.zeros(self._residuals.shape)
        for residual in (sigma * _RESIDUALS).tolist():
            standings = believed.standings + np.where(known, self._residuals, residual)
            total += worth(playbook, standings, believed.vetoed)
        return total / len(_RESIDUALS)
