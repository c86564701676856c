"""The trial that is on: what is changed, and what that does to the open assessment, which itself stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.findings import judge, with_likelihoods
from advisor.trial import NOTHING, Trial
from advisor.trial_effect import TrialEffect, effect
from advisor.trying import InvalidTrial, tried
from advisor.uncertainty import draw_blocks
from ui.background import Background, Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.findings import BestFindings, Findings
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.trial_record import TrialRecord
    from advisor.uncertainty import Draws
    from ui.background import Failure
    from ui.playbook_ports import PlaybooksPort
    from ui.session import Session

PAUSE_MS = 80


class Trying(QObject):
    """Holds the trial; best scores are compared at once, likelihoods and the track record in the background."""

    changed = Signal()
    """Something else is tried out, or nothing any more."""
    compared = Signal()
    """`effect` is that of the trial as it stands."""
    refused = Signal(str)
    """A change does not fit the playbook; the trial is as it was."""
    measured = Signal()
    """`record` is that of the trial as it stands, or none any more."""
    failed = Signal(str, str)
    """Something could not be computed: what happened, and the detail to copy."""

    def __init__(self, session: Session, playbooks: PlaybooksPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._playbooks = session, playbooks
        self.trial: Trial = NOTHING
        self.effect: TrialEffect | None = None
        self.record: TrialRecord | None = None
        self._tried: Playbook = session.playbook
        self._draws: Sequence[Draws] | None = None
        self._background = Background()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask_likelihoods)
        self._likelihoods, self._records = Latest(self._background, self), Latest(self._background, self)
        self._likelihoods.finished.connect(self._arrived)
        self._likelihoods.failed.connect(lambda what: self._fail("The likelihoods", what))
        self._records.finished.connect(self._measured)
        self._records.failed.connect(lambda what: self._fail("The track record", what))
        session.assessment_opened.connect(self._compare)
        session.best_changed.connect(lambda _: self._compare())

    @property
    def is_on(self) -> bool:
        """Whether anything is tried out."""
        return bool(self.trial)

    @property
    def measuring(self) -> bool:
        """Whether the track record is being computed."""
        return self._records.busy

    def try_out(self, trial: Trial) -> bool:
        """Try something else out; say whether it fits the playbook."""
        if trial == self.trial:
            return True
        try:
            changed = tried(self._session.playbook, trial)
        except InvalidTrial as error:
            self.refused.emit(str(error))
            return False
        self.trial, self._tried = trial, changed
        self._records.cancel()
        self.record = None
        self.changed.emit()
        self.measured.emit()
        self._compare()
        return True

    def put_back(self) -> None:
        """Have everything as the playbook has it."""
        self.try_out(NOTHING)

    def measure(self) -> None:
        """Compute the track record with and without the trial."""
        playbook, trial = self._session.playbook, self.trial
        self._records.submit_in_steps(lambda watch: self._playbooks.record(playbook, trial, watch))
        self.measured.emit()

    def close(self) -> bool:
        """Stop the background work; say whether it ended in time."""
        self._pause.stop()
        self._likelihoods.close()
        self._records.close()
        return self._background.close()

    def _compare(self) -> None:
        best = self._session.best
        self._likelihoods.cancel()
        if best is None or not self.is_on:
            self._pause.stop()
            self.effect = None
        else:
            self.effect = effect(self.trial, best, judge(self._tried, best.sheet))
            self._pause.start()
        self.compared.emit()

    def _ask_likelihoods(self) -> None:
        best, changed, trial = self._session.best, self._tried, self.trial
        if best is not None and self.is_on:
            self._likelihoods.submit_in_steps(lambda watch: self._computed(best, changed, trial, watch))

    def _computed(self, best: BestFindings, changed: Playbook, trial: Trial, watch: Watch) -> TrialEffect:
        """Runs on the background thread, and so do the draws of the playbook on first use."""
        if self._draws is None:
            self._draws = _drawn(self._session.playbook)
        after = judge(changed, best.sheet)
        watch.step(0.0, "Computing likelihoods")
        as_it_is: Findings = with_likelihoods(self._session.playbook, best, self._draws)
        watch.step(0.5, "Computing likelihoods")
        return effect(trial, best, after, (as_it_is, with_likelihoods(changed, after, _drawn(changed))))

    def _arrived(self, found: TrialEffect) -> None:
        self.effect = found
        self.compared.emit()

    def _measured(self, found: TrialRecord) -> None:
        self.record = found
        self.measured.emit()

    def _fail(self, what: str, failure: Failure) -> None:
        self.failed.emit(f"{what} could not be computed: {failure.sentence}", failure.detail)
        self.measured.emit()


def _drawn(playbook: Playbook) -> tuple[Draws, ...]:
    spread = playbook.uncertainty
    return tuple(draw_blocks(playbook, spread.draws, spread.seed_fit))
