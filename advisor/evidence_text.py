"""What is said of the evidence behind a score: why it suggests a confidence, and what is thin about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.evidence import WeighedNote, Weighing
    from advisor.evidence_parameters import ConfidenceLevel, EvidenceParameters


def reasons(parameters: EvidenceParameters, weighing: Weighing) -> tuple[str, ...]:
    """Return the sentences that say what the evidence is, and what the next level of confidence would ask for."""
    return tuple(_reasons(parameters, weighing))


def thin(parameters: EvidenceParameters, weighing: Weighing) -> tuple[str, ...]:
    """Return what is thin, the gravest first, each as a short sentence that says what to look for."""
    return tuple(_thin(parameters, weighing))


def _reasons(parameters: EvidenceParameters, weighing: Weighing) -> Iterator[str]:
    supporting = weighing.speaking("for")
    if not weighing.notes:
        yield "No evidence is linked to this score."
        return
    if supporting:
        best = max(supporting, key=lambda one: one.quality).note.grade
        yield (
            f"{_counted(len(supporting), 'note')} from {_counted(weighing.sources, 'independent source')} "
            f"{_verb(len(supporting), 'speaks', 'speak')} for the score, graded {best} at best; support "
            f"{weighing.support:.2f}."
        )
    else:
        yield "No evidence speaks for the score."
    against = weighing.speaking("against")
    if against:
        share = 100 * weighing.contradiction
        yield (
            f"{_counted(len(against), 'note')} {_verb(len(against), 'speaks', 'speak')} against it: "
            f"{share:.0f} % of the weight."
        )
    if not weighing.meets(parameters.moderate):
        yield f"Moderate confidence asks for {_asked(parameters.moderate)}."
    elif not weighing.meets(parameters.high):
        yield f"High confidence asks for {_asked(parameters.high)}."


def _asked(level: ConfidenceLevel) -> str:
    good = f"{_counted(level.good_sources, 'independent source')} with good grades, " if level.good_sources else ""
    return f"support {level.support:g}, {good}and at most {100 * level.contradiction:g} % of the weight against"


def _thin(parameters: EvidenceParameters, weighing: Weighing) -> Iterator[str]:
    supporting = weighing.speaking("for")
    if not weighing.notes:
        yield "No evidence is linked: look for some, or link what there is."
    elif not supporting:
        yield "Nothing speaks for the score: look for evidence, or reconsider it."
    elif weighing.contradiction > parameters.high.contradiction:
        yield "Much speaks against the score: weigh both sides, or widen its range."
    if supporting:
        yield from _thin_support(parameters, weighing, supporting)


def _thin_support(
    parameters: EvidenceParameters, weighing: Weighing, supporting: Sequence[WeighedNote]
) -> Iterator[str]:
    if not weighing.good_sources:
        yield "No source is graded well enough to lean on: look for a better one."
    if weighing.sources == 1:
        yield "It rests on one source: look for an independent one."
    ages = [one.months for one in supporting if one.months is not None]
    if ages and min(ages) > parameters.half_life_months:
        yield f"The newest evidence is {min(ages):.0f} months old: look for something newer."
    if not ages:
        yield "Nothing is dated: add the dates."
    ungraded = sum(one.note.reliability == "F" or one.note.credibility == _CANNOT_BE_JUDGED for one in supporting)
    if ungraded:
        yield f"{_counted(ungraded, 'note')} cannot be judged (F or 6): grade what can be graded."
    if any(not one.note.source.strip() for one in supporting):
        yield "Some evidence names no source, and counts as one source together."


_CANNOT_BE_JUDGED = 6


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _verb(count: int, singular: str, plural: str) -> str:
    return singular if count == 1 else plural
