"""What to watch: the switches of a plan and the tipping points of its package, with what an observer would see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.findings import VERDICTS
from advisor.phrasing import capitalised
from advisor.plan_text import consequence_text, reaching_text, switch_reason, switch_text
from advisor.signposts import crossing_text, signpost
from advisor.wording import likelihood, verdict_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from advisor.plan import Plan
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet
    from advisor.signposts import Signpost
    from advisor.switches import Switch
    from advisor.tipping import State, TippingPoint

_SWITCHES_SHOWN, _SIGNS_SHOWN = 4, 3
_VERDICTS: Mapping[State, str] = {verdict: verdict_text(verdict) for verdict in VERDICTS}


@dataclass(frozen=True, slots=True)
class SwitchRow:
    """One switch: when `watch` comes to `threshold`, `then` do.

    An observer would see `sight`, and `reading` in public data; either may be empty.
    """

    number: int
    watch: str
    trigger: str
    threshold: float
    now: float
    share: float
    share_words: str
    drop: tuple[str, ...]
    add: tuple[str, ...]
    then: str
    gain: float
    standard_error: float
    why: str
    sight: str
    reading: str
    seen_in_short: str


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One tipping point of the package; `now` is None where the indicator is not scored."""

    watch: str
    trigger: str
    value: float
    now: float | None
    years: float
    option: str
    before: str
    after: str
    then: str
    sight: str
    reading: str
    seen_in_short: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One line of the triggers on a Brief; a tipping point has neither a number nor a share of the futures."""

    number: int | None
    watch: str
    trigger: str
    then: str
    seen: str
    now: float
    share: float | None
    share_words: str


def switch_rows(playbook: Playbook, plan: Plan) -> tuple[SwitchRow, ...]:
    """Return the switch table in the order in which its rules are looked at."""
    return tuple(_switch_row(playbook, number, one) for number, one in enumerate(plan.switches, 1))


def watch_rows(playbook: Playbook, sheet: ScoreSheet, plan: Plan) -> tuple[WatchRow, ...]:
    """Return the watch list in the order of the plan."""
    return tuple(_watch_row(playbook, sheet, point) for point in plan.watch_list)


def signs(switches: Sequence[SwitchRow], watch: Iterable[WatchRow]) -> tuple[Sign, ...]:
    """Return what a Brief has room for: the switches, then the first tipping points of other scored indicators."""
    shown = [_switch_sign(row) for row in switches[:_SWITCHES_SHOWN]]
    for row in watch:
        if len(shown) >= _SIGNS_SHOWN:
            break
        if row.now is not None and row.watch not in {one.watch for one in shown}:
            shown.append(Sign(None, row.watch, row.trigger, row.then, row.seen_in_short, row.now, None, ""))
    return tuple(shown)


def _switch_row(playbook: Playbook, number: int, switch: Switch) -> SwitchRow:
    trigger, seen = switch.trigger, signpost(playbook, switch.trigger)
    return SwitchRow(
        number=number,
        watch=playbook.indicator[trigger.indicator].name,
        trigger=reaching_text(trigger),
        threshold=trigger.value,
        now=trigger.now,
        share=switch.share,
        share_words=likelihood(switch.share),
        drop=tuple(playbook.option[one.option].name for one in switch.drop),
        add=tuple(playbook.option[one.option].name for one in switch.add),
        then=switch_text(playbook, switch),
        gain=switch.gain,
        standard_error=switch.standard_error,
        why=switch_reason(playbook, switch),
        sight=capitalised(seen.sight),
        reading=capitalised(seen.reading),
        seen_in_short=_looks_like(seen),
    )


def _watch_row(playbook: Playbook, sheet: ScoreSheet, point: TippingPoint) -> WatchRow:
    seen = signpost(playbook, point)
    return WatchRow(
        watch=playbook.indicator[point.indicator].name,
        trigger=crossing_text(point),
        value=point.value,
        now=point.now if sheet.get(point.indicator) else None,
        years=point.distance,
        option=playbook.option[point.subject].name,
        before=_VERDICTS[point.before],
        after=_VERDICTS[point.after],
        then=consequence_text(playbook, point),
        sight=capitalised(seen.sight),
        reading=capitalised(seen.reading),
        seen_in_short=_looks_like(seen),
    )


def _switch_sign(row: SwitchRow) -> Sign:
    return Sign(row.number, row.watch, row.trigger, row.then, row.seen_in_short, row.now, row.share, row.share_words)


def _looks_like(seen: Signpost) -> str:
    return f"Looks like: {seen.in_short}." if seen.in_short else ""
