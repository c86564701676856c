"""Every option of a playbook once, in the column where a plan puts it, with what speaks of it in a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from advisor.engine import DUST
from advisor.plan_text import amount
from advisor.wording import (
    VERDICT_WORDS,
    is_offered_as_sweetener,
    likelihood,
    move_text,
    no_price_text,
    option_reason,
    percent,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from advisor.findings import OptionFinding, Verdict
    from advisor.levers import Price
    from advisor.package import LimitName
    from advisor.plan import Plan
    from advisor.playbook import Option, Playbook

Pin = Literal["free", "pinned", "ruled_out"]
NO_PRICE = "–"
PRICE_NOTE = f"price of bringing an option in, in USD million a year or its equivalent; {NO_PRICE} nothing brings it in"
PIN_WORDS: Mapping[Pin, str] = {"free": "left to the plan", "pinned": "pinned", "ruled_out": "ruled out"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One option; `aside` is its cost, its price or a word, and `notes` say more, a sentence each."""

    option: str
    name: str
    verdict: Verdict
    pin: Pin
    aside: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """What to do with some options; `more` are those beside the plan, under a title of their own."""

    verdict: Verdict
    title: str
    figure: str
    entries: tuple[Entry, ...]
    more_title: str = ""
    more: tuple[Entry, ...] = ()
    note: str = ""

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """All options of the column, in the order shown."""
        return (*self.entries, *self.more)


def plan_columns(playbook: Playbook, plan: Plan) -> tuple[PlanColumn, ...]:
    """Return the four columns: commit now, offer with conditions, hold in reserve, avoid."""
    view = _View(playbook, plan)
    reserve = view.rest("hold_in_reserve", lambda option: price_figure(view.prices.get(option.best.id)))
    return (
        _commit(view),
        PlanColumn(
            "offer_with_conditions",
            VERDICT_WORDS["offer_with_conditions"],
            "",
            view.rest("offer_with_conditions", _sweetener),
        ),
        PlanColumn(
            "hold_in_reserve",
            VERDICT_WORDS["hold_in_reserve"],
            "price" if reserve else "",
            reserve,
            note=PRICE_NOTE if reserve else "",
        ),
        PlanColumn("avoid", VERDICT_WORDS["avoid"], "", view.rest("avoid", view.why_not)),
    )


def columns_table(columns: Iterable[PlanColumn]) -> Iterator[tuple[str, ...]]:
    """Yield the columns as rows of a table, titles first."""
    yield ("Plan", "Option", "Rated", "Cost, price or reason", "Set by the analyst", "Notes")
    for column in columns:
        for entry in column.all_entries:
            title = column.more_title if entry in column.more else column.title
            pin = "" if entry.pin == "free" else PIN_WORDS[entry.pin]
            yield (title, entry.name, VERDICT_WORDS[entry.verdict], entry.aside, pin, " ".join(entry.notes))


def price_figure(price: Price | None) -> str:
    """Print a price as a number, or a dash where nothing brings the option in."""
    return NO_PRICE if price is None or price.none_because is not None else amount(price.cost)


def price_notes(playbook: Playbook, price: Price) -> Iterator[str]:
    """Yield what brings an option into the win-set, or why nothing does."""
    if price.none_because is not None:
        yield f"{no_price_text(price)}."
        return
    linked = [playbook.option[name].name for name in price.linked]
    parts = [*(move_text(playbook, move) for move in price.moves), *(f"linked with {name}" for name in linked)]
    yield f"Price {amount(price.cost)}: {'; '.join(parts) or 'nothing to move'}."
    if price.p_now is not None:
        yield f"Acceptance then: {likelihood(price.p_now)}, {percent(price.p_now)}."


class _View:
    """A plan with what its columns ask of it again and again."""

    def __init__(self, playbook: Playbook, plan: Plan) -> None:
        self.playbook, self.plan = playbook, plan
        self.found = {option.best.id: option for option in plan.findings.options}
        self.prices = {price.option: price for price in plan.prices}

    def rest(self, verdict: Verdict, aside: Callable[[OptionFinding], str]) -> tuple[Entry, ...]:
        """Return the options of a verdict that are not in the package, by rank."""
        chosen = [one for one in self.plan.findings.with_verdict(verdict) if one.best.id not in self.plan.options]
        return tuple(self.entry(one, aside(one)) for one in chosen)

    def entry(self, option: OptionFinding, aside: str) -> Entry:
        """Return one option with what is to be said of it."""
        return Entry(
            option=option.best.id,
            name=option.best.name,
            verdict=option.verdict,
            pin=self._pin(option.best.id),
            aside=aside,
            notes=tuple(self._notes(option)),
        )

    def why_not(self, option: OptionFinding) -> str:
        """Say in a word or two why an option is to be avoided."""
        if option.best.vetoed:
            return "veto"
        price = self.prices.get(option.best.id)
        return "no price" if price is None or price.none_because is not None else "costly"

    def _pin(self, option: str) -> Pin:
        if option in self.plan.knobs.pinned:
            return "pinned"
        return "ruled_out" if option in self.plan.knobs.ruled_out else "free"

    def _notes(self, option: OptionFinding) -> Iterator[str]:
        months, later = self.plan.horizon_months, f"{likelihood(option.p_horizon)}, {percent(option.p_horizon)}"
        now = f"Acceptance now {likelihood(option.p_now)}, {percent(option.p_now)}"
        yield f"{now}; in {months:g} months {later}." if months else f"{now}."
        name = option.best.id
        if name in self.plan.options:
            if option.verdict in ("hold_in_reserve", "avoid"):
                yield f"Rated “{VERDICT_WORDS[option.verdict]}”: {option_reason(self.playbook, option.best)}."
            return
        if option.verdict in ("lead", "offer_with_conditions"):
            yield f"Not in the package: {_left_out(self.playbook, self.plan, self.playbook.option[name])}."
        else:
            yield f"{option_reason(self.playbook, option.best)}."
        if name in self.prices:
            yield from price_notes(self.playbook, self.prices[name])


def _commit(view: _View) -> PlanColumn:
    plan = view.plan
    budget = _use(plan, "budget")
    leads = view.rest("lead", lambda option: amount(_cost(view.playbook.option[option.best.id])))
    package = (view.entry(view.found[name], amount(_cost(view.playbook.option[name]))) for name in plan.options)
    return PlanColumn(
        "lead",
        "Commit now",
        f"{amount(budget[0])} of ${amount(budget[1])}m",
        tuple(package),
        more_title="Leads left out" if leads else "",
        more=leads,
    )


def _sweetener(option: OptionFinding) -> str:
    return "sweetener" if is_offered_as_sweetener(option.best, option.verdict) else ""


def _cost(option: Option) -> float:
    return sum(option.cost_usd_m) / 2


def _use(plan: Plan, limit: LimitName) -> tuple[float, float]:
    return next((use.used, use.allowed) for use in plan.limits if use.limit == limit)


def _left_out(playbook: Playbook, plan: Plan, option: Option) -> str:
    """Say what keeps an acceptable option out of the package."""
    if option.id in plan.knobs.ruled_out:
        return "ruled out by the analyst"
    excluded = [name for name in plan.options if _exclude(option, playbook.option[name])]
    if excluded:
        return f"it excludes {playbook.option[excluded[0]].name}, which is in"
    required = next((one.any for one in playbook.plan.requires_any if one.option == option.id), ())
    if required and not set(required) & set(plan.options):
        return f"it needs {' or '.join(playbook.option[name].name for name in required)} beside it"
    return _beyond(plan, option) or "what it would add is not worth its place"


def _exclude(option: Option, other: Option) -> bool:
    return other.id in option.mutually_exclusive_with or option.id in other.mutually_exclusive_with


def _beyond(plan: Plan, option: Option) -> str:
    """Say which limits leave no room for an option beside the package; empty where none does."""
    (spent, budget), (shown, cap), (count, most) = (_use(plan, name) for name in ("budget", "footprint", "options"))
    cost = _cost(option)
    reasons = (
        (spent + cost > budget + DUST, f"costs {amount(cost)} where {amount(budget - spent)} of the budget is left"),
        (
            shown + option.visibility > cap + DUST,
            f"shows {amount(option.visibility)} where {amount(cap - shown)} of the footprint is left",
        ),
        (count + 1 > most + DUST, f"the package is full with {amount(count)} options"),
    )
    return "; ".join(text for holds, text in reasons if holds)
