"""Time two callables side by side, so that a busy machine slows both."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians in milliseconds of what is measured and of its reference, and the median of their ratios."""

    measured: float
    reference: float
    ratio: float


def milliseconds(action: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def median(action: Callable[[], object], rounds: int = 15) -> float:
    """Time a callable, warmed up once, and return the median in milliseconds."""
    action()
    return statistics.median(milliseconds(action) for _ in range(rounds))


def processor_milliseconds(action: Callable[[], object]) -> float:
    """Time one call by the processor time of this process, which other work on the machine disturbs less."""
    start = time.process_time()
    action()
    return 1000 * (time.process_time() - start)


def paired(
    action: Callable[[], object],
    reference: Callable[[], object],
    rounds: int = 9,
    timed: Callable[[Callable[[], object]], float] = milliseconds,
) -> Pair:
    """Time both in turn, warmed up once."""
    action()
    reference()
    times = [(timed(action), timed(reference)) for _ in range(rounds)]
    return Pair(
        statistics.median(one for one, _ in times),
        statistics.median(other for _, other in times),
        statistics.median(one / other for one, other in times),
    )
