"""Computes in the background what a comparison needs: likelihoods first, plans after them, regions when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor.errors import AdvisorError
from advisor.findings import assess
from advisor.plan import solve
from advisor.side_by_side import Compared
from advisor.uncertainty import draw_blocks
from ui.background import Background, Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.findings import Findings
    from advisor.plan import Role
    from advisor.playbook import Playbook
    from advisor.ranking import Entry
    from advisor.uncertainty import Draws
    from ui.background import Failure
    from ui.ports import RegionsPort

MOST = 5
"""How many assessments stand side by side at most."""


class Comparing(QObject):
    """Keeps what it has computed of a score sheet, so that choosing another country computes that country alone."""

    compared = Signal(object)
    """The assessments wanted, with their findings; then once more with their plans."""
    regions_known = Signal(object)
    """Regions by country."""
    failed = Signal(str, str)
    """Something could not be computed: what happened, and the detail to copy."""

    def __init__(self, playbook: Playbook, regions: RegionsPort, parent: QObject) -> None:
        super().__init__(parent)
        self._playbook, self._regions = playbook, regions
        self._draws: Sequence[Draws] | None = None
        self._found: dict[object, Findings] = {}
        self._packages: dict[object, dict[str, Role]] = {}
        self._background = Background()
        self._findings_lane, self._plan_lane, self._region_lane = (Latest(self._background, self) for _ in range(3))
        for lane in (self._findings_lane, self._plan_lane):
            lane.finished.connect(self.compared)
            lane.failed.connect(self._fail)
        self._region_lane.finished.connect(self.regions_known)
        # Without regions the table is a table without regions: the filter says no more than it knows.
        self._region_lane.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return any(lane.busy for lane in (self._findings_lane, self._plan_lane, self._region_lane))

    def want(self, entries: Sequence[Entry]) -> None:
        """Compare these assessments in place of those wanted before."""
        self._findings_lane.cancel()
        self._plan_lane.cancel()
        if entries:
            self._findings_lane.submit(lambda: [self._compared(entry) for entry in entries])
            self._plan_lane.submit(lambda: [self._planned(entry) for entry in entries])

    def want_regions(self, countries: Sequence[str]) -> None:
        """Find the regions of countries."""
        if countries:
            self._region_lane.submit(lambda: self._regions(countries))

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        for lane in (self._findings_lane, self._plan_lane, self._region_lane):
            lane.close()
        return self._background.close()

    # On the background thread

    def _compared(self, entry: Entry) -> Compared:
        key = _key(entry)
        if key not in self._found:
            self._found[key] = assess(self._playbook, entry.sheet, self._all_draws())
        return Compared(entry.id, entry.country, entry.as_of, self._found[key], self._packages.get(key))

    def _planned(self, entry: Entry) -> Compared:
        key = _key(entry)
        if key not in self._packages:
            self._packages[key] = self._package(entry)
        return self._compared(entry)

    def _package(self, entry: Entry) -> dict[str, Role]:
        try:
            plan = solve(self._playbook, entry.sheet, self._all_draws())
        except AdvisorError:
            return {}
        return {member.option: member.role for member in plan.package}

    def _all_draws(self) -> Sequence[Draws]:
        if self._draws is None:
            spread = self._playbook.uncertainty
            self._draws = tuple(draw_blocks(self._playbook, spread.draws, spread.seed_fit))
        return self._draws

    def _fail(self, failure: Failure) -> None:
        self.failed.emit(f"The comparison could not be computed: {failure.sentence}", failure.detail)


def _key(entry: Entry) -> object:
    return frozenset(entry.sheet.scores.items())
