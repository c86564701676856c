"""What an analyst enters: a score from 0 to 10 with its range, for some or all indicators."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from advisor.errors import AdvisorError
from advisor.frozen import freeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.arrays import Array, BoolArray

Confidence = Literal["low", "moderate", "high"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
SCALE = (0.0, 10.0)
UNKNOWN_BEST = 5.0


class InvalidScore(AdvisorError):
    """A score outside 0-10, or a range that is out of order."""


@dataclass(frozen=True, slots=True)
class Score:
    """One judgement: the best estimate and the range it may lie in, each from 0 to 10.

    Raises
    ------
    InvalidScore
        A value is outside 0-10 or not a number, or low <= best <= high does not hold.
    """

    low: float
    best: float
    high: float
    confidence: Confidence = "moderate"
    justification: str = ""

    def __post_init__(self) -> None:
        for label, value in (("low", self.low), ("best", self.best), ("high", self.high)):
            if not SCALE[0] <= value <= SCALE[1]:
                raise InvalidScore(f"{label} is {value:g}; scores lie between 0 and 10")
        if not self.low <= self.best <= self.high:
            raise InvalidScore(f"low {self.low:g}, best {self.best:g}, high {self.high:g}: write them in rising order")
        if self.confidence not in CONFIDENCES:
            raise InvalidScore(f'confidence is "{self.confidence}"; use low, moderate or high')


@dataclass(frozen=True, slots=True)
class ScoreArrays:
    """A score sheet as arrays in the playbook's order of indicators, each of shape [indicators]."""

    low: Array
    best: Array
    high: Array
    scored: BoolArray

    @property
    def unscored_share(self) -> float:
        """Share of the indicators that are not scored; 1 where there is none to score."""
        return 1.0 - float(self.scored.mean()) if self.scored.size else 1.0


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The scores of one assessment by indicator id; an absent indicator is not scored."""

    scores: Mapping[str, Score] = field(default_factory=dict)

    def __post_init__(self) -> None:
        freeze(self, "scores")

    def get(self, indicator: str) -> Score | None:
        """Return the score of an indicator, or None where it is not scored."""
        return self.scores.get(indicator)

    def with_score(self, indicator: str, score: Score | None) -> ScoreSheet:
        """Return a copy with one score replaced, or removed where `score` is None."""
        rest = {known: value for known, value in self.scores.items() if known != indicator}
        return ScoreSheet(rest if score is None else {**rest, indicator: score})

    def arrays(self, indicators: Sequence[str]) -> ScoreArrays:
        """Return the sheet as arrays; an unscored indicator is 0-10 with best 5."""
        unknown = Score(SCALE[0], UNKNOWN_BEST, SCALE[1])
        rows = [self.scores.get(indicator, unknown) for indicator in indicators]
        table = np.array([(row.low, row.best, row.high) for row in rows], dtype=np.float64).reshape(-1, 3)
        scored = np.array([indicator in self.scores for indicator in indicators], dtype=np.bool_)
        return ScoreArrays(table[:, 0], table[:, 1], table[:, 2], scored)
