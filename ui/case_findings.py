"""Findings of every assessment of a case, computed in the background and kept while they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor.findings import assess
from advisor.uncertainty import draw_blocks
from ui.background import Background, Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.findings import Findings
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.scores import Score, ScoreSheet
    from advisor.uncertainty import Draws
    from ui.background import Failure

    Key = frozenset[tuple[str, Score]]

AT_ONCE = 8
"""How many sheets are computed before their findings are delivered; twice as many each time after that."""


class CaseFindings(QObject):
    """Computes what is wanted and not yet known, the first sheets first; an edit computes the edited sheet alone."""

    changed = Signal()
    """More findings are known."""
    failed = Signal(str, str)
    """They could not be computed: what happened, and the detail to copy."""

    def __init__(self, playbook: Playbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self._draws: Sequence[Draws] | None = None
        self._known: dict[Key, Findings] = {}
        self._wanted: dict[Key, ScoreSheet] = {}
        self._at_once = AT_ONCE
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(self._arrived)
        self._lane.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        """Whether more findings are to come."""
        return self._lane.busy

    def want(self, sheets: Sequence[ScoreSheet]) -> None:
        """Ask for the findings of these sheets, and forget those of all others."""
        wanted = {_key(sheet): sheet for sheet in sheets}
        if wanted.keys() == self._wanted.keys() and self._lane.busy:
            return
        self._wanted, self._at_once = wanted, AT_ONCE
        self._known = {key: found for key, found in self._known.items() if key in wanted}
        self._go_on()

    def of(self, sheet: ScoreSheet) -> Findings | None:
        """Return the findings of a sheet, as far as they are known."""
        return self._known.get(_key(sheet))

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        self._lane.close()
        return self._background.close()

    def _go_on(self) -> None:
        missing = [(key, sheet) for key, sheet in self._wanted.items() if key not in self._known]
        missing = missing[: self._at_once]
        if missing:
            self._lane.submit_in_steps(lambda watch: {key: self._assessed(sheet, watch) for key, sheet in missing})
        else:
            self._lane.cancel()

    def _assessed(self, sheet: ScoreSheet, watch: Watch) -> Findings:
        """Runs on the background thread, and so do the draws on first use."""
        watch.step(0.0, "Computing likelihoods")
        if self._draws is None:
            spread = self._playbook.uncertainty
            self._draws = tuple(draw_blocks(self._playbook, spread.draws, spread.seed_fit))
        return assess(self._playbook, sheet, self._draws)

    def _arrived(self, found: dict[Key, Findings]) -> None:
        self._known.update(found)
        self._at_once *= 2
        self._go_on()
        self.changed.emit()

    def _fail(self, failure: Failure) -> None:
        self.failed.emit(f"The ranges and chances could not be computed: {failure.sentence}", failure.detail)


def _key(sheet: ScoreSheet) -> Key:
    return frozenset(sheet.scores.items())
