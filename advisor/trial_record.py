"""The track record before and after a trial, and what that is worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.hindcast import hindcast
from advisor.progress import Watch
from advisor.trying import known_without, tried

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.case import Case
    from advisor.hindcast import Hindcast
    from advisor.playbook import Playbook
    from advisor.trial import Trial
    from advisor.uncertainty import Draws

FITTED = (
    "Weights, cuts and spread of the stance were fitted with the rules as they were, and are not fitted again here. "
    "Whoever changes a rule knowing how past episodes ended fits by hand: after that the left-out figure in the "
    "playbook's fit says nothing about the changed rules, and a lower score here is no evidence that a change is right."
)
UNFITTED = (
    "Whoever changes a rule knowing how past episodes ended fits by hand: a lower score here is no evidence that a "
    "change is right."
)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One measure before and after; `better` says in a word which way is better."""

    name: str
    before: str
    after: str
    better: str


@dataclass(frozen=True, slots=True)
class TrialRecord:
    """The track record of the playbook and of the playbook under a trial, on the same episodes and known acts."""

    before: Hindcast
    after: Hindcast


def trial_record(
    playbook: Playbook,
    trial: Trial,
    cases: Sequence[Case],
    draws: tuple[Sequence[Draws], Sequence[Draws]],
    watch: Watch | None = None,
) -> TrialRecord:
    """Predict the past episodes with and without a trial.

    Parameters
    ----------
    draws
        Of the playbook, and of the playbook under the trial; what governments answered to options that are switched
        off counts on neither side.

    Raises
    ------
    Cancelled
        `watch` was asked to stop.
    """
    watch = watch or Watch()
    gone = [name for name in playbook.option_ids if trial.is_off("option", name)]
    before = known_without(playbook, gone)
    after = known_without(tried(playbook, trial), gone)
    return TrialRecord(
        hindcast(before, cases, draws[0], watch.part(0.0, 0.5)), hindcast(after, cases, draws[1], watch.part(0.5, 1.0))
    )


def record_rows(found: TrialRecord) -> tuple[RecordRow, ...]:
    """Return the measures, the stance first."""
    return tuple(_rows(found.before, found.after))


def fit_caveat(playbook: Playbook) -> str:
    """Say what changing rules does to the worth of the track record."""
    return UNFITTED if playbook.stance_fit is None else FITTED


def _rows(before: Hindcast, after: Hindcast) -> Iterator[RecordRow]:
    count = len(before.episodes)
    was, becomes = before.record, after.record
    yield RecordRow("Stance: Brier score", f"{was.brier:.3f}", f"{becomes.brier:.3f}", "lower")
    yield RecordRow("Stance: class right", f"{was.class_hits} of {count}", f"{becomes.class_hits} of {count}", "higher")
    if was.concordance is not None and becomes.concordance is not None:
        yield RecordRow("Stance: concordance", f"{was.concordance:.3f}", f"{becomes.concordance:.3f}", "higher")
    acts = before.known_acts, after.known_acts
    if acts[0] is not None and acts[1] is not None:
        name = f"{acts[0].acts} known acts: Brier score"
        yield RecordRow(name, f"{acts[0].brier:.3f}", f"{acts[1].brier:.3f}", "lower")
        called = [f"{one.refused_called_acceptable} of {one.refused}" for one in acts if one is not None]
        yield RecordRow("Refused, but called acceptable", called[0], called[1], "lower")
