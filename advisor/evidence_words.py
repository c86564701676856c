"""The words of the Admiralty grades and of what evidence does for a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.case import Bearing, Note
    from advisor.evidence_parameters import Credibility, Reliability

RELIABILITY_WORDS: Mapping[Reliability, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY_WORDS: Mapping[Credibility, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
BEARING_WORDS: Mapping[Bearing, str] = {"for": "for", "against": "against", "neutral": "background"}
BEARING_GLYPHS: Mapping[Bearing, str] = {"for": "+", "against": "−", "neutral": "○"}


def grade_words(note: Note) -> str:
    """Say what the grade of a note means: "usually reliable, probably true"."""
    return f"{RELIABILITY_WORDS[note.reliability]}, {CREDIBILITY_WORDS[note.credibility]}"


def counted_notes(count: int) -> str:
    """Count notes: "1 note", "3 notes"."""
    return f"{count} note{'' if count == 1 else 's'}"
