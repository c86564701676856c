"""The options of a briefing: the table, the plan by verdict and the rows of the acceptance chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.phrasing import capitalised
from advisor.plan_summary import left_out_text, member_text, money_text
from advisor.plan_text import empty_package_text, settings_text
from advisor.wording import (
    VERDICT_GLYPHS,
    VERDICT_MEANINGS,
    VERDICT_WORDS,
    likelihood,
    move_text,
    no_price_text,
    option_advice,
    option_reason,
    verdict_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.findings import Findings, OptionFinding, Verdict
    from advisor.levers import Price
    from advisor.plan import Plan
    from advisor.playbook import Playbook

_LEADS_CHARTED, _ACCEPTED_CHARTED, _RESERVE_CHARTED, _AVOID_CHARTED = 4, 7, 2, 1
_PLAN_TITLES: Mapping[Verdict, str] = {**VERDICT_WORDS, "lead": "Commit now"}
_LEFT_OUT = f"{VERDICT_GLYPHS['lead']} Leads left out"
_AVOID_NOTE = "vetoed, or out of reach at any affordable price; reasons on the sheet Why"


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """The options of one verdict, best first, with one note on them; `left_out` marks leads beside a plan."""

    verdict: Verdict
    title: str
    options: tuple[str, ...]
    note: str
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class AcceptanceRow:
    """One option of the acceptance chart."""

    verdict: Verdict
    label: str
    p_now: float
    p_horizon: float


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One line of the options table; texts of verdicts carry glyph and word, `place` counts from 1 in the playbook."""

    place: int
    rank: int
    name: str
    verdict: Verdict
    verdict_text: str
    best_verdict_text: str
    standing: float
    domestic: float
    external: float
    interaction: float
    vetoed: bool
    p_now: float
    now_words: str
    p_horizon: float
    horizon_words: str
    us_value: float
    reason: str
    advice: tuple[str, ...]
    price: str


def option_table(playbook: Playbook, findings: Findings) -> tuple[OptionRow, ...]:
    """Return all options by rank."""
    return tuple(_option_row(playbook, option) for option in findings.ranked)


def plan_columns(playbook: Playbook, findings: Findings, plan: Plan | None = None) -> tuple[PlanColumn, ...]:
    """Return the options of each verdict, one column a verdict, empty ones included.

    With a plan the first column is its package, leads that are not in it have a column of their own, and verdicts are
    those under its knobs.
    """
    if plan is None:
        return tuple(_plan_column(playbook, findings, verdict) for verdict in VERDICT_WORDS)
    return (_package_column(playbook, plan), *_columns_beside(plan))


def acceptance_rows(findings: Findings) -> tuple[AcceptanceRow, ...]:
    """Return a selection of options, by verdict and rank, as many as one chart can carry.

    Of what is accepted these are the best, of what is refused those of most value to the United States.
    """
    leads = findings.with_verdict("lead")[:_LEADS_CHARTED]
    offers = findings.with_verdict("offer_with_conditions")[: _ACCEPTED_CHARTED - len(leads)]
    reserve = _most_valuable(findings.with_verdict("hold_in_reserve"), _RESERVE_CHARTED)
    avoid = _most_valuable(findings.with_verdict("avoid"), _AVOID_CHARTED)
    return tuple(
        AcceptanceRow(one.verdict, f"{VERDICT_GLYPHS[one.verdict]} {one.best.name}", one.p_now, one.p_horizon)
        for one in (*leads, *offers, *reserve, *avoid)
    )


def _most_valuable(options: Sequence[OptionFinding], count: int) -> tuple[OptionFinding, ...]:
    chosen = sorted(options, key=lambda one: -one.best.us_value)[:count]
    return tuple(one for one in options if one in chosen)


def _plan_column(playbook: Playbook, findings: Findings, verdict: Verdict) -> PlanColumn:
    options = findings.with_verdict(verdict)
    note = _plan_note(playbook, options, verdict) if options else VERDICT_MEANINGS[verdict]
    return PlanColumn(
        verdict, _plan_title(verdict), tuple(option.best.name for option in options), f"{capitalised(note)}."
    )


def _package_column(playbook: Playbook, plan: Plan) -> PlanColumn:
    notes = (f"{money_text(plan)}." if plan.package else empty_package_text(), settings_text(playbook, plan.knobs))
    names = tuple(member_text(member) for member in plan.package)
    return PlanColumn("lead", _plan_title("lead"), names, " ".join(note for note in notes if note))


def _columns_beside(plan: Plan) -> Iterator[PlanColumn]:
    """Yield the options that are not in the package of a plan, by verdict."""
    for verdict in VERDICT_WORDS:
        beside = [one for one in plan.findings.with_verdict(verdict) if one.best.id not in plan.options]
        if verdict == "lead" and not beside:
            continue
        title = _LEFT_OUT if verdict == "lead" else _plan_title(verdict)
        names = tuple(_beside_text(one, plan) for one in beside)
        note = f"{capitalised(_note_beside(beside, plan, verdict))}." if beside else ""
        yield PlanColumn(verdict, title, names, note, left_out=verdict == "lead")


def _beside_text(option: OptionFinding, plan: Plan) -> str:
    return f"{option.best.name} (ruled out)" if option.best.id in plan.knobs.ruled_out else option.best.name


def _note_beside(options: Sequence[OptionFinding], plan: Plan, verdict: Verdict) -> str:
    match verdict:
        case "lead":
            return left_out_text(plan)
        case "offer_with_conditions":
            return f"not in the plan; {_sweeteners(options)}; conditions on the sheet Options"
        case "hold_in_reserve":
            priced = {price.option for price in plan.prices if price.none_because is None}
            bought = sum(one.best.id in priced for one in options)
            return f"not acceptable now but close; {bought or 'none'} of them can be brought in at a price, see Plan"
        case "avoid":
            return _AVOID_NOTE


def _sweeteners(options: Iterable[OptionFinding]) -> str:
    return f"{sum(one.best.sweetener for one in options) or 'none'} of them only as a sweetener"


def _plan_title(verdict: Verdict) -> str:
    return f"{VERDICT_GLYPHS[verdict]} {_PLAN_TITLES[verdict]}"


def _plan_note(playbook: Playbook, options: tuple[OptionFinding, ...], verdict: Verdict) -> str:
    match verdict:
        case "lead":
            cost = sum(sum(playbook.option[one.best.id].cost_usd_m) / 2 for one in options)
            return f"all together about USD {cost:.0f} million a year; the budget is {playbook.plan.budget:g}"
        case "offer_with_conditions":
            return f"{_sweeteners(options)}; conditions on the sheet Options"
        case "hold_in_reserve":
            return "outside the win-set but within reach; prices on the sheet Options"
        case "avoid":
            return _AVOID_NOTE


def _option_row(playbook: Playbook, option: OptionFinding) -> OptionRow:
    best = option.best
    return OptionRow(
        place=playbook.option_ids.index(best.id) + 1,
        rank=best.rank,
        name=best.name,
        verdict=option.verdict,
        verdict_text=verdict_text(option.verdict),
        best_verdict_text=verdict_text(best.verdict),
        standing=best.standing,
        domestic=best.domestic,
        external=best.external,
        interaction=best.interaction,
        vetoed=best.vetoed,
        p_now=option.p_now,
        now_words=likelihood(option.p_now),
        p_horizon=option.p_horizon,
        horizon_words=likelihood(option.p_horizon),
        us_value=best.us_value,
        reason=option_reason(playbook, best),
        advice=option_advice(playbook, option),
        price=_price_text(playbook, option.price) if option.price else "",
    )


def _price_text(playbook: Playbook, price: Price) -> str:
    if price.none_because is not None:
        return no_price_text(price)
    moves = [move_text(playbook, move) for move in price.moves]
    linked = [f"linked with {playbook.option[name].name}" for name in price.linked]
    return ": ".join(part for part in (f"{price.cost:g}", "; ".join([*moves, *linked])) if part)
