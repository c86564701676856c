"""A playbook: one issue's indicators, options, rules, levers and parameters, as frozen values.

The types say what a playbook may hold, bounds included; reading and reporting files is the business of `data`.
Units: scores and degrees as in `docs/model.md`; costs in USD million a year; times in months.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from annotated_types import Ge, Le, MinLen

from advisor.bounds import NonNegative, Points, Positive, Scale, Text
from advisor.condition import Condition
from advisor.evidence_parameters import EvidenceParameters
from advisor.frozen import freeze
from advisor.parameters import (
    Aggregation,
    KnownActs,
    Lever,
    Objective,
    PlanParameters,
    StanceParameters,
    StandingParameters,
    SuggestionParameters,
    Uncertainty,
    VerdictParameters,
)
from advisor.phrasing import uncapitalised
from advisor.stance_fit import StanceFit, StanceModel
from advisor.trial import Derivation

Side = Literal["domestic", "external"]
ContributionSide = Literal["domestic", "external", "interaction"]
RuleKind = Literal["modifier", "veto", "condition", "sequencing"]
StanceClass = Literal["divergent", "contested", "aligned"]
STANCE_CLASSES: tuple[StanceClass, ...] = get_args(StanceClass)


@dataclass(frozen=True, slots=True)
class Factor:
    """A group of indicators on one side; `phrase` names it inside a sentence ("the military")."""

    id: Text
    side: Side
    name: Text
    phrase: Text


@dataclass(frozen=True, slots=True)
class Proxy:
    """Public data that inform a score: straight lines between `breakpoints` of (raw value, score).

    `series` names the data series that, turned into one number by `aggregate`, is the raw value; without both the
    analyst works it out by hand. After `stale_months` the newest reading is too old to lean on.
    """

    dataset: Text
    field: Text
    mapping: Text
    breakpoints: Annotated[tuple[tuple[float, Scale], ...], MinLen(2)]
    series: str = ""
    aggregate: Aggregation | None = None
    stale_months: Positive | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What the analyst scores from 0 to 10; `volatility` is the expected change over 12 months (standard deviation)."""

    id: Text
    factor: Text
    side: Side
    name: Text
    question: Text
    guidance: str
    volatility: Positive
    volatility_reason: str
    us_controllable: bool
    anchors: Mapping[Annotated[int, Ge(0), Le(10)], Text]
    proxies: tuple[Proxy, ...] = ()
    us_lever: str = ""
    weight: Positive = 1.0

    def __post_init__(self) -> None:
        freeze(self, "anchors")


@dataclass(frozen=True, slots=True)
class PoliticalEffect:
    """What a factor at full strength adds to the standing of an option, from -3 to +3."""

    effect: Points
    reason: str


@dataclass(frozen=True, slots=True)
class Precedent:
    """Where an option was tried, and what came of it."""

    text: Text
    year: int
    sources: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A cooperation option; `cost_usd_m` is the usual range in USD million a year."""

    id: Text
    name: Text
    tags: tuple[Text, ...]
    summary: Text
    instruments: tuple[Text, ...]
    lead_agencies: tuple[Text, ...]
    precedent: Precedent
    evidence: Literal["strong", "mixed", "thin"]
    sources: tuple[Text, ...]
    lead_time_months: NonNegative
    cost_band: Literal["low", "medium", "high"]
    cost_usd_m: tuple[NonNegative, NonNegative]
    visibility: Scale
    coerciveness: Scale
    reversibility: Scale
    prerequisites: tuple[Text, ...]
    mutually_exclusive_with: tuple[Text, ...]
    complements: tuple[Text, ...]
    us_value: Mapping[str, Scale]
    political: Mapping[str, PoliticalEffect]
    us_risk: Mapping[str, Scale] = field(default_factory=dict)

    def __post_init__(self) -> None:
        freeze(self, "us_value", "political", "us_risk")


@dataclass(frozen=True, slots=True)
class Effect:
    """Points that a rule gives to one option, or to every option with a tag."""

    points: Points
    option: str | None = None
    tag: str | None = None

    def applies_to(self, option: Option) -> bool:
        """Say whether these points go to `option`."""
        return option.id == self.option or self.tag in option.tags


@dataclass(frozen=True, slots=True)
class Rule:
    """A contextual rule on options: points scaled by the degree of its condition."""

    id: str
    condition: Condition
    then: tuple[Effect, ...]
    rationale: str
    source: tuple[str, ...]
    basis: str
    kind: RuleKind
    veto_at: float | None = None
    advice: str = ""
    name: str = ""

    @property
    def label(self) -> str:
        """Short name of the rule for charts and tables."""
        return self.name or self.id.replace("_", " ").capitalize()

    def points_for(self, option: Option) -> float:
        """Return the points this rule gives to `option` at full degree; an option named twice gets both."""
        return sum(effect.points for effect in self.then if effect.applies_to(option))

    def veto_limit(self, option: Option) -> float:
        """Return the degree from which the rule takes `option` out; infinite where it is no veto on it."""
        if self.veto_at is None or self.points_for(option) >= 0:
            return inf
        return self.veto_at

    def names(self, option: Option) -> bool:
        """Say whether the rule speaks of `option`, if only to attach advice."""
        return any(effect.applies_to(option) for effect in self.then)


@dataclass(frozen=True, slots=True)
class StanceRule:
    """A rule on which way the government leans: positive towards the US-preferred policy."""

    id: str
    condition: Condition
    points: float
    rationale: str
    source: tuple[str, ...]
    name: str = ""

    @property
    def label(self) -> str:
        """Short name of the rule for charts and tables."""
        return self.name or self.id.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Source:
    """A cited work; `verified` says whether the item was looked up and supports what is listed."""

    id: Text
    kind: Text
    citation: Text
    supports: Text
    verified: bool
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What names a playbook, and the hash of its files; `origins` are the ids of the playbooks it was made from."""

    id: Text
    name: Text
    version: Text
    sha256: str = ""
    origins: tuple[str, ...] = ()

    def covers(self, playbook_id: str | None) -> bool:
        """Say whether the issue of a case of that playbook is this one's: its own, or one it was made from."""
        return playbook_id == self.id or playbook_id in self.origins


@dataclass(frozen=True, eq=False)
class Playbook:
    """Everything the engine needs to know about one issue; compared by identity, versions told apart by their hash."""

    identity: Identity
    factors: tuple[Factor, ...]
    indicators: tuple[Indicator, ...]
    options: tuple[Option, ...]
    rules: tuple[Rule, ...]
    stance_rules: tuple[StanceRule, ...]
    sources: tuple[Source, ...]
    standing: StandingParameters
    stance: StanceParameters
    uncertainty: Uncertainty
    verdict: VerdictParameters
    plan: PlanParameters
    objectives: tuple[Objective, ...]
    levers: tuple[Lever, ...]
    known_acts: tuple[KnownActs, ...] = ()
    stance_fit: StanceFit | None = None
    suggestion: SuggestionParameters = field(default_factory=SuggestionParameters)
    evidence: EvidenceParameters | None = None
    derivation: Derivation | None = None

    @cached_property
    def indicator_ids(self) -> tuple[str, ...]:
        """Ids of the indicators, in playbook order."""
        return tuple(indicator.id for indicator in self.indicators)

    @cached_property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options, in playbook order."""
        return tuple(option.id for option in self.options)

    @cached_property
    def factor_ids(self) -> tuple[str, ...]:
        """Ids of the factors, in playbook order."""
        return tuple(factor.id for factor in self.factors)

    @cached_property
    def indicator(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return MappingProxyType({indicator.id: indicator for indicator in self.indicators})

    @cached_property
    def factor(self) -> Mapping[str, Factor]:
        """Factors by id."""
        return MappingProxyType({factor.id: factor for factor in self.factors})

    @cached_property
    def option(self) -> Mapping[str, Option]:
        """Options by id."""
        return MappingProxyType({option.id: option for option in self.options})

    @cached_property
    def rule(self) -> Mapping[str, Rule]:
        """Option rules by id."""
        return MappingProxyType({rule.id: rule for rule in self.rules})

    @cached_property
    def stance_rule(self) -> Mapping[str, StanceRule]:
        """Stance rules by id."""
        return MappingProxyType({rule.id: rule for rule in self.stance_rules})

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return MappingProxyType({source.id: source for source in self.sources})

    @cached_property
    def stance_model(self) -> StanceModel:
        """The stance model in force: the fitted one, or equal weights with the parameters of the file or the prior."""
        return self.stance_fit.full if self.stance_fit else self.unfitted_stance

    @cached_property
    def unfitted_stance(self) -> StanceModel:
        """Equal weights within a side (external 1/n, domestic -1/n), cuts and sigma of the file or of the prior."""
        count = {side: sum(factor.side == side for factor in self.factors) for side in ("domestic", "external")}
        sign = {"domestic": -1.0, "external": 1.0}
        weights = {factor.id: sign[factor.side] / count[factor.side] for factor in self.factors}
        sigma = self.stance.prior.sigma_median if self.stance.sigma is None else self.stance.sigma
        return StanceModel(weights, *self.stance.cuts, sigma)

    def phrase(self, name: str) -> str:
        """Name an indicator or factor inside a sentence."""
        if name in self.factor:
            return self.factor[name].phrase
        return uncapitalised(self.indicator[name].name)
