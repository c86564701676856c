"""What the view Playbook needs from the outside: the playbooks at hand, a place to keep others, and past episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.trial import Trial
    from advisor.trial_record import TrialRecord


class KnownPlaybookPort(Protocol):
    """A playbook at hand."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def folder(self) -> Path: ...


class PlaybooksPort(Protocol):
    """The playbooks at hand; what goes wrong is raised as an error whose text can be shown."""

    def known(self) -> Sequence[KnownPlaybookPort]:
        """Return all playbooks that the program can open."""
        ...

    def save(self, playbook: Playbook, trial: Trial, name: str) -> KnownPlaybookPort:
        """Keep a copy of a playbook with the changes of a trial, under a name of its own."""
        ...

    def add(self, folder: Path) -> KnownPlaybookPort:
        """Take a playbook that was written elsewhere in among those at hand."""
        ...

    def record(self, playbook: Playbook, trial: Trial, watch: Watch) -> TrialRecord:
        """Predict the shipped episodes with and without a trial; takes its time, and stops where it is asked to."""
        ...
