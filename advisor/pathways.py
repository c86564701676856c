"""A plan over time as data: lanes of packages, switches between them, the expected route, and what delivers when."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from advisor.engine import DUST
from advisor.phrasing import capitalised, listed, uncapitalised
from advisor.plan_text import reaching_text, switch_text
from advisor.wording import likelihood, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.plan import Plan
    from advisor.playbook import Playbook, Side
    from advisor.switches import Switch

_NAMED = 2


@dataclass(frozen=True, slots=True)
class Lane:
    """One package that the plan may lead to; `entered_from` is the side of the first trigger that leads there."""

    name: str
    detail: str
    package: tuple[str, ...]
    entered_from: Side | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """One switch: from today's package to the lane of that place in `Pathways.lanes`; `share` is how often it acts."""

    number: int
    lane: int
    side: Side
    trigger: str
    then: str
    share: float

    @property
    def text(self) -> str:
        """What sets it off, and how likely that is."""
        return f"{percent(self.share)}, {likelihood(self.share)}: {self.trigger}"


@dataclass(frozen=True, slots=True)
class Review:
    """When everything is scored anew."""

    months: float
    date: dt.date


@dataclass(frozen=True, slots=True)
class Pathways:
    """Where a plan may lead within its horizon. The first lane is today's package; `stay` is how often it is kept.

    Branches stand in the order in which the switches are looked at; when one is taken is not known.
    """

    start: dt.date
    months: float
    lanes: tuple[Lane, ...]
    branches: tuple[Branch, ...]
    stay: float
    reviews: tuple[Review, ...]

    @property
    def end(self) -> dt.date:
        """The date of the horizon."""
        return months_after(self.start, self.months)

    @property
    def expected(self) -> Branch | None:
        """The switch on the expected route, which is the likeliest one; None where that keeps today's package."""
        likeliest = max(self.branches, key=lambda branch: branch.share, default=None)
        return likeliest if likeliest is not None and likeliest.share > self.stay else None

    @property
    def caption(self) -> str:
        """How to read the map."""
        if not self.months:
            return "the plan looks at today alone"
        if not self.branches:
            return "no trigger leads away from today's package; everything is scored anew at each review"
        return "numbers are the switches of the table, in their order and not at dates; thick line, the expected route"

    @property
    def sentence(self) -> str:
        """The whole map in words."""
        route = self.expected
        kept = f"{percent(self.stay)} that today's package is kept"
        course = f"The expected route keeps today's package: {kept}."
        if not self.branches:
            return "One lane: no trigger leads away from today's package."
        if route is not None:
            course = f"The expected route takes switch {route.number} to {self.lanes[route.lane].name}; {kept}."
        switches = "; ".join(f"switch {one.number}, {one.text}: {one.then}" for one in self.branches)
        return f"{course} {capitalised(switches)}."


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the package delivers from so many months after it is begun."""

    months: float
    options: tuple[str, ...]


def pathways(playbook: Playbook, plan: Plan, start: dt.date) -> Pathways:
    """Return where a plan may lead from a date on; switches to the same package share a lane."""
    lanes = [_opening(plan)]
    branches = []
    for number, switch in enumerate(plan.switches, 1):
        side = playbook.indicator[switch.trigger.indicator].side
        place = next((at for at, lane in enumerate(lanes) if set(lane.package) == set(switch.package)), len(lanes))
        if place == len(lanes):
            lanes.append(_lane(playbook, switch, side))
        branches.append(
            Branch(
                number=number,
                lane=place,
                side=side,
                trigger=f"{playbook.phrase(switch.trigger.indicator)} {reaching_text(switch.trigger)}",
                then=switch_text(playbook, switch),
                share=switch.share,
            )
        )
    return Pathways(
        start=start,
        months=plan.horizon_months,
        lanes=tuple(lanes),
        branches=tuple(branches),
        stay=max(0.0, 1.0 - sum(switch.share for switch in plan.switches)),
        reviews=tuple(_reviews(playbook.plan.review_months, plan.horizon_months, start)),
    )


def pathways_table(found: Pathways) -> Iterator[tuple[str | int | float | None, ...]]:
    """Yield the map as rows of a table, titles first."""
    yield ("Switch", "When", "Leads to", "Then do", "Likelihood", "Share of futures", "Expected route")
    route, home = found.expected, found.lanes[0].name
    if not found.branches:
        yield (None, "no trigger pays", home, "keep it", "", None, "yes")
        return
    kept = "yes" if route is None else ""
    yield (None, "no trigger is reached", home, "keep it", likelihood(found.stay), found.stay, kept)
    for one in found.branches:
        yield (
            one.number,
            one.trigger,
            found.lanes[one.lane].name,
            one.then,
            likelihood(one.share),
            one.share,
            "yes" if one is route else "",
        )


def deliveries(playbook: Playbook, plan: Plan) -> tuple[Delivery, ...]:
    """Return when the package's options deliver, by their lead times, the soonest first."""
    options = sorted((playbook.option[name] for name in plan.options), key=lambda option: option.lead_time_months)
    return tuple(
        Delivery(months, tuple(option.name for option in some))
        for months, some in groupby(options, key=lambda option: option.lead_time_months)
    )


def months_after(start: dt.date, months: float) -> dt.date:
    """Return the date so many whole months later, at the last day of a shorter month; the calendar ends in 9999."""
    count = start.year * 12 + start.month - 1 + round(months)
    year, month = divmod(count, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _opening(plan: Plan) -> Lane:
    count = len(plan.options)
    committed = f"{count} option{'' if count == 1 else 's'} committed now" if count else "nothing committed"
    return Lane("Today's package", committed, plan.options)


def _lane(playbook: Playbook, switch: Switch, side: Side) -> Lane:
    added = _names(playbook, (change.option for change in switch.add))
    dropped = _names(playbook, (change.option for change in switch.drop))
    if not added:
        return Lane(f"Without {dropped}", "the rest is kept", switch.package, side)
    return Lane(capitalised(added), f"instead of {dropped}" if dropped else "in addition", switch.package, side)


def _names(playbook: Playbook, options: Iterable[str]) -> str:
    names = [uncapitalised(playbook.option[name].name) for name in options]
    return listed(names, _NAMED) if names else ""


def _reviews(every: float, months: float, start: dt.date) -> Iterator[Review]:
    for number in range(1, int(months / every + DUST) + 1):
        yield Review(number * every, months_after(start, number * every))
