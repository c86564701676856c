"""What an edit is called in the history and in the menus for undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.phrasing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.case import Note
    from advisor.knobs import Knobs
    from advisor.scores import Score
    from data.library.rows import Value

_FIELDS = {
    "as_of": "date",
    "issue": "issue",
    "us_preferred_policy": "US-preferred policy",
    "analyst": "analyst",
    "note": "note",
}


_TEXT_LENGTH = 50
_NUMBERS = {"budget": "budget", "footprint": "footprint", "horizon_months": "horizon", "term_months": "term"}


def score_label(case: str, indicator: str, old: Score | None, new: Score | None) -> str:
    """Say what a score was and what it is: "Peru: Current unrest 7 -> 8"."""
    return f"{case}: {indicator} {_score_change(old, new)}"


def fields_label(case: str, old: Mapping[str, Value], new: Mapping[str, Value]) -> str:
    """Say which entries of an assessment changed: "Peru: date 2014-05-15 -> 2014-06-01"."""
    changed = [_field_change(name, old[name], new[name]) for name in new if old[name] != new[name]]
    return f"{case}: {', '.join(changed) or 'nothing changed'}"


def shortened(text: str) -> str:
    """Return how a note or an event is called: its first words, in quotes."""
    return f'"{one_line(text, _TEXT_LENGTH)}"'


def note_label(old: Note, new: Note) -> str:
    """Say what changed of a note most: "grade C3 -> B2 of "Eradication halted"".

    A note that is retyped letter by letter is called by what it says now.
    """
    return f"{next(_note_changes(old, new), 'nothing changed')} of {shortened(new.text)}"


def knobs_label(old: Knobs, new: Knobs) -> str:
    """Say which settings of a plan changed: "budget 120 -> 90, weights"."""
    return ", ".join(_knob_changes(old, new)) or "nothing changed"


def _note_changes(old: Note, new: Note) -> Iterator[str]:
    if old.text != new.text:
        yield "wording"
    if old.grade != new.grade:
        yield f"grade {old.grade} -> {new.grade}"
    if old.bearing != new.bearing:
        yield f"bearing {old.bearing} -> {new.bearing}"
    if (old.indicators, old.assessments) != (new.indicators, new.assessments):
        yield "links"
    if old.date != new.date:
        yield f"date {old.date or 'none'} -> {new.date or 'none'}"
    if (old.source, old.link) != (new.source, new.link):
        yield "source"


def _knob_changes(old: Knobs, new: Knobs) -> Iterator[str]:
    for name, words in _NUMBERS.items():
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield f"{words} {_number(was)} -> {_number(now)}"
    for name in ("weights", "pinned", "ruled_out"):
        if getattr(old, name) != getattr(new, name):
            yield {"weights": "weights", "pinned": "options pinned", "ruled_out": "options ruled out"}[name]


def _number(value: float | None) -> str:
    return "as in the playbook" if value is None else f"{value:g}"


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
