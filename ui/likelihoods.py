"""Computes likelihoods in the background, with draws that are made once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.findings import assess, nudged, with_likelihoods
from advisor.prices import prices_outside
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks
from ui.background import Background, Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from advisor.findings import BestFindings, Findings
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet
    from advisor.uncertainty import Draws

WHAT_IF_POINTS = (1.0, -1.0)
PAUSE_MS = 18


class Likelihoods(QObject):
    """Likelihoods of one sheet at a time, and of one indicator moved up and down by a point.

    A newer request of either kind supersedes an older one of its kind. The first of several findings asked for in
    quick succession is computed at once, and then the last, when the succession pauses: a computation beside every
    tick of a drag would take its time from the ticks, and none of them would come to an end.
    """

    ready = Signal(object)
    """Findings of the newest sheet."""
    tipping_ready = Signal(object)
    """Tipping points of the newest sheet, after its findings: these need not wait for them."""
    prices_ready = Signal(object)
    """Prices of the options outside the win-set by their ids, after the tipping points."""
    what_if_ready = Signal(str, object)
    """An indicator, and (points, Findings) of moving its score by so many points."""
    failed = Signal(str, str)
    """Something could not be computed: what happened, and the detail to copy."""

    def __init__(self, playbook: Playbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playbook = playbook
        self._draws: Sequence[Draws] | None = None
        self._background = Background()
        self._waiting: BestFindings | None = None
        self._moved: ScoreSheet | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._go_on)
        self._findings = self._lane("The likelihoods could not be computed", self.ready.emit)
        self._tipping = self._lane("The tipping points could not be computed", self.tipping_ready.emit)
        self._prices = self._lane("The prices could not be computed", self.prices_ready.emit)
        self._what_ifs = self._lane("The effect of one point could not be computed", self._what_if_arrived)

    @property
    def pending(self) -> bool:
        """Whether findings were asked for and have yet to come."""
        return self._findings.busy or self._waiting is not None

    def compute(self, best: BestFindings) -> None:
        """Ask for the likelihoods that go with best findings; what-ifs of an older sheet are dropped."""
        self.cancel()
        if self._pause.isActive():
            self._waiting = best
        else:
            self._start(best)
        self._pause.start()

    def what_if(self, sheet: ScoreSheet, indicator: str) -> None:
        """Ask for the findings with one score moved up and down by a point."""

        def work() -> tuple[str, tuple[tuple[float, Findings], ...]]:
            moved = ((points, nudged(sheet, indicator, points)) for points in WHAT_IF_POINTS)
            # Between the two it looks whether they are still wanted, so that newer findings need not wait for both.
            return indicator, tuple(
                (points, self._assessed(other)) for points, other in moved if other is not None and self._moved is sheet
            )

        self._moved = sheet
        self._what_ifs.submit(work)

    def cancel(self) -> None:
        """Drop whatever was asked for."""
        self._waiting = self._moved = None
        self._findings.cancel()
        self._tipping.cancel()
        self._prices.cancel()
        self._what_ifs.cancel()

    def close(self) -> bool:
        """Stop; say whether the work ended in time. Nothing is delivered after this."""
        self.cancel()
        self._findings.close()
        self._tipping.close()
        self._prices.close()
        self._what_ifs.close()
        return self._background.close()

    def _start(self, best: BestFindings) -> None:
        self._findings.submit(lambda: with_likelihoods(self._playbook, best, self._kept_draws()))
        self._tipping.submit(lambda: tipping_points(self._playbook, best.sheet))
        self._prices.submit(lambda: prices_outside(self._playbook, best, self._kept_draws()[0]))

    def _go_on(self) -> None:
        if self._waiting is not None:
            best, self._waiting = self._waiting, None
            self._start(best)

    def _assessed(self, sheet: ScoreSheet) -> Findings:
        return assess(self._playbook, sheet, self._kept_draws())

    def _kept_draws(self) -> Sequence[Draws]:
        """Return the draws, made on first use; asked for on the background thread alone."""
        if self._draws is None:
            spread = self._playbook.uncertainty
            self._draws = tuple(draw_blocks(self._playbook, spread.draws, spread.seed_fit))
        return self._draws

    def _lane(self, failure: str, arrived: Callable[..., None]) -> Latest:
        lane = Latest(self._background, self)
        lane.finished.connect(arrived)
        lane.failed.connect(lambda what: self.failed.emit(f"{failure}: {what.sentence}", what.detail))
        return lane

    def _what_if_arrived(self, result: tuple[str, tuple[tuple[float, Findings], ...]]) -> None:
        self.what_if_ready.emit(*result)
