"""Which backups to keep: all of the last two days, then one a day, a week and a month, each for a while."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

KEEP_ALL = dt.timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
_STAGES: tuple[tuple[int, Callable[[dt.datetime], Hashable]], ...] = (
    (DAYS, lambda at: at.date()),
    (WEEKS, lambda at: at.isocalendar()[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)


def superfluous(dates: Iterable[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """Return the dates of the backups that need not be kept."""
    old = sorted((at for at in dates if now - at > KEEP_ALL), reverse=True)
    return set(old) - set(_kept(old))


def _kept(old: list[dt.datetime]) -> Iterator[dt.datetime]:
    """Yield, from the newest on, the newest of each day until there are enough, then of each week and each month."""
    left, last = iter(old), None
    for room, span in _STAGES:
        while room and (at := next(left, None)):
            if last is None or span(at) != span(last):
                last, room = at, room - 1
                yield at
