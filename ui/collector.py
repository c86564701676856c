"""Collects reference cycles on the interface thread alone.

Python collects on whatever thread happens to allocate. In the background that would destroy widgets which only a cycle
still holds, on a thread that must not touch them; the window can then lock up or crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500


class Collector(QObject):
    """Takes automatic collection over for as long as it lives, and collects between events."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()

    def close(self) -> None:
        """Leave collection to Python again."""
        self._timer.stop()
        gc.enable()


def collect_what_is_due() -> int | None:
    """Collect the oldest generation that has passed its threshold, and return which; None where none has."""
    for generation, (count, threshold) in reversed(
        list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if threshold and count > threshold:
            gc.collect(generation)
            return generation
    return None
