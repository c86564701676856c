"""The playbooks at hand as the window uses them: listed, kept under another name, measured on the shipped episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.own_playbooks import add_own, known_playbooks, save_own

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.trial import Trial
    from advisor.trial_record import TrialRecord
    from data.own_playbooks import KnownPlaybook


class PlaybookShelf:
    """Reads the folders whenever it is asked: another program may have changed them."""

    def known(self) -> Sequence[KnownPlaybook]:
        """Return all playbooks that can be opened, those of the program first."""
        return known_playbooks()

    def save(self, playbook: Playbook, trial: Trial, name: str) -> KnownPlaybook:
        """Keep a copy of a playbook with the changes of a trial, under a name of its own."""
        return save_own(playbook, trial, name)

    def add(self, folder: Path) -> KnownPlaybook:
        """Copy a playbook that was written elsewhere in among the user's own."""
        return add_own(folder)

    def record(self, playbook: Playbook, trial: Trial, watch: Watch) -> TrialRecord:
        """Predict the shipped episodes with and without a trial."""
        from advisor.trial_record import trial_record
        from advisor.trying import tried
        from advisor.uncertainty import draw_blocks
        from data.case_files import SHIPPED_CASES, read_cases

        spread, changed = playbook.uncertainty, tried(playbook, trial)
        before, after = (tuple(draw_blocks(one, spread.draws, spread.seed_fit)) for one in (playbook, changed))
        watch.step(0.0, "Reading the past episodes")
        cases = read_cases(SHIPPED_CASES, playbook.indicator_ids)
        return trial_record(playbook, trial, cases, (before, after), watch)
