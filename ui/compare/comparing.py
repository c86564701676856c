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
    from advisor.plan import Plan, Role
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.ranking import Entry
    from advisor.scores import ScoreSheet
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
        self._plans: dict[object, Plan | None] = {}
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
            self._findings_lane.submit_in_steps(lambda watch: [self._compared(entry, watch) for entry in entries])
            self._plan_lane.submit_in_steps(lambda watch: [self._planned(entry, watch) for entry in entries])

    def want_regions(self, countries: Sequence[str]) -> None:
        """Find the regions of countries, empty where there is none."""
        if countries:
            self._region_lane.submit(lambda: {**dict.fromkeys(countries, ""), **self._regions(countries)})

    def computed(self, sheet: ScoreSheet) -> tuple[Findings | None, Plan | None]:
        """Return the likelihoods and the plan of scores, as far as they have been computed."""
        key = _key(sheet)
        return self._found.get(key), self._plans.get(key)

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        for lane in (self._findings_lane, self._plan_lane, self._region_lane):
            lane.close()
        return self._background.close()

    # On the background thread

    def _compared(self, entry: Entry, watch: Watch) -> Compared:
        key = _key(entry.sheet)
        watch.step(0.0, entry.country)
        if key not in self._found:
            self._found[key] = assess(self._playbook, entry.sheet, self._all_draws())
        package = _roles(self._plans[key]) if key in self._plans else None
        return Compared(entry.id, entry.country, entry.as_of, self._found[key], package)

    def _planned(self, entry: Entry, watch: Watch) -> Compared:
        key = _key(entry.sheet)
        if key not in self._plans:
            self._plans[key] = self._plan(entry, watch)
        return self._compared(entry, watch)

    def _plan(self, entry: Entry, watch: Watch) -> Plan | None:
        """Return the plan, None where there is none to be had."""
        try:
            return solve(self._playbook, entry.sheet, self._all_draws(), cancelled=watch.cancelled)
        except AdvisorError:
            return None

    def _all_draws(self) -> Sequence[Draws]:
        if self._draws is None:
            spread = self._playbook.uncertainty
            self._draws = tuple(draw_blocks(self._playbook, spread.draws, spread.seed_fit))
        return self._draws

    def _fail(self, failure: Failure) -> None:
        self.failed.emit(f"The comparison could not be computed: {failure.sentence}", failure.detail)


def _key(sheet: ScoreSheet) -> object:
    return frozenset(sheet.scores.items())


def _roles(plan: Plan | None) -> dict[str, Role]:
    return {} if plan is None else {member.option: member.role for member in plan.package}
