"""How slow work tells where it stands, and stops when nobody waits for it any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Cancelled(Exception):
    """The work was stopped on request; there is no result."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who follows a piece of work: `progress(share, what)` is told of each step, `cancelled()` is asked before it."""

    progress: Callable[[float, str], None] = lambda _share, _what: None
    cancelled: Callable[[], bool] = lambda: False

    def step(self, share: float, what: str) -> None:
        """Begin a step: `share` of all work is done, `what` comes now.

        Raises
        ------
        Cancelled
            Somebody asked to stop.
        """
        if self.cancelled():
            raise Cancelled
        self.progress(share, what)

    def part(self, start: float, end: float) -> Watch:
        """Return a watch for a part of the work that takes it from `start` to `end`."""
        return Watch(lambda share, what: self.progress(start + share * (end - start), what), self.cancelled)
