"""Several analysts' scores of one case and date as one sheet, and where they differ.

Of the scores that an indicator was given, the merged one takes the least low, the median of the bests, the greatest
high and the least confidence: its range holds every analyst's range. The median and not the mean, so that one analyst
who is far off moves the best estimate no farther than one who is a little off. Who gave no score does not count. The
justification keeps what each gave, with the name; those who gave the very same stand together.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from advisor.findings import VERDICTS, judge
from advisor.frozen import freeze
from advisor.phrasing import listed
from advisor.playbook import STANCE_CLASSES
from advisor.scorecard import range_text
from advisor.scores import CONFIDENCES, Score, ScoreSheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from advisor.findings import Verdict
    from advisor.playbook import Playbook, StanceClass

T = TypeVar("T")
_NAMELESS = "Analyst"


@dataclass(frozen=True, slots=True)
class AnalystSheet:
    """One analyst's scores."""

    analyst: str
    sheet: ScoreSheet


@dataclass(frozen=True, slots=True)
class Spread:
    """What the analysts gave an indicator; `silent` are those who gave it no score."""

    indicator: str
    opinions: tuple[tuple[str, Score], ...]
    silent: tuple[str, ...] = ()

    @property
    def gap(self) -> float:
        """Points from the least best estimate to the greatest."""
        bests = [score.best for _, score in self.opinions]
        return max(bests) - min(bests)

    @property
    def apart(self) -> bool:
        """Whether there is no value that lies within every analyst's range."""
        return max(score.low for _, score in self.opinions) > min(score.high for _, score in self.opinions)


@dataclass(frozen=True, slots=True)
class Merged:
    """One sheet out of several; `spreads` are those of the indicators that anybody scored, in playbook order."""

    sheet: ScoreSheet
    analysts: tuple[str, ...]
    spreads: tuple[Spread, ...]

    @property
    def widest(self) -> tuple[Spread, ...]:
        """The indicators whose best estimates differ, those that differ most first."""
        return tuple(sorted((one for one in self.spreads if one.gap > 0), key=lambda one: -one.gap))


@dataclass(frozen=True, slots=True)
class OptionSplit:
    """An option on whose verdict the analysts differ, with those who come to each verdict."""

    option: str
    by: Mapping[Verdict, tuple[str, ...]]

    def __post_init__(self) -> None:
        freeze(self, "by")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What follows from each analyst's best scores alone: who comes to which stance, and the options they split on."""

    stances: Mapping[StanceClass, tuple[str, ...]]
    verdicts: tuple[OptionSplit, ...]

    def __post_init__(self) -> None:
        freeze(self, "stances")

    @property
    def stance_differs(self) -> bool:
        """Whether the analysts come to different stances."""
        return len(self.stances) > 1

    @property
    def matters(self) -> bool:
        """Whether it changes the stance or any verdict."""
        return self.stance_differs or bool(self.verdicts)


def merge(playbook: Playbook, sheets: Sequence[AnalystSheet]) -> Merged:
    """Return one sheet out of those of several analysts; names that are empty or repeat get numbers."""
    named = _named(sheets)
    spreads = tuple(
        Spread(name, opinions, tuple(who for who, sheet in named if sheet.get(name) is None))
        for name in playbook.indicator_ids
        if (opinions := tuple((who, score) for who, sheet in named if (score := sheet.get(name)) is not None))
    )
    sheet = ScoreSheet({one.indicator: _merged(one.opinions) for one in spreads})
    return Merged(sheet, tuple(who for who, _ in named), spreads)


def disagreement(playbook: Playbook, sheets: Sequence[AnalystSheet]) -> Disagreement:
    """Return what the analysts' scores lead to, each taken alone, by best scores."""
    found = [(who, judge(playbook, sheet)) for who, sheet in _named(sheets)]
    stances = _grouped(STANCE_CLASSES, [(who, one.stance.stance_class) for who, one in found])
    splits = (
        OptionSplit(option, by)
        for place, option in enumerate(playbook.option_ids)
        if len(by := _grouped(VERDICTS, [(who, one.options[place].verdict) for who, one in found])) > 1
    )
    return Disagreement(stances, tuple(splits))


def _grouped(kinds: Sequence[T], found: Sequence[tuple[str, T]]) -> dict[T, tuple[str, ...]]:
    """Return who came to which, in the order of the kinds; those that nobody came to are absent."""
    groups = {kind: tuple(who for who, of in found if of == kind) for kind in kinds}
    return {kind: who for kind, who in groups.items() if who}


def _merged(opinions: Sequence[tuple[str, Score]]) -> Score:
    scores = [score for _, score in opinions]
    return Score(
        min(one.low for one in scores),
        float(median(one.best for one in scores)),
        max(one.high for one in scores),
        min((one.confidence for one in scores), key=CONFIDENCES.index),
        "\n".join(_opinion_texts(opinions)),
    )


def _opinion_texts(opinions: Sequence[tuple[str, Score]]) -> Iterator[str]:
    for score in dict.fromkeys(score for _, score in opinions):
        names = [who for who, given in opinions if given == score]
        given = f"{listed(names, len(names))}, {score.best:g} ({range_text(score)}), {score.confidence}"
        yield f"{given}: {score.justification}" if score.justification else given


def _named(sheets: Sequence[AnalystSheet]) -> list[tuple[str, ScoreSheet]]:
    names = [one.analyst.strip() or f"{_NAMELESS} {number}" for number, one in enumerate(sheets, 1)]
    seen: Counter[str] = Counter()
    found = []
    for name, one in zip(names, sheets, strict=True):
        seen[name] += 1
        found.append((name if seen[name] == 1 else f"{name} ({seen[name]})", one.sheet))
    return found
