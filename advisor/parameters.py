"""The judgemental numbers of a playbook that are no indicator, option or rule; formulas in `docs/model.md`.

Units: scores and degrees as there; costs in USD million a year; times in months.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MinLen

from advisor.bounds import NonNegative, Positive, Share, Text, Whole


@dataclass(frozen=True, slots=True)
class StandingParameters:
    """Constants of the standing of an option."""

    cost_of_agreeing: NonNegative
    rule_cap: Positive
    full_delivery: Positive


@dataclass(frozen=True, slots=True)
class StancePrior:
    """Prior of the stance fit: normal on the cuts, lognormal on sigma, and the strengths of ridge to try."""

    cut_mean: Positive
    cut_sd: Positive
    sigma_median: Positive
    sigma_log_sd: Positive
    ridge: Annotated[tuple[Positive, ...], MinLen(1)] = (1.0,)


@dataclass(frozen=True, slots=True)
class StanceParameters:
    """Weight of the stance rules and the prior of the fit; the fitted numbers are a `StanceModel`."""

    rule_weight: NonNegative
    prior: StancePrior
    cut_divergent: float | None = None
    cut_aligned: float | None = None
    sigma: Positive | None = None

    @property
    def cuts(self) -> tuple[float, float]:
        """The cuts of a stance that is not fitted: those given, else the prior's."""
        mean = self.prior.cut_mean
        low = -mean if self.cut_divergent is None else self.cut_divergent
        return low, mean if self.cut_aligned is None else self.cut_aligned


@dataclass(frozen=True, slots=True)
class Drift:
    """How one indicator moves over time other than by its volatility alone."""

    indicator: Text
    kind: Literal["calendar", "revert"]
    sd: NonNegative | None = None
    keep: Share | None = None


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """Spreads of everything that is drawn."""

    draws: Annotated[int, Ge(16), Le(1 << 20)]
    seed_fit: Whole
    seed_check: Whole
    seed_fresh: Whole
    effect_log_sd: NonNegative
    standing_sigma: NonNegative
    unscored_sigma: NonNegative
    p_floor: Annotated[float, Ge(0), Le(0.1)]
    horizon_months: NonNegative
    within_factor_correlation: Share
    common_shock: Share
    observation_sd: NonNegative
    drift: tuple[Drift, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictParameters:
    """Thresholds that turn standings, worths and likelihoods into verdicts."""

    lead_worth: float
    lead_p: Share
    offer_p: Share
    reserve_standing: float
    reserve_price: NonNegative
    lead_max_unscored: Share
    sweetener_value: float


@dataclass(frozen=True, slots=True)
class Requirement:
    """`option` may be in a package only beside one of `any`."""

    option: Text
    any: Annotated[tuple[Text, ...], MinLen(1)]


@dataclass(frozen=True, slots=True)
class PlanParameters:
    """Limits and prices of a plan."""

    term_months: NonNegative
    review_months: Positive
    standing_package: tuple[Text, ...]
    budget: NonNegative
    footprint_cap: NonNegative
    max_options: Whole
    backlash_scale: NonNegative
    drop_scale: NonNegative
    late_months: Positive
    max_switches: Whole
    min_trigger_share: Share
    max_trigger_share: Share
    min_trigger_move: NonNegative
    switch_must_pay_se: NonNegative
    not_triggers: tuple[Text, ...]
    price_target_p: Share
    linkage_standing: float
    linkage: NonNegative
    max_linked: Whole
    watch_years: NonNegative = 2.0
    requires_any: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Objective:
    """A US objective and its weight; weights are normalised to sum 1."""

    id: Text
    name: Text
    weight: NonNegative


@dataclass(frozen=True, slots=True)
class Lever:
    """An indicator that the United States can move, its costs per point and its limits in points."""

    indicator: Text
    reason: Text
    up_cost: NonNegative | None = None
    up_limit: NonNegative = 0.0
    down_cost: NonNegative | None = None
    down_limit: NonNegative = 0.0


AggregationKind = Literal["latest", "mean", "sum", "rate", "days", "ratio", "trend", "months_to_next"]


@dataclass(frozen=True, slots=True)
class Aggregation:
    """How a data series becomes one number as of a date, over a window of `days` or of calendar `months`.

    `per_million` names the series that a rate is divided by, in millions.
    """

    kind: AggregationKind
    days: Annotated[int, Ge(1)] | None = None
    months: Annotated[int, Ge(1)] | None = None
    per_million: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionParameters:
    """When data are stale or thin, and how far a score may depart from them before its reason is asked for.

    `stale_months` holds for proxies that name no age of their own. `coverage` is the least share of a window that the
    data must cover, `readings` the fewest that a mean or a trend may rest on.
    """

    departure: Positive = 2.0
    stale_months: Positive = 12.0
    coverage: Share = 0.9
    readings: Whole = 3


@dataclass(frozen=True, slots=True)
class KnownActs:
    """What a government is known to have accepted or refused in one episode."""

    episode: Text
    accepted: tuple[Text, ...]
    refused: tuple[Text, ...]
    verified: bool
