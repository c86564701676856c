"""Why a score is what it is: its anchors, its justification, the evidence beneath it, and what it moves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject
from advisor.evidence import evidence_on, suggested_confidence
from advisor.evidence_table import evidence_rows
from advisor.reliability import grounds, reliability
from advisor.reliability_text import ABOUT, lack_text, part_lines, supports_text, weakest_text
from advisor.scorecard import nearest_anchors, range_text
from advisor.scores import CONFIDENCES
from advisor.signposts import turning_text
from advisor.suggestion import suggestions
from advisor.suggestion_text import basis_text, score_text
from advisor.wording import percent, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.answers import Known
    from advisor.playbook import Indicator
    from advisor.scores import Score

TURNS_SHOWN, WORST_SHOWN = 5, 6
UNSCORED = " Until it is scored it counts as anything from 0 to 10."


def score_answer(known: Known, indicator_id: str) -> Answer:
    """Return what the score of an indicator rests on and what depends on it."""
    indicator, score = known.playbook.indicator[indicator_id], known.best.sheet.get(indicator_id)
    factor = known.playbook.factor[indicator.factor]
    return Answer(
        title=indicator.name,
        value="not scored" if score is None else f"{score.best:.1f} (range {range_text(score)})",
        meaning=f"{indicator.question}{UNSCORED if score is None else ''}",
        parts=(
            *(_score_parts(indicator, score) if score is not None else ()),
            *_evidence_parts(known, indicator_id),
            *_data_parts(known, indicator_id),
            *_doubt_part(known, indicator_id),
            Part(factor.name, f"{known.best.factors[factor.id]:.1f}", "the factor it belongs to", _factor(factor.id)),
        ),
        changes=tuple(
            f"{turning_text(known.playbook, known.best.sheet, point)}."
            for point in sorted(known.tipping, key=lambda point: point.distance)
            if point.indicator == indicator_id
        )[:TURNS_SHOWN],
    )


def confidence_answer(known: Known) -> Answer:
    """Return how many indicators have each confidence, and which rest on least."""
    sheet, ids = known.best.sheet, known.playbook.indicator_ids
    levels = Counter(score.confidence for name in ids if (score := sheet.get(name)) is not None)
    weakest = [name for name in ids if (score := sheet.get(name)) is None or score.confidence == "low"]
    unscored = known.best.indicators - known.best.scored
    return Answer(
        title="Confidence",
        value=known.best.confidence,
        meaning="The level that at least half of the indicators reach; one that is not scored counts as low.",
        parts=(
            *(Part(level.capitalize(), str(levels[level]), "indicators") for level in reversed(CONFIDENCES)),
            *((Part("Not scored", str(unscored), "indicators"),) if unscored else ()),
            *(Part(known.playbook.indicator[name].name, "low", "", Subject("score", name)) for name in weakest),
        ),
        changes=("Better evidence on the indicators named here: more independent sources, fresher, of better grade.",),
    )


def reliability_answer(known: Known) -> Answer:
    """Return what the assessment lacks, and the indicators that lack most."""
    playbook, sheet = known.playbook, known.best.sheet
    found = reliability(playbook, grounds(playbook, known.case, known.assessment), sheet)
    if found is None:
        return Answer("Lack of reliability", "", "The playbook does not say how evidence is weighed.")
    return Answer(
        title="Lack of reliability",
        value=lack_text(found.lack),
        meaning=f"{ABOUT} {supports_text(found, known.best.confidence)}",
        parts=(
            *(Part(words, number, "if nothing else counted") for words, number in part_lines(found)),
            *(
                Part(playbook.indicator[one.indicator].name, lack_text(one.lack), "", Subject("score", one.indicator))
                for one in found.shortfalls[:WORST_SHOWN]
            ),
            Part("Confidence", known.best.confidence, "", Subject("confidence")),
        ),
        changes=tuple(text for text in (weakest_text(playbook, found),) if text),
    )


def evidence_answer(known: Known) -> Answer:
    """Return how much evidence stands behind each indicator of the assessment."""
    counts = {name: len(evidence_on(known.case.notes, known.assessment, name)) for name in known.playbook.indicator_ids}
    facts = evidence_rows(known.assessment)
    return Answer(
        title="Evidence",
        value=f"{sum(counts.values())} links to indicators",
        meaning=(
            "Notes count for an indicator they are linked to, once they were known by the date of the assessment. "
            f"Facts recorded with the assessment as a whole: {len(facts)}."
        ),
        parts=tuple(
            Part(known.playbook.indicator[name].name, str(count), "notes", Subject("score", name))
            for name, count in sorted(counts.items(), key=lambda pair: -pair[1])
        ),
    )


def _score_parts(indicator: Indicator, score: Score) -> Iterator[Part]:
    for anchor in nearest_anchors(indicator.anchors, score.best):
        yield Part(f"Anchor {anchor}", "", indicator.anchors[anchor])
    yield Part("Confidence", score.confidence)
    yield Part("Justification", "", score.justification or "none given")
    yield Part("Moves in a typical year by", plain(indicator.volatility), indicator.volatility_reason)


def _evidence_parts(known: Known, indicator: str) -> Iterator[Part]:
    notes = evidence_on(known.case.notes, known.assessment, indicator)
    for note in notes:
        origin = ", ".join(part for part in (note.source, note.date) if part)
        yield Part(f"Note {note.grade}, {note.bearing}", "", f"{note.text}{f' ({origin})' if origin else ''}")
    if known.playbook.evidence is not None:
        suggested = suggested_confidence(known.playbook.evidence, notes, known.assessment.as_of)
        yield Part("The evidence suggests confidence", suggested.confidence, " ".join(suggested.reasons))


def _data_parts(known: Known, indicator: str) -> Iterator[Part]:
    found = suggestions(known.playbook, known.case.series, known.assessment.as_of)
    for suggestion in found.get(indicator, ()):
        yield Part("Data suggest", score_text(suggestion.score), basis_text(suggestion))


def _doubt_part(known: Known, indicator: str) -> Iterator[Part]:
    doubts = () if known.findings is None else known.findings.doubts
    for doubt in doubts:
        if doubt.indicator == indicator:
            yield Part("Its range accounts for", percent(doubt.share), "of the doubt about the stance")


def _factor(factor: str) -> Subject:
    return Subject("factor", factor)
