"""The rows of a waterfall: how the contributions to a standing are ordered, folded and laid end to end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from advisor.wording import SIDE_WORDS, contribution_label, signed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from advisor.explanation import Contribution
    from advisor.findings import OptionAtBest
    from advisor.playbook import ContributionSide, Playbook

BarKind = Literal["factor", "rule", "folded", "rule_cap", "cost_of_agreeing", "sum", "level"]

FOLD_BELOW = 0.15
"""Rules that add fewer points than this share one row: readable on demand, they do not crowd out the others."""

STANDING = "standing"
_FEWEST_TO_FOLD = 2
_COUNTS = ("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_SMALLER_RULES: Mapping[ContributionSide, str] = {
    "domestic": "smaller domestic rules",
    "external": "smaller external rules",
    "interaction": "smaller rules of both sides",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: it pushes the running total from `start` to `end`. `members` are the rules that a folded row holds.

    A sum reaches from zero to the total; a level is a point on the scale, `start` and `end` alike.
    """

    id: str
    label: str
    kind: BarKind
    side: ContributionSide
    points: float
    start: float
    end: float
    indent: int = 0
    vetoes: bool = False
    members: tuple[Bar, ...] = ()
    contribution: Contribution | None = None


def waterfall(playbook: Playbook, option: OptionAtBest) -> tuple[Bar, ...]:
    """Return the bars of an option in reading order, the standing last.

    Domestic factors and rules come first, then external ones, rules of both sides, the cap's excess and the cost of
    agreeing; within a side the vetoes come first and then the rules by weight.
    """
    bars = [_bar(playbook, option, one) for one in option.contributions]
    ordered = (
        *_of_side(playbook, bars, "domestic"),
        *_of_side(playbook, bars, "external"),
        *_of_side(playbook, bars, "interaction"),
        *(bar for bar in bars if bar.kind == "rule_cap"),
        *(bar for bar in bars if bar.kind == "cost_of_agreeing"),
    )
    total = Bar(STANDING, "Standing", "sum", "domestic", option.standing, 0.0, option.standing)
    return (*_end_to_end(ordered), total)


def unfolded(bars: Sequence[Bar], opened: Collection[str]) -> tuple[Bar, ...]:
    """Return the rows to show: the members of each folded row named in `opened` follow it."""
    return tuple(_shown(bars, opened))


def all_folds(bars: Sequence[Bar]) -> frozenset[str]:
    """Return the ids of the folded rows."""
    return frozenset(bar.id for bar in bars if bar.members)


def decisive(bars: Sequence[Bar]) -> Bar:
    """Return the bar that says most: a veto that takes the option out, else the weightiest that pushes its way."""
    began = bars[0].points if bars[0].kind == "level" else 0.0
    direction = 1 if bars[-1].points >= began else -1
    vetoes = [bar for bar in bars if bar.vetoes]
    political = [bar for bar in bars if bar.kind in ("factor", "rule") and bar.points * direction > 0]
    return max(vetoes or political or [bars[-1]], key=lambda bar: abs(bar.points))


def in_words(option: OptionAtBest, bars: Sequence[Bar]) -> str:
    """Say in one sentence what the bars add up to."""
    sides = f"domestic {signed(option.domestic)}, external {signed(option.external)}, both {signed(option.interaction)}"
    place = "inside the win-set" if option.in_win_set else "outside the win-set"
    vetoes = " and ".join(f"“{bar.label}”" for bar in bars if bar.vetoes)
    veto = f", vetoed by {vetoes}" if vetoes else ""
    return f"{option.name}: {sides}; together a standing of {signed(option.standing)}, {place}{veto}."


def table(bars: Sequence[Bar]) -> list[tuple[str | float, ...]]:
    """Return the bars as a plain table with its header, every fold open."""
    rows = [bar for bar in unfolded(bars, all_folds(bars)) if not bar.members]
    return [
        ("Contribution", "Side", "Points", "Running total", "Veto"),
        *((bar.label, _side_word(bar), bar.points, bar.end, "veto" if bar.vetoes else "") for bar in rows),
    ]


def _side_word(bar: Bar) -> str:
    if bar.kind in ("sum", "level"):
        return ""
    return "constant" if bar.kind == "cost_of_agreeing" else SIDE_WORDS[bar.side]


def _bar(playbook: Playbook, option: OptionAtBest, one: Contribution) -> Bar:
    return Bar(
        id=f"{one.kind}:{one.id}",
        label=contribution_label(playbook, one),
        kind=one.kind,
        side=one.side,
        points=one.points,
        start=0.0,
        end=one.points,
        indent=int(one.kind == "rule"),
        vetoes=one.kind == "rule" and one.id in option.vetoes,
        contribution=one,
    )


def _of_side(playbook: Playbook, bars: Sequence[Bar], side: ContributionSide) -> Iterator[Bar]:
    yield from (bar for bar in bars if bar.kind == "factor" and bar.side == side)
    rules = [bar for bar in bars if bar.kind == "rule" and bar.side == side]
    small = [bar for bar in rules if abs(bar.points) < FOLD_BELOW and playbook.rule[_rule_id(bar)].kind != "veto"]
    if len(small) < _FEWEST_TO_FOLD:
        small = []
    yield from _by_weight(bar for bar in rules if bar not in small)
    if small:
        yield _folded(side, tuple(_by_weight(small)))


def _rule_id(bar: Bar) -> str:
    return bar.contribution.id if bar.contribution else ""


def _by_weight(bars: Iterable[Bar]) -> list[Bar]:
    return sorted(bars, key=lambda bar: (not bar.vetoes, -abs(bar.points)))


def _folded(side: ContributionSide, members: tuple[Bar, ...]) -> Bar:
    number = len(members) - _FEWEST_TO_FOLD
    count = _COUNTS[number] if number < len(_COUNTS) else str(len(members))
    points = sum(bar.points for bar in members)
    inner = tuple(replace(bar, indent=2) for bar in members)
    label = f"{count} {_SMALLER_RULES[side]}"
    return Bar(f"folded:{side}", label, "folded", side, points, 0.0, points, indent=1, members=inner)


def _end_to_end(bars: Iterable[Bar], start: float = 0.0) -> Iterator[Bar]:
    for bar in bars:
        members = tuple(_end_to_end(bar.members, start))
        end = members[-1].end if members else start + bar.points
        yield replace(bar, start=start, end=end, members=members)
        start = end


def _shown(bars: Sequence[Bar], opened: Collection[str]) -> Iterator[Bar]:
    for bar in bars:
        yield bar
        if bar.id in opened:
            yield from bar.members
