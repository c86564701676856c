"""What going back to a backup would lose, in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.phrasing import day_text

if TYPE_CHECKING:
    from pathlib import Path

    from data.library.backups import Backup

_BESIDE = ("", "-wal", "-journal")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def loss_sentence(library: Path, backup: Backup) -> str:
    """Say from when a backup is, when the library was changed last, and that the edits between would be lost."""
    made = f"The newest good backup is from {_when(backup.at)}"
    changed = _last_change(library)
    if changed is None:
        return f"{made}. Edits made since then would be lost."
    seconds = (changed - backup.at).total_seconds()
    if seconds < _MINUTE:
        return f"{made}, as new as the library. Nothing, or next to nothing, would be lost."
    return (
        f"{made}. The library was changed last on {_when(changed)}: "
        f"edits made in the {_span(seconds)} between would be lost."
    )


def _last_change(library: Path) -> dt.datetime | None:
    times = []
    for suffix in _BESIDE:
        try:
            times.append(library.with_name(library.name + suffix).stat().st_mtime)
        except OSError:
            continue
    return dt.datetime.fromtimestamp(max(times), dt.UTC) if times else None


def _when(at: dt.datetime) -> str:
    local = at.astimezone()
    return f"{day_text(local.date())}, {local:%H:%M}"


def _span(seconds: float) -> str:
    for size, unit in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= size:
            count = round(seconds / size)
            return unit if count == 1 else f"{count} {unit}s"
    return "minute"
