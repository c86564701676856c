"""The measures of the track record, each taken apart into what every episode adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject
from advisor.hindcast import turns
from advisor.hindcast_text import BARE, OURS, SHARES
from advisor.playbook import STANCE_CLASSES
from advisor.wording import STANCE_WORDS, percent, signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from advisor.case import Assessment
    from advisor.hindcast import EpisodePrediction, Hindcast, Record
    from advisor.playbook import StanceClass

WAYS: Mapping[str, str] = {"ours": OURS, "bare": BARE, "shares": SHARES}
"""The ways to predict, in the order of the table."""
MEASURES = ("brier", "hits", "concordance", "turns")
"""The measures, in the order of the table."""
_NOTHING = "It does not apply to the same probabilities for every episode: nothing is put in any order."


def measure_answer(found: Hindcast, way: str, measure: str, changes: tuple[str, ...]) -> Answer:
    """Return what a measure of one way to predict is made of."""
    record, said = _record(found, way), _predictions(found, way)
    title, value, meaning = _ABOUT[measure](record, len(found.episodes))
    if not value:
        return Answer(f"{WAYS[way]}: {title}", "", _NOTHING, changes=changes)
    if way == "shares" and measure == "hits":
        meaning = "Always naming the commonest class."
    return Answer(f"{WAYS[way]}: {title}", value, meaning, tuple(_PARTS[measure](found, said)), changes)


def squared_distance(one: EpisodePrediction) -> float:
    """Return what an episode adds to the Brier score: the squared distance of its probabilities from what happened."""
    return sum((share - (kind == one.outcome)) ** 2 for kind, share in one.probabilities.items())


def _record(found: Hindcast, way: str) -> Record:
    return {"ours": found.record, "bare": found.factors_only, "shares": found.commonest_class}[way]


def _predictions(found: Hindcast, way: str) -> Sequence[EpisodePrediction]:
    """Return the predictions of a way; always stating the shares of the outcomes names the commonest class."""
    if way != "shares":
        return found.episodes if way == "ours" else found.bare
    # Deferred: answers about the record are asked for after the window has started.
    from dataclasses import replace

    counts: dict[StanceClass, int] = dict.fromkeys(STANCE_CLASSES, 0)
    for one in found.episodes:
        counts[one.outcome] += 1
    shares = {kind: count / len(found.episodes) for kind, count in counts.items()}
    commonest = max(counts, key=lambda kind: counts[kind])
    return [replace(one, probabilities=shares, stance_class=commonest) for one in found.episodes]


def _brier(record: Record, _: int) -> tuple[str, str, str]:
    return (
        "Brier score",
        f"{record.brier:.2f}",
        "The mean over episodes of the squared distance between the probabilities of the three classes and what "
        "happened. The episodes that add most come first:",
    )


def _hits(record: Record, count: int) -> tuple[str, str, str]:
    return "class right", f"{record.class_hits} of {count}", "The class by the index beside what happened."


def _concordance(record: Record, _: int) -> tuple[str, str, str]:
    value = "" if record.concordance is None else f"{record.concordance:.2f}"
    return (
        "concordance",
        value,
        "Of all pairs of episodes with different outcomes, the share that the index puts in the right order. How "
        "many of its pairs each episode is in wrongly:",
    )


def _turns(record: Record, _: int) -> tuple[str, str, str]:
    way = record.direction
    value = "" if way is None else f"{way.hits} of {way.pairs}"
    return (
        "turns",
        value,
        "Consecutive episodes of one country whose outcomes differ, and whether the index moved the same way.",
    )


def _brier_parts(_: Hindcast, said: Sequence[EpisodePrediction]) -> Iterator[Part]:
    for one in sorted(said, key=lambda one: -squared_distance(one)):
        stated = ", ".join(
            f"{STANCE_WORDS[kind].lower()} {percent(share)}" for kind, share in one.probabilities.items()
        )
        note = f"{one.id}: {stated}; {STANCE_WORDS[one.outcome].lower()} happened"
        yield Part(one.country, f"{squared_distance(one):.2f}", note, Subject("episode", one.id))


def _hit_parts(_: Hindcast, said: Sequence[EpisodePrediction]) -> Iterator[Part]:
    for one in sorted(said, key=lambda one: one.outcome == one.stance_class):
        right = one.outcome == one.stance_class
        note = f"{one.id}: {STANCE_WORDS[one.stance_class].lower()}; {STANCE_WORDS[one.outcome].lower()} happened"
        yield Part(one.country, "right" if right else "missed", note, Subject("episode", one.id))


def _concordance_parts(_: Hindcast, said: Sequence[EpisodePrediction]) -> Iterator[Part]:
    rank = {kind: place for place, kind in enumerate(STANCE_CLASSES)}
    rows = []
    for one in said:
        paired = [(one, other) for other in said if other.outcome != one.outcome]
        wrong = sum((a.index - b.index) * (rank[a.outcome] - rank[b.outcome]) <= 0 for a, b in paired)
        rows.append((wrong, len(paired), one))
    for wrong, count, one in sorted(rows, key=lambda row: -row[0]):
        note = f"{one.id}: index {signed(one.index)}, {STANCE_WORDS[one.outcome].lower()} happened"
        yield Part(one.country, f"{wrong} of {count}", note, Subject("episode", one.id))


def _turn_parts(found: Hindcast, said: Sequence[EpisodePrediction]) -> Iterator[Part]:
    held = {one.id: one for case in found.cases for one in case.assessments}
    past: list[Assessment] = [held[one.id] for one in found.episodes]
    rank = {kind: place for place, kind in enumerate(STANCE_CLASSES)}
    for before, after in turns(past):
        earlier, later = said[before], said[after]
        moved, turned = later.index - earlier.index, rank[later.outcome] - rank[earlier.outcome]
        words = f"{STANCE_WORDS[earlier.outcome].lower()} to {STANCE_WORDS[later.outcome].lower()}"
        right = "right" if moved * turned > 0 else "wrong"
        note = f"{words}; index {signed(earlier.index)} to {signed(later.index)}"
        yield Part(f"{later.country}, {later.id}", right, note, Subject("episode", later.id))


_ABOUT: Mapping[str, Callable[[Record, int], tuple[str, str, str]]] = {
    "brier": _brier,
    "hits": _hits,
    "concordance": _concordance,
    "turns": _turns,
}
_PARTS: Mapping[str, Callable[[Hindcast, Sequence[EpisodePrediction]], Iterator[Part]]] = {
    "brier": _brier_parts,
    "hits": _hit_parts,
    "concordance": _concordance_parts,
    "turns": _turn_parts,
}
