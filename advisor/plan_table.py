"""A plan as tables: package, limits, switches, substitutes, watch list, prices, worth, with the words beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.phrasing import capitalised
from advisor.plan_summary import flexibility_text, signs_text
from advisor.plan_text import (
    LIMIT_WORDS,
    ROLE_WORDS,
    empty_package_text,
    limit_text,
    narrowed_text,
    no_switch_text,
    no_watch_text,
    plan_cautions,
    replacement_text,
    settings_text,
)
from advisor.trigger_table import signs, switch_rows, watch_rows
from advisor.wording import VERDICT_GLYPHS, likelihood, no_price_text, option_advice, verdict_text
from advisor.worth_table import worth_rows

if TYPE_CHECKING:
    from advisor.findings import OptionFinding, Verdict
    from advisor.levers import Price
    from advisor.package import LimitUse
    from advisor.plan import Member, Plan
    from advisor.playbook import Playbook
    from advisor.substitutes import Substitute
    from advisor.trigger_table import Sign, SwitchRow, WatchRow
    from advisor.worth_table import WorthRow


@dataclass(frozen=True, slots=True)
class PackageRow:
    """One option to commit to; `cost` is the midpoint in USD million a year, `worth` now plus at the horizon.

    `if_refused` says what takes its place, `substitutes` are the options added then, together worth `gain`.
    """

    option: str
    verdict: Verdict
    role_text: str
    cost: float
    visibility: float
    p_now: float
    now_words: str
    p_horizon: float
    horizon_words: str
    worth: float
    advice: tuple[str, ...]
    if_refused: str
    substitutes: tuple[str, ...]
    gain: float


@dataclass(frozen=True, slots=True)
class LimitRow:
    """How much of a limit the package uses, and how many points of worth the limit keeps out."""

    name: str
    unit: str
    used: float
    allowed: float
    binds: bool
    gain_without: float
    text: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One lever to move, and what that costs."""

    lever: str
    start: float
    end: float
    cost: float


@dataclass(frozen=True, slots=True)
class PriceRow:
    """What brings an option in that is not offered, or `reason`, why nothing does; then cost and chance are None."""

    label: str
    moves: tuple[MoveRow, ...]
    linked: tuple[str, ...]
    cost: float | None
    p_now: float | None
    now_words: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlanTable:
    """Everything a briefing says of a plan; notes that do not apply are empty."""

    draws: int
    horizon_text: str
    settings: str
    package: tuple[PackageRow, ...]
    package_note: str
    worth_of_package: float
    limits: tuple[LimitRow, ...]
    switches: tuple[SwitchRow, ...]
    switch_note: str
    watch: tuple[WatchRow, ...]
    watch_note: str
    prices: tuple[PriceRow, ...]
    worth: tuple[WorthRow, ...]
    flexibility: str
    signs: tuple[Sign, ...]
    signs_note: str
    cautions: tuple[str, ...]


def plan_table(playbook: Playbook, plan: Plan) -> PlanTable:
    """Return the tables of a plan; verdicts are those under its knobs."""
    found = {option.best.id: option for option in plan.findings.options}
    refused = {one.option: one for one in plan.substitutes}
    switches, watch = switch_rows(playbook, plan), watch_rows(playbook, plan.findings.best.sheet, plan)
    shown = signs(switches, watch)
    return PlanTable(
        draws=plan.draws,
        horizon_text=f"in {plan.horizon_months:g} months",
        settings=settings_text(playbook, plan.knobs),
        package=tuple(_package_row(playbook, found[one.option], one, refused[one.option]) for one in plan.package),
        package_note=narrowed_text(playbook, plan) if plan.package else empty_package_text(),
        worth_of_package=plan.worth_of_package,
        limits=tuple(_limit_row(use) for use in plan.limits),
        switches=switches,
        switch_note="" if switches else no_switch_text(plan),
        watch=watch,
        watch_note="" if watch or not plan.package else no_watch_text(playbook),
        prices=tuple(_price_row(playbook, found[one.option], one) for one in plan.prices),
        worth=worth_rows(playbook, plan.worth),
        flexibility=flexibility_text(playbook, plan.worth) if plan.worth else "",
        signs=shown,
        signs_note=signs_text(plan, len(shown)),
        cautions=tuple(plan_cautions(plan)),
    )


def _package_row(playbook: Playbook, option: OptionFinding, member: Member, refused: Substitute) -> PackageRow:
    shown = playbook.option[member.option]
    return PackageRow(
        option=member.name,
        verdict=member.verdict,
        role_text=_role_text(member),
        cost=sum(shown.cost_usd_m) / 2,
        visibility=shown.visibility,
        p_now=member.p_now,
        now_words=likelihood(member.p_now),
        p_horizon=member.p_horizon,
        horizon_words=likelihood(member.p_horizon),
        worth=member.worth,
        advice=option_advice(playbook, option),
        if_refused=f"{capitalised(replacement_text(playbook, refused))}.",
        substitutes=tuple(playbook.option[name].name for name in refused.add),
        gain=refused.gain,
    )


def _role_text(member: Member) -> str:
    if member.role == "sweetener":
        return f"{VERDICT_GLYPHS[member.verdict]} {capitalised(ROLE_WORDS[member.role])}"
    return verdict_text(member.verdict)


def _limit_row(use: LimitUse) -> LimitRow:
    name, unit = LIMIT_WORDS[use.limit]
    return LimitRow(name, unit, use.used, use.allowed, use.binds, use.gain_without, f"{limit_text(use)}.")


def _price_row(playbook: Playbook, option: OptionFinding, price: Price) -> PriceRow:
    moves = tuple(MoveRow(playbook.indicator[one.indicator].name, one.start, one.end, one.cost) for one in price.moves)
    return PriceRow(
        label=f"{VERDICT_GLYPHS[option.verdict]} {option.best.name}",
        moves=moves,
        linked=tuple(playbook.option[name].name for name in price.linked),
        cost=None if price.none_because is not None else price.cost,
        p_now=price.p_now,
        now_words="" if price.p_now is None else likelihood(price.p_now),
        reason="" if price.none_because is None else f"{no_price_text(price)}.",
    )
