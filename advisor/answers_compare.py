"""Why assessments compared with one another differ: pressure by pressure, and indicator by indicator within each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject
from advisor.phrasing import day_text
from advisor.side_by_side import difference_text
from advisor.wording import STANCE_WORDS, percent, signed

if TYPE_CHECKING:
    from advisor.playbook import Indicator, Playbook
    from advisor.side_by_side import Compared, FactorRow, SideBySide

CHANGED_BY = "Other scores in what is compared: each part leads to them, to their evidence and their tipping points."


def comparison_answer(playbook: Playbook, found: SideBySide) -> Answer:
    """Return in what the assessments differ: stance, pressures and verdicts."""
    splits = [one for one in found.options if one.differs]
    return Answer(
        title="Side by side",
        value=f"{len(found.compared)} assessments",
        meaning=f"{difference_text(found)} A pressure is the weighted mean of its indicators, from 0 to 10.",
        parts=(
            *(_stance_part(one) for one in found.compared),
            *(
                Part(row.name, f"{row.spread:.1f}", "points from the lowest to the highest", Subject("apart", row.id))
                for row in sorted(found.factors, key=lambda row: -row.spread)
            ),
            Part("Options with different verdicts", f"{len(splits)} of {len(playbook.options)}"),
        ),
        changes=(CHANGED_BY,),
    )


def apart_answer(playbook: Playbook, found: SideBySide, factor_id: str) -> Answer:
    """Return how far a pressure lies apart, and which indicators that comes from."""
    row = next(one for one in found.factors if one.id == factor_id)
    known = [(value, one) for value, one in zip(row.values, found.compared, strict=True) if value is not None]
    if len(known) < 2:
        return Answer(row.name, "", "Fewer than two of the assessments have a score on it.", _values(found, row))
    (high, highest), (low, lowest) = (pick(known, key=lambda pair: pair[0]) for pick in (max, min))
    return Answer(
        title=f"{row.name}, apart by",
        value=f"{row.spread:.1f} points",
        meaning=(
            f"From {low:.1f} in {_name(lowest)} to {high:.1f} in {_name(highest)}. What each indicator adds is its "
            "difference times its share of the weight, and the parts add up to the difference."
        ),
        parts=(*_values(found, row), *_indicators(playbook, factor_id, highest, lowest)),
        changes=(CHANGED_BY,),
    )


def _values(found: SideBySide, row: FactorRow) -> tuple[Part, ...]:
    return tuple(
        Part(_name(one), "not scored" if value is None else f"{value:.1f}", "", Subject("factor", row.id, one.id))
        for value, one in zip(row.values, found.compared, strict=True)
    )


def _indicators(playbook: Playbook, factor_id: str, highest: Compared, lowest: Compared) -> tuple[Part, ...]:
    members = [one for one in playbook.indicators if one.factor == factor_id]
    total = sum(one.weight for one in members)
    added = [(one.weight / total * (_value(highest, one) - _value(lowest, one)), one) for one in members]
    added.sort(key=lambda pair: -abs(pair[0]))
    return tuple(
        Part(
            one.name,
            signed(points),
            f"{_value(highest, one):.1f} less {_value(lowest, one):.1f}, × weight {percent(one.weight / total)}",
            Subject("score", one.id, highest.id),
        )
        for points, one in added
    )


def _value(one: Compared, indicator: Indicator) -> float:
    """Return the score that counts: that of an indicator without one is what the engine takes it for."""
    return float(one.findings.best.sheet.arrays((indicator.id,)).best[0])


def _stance_part(one: Compared) -> Part:
    stance = one.findings.best.stance
    value = f"{STANCE_WORDS[stance.stance_class]}, index {signed(stance.index)}"
    return Part(_name(one), value if one.findings.best.scored else "not scored", "", Subject("stance", of=one.id))


def _name(one: Compared) -> str:
    return f"{one.country}, {day_text(one.as_of)}"
