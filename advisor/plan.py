"""The flexible plan: what to commit to now, what to switch to and when, what to watch, and what all this is worth.

`solve` makes the plan; `with_worth` adds its worth over a term, which takes longer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from advisor.findings import assess
from advisor.knobs import Knobs, apply
from advisor.levers import PriceList
from advisor.outlook import look_ahead
from advisor.package import best_package, limits_of, limits_used, names_of, row_of
from advisor.package_list import list_packages
from advisor.progress import Watch
from advisor.substitutes import substitutes
from advisor.switches import Search, switch_table
from advisor.uncertainty import draw_blocks, futures, scores_now, standing_sigma
from advisor.wording import is_offered_as_sweetener
from advisor.worth import Term, Worth, horizon_worth, term_worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from advisor.arrays import Array, BoolArray
    from advisor.findings import Findings, OptionFinding, Verdict
    from advisor.levers import Price
    from advisor.outlook import Outlook
    from advisor.package import Limits, LimitUse
    from advisor.package_list import PackageList
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays, ScoreSheet
    from advisor.substitutes import Substitute
    from advisor.switches import Switch
    from advisor.tipping import TippingPoint
    from advisor.uncertainty import Draws

Role = Literal["lead", "offer_with_conditions", "sweetener"]


@dataclass(frozen=True, slots=True)
class Member:
    """An option of the package; `worth` is what it adds, now plus at the horizon."""

    option: str
    name: str
    role: Role
    verdict: Verdict
    p_now: float
    p_horizon: float
    worth: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A solved plan.

    `findings` are those under the knobs. `package` is in order of worth; `worth_of_package` adds it up. `searched`
    counts the packages among which switches were looked for, of the options in `considered`. `watch_list` holds the
    package's tipping points within two typical years, those for the worse first, then the nearest. `prices` are those
    of the options that are not offered.
    """

    knobs: Knobs
    findings: Findings
    horizon_months: float
    package: tuple[Member, ...]
    worth_of_package: float
    limits: tuple[LimitUse, ...]
    switches: tuple[Switch, ...]
    searched: int
    considered: tuple[str, ...]
    substitutes: tuple[Substitute, ...]
    watch_list: tuple[TippingPoint, ...]
    prices: tuple[Price, ...]
    draws: int
    worth: Worth | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """Ids of the package's options."""
        return tuple(member.option for member in self.package)


def solve(
    playbook: Playbook,
    sheet: ScoreSheet,
    draws: Sequence[Draws],
    knobs: Knobs | None = None,
    tipping: Iterable[TippingPoint] = (),
    *,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """Return the plan, but for its worth over a term; `playbook` is as it stands, without the knobs.

    Parameters
    ----------
    draws
        Blocks from the playbook's seed for fitting; the second set of futures has as many.
    tipping
        Tipping points of the same sheet under the same knobs, for the watch list.

    Raises
    ------
    AdvisorError
        The knobs make no sense or contradict each other.
    Cancelled
        `cancelled()` said so.
    """
    watch = _watch(progress, cancelled, "Looking ahead")
    basis = _basis(playbook, sheet, draws, knobs or Knobs())
    watch.step(0.2, "Judging and pricing the options")
    findings = assess(basis.playbook, sheet, draws)
    prices = _prices(basis.playbook, basis.scores, draws[0], findings)
    watch.step(0.4, "Listing the packages")
    packages = list_packages(basis.limits, np.where(basis.package, np.inf, basis.fit.values))
    switches = _switches(basis, packages, watch.part(0.5, 0.8))
    watch.step(0.8, "Finding substitutes")
    return Plan(
        knobs=basis.knobs,
        findings=findings,
        horizon_months=basis.playbook.uncertainty.horizon_months,
        package=_members(findings, basis.package, basis.fit.values),
        worth_of_package=float(basis.fit.values @ basis.package),
        limits=limits_used(basis.fit.values, basis.limits, basis.package),
        switches=switches,
        searched=len(packages.rows),
        considered=names_of(playbook, packages.considered),
        substitutes=substitutes(basis.playbook, basis.limits, basis.package, basis.fit),
        watch_list=_watched(playbook.plan.watch_years, names_of(playbook, basis.package), tipping),
        prices=prices,
        draws=len(basis.fit.now),
    )


def with_worth(
    playbook: Playbook,
    sheet: ScoreSheet,
    plan: Plan,
    *,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """Return the plan with its worth, measured on fresh futures; playbook and sheet are those it was solved for."""
    watch = _watch(progress, cancelled, "Listing the packages")
    turned, scores = apply(playbook, plan.knobs), sheet.arrays(playbook.indicator_ids)
    limits, seed = limits_of(turned, plan.knobs), turned.uncertainty.seed_fresh
    considered = limits.pinning(limits.pinned, ~row_of(turned, plan.considered))
    packages = list_packages(considered, np.zeros(len(turned.options)))
    term = Term(turned, scores, row_of(turned, plan.options), packages, limits)
    fresh = list(draw_blocks(turned, plan.draws, seed))
    outlook = look_ahead(turned, scores, fresh, seed)
    over_term = term_worth(term, fresh, watch.part(0.1, 1.0))
    return replace(plan, worth=Worth(over_term, horizon_worth(term, plan.switches, outlook)))


def _watch(
    progress: Callable[[float, str], None] | None, cancelled: Callable[[], bool] | None, first_step: str
) -> Watch:
    silent = Watch()
    watch = Watch(progress or silent.progress, cancelled or silent.cancelled)
    watch.step(0.0, first_step)
    return watch


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the rest of a plan stands on."""

    playbook: Playbook  # as the knobs change it
    knobs: Knobs
    scores: ScoreArrays
    limits: Limits
    fit: Outlook
    package: BoolArray


def _basis(playbook: Playbook, sheet: ScoreSheet, draws: Sequence[Draws], knobs: Knobs) -> _Basis:
    turned, scores = apply(playbook, knobs), sheet.arrays(playbook.indicator_ids)
    limits = limits_of(turned, knobs)
    fit = look_ahead(turned, scores, draws, turned.uncertainty.seed_fit)
    return _Basis(turned, knobs, scores, limits, fit, best_package(fit.values, limits))


def _switches(basis: _Basis, packages: PackageList, watch: Watch) -> tuple[Switch, ...]:
    playbook, seed = basis.playbook, basis.playbook.uncertainty.seed_check
    check = look_ahead(playbook, basis.scores, draw_blocks(playbook, len(basis.fit.now), seed), seed)
    return switch_table(Search(playbook, basis.package, packages, basis.fit, check), basis.scores, watch)


def _members(findings: Findings, package: BoolArray, values: Array) -> tuple[Member, ...]:
    members = [
        Member(one.best.id, one.best.name, _role(one), one.verdict, one.p_now, one.p_horizon, float(value))
        for one, value, chosen in zip(findings.options, values, package, strict=True)
        if chosen
    ]
    return tuple(sorted(members, key=lambda member: -member.worth))


def _role(option: OptionFinding) -> Role:
    if option.verdict == "lead":
        return "lead"
    return "sweetener" if is_offered_as_sweetener(option.best, option.verdict) else "offer_with_conditions"


def _prices(playbook: Playbook, scores: ScoreArrays, draws: Draws, findings: Findings) -> tuple[Price, ...]:
    outside = [one for one in findings.ranked if one.verdict in ("hold_in_reserve", "avoid")]
    if not outside:
        return ()
    now = futures(playbook, scores_now(scores, draws), draws, standing_sigma(playbook, scores))
    listed = PriceList(playbook, scores, draws, now)
    return tuple(one.price or listed.price(one.best.id) for one in outside)


def _watched(years: float, options: tuple[str, ...], points: Iterable[TippingPoint]) -> tuple[TippingPoint, ...]:
    """Return the package's tipping points within reach, those for the worse first, each group by distance."""
    near = [point for point in points if point.subject in options and point.distance <= years]
    return tuple(sorted(near, key=lambda point: (point.for_the_better, point.distance)))
