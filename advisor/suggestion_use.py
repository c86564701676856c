"""What taking a suggestion over makes of a score, and which suggestion comes first where there are several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.scoring import with_best
from advisor.suggestion_text import justification_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.scores import Score
    from advisor.suggestion import Suggestion


def taken_over(score: Score | None, suggestion: Suggestion) -> Score:
    """Return the score that a suggestion makes: its best estimate, and its data as the reason where none was given.

    The range follows as after any move of the best estimate: it stays where it holds the new one, else it goes along;
    an indicator not scored so far gets a point either way and low confidence.
    """
    moved = with_best(score, suggestion.score)
    if moved.justification.strip():
        return moved
    return replace(moved, justification=justification_text(suggestion))


def first_choice(suggestions: Sequence[Suggestion]) -> Suggestion | None:
    """Return the first suggestion with sound data, else the first one; None where there is none."""
    return next((one for one in suggestions if one.sound), suggestions[0] if suggestions else None)
