"""The history as rows of a list: a heading for each day, and below it the edits of that day, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.dates import written

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ui.library_ports import EntryPort

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class DayHeading:
    """The day of the edits below."""

    text: str


@dataclass(frozen=True, slots=True)
class EditRow:
    """One edit, in the time of this computer; `undone` ones no longer hold."""

    id: int
    time: str
    who: str
    text: str
    undone: bool

    @property
    def spoken(self) -> str:
        """The row as a screen reader should say it."""
        by = f" by {self.who}" if self.who else ""
        return f"{self.text}, {self.time}{by}{', undone' if self.undone else ''}"


HistoryRow = DayHeading | EditRow


def rows_of(
    entries: Iterable[EntryPort], case: str, today: dt.date, last_day: dt.date | None = None
) -> Iterator[HistoryRow]:
    """Yield the rows of entries that are sorted by time; `last_day` is that of the rows above them."""
    for entry in entries:
        at = entry.at.astimezone()
        if at.date() != last_day:
            last_day = at.date()
            yield DayHeading(day_text(last_day, today))
        yield EditRow(entry.id, f"{at:%H:%M}", entry.who, edit_text(entry.label, case), entry.undone)


def day_text(day: dt.date, today: dt.date) -> str:
    """Name a day as people do: "Today", "Yesterday", "Tuesday", "3 Mar 2026"."""
    ago = (today - day).days
    if ago == 0:
        return f"Today, {written(day)}"
    if ago == 1:
        return f"Yesterday, {written(day)}"
    return f"{WEEKDAYS[day.weekday()]}, {written(day)}" if 0 < ago < _A_WEEK else written(day)


def edit_text(label: str, case: str) -> str:
    """Return what an edit is called beside its case, which need not be named again."""
    text = label.removeprefix(f"{case}: ").replace("->", "→")
    return text[:1].upper() + text[1:]
