"""How one edit changes a score: what a first score means, and how low, best and high keep their order."""

from __future__ import annotations

from dataclasses import replace

from advisor.scores import CONFIDENCES, SCALE, UNKNOWN_BEST, Score

FIRST_RANGE = 1.0
_DIGITS = 6


def first_score(best: float) -> Score:
    """Return what a single number means for an indicator not scored so far: a point either way, with low confidence."""
    value = within_scale(best)
    return Score(within_scale(value - FIRST_RANGE), value, within_scale(value + FIRST_RANGE), "low")


def with_best(score: Score | None, best: float) -> Score:
    """Move the best estimate; where it leaves its range it is a new judgment, and the range goes along."""
    if score is None:
        return first_score(best)
    value = within_scale(best)
    if score.low <= value <= score.high:
        return replace(score, best=value)
    moved = value - score.best
    return replace(score, low=within_scale(score.low + moved), best=value, high=within_scale(score.high + moved))


def with_low(score: Score, low: float) -> Score:
    """Move the lower end of the range; it stops at the best estimate."""
    return replace(score, low=min(within_scale(low), score.best))


def with_high(score: Score, high: float) -> Score:
    """Move the upper end of the range; it stops at the best estimate."""
    return replace(score, high=max(within_scale(high), score.best))


def best_of(score: Score | None) -> float:
    """Return the best estimate, the middle of the scale where there is none."""
    return UNKNOWN_BEST if score is None else score.best


def with_next_confidence(score: Score) -> Score:
    """Go on to the next word of confidence: low, moderate, high, and low again."""
    following = (CONFIDENCES.index(score.confidence) + 1) % len(CONFIDENCES)
    return replace(score, confidence=CONFIDENCES[following])


def snapped(value: float, step: float) -> float:
    """Return the multiple of `step` nearest to `value`, within the scale."""
    return within_scale(round(value / step) * step)


def within_scale(value: float) -> float:
    """Return the value brought into 0-10, free of the dust of binary fractions."""
    return round(min(SCALE[1], max(SCALE[0], value)), _DIGITS)
