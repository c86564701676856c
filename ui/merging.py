"""Which edits of a score are one step of the history: consecutive ones on one indicator within a short time."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE_SECONDS = 1.5


class MergeKeys:
    """Hands out the keys by which the library merges edits."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._indicator: str | None = None
        self._key = ""
        self._last = 0.0
        self.is_new = False
        """Whether the key handed out last began a new step."""

    def next(self, indicator: str) -> str:
        """Return the key of the previous edit where this one continues it, else a new one."""
        now = self._clock()
        self.is_new = indicator != self._indicator or now - self._last > PAUSE_SECONDS
        if self.is_new:
            self._indicator, self._key = indicator, f"{indicator}:{uuid.uuid4().hex}"
        self._last = now
        return self._key

    def interrupt(self) -> None:
        """Begin a new step with the next edit, whatever it is."""
        self._indicator = None
