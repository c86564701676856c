"""What an edit is called in the history and in the menus for undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.scores import Score
    from data.library.rows import Value

_FIELDS = {
    "as_of": "date",
    "issue": "issue",
    "us_preferred_policy": "US-preferred policy",
    "analyst": "analyst",
    "note": "note",
}


def score_label(case: str, indicator: str, old: Score | None, new: Score | None) -> str:
    """Say what a score was and what it is: "Peru: Current unrest 7 -> 8"."""
    return f"{case}: {indicator} {_score_change(old, new)}"


def fields_label(case: str, old: Mapping[str, Value], new: Mapping[str, Value]) -> str:
    """Say which entries of an assessment changed: "Peru: date 2014-05-15 -> 2014-06-01"."""
    changed = [_field_change(name, old[name], new[name]) for name in new if old[name] != new[name]]
    return f"{case}: {', '.join(changed) or 'nothing changed'}"


def _score_change(old: Score | None, new: Score | None) -> str:
    if old is None or new is None or old.best != new.best:
        return f"{_best(old)} -> {_best(new)}"
    if (old.low, old.high) != (new.low, new.high):
        return f"range {_range(old)} -> {_range(new)}"
    if old.confidence != new.confidence:
        return f"confidence {old.confidence} -> {new.confidence}"
    return "reason reworded"


def _best(score: Score | None) -> str:
    return "not scored" if score is None else f"{score.best:g}"


def _range(score: Score) -> str:
    return f"{score.low:g}-{score.high:g}"


def _field_change(name: str, old: Value, new: Value) -> str:
    return f"{_FIELDS[name]} {old} -> {new}" if name in ("as_of", "analyst") else f"{_FIELDS[name]} reworded"
