"""The reliability of an assessment in words: the index, what it comes from, and the confidence it supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.phrasing import capitalised, listed
from advisor.reliability import PARTS
from advisor.scores import CONFIDENCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.playbook import Playbook
    from advisor.reliability import Part, Reliability
    from advisor.scores import Confidence

PART_WORDS: Mapping[Part, str] = {
    "missing": "not scored",
    "conflict": "conflicts between sources, data and analysts",
    "sourcing": "few or poorly graded sources",
    "age": "age of the evidence",
}
_REMEDIES: Mapping[Part, str] = {
    "missing": "score what is unknown",
    "conflict": "weigh what conflicts, or widen the ranges",
    "sourcing": "link and grade evidence, from independent sources",
    "age": "look for something newer",
}
ABOUT = (
    "Lack of reliability, after the INFORM Risk Index: every indicator lacks as much as the worst of four things about "
    "its score (not scored; conflicts between sources, data and analysts; few or poorly graded sources; old evidence), "
    "from 0 to 10, and the index is the mean over indicators. Up to 3.3 it supports high confidence, up to 6.7 "
    "moderate. It suggests; the analyst decides."
)
_LEAST = 0.05
_NAMED = 3


def lack_text(lack: float) -> str:
    """Print the index: "7.5 of 10"."""
    return f"{lack:.1f} of 10"


def parts_text(found: Reliability) -> str:
    """Say what the index comes from, the most first: "few or poorly graded sources 6.8, age of the evidence 0.7"."""
    parts = [part for part in sorted(PARTS, key=lambda part: -found.parts[part]) if found.parts[part] >= _LEAST]
    if not parts:
        return "nothing lacking"
    return ", ".join(f"{PART_WORDS[part]} {found.parts[part]:.1f}" for part in parts)


def part_lines(found: Reliability) -> tuple[tuple[str, str], ...]:
    """Return each thing that can lack with what the index would be if nothing else counted."""
    return tuple((capitalised(PART_WORDS[part]), f"{found.alone[part]:.1f}") for part in PARTS)


def supports_text(found: Reliability, stated: Confidence) -> str:
    """Say which confidence the index supports beside the one that the scores state, and what would help."""
    supports = f"It supports {found.supports} confidence"
    if CONFIDENCES.index(stated) > CONFIDENCES.index(found.supports):
        first = max(PARTS, key=lambda part: found.parts[part])
        return f"{supports}; the scores state {stated}. First of all, {_REMEDIES[first]}."
    return f"{supports}." if stated == found.supports else f"{supports}; the scores state {stated}."


def weakest_text(playbook: Playbook, found: Reliability) -> str:
    """Name the indicators that lack most, with what they lack; empty where none lacks anything."""
    weakest = [one for one in found.shortfalls[:_NAMED] if one.lack >= _LEAST]
    if not weakest:
        return ""
    named = [f"{playbook.indicator[one.indicator].name} ({PART_WORDS[one.part]}, {one.lack:.1f})" for one in weakest]
    return f"Least reliable: {listed(named)}."


def reliability_sentence(found: Reliability, stated: Confidence) -> str:
    """Say all of it in one paragraph."""
    return f"Lack of reliability {lack_text(found.lack)}: {parts_text(found)}. {supports_text(found, stated)}"
