"""Tipping points in words: what an observer would see, from the anchors of an indicator and the data that inform it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from advisor.phrasing import uncapitalised
from advisor.scorecard import nearest_anchors
from advisor.scores import SCALE
from advisor.tipping import STANCE, nearest
from advisor.wording import STANCE_WORDS, VERDICT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.playbook import Indicator, Playbook, Proxy
    from advisor.scores import ScoreSheet
    from advisor.tipping import Direction, JointMove, State, TippingPoint

_ON_ANCHOR = 0.25
_CLOSE_TO_ANCHOR = 0.75
_STEPS_SHOWN = 20
_MOST_DIGITS = 3
_STATE_WORDS: Mapping[str, str] = dict((*VERDICT_WORDS.items(), *STANCE_WORDS.items()))


class Crossing(Protocol):
    """A score that an indicator comes to from where it stands: a tipping point, or the trigger of a switch."""

    @property
    def indicator(self) -> str:
        """Id of the indicator."""
        ...

    @property
    def direction(self) -> Direction:
        """Which way it goes."""
        ...

    @property
    def now(self) -> float:
        """Its best score today."""
        ...

    @property
    def value(self) -> float:
        """The score it comes to."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """The raw value of public data at which a tipping point is reached, from below or from above."""

    dataset: str
    field: str
    raw: float
    from_below: bool
    shown: str

    @property
    def text(self) -> str:
        """What to watch for: "about 24 or less: head of government approval, per cent, three-month average"."""
        return f"about {self.shown} or {'more' if self.from_below else 'less'}: {uncapitalised(self.field)}"


@dataclass(frozen=True, slots=True)
class Signpost:
    """What an observer would see when an indicator comes to a score."""

    move: str
    sight: str
    readings: tuple[Reading, ...]

    @property
    def text(self) -> str:
        """The whole signpost, with the first of its readings."""
        seen = f"{self.move}: {self.sight}." if self.sight else f"{self.move}."
        return f"{seen} Watch for {self.reading}." if self.reading else seen

    @property
    def reading(self) -> str:
        """The first of its readings with its source; empty where there is none."""
        return f"{self.readings[0].text} ({self.readings[0].dataset})" if self.readings else ""

    @property
    def in_short(self) -> str:
        """What is seen in one clause: the sight, or else the first reading; empty where nobody outside could tell."""
        return self.sight or (self.readings[0].text if self.readings else "")


def signpost(playbook: Playbook, point: Crossing) -> Signpost:
    """Say what an observer would see: "Unpopular government rises from 6 to 8: about 24 per cent"."""
    indicator, rises = playbook.indicator[point.indicator], point.direction == "rises_to"
    now, value = _told_apart(point)
    return Signpost(
        move=f"{indicator.name} {'rises' if rises else 'falls'} from {now} to {value}",
        sight=_sight(indicator, point),
        readings=tuple(reading for proxy in indicator.proxies if (reading := _reading(proxy, point.value, rises))),
    )


def raw_value(proxy: Proxy, score: float) -> float | None:
    """Return the raw value that stands for a score, the inverse of the breakpoints; None where none does."""
    for (raw, first), (other, second) in pairwise(proxy.breakpoints):
        if min(first, second) <= score <= max(first, second):
            return raw + (other - raw) * ((score - first) / (second - first) if second != first else 0.0)
    return None


def turning_text(playbook: Playbook, sheet: ScoreSheet, point: TippingPoint) -> str:
    """Say when a state turns: "Stance turns contested if Military objection falls below 5.4 (now 7.5; ...)"."""
    turned = _turned(playbook, point.subject, point.before, point.after)
    now, value = _told_apart(point)
    here = f"now {now}" if sheet.get(point.indicator) else f"not scored, counted as {now}"
    return f"{turned} if {playbook.indicator[point.indicator].name} {_goes(point, value)} ({here}; {_years(point)})"


def turn_in_short(playbook: Playbook, point: TippingPoint) -> tuple[str, str, str]:
    """Say the same beside the subject itself, with where the score is and how far off that is, each on its own."""
    now, value = _told_apart(point)
    name = playbook.indicator[point.indicator].name
    return f"{name} {_goes(point, value)}: {_STATE_WORDS[point.after]}", f"now {now}", _years(point)


def crossing_text(point: TippingPoint) -> str:
    """Say which way its indicator must go, and how far: "falls below 4.6"."""
    return _goes(point, _told_apart(point)[1])


def nearest_text(playbook: Playbook, sheet: ScoreSheet, points: Iterable[TippingPoint], subject: str = STANCE) -> str:
    """Say where the nearest tipping point of a subject lies, or that no single indicator turns it."""
    found = nearest(points, subject)
    if found:
        return turning_text(playbook, sheet, found[0])
    what = "the stance" if subject == STANCE else f"the verdict on {uncapitalised(playbook.option[subject].name)}"
    return f"No indicator on its own changes {what}"


def joint_text(playbook: Playbook, move: JointMove) -> str:
    """Say how little must move together: "Stance turns contested if all moves toward aligning by 0.2 typical ..."."""
    turned = _turned(playbook, move.subject, move.before, move.after)
    favour = move.favour == "in_favour"
    if move.subject == STANCE:
        way = "toward aligning" if favour else "away from aligning"
    else:
        way = "in its favour" if favour else "against it"
    return f"{turned} if everything moves {way} by {_span(move.years)}"


def _turned(playbook: Playbook, subject: str, before: State, after: State) -> str:
    if subject == STANCE:
        return f"Stance turns {_STATE_WORDS[after].lower()}"
    return f"{playbook.option[subject].name}: {_STATE_WORDS[before]} → {_STATE_WORDS[after]}"


def _goes(point: TippingPoint, value: str) -> str:
    verb, beyond = ("rises", "above") if point.direction == "rises_to" else ("falls", "below")
    if point.value in SCALE:
        return f"{verb} to {value}"
    return f"{verb} at all" if point.distance == 0 else f"{verb} {beyond} {value}"


def _years(point: TippingPoint) -> str:
    return "already at its tipping point" if point.distance == 0 else f"{_span(point.distance)} of change"


def _span(years: float) -> str:
    shown = f"{years:.1f}"
    if shown == "0.0":
        return "less than a tenth of a typical year"
    return "about 1 typical year" if shown == "1.0" else f"about {shown} typical years"


def _told_apart(point: Crossing) -> tuple[str, str]:
    """Print both ends of a move with as few digits as tell them apart."""
    for digits in range(1, _MOST_DIGITS):
        now, value = _short(point.now, digits), _short(point.value, digits)
        if now != value:
            return now, value
    return _short(point.now, _MOST_DIGITS), _short(point.value, _MOST_DIGITS)


def _short(value: float, digits: int) -> str:
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _sight(indicator: Indicator, point: Crossing) -> str:
    """Name the anchor at a tipping point, the next one on the way, or the two it lies between."""
    if not indicator.anchors:
        return ""
    closest, ahead = _closest(indicator, point.value), _ahead(indicator, point)
    apart, between = abs(closest - point.value), nearest_anchors(indicator.anchors, point.value)
    if apart <= _ON_ANCHOR:
        return _anchor(indicator, closest)
    if ahead and closest == _closest(indicator, point.now):
        return f"on the way to “{_anchor(indicator, ahead[0])}”"
    if apart > _CLOSE_TO_ANCHOR and between:
        return f"between {' and '.join(f'“{_anchor(indicator, one)}”' for one in between)}"
    return f"close to “{_anchor(indicator, closest)}”"


def _ahead(indicator: Indicator, point: Crossing) -> list[int]:
    """Return the anchors that a move beyond the tipping point would come to, in that order."""
    further = [anchor for anchor in indicator.anchors if (anchor - point.value) * (point.value - point.now) > 0]
    return sorted(further, key=lambda anchor: abs(anchor - point.value))


def _closest(indicator: Indicator, value: float) -> int:
    return min(indicator.anchors, key=lambda anchor: abs(anchor - value))


def _anchor(indicator: Indicator, anchor: int) -> str:
    return uncapitalised(indicator.anchors[anchor]).rstrip(".")


def _reading(proxy: Proxy, score: float, rises: bool) -> Reading | None:
    raw = raw_value(proxy, score)
    if raw is None:
        return None
    (first_raw, first), (last_raw, last) = proxy.breakpoints[0], proxy.breakpoints[-1]
    with_the_score = (last_raw - first_raw) * (last - first) >= 0
    step = abs(last_raw - first_raw) / _STEPS_SHOWN
    digits = max(0, -math.floor(math.log10(step))) if step else 0
    return Reading(proxy.dataset, proxy.field, raw, rises == with_the_score, _short(raw, digits).replace("-", "−"))
