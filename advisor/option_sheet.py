"""What the tool says of one option beside its numbers, as titled sections of lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.reasons import citations
from advisor.signposts import turn_in_short
from advisor.tipping import nearest
from advisor.wording import likelihood, move_text, no_price_text, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.findings import OptionAtBest
    from advisor.levers import Price
    from advisor.playbook import Option, Playbook
    from advisor.tipping import TippingPoint

_TURNS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line and what stands beside it, such as a cost; `minor` marks what only supports the line above."""

    text: str
    aside: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A title with its lines; there is at least one."""

    title: str
    lines: tuple[Line, ...]


def judged_sections(
    playbook: Playbook, option: OptionAtBest, price: Price | None, tipping: Iterable[TippingPoint] = ()
) -> tuple[Section, ...]:
    """Return conditions to attach, prerequisites, the nearest tipping points, and the price where one is known."""
    turns = nearest(tipping, option.id)[:_TURNS_SHOWN]
    candidates = (
        Section("Conditions to attach", _lines(option.advice)),
        Section("Prerequisites", _lines(playbook.option[option.id].prerequisites)),
        Section("The verdict changes if", tuple(line for point in turns for line in _turn_lines(playbook, point))),
        Section("Price", () if price is None else tuple(_price_lines(playbook, price))),
    )
    return tuple(section for section in candidates if section.lines)


def described_sections(playbook: Playbook, option: Option) -> tuple[Section, ...]:
    """Return what the playbook says of the option, whatever the scores."""
    candidates = (
        Section("What it is", (Line(option.summary), *_instruments(option))),
        Section("Precedent", tuple(_precedent(playbook, option))),
        Section("Evidence and cost", tuple(_costs(option))),
        Section("Goes together with", _names(playbook, option.complements)),
        Section("Excludes", _names(playbook, option.mutually_exclusive_with)),
        Section("Sources", tuple(_minor(citations(playbook, option.sources)))),
    )
    return tuple(section for section in candidates if section.lines)


def _lines(texts: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(text) for text in texts)


def _names(playbook: Playbook, options: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(playbook.option[name].name) for name in options)


def _minor(texts: Iterable[str]) -> Iterator[Line]:
    return (Line(text, minor=True) for text in texts)


def _turn_lines(playbook: Playbook, point: TippingPoint) -> Iterator[Line]:
    turn, now, years = turn_in_short(playbook, point)
    yield Line(turn, now)
    yield Line(years, minor=True)


def _price_lines(playbook: Playbook, price: Price) -> Iterator[Line]:
    if price.none_because is not None:
        yield Line(f"{no_price_text(price)}.")
        return
    for move in price.moves:
        yield Line(move_text(playbook, move), f"cost {move.cost:g}")
    if price.linked:
        yield Line("Linked with " + " and ".join(playbook.option[name].name for name in price.linked))
    if price.p_now is not None:
        yield Line(f"Acceptance then: {likelihood(price.p_now)}, {percent(price.p_now)}", f"in all {price.cost:g}")


def _instruments(option: Option) -> Iterator[Line]:
    if option.instruments:
        yield Line("By " + "; ".join(option.instruments) + ".")
    if option.lead_agencies:
        yield Line("Led by " + ", ".join(option.lead_agencies) + ".")


def _precedent(playbook: Playbook, option: Option) -> Iterator[Line]:
    yield Line(option.precedent.text, str(option.precedent.year))
    yield from _minor(citations(playbook, option.precedent.sources))


def _costs(option: Option) -> Iterator[Line]:
    low, high = option.cost_usd_m
    yield Line("Evidence that it works", option.evidence)
    yield Line("Cost, USD million a year", f"{low:g}–{high:g}, {option.cost_band}")
    yield Line("Lead time", f"{option.lead_time_months:g} months")
    for title, value in (
        ("Visibility", option.visibility),
        ("Coerciveness", option.coerciveness),
        ("Reversibility", option.reversibility),
    ):
        yield Line(title, f"{value:g} of 10")
