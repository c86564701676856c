"""A locked assessment as it was briefed: with the playbook, the case and the knobs of that day, computed again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from advisor.briefed import departure_sentence
from advisor.briefing import compose
from advisor.errors import AdvisorError
from commands.assess import findings_of
from commands.plan import plan_of
from commands.selection import Selection
from data.briefed import unpacked

if TYPE_CHECKING:
    import datetime as dt

    from advisor.briefing import Briefing
    from advisor.findings import Findings
    from advisor.plan import Plan


@dataclass(frozen=True, slots=True)
class AsBriefed:
    """All that a briefing is made from; `caution` says how it departs from what was briefed, if it does."""

    selection: Selection
    findings: Findings
    plan: Plan | None
    at: dt.datetime
    caution: str


def as_briefed(selection: Selection) -> AsBriefed | None:
    """Return what was briefed, None where the assessment is not locked or its lock keeps nothing to compute from.

    The draws have a fixed seed, so that the same playbook and scores come to the same figures; the time is that of
    the lock.

    Raises
    ------
    DataError
        What the lock keeps is damaged.
    """
    lock = selection.assessment.lock
    kept = None if lock is None else unpacked(lock)
    if lock is None or kept is None:
        return None
    playbook, case = kept
    assessment = replace(case.assessment(selection.assessment.id), lock=lock)
    then = Selection(playbook, case, assessment)
    findings = findings_of(then)
    at = lock.at.astimezone().replace(tzinfo=None)
    return AsBriefed(then, findings, _plan(then), at, departure_sentence(lock, findings))


def compose_as_briefed(briefed: AsBriefed, *, analyst: str, marking: str) -> Briefing:
    """Compose the briefing of that day again; where the figures are no longer the same, it says so."""
    selection = briefed.selection
    briefing = compose(
        selection.playbook,
        selection.case,
        selection.assessment,
        briefed.findings,
        briefed.plan,
        analyst=analyst,
        marking=marking,
        now=briefed.at,
    )
    if not briefed.caution:
        return briefing
    return replace(briefing, cautions=(briefed.caution, *briefing.cautions))


def _plan(selection: Selection) -> Plan | None:
    try:
        return plan_of(selection, selection.case.knobs)
    except AdvisorError:
        # The knobs of that day allowed no plan, and the briefing went without one.
        return None
