"""Admiralty grades, and the judgemental numbers of the confidence that evidence suggests (`docs/library.md`)."""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from annotated_types import Len, MinLen

from advisor.bounds import NonNegative, Positive, Share, Text, Whole

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
RELIABILITIES: tuple[Reliability, ...] = get_args(Reliability)
CREDIBILITIES: tuple[Credibility, ...] = get_args(Credibility)


@dataclass(frozen=True, slots=True)
class ConfidenceLevel:
    """What a level of confidence asks for.

    Parameters
    ----------
    support
        Sum of the best weights of independent sources.
    good_sources
        How many of these sources have a note of good quality.
    contradiction
        The most that may speak against, as a share of all that speaks for or against.
    """

    support: NonNegative
    good_sources: Whole
    contradiction: Share


@dataclass(frozen=True, slots=True)
class EvidenceParameters:
    """How evidence is weighed.

    Parameters
    ----------
    reliability, credibility
        Quality of the grades A to F and 1 to 6; a note is as good as the worse half of its grade.
    good
        The least quality of a good note.
    half_life_months
        After so long a note weighs half.
    undated
        What a note without a date weighs.
    high, moderate
        What these levels ask for; everything else is low.
    sources
        Ids of the works this follows.
    """

    reliability: Annotated[tuple[Share, ...], Len(6, 6)]
    credibility: Annotated[tuple[Share, ...], Len(6, 6)]
    good: Share
    half_life_months: Positive
    undated: Share
    high: ConfidenceLevel
    moderate: ConfidenceLevel
    sources: Annotated[tuple[Text, ...], MinLen(1)]
