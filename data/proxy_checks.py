"""What must hold within a proxy: breakpoints that rise, and an aggregate that says all it needs and nothing else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.parameters import Aggregation
    from advisor.playbook import Proxy

_WITHOUT_WINDOW = ("latest", "months_to_next")


def proxy_problems(proxy: Proxy) -> Iterator[str]:
    """Yield what is wrong with a proxy, and what to write instead."""
    raw = [point[0] for point in proxy.breakpoints]
    if any(later <= earlier for earlier, later in pairwise(raw)):
        yield f'breakpoints of "{proxy.dataset}" must rise in their first number'
    if bool(proxy.series) != (proxy.aggregate is not None):
        yield f'proxy "{proxy.dataset}": series and aggregate belong together; write both or neither'
    if proxy.aggregate is not None:
        yield from (f'proxy "{proxy.dataset}": {what}' for what in _aggregate_problems(proxy.aggregate))


def _aggregate_problems(how: Aggregation) -> Iterator[str]:
    windows = sum(window is not None for window in (how.days, how.months))
    if how.kind in _WITHOUT_WINDOW and windows:
        yield f'aggregate of kind "{how.kind}" has no window; leave out days and months'
    if how.kind not in _WITHOUT_WINDOW and windows != 1:
        yield f'aggregate of kind "{how.kind}" needs one window, days or months'
    if (how.kind == "rate") != bool(how.per_million):
        yield "a rate, and only a rate, has per_million: the series to divide by, such as the population"
