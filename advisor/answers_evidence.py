"""Why evidence and data say what they say: what a note weighs, what all notes suggest, what a data series suggests."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from advisor.answers import RULE_MARK, Answer, Part, Subject
from advisor.case_series import reading_text
from advisor.evidence import evidence_on, suggested_confidence, weighed_note
from advisor.evidence_parameters import CREDIBILITIES, RELIABILITIES
from advisor.evidence_words import BEARING_WORDS, grade_words
from advisor.note_list import without_weight
from advisor.phrasing import one_line
from advisor.reasons import citations
from advisor.suggestion import suggestions
from advisor.suggestion_text import age_text, basis_text, caution_texts, score_text, transformation_text
from advisor.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.answers import Known
    from advisor.case import Note
    from advisor.evidence import WeighedNote, Weighing
    from advisor.evidence_parameters import EvidenceParameters
    from advisor.suggestion import Suggestion

_NOT_WEIGHED = "The playbook does not say how evidence is weighed."
_NO_DATA = "No data series of this country suggest a score for it."
_NAME_LENGTH = 60


def weighing_answer(known: Known, indicator_id: str) -> Answer:
    """Return which confidence the notes on an indicator suggest, and what each weighs."""
    indicator, parameters = known.playbook.indicator[indicator_id], known.playbook.evidence
    title, to_score = f"Evidence on {indicator.name}", _score_part(known, indicator_id)
    if parameters is None:
        return Answer(title, "", _NOT_WEIGHED, (to_score,))
    notes = evidence_on(known.case.notes, known.assessment, indicator_id)
    found = suggested_confidence(parameters, notes, known.assessment.as_of)
    return Answer(
        title=title,
        value=f"suggests {found.confidence} confidence",
        meaning=(
            "A note weighs what its grade and its age allow. What one source says counts once, by its best note. "
            f"{' '.join(found.reasons)}"
        ),
        parts=(
            *(_weighed_part(one) for one in found.weighing.notes),
            *_sums(parameters, found.weighing),
            to_score,
        ),
        changes=found.thin,
        sources=citations(known.playbook, parameters.sources),
    )


def note_answer(known: Known, note_id: str) -> Answer:
    """Return what one note weighs, by its grade and its age, and what it bears on."""
    note = next(one for one in known.case.notes if str(one.id) == note_id)
    parameters, title = known.playbook.evidence, one_line(note.text, _NAME_LENGTH) or "Note without words"
    if parameters is None:
        return Answer(title, note.grade, _NOT_WEIGHED)
    weighed, aside = weighed_note(parameters, note, known.assessment.as_of), without_weight(note, known.assessment)
    return Answer(
        title=title,
        value=f"{note.grade}, weight {'0' if aside else f'{weighed.weight:.2f}'}",
        meaning=(
            f"{f'It has no weight here: {aside}. ' if aside else ''}Grade {note.grade}: {grade_words(note)}. A note "
            "is as good as the worse half of its grade, and weighs half after "
            f"{plain(parameters.half_life_months)} months."
        ),
        parts=(
            *_grade_parts(parameters, note),
            _age_part(parameters, weighed),
            Part("It speaks", BEARING_WORDS[note.bearing], note.source or "no source named"),
            *(_bears_on(known, name) for name in note.indicators if name in known.playbook.indicator),
        ),
        changes=("Another grade, another date or what it is linked to: each stands in the fields beside the note.",),
        sources=citations(known.playbook, parameters.sources),
    )


def suggestion_answer(known: Known, both: str) -> Answer:
    """Return why data suggest a score: "indicator/place"; observation, transformation, breakpoints and source."""
    indicator_id, _, place = both.partition(RULE_MARK)
    found = suggestions(known.playbook, known.case.series, known.assessment.as_of).get(indicator_id, ())
    to_score = _score_part(known, indicator_id)
    name = known.playbook.indicator[indicator_id].name
    if not place.isdecimal() or int(place) >= len(found):
        return Answer(f"Data on {name}", "", _NO_DATA, (to_score,))
    suggestion = found[int(place)]
    return Answer(
        title=f"Data on {name}",
        value=f"suggest {score_text(suggestion.score)}",
        meaning="Data suggest and never overwrite: the playbook says which series, how it becomes one number as of "
        "the date of the assessment, and which score that number stands for.",
        parts=(*suggestion_parts(suggestion), to_score),
        changes=(
            *caution_texts(suggestion),
            "A newer reading, imported from the publisher, changes what is suggested.",
        ),
        sources=(suggestion.proxy.dataset,),
    )


def suggestion_parts(suggestion: Suggestion) -> tuple[Part, ...]:
    """Return the steps from the observation to the score."""
    proxy = suggestion.proxy
    return (
        Part("Observation", "", basis_text(suggestion)),
        Part("Transformation", "", transformation_text(suggestion)),
        Part("Breakpoints", f"→ {score_text(suggestion.score)}", f"{_between(suggestion)} {proxy.mapping}.".strip()),
        Part("Age", age_text(suggestion.age_months), " ".join(caution_texts(suggestion)) or "neither stale nor thin"),
    )


def _between(suggestion: Suggestion) -> str:
    """Say between which breakpoints the raw value lies; beyond the first and the last the score stays."""
    points = suggestion.proxy.breakpoints
    for (low, first), (high, last) in pairwise(points):
        if low <= suggestion.raw <= high:
            lower, higher = reading_text(low), reading_text(high)
            return f"On the straight line from {lower} = {plain(first)} to {higher} = {plain(last)}."
    return "Beyond the outermost breakpoint, where the score stays."


def _weighed_part(one: WeighedNote) -> Part:
    name = one_line(one.note.text, _NAME_LENGTH) or "Note without words"
    age = "undated" if one.months is None else f"{age_text(one.months)} old"
    note = f"{one.note.grade}, quality {one.quality:.2f}, {age}; {BEARING_WORDS[one.note.bearing]}"
    return Part(name, f"{one.weight:.2f}", note, Subject("note", str(one.note.id)) if one.note.id else None)


def _sums(parameters: EvidenceParameters, weighing: Weighing) -> Iterator[Part]:
    sources = f"{weighing.sources} independent, {weighing.good_sources} of them good"
    yield Part("Support", f"{weighing.support:.2f}", f"the best weight of each source for it; {sources}")
    yield Part("Against", f"{weighing.against:.2f}", "the best weight of each source against it")
    for name, level in (("moderate", parameters.moderate), ("high", parameters.high)):
        good = f", {level.good_sources} good sources" if level.good_sources else ""
        against = f"and at most {100 * level.contradiction:g} % against"
        yield Part(f"Asked for {name}", f"{level.support:g}", f"support{good} {against}")


def _grade_parts(parameters: EvidenceParameters, note: Note) -> Iterator[Part]:
    reliability = parameters.reliability[RELIABILITIES.index(note.reliability)]
    credibility = parameters.credibility[CREDIBILITIES.index(note.credibility)]
    yield Part(f"Source graded {note.reliability}", f"{reliability:.2f}", "quality")
    yield Part(f"Item graded {note.credibility}", f"{credibility:.2f}", "quality")


def _age_part(parameters: EvidenceParameters, weighed: WeighedNote) -> Part:
    if weighed.months is None:
        return Part("Without a date", f"× {parameters.undated:.2f}")
    kept = 0.5 ** (weighed.months / parameters.half_life_months)
    return Part(f"{age_text(weighed.months)} old".capitalize(), f"× {kept:.2f}", weighed.note.date)


def _bears_on(known: Known, indicator: str) -> Part:
    return Part(known.playbook.indicator[indicator].name, "", "evidence on it", Subject("weighing", indicator))


def _score_part(known: Known, indicator: str) -> Part:
    score = known.best.sheet.get(indicator)
    value = "not scored" if score is None else f"{score.best:.1f}, {score.confidence} confidence"
    return Part("The score", value, "", Subject("score", indicator))
