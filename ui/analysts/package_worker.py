"""Works out in the background which package each analyst's scores lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor.analysts import packages
from advisor.uncertainty import draw_blocks
from ui.background import Background, Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.analysts import Opinions, PackageOf
    from advisor.knobs import Knobs
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.uncertainty import Draws
    from ui.background import Failure


class PackageWorker(QObject):
    """Draws the futures once, on its own thread."""

    found = Signal(object)
    """The `PackageOf` of every analyst asked for last."""
    failed = Signal(str)
    """Why there are no packages."""

    def __init__(self, playbook: Playbook, parent: QObject) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self._draws: Sequence[Draws] | None = None
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(self.found)
        self._lane.failed.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether packages are still to come."""
        return self._lane.busy

    def want(self, opinions: Opinions, knobs: Knobs) -> None:
        """Work out the packages of these analysts in place of those wanted before."""
        self._lane.submit_in_steps(lambda watch: self._packages(opinions, knobs, watch))

    def cancel(self) -> None:
        """Drop what was wanted."""
        self._lane.cancel()

    def close(self) -> bool:
        """Stop; say whether the work ended in time."""
        self._lane.close()
        return self._background.close()

    def _packages(self, opinions: Opinions, knobs: Knobs, watch: Watch) -> tuple[PackageOf, ...]:
        if self._draws is None:
            spread = self._playbook.uncertainty
            self._draws = tuple(draw_blocks(self._playbook, spread.draws, spread.seed_fit))
        found: list[PackageOf] = []
        for name, sheet in zip(opinions.merged.analysts, opinions.sheets, strict=True):
            watch.step(len(found) / len(opinions.sheets), name)
            found += packages(self._playbook, (name,), (sheet,), self._draws, knobs)
        return tuple(found)

    def _tell(self, failure: Failure) -> None:
        self.failed.emit(failure.sentence)
