from __future__ import annotations

import datetime as dt

from data.library import HistoryEntry
from ui.history.grouping import DayHeading, EditRow, day_text, edit_text, rows_of

NOW = dt.datetime.now().astimezone().replace(hour=12, minute=0)


def entry(number: int, at: dt.datetime, label: str, *, undone: bool = False) -> HistoryEntry:
    return HistoryEntry(number, at.astimezone(dt.UTC), "Ana", label, 1, undone)


def test_edits_stand_below_the_day_they_were_made_on() -> None:
    yesterday = NOW - dt.timedelta(days=1)
    entries = (entry(2, NOW, "Peru: Current unrest 7 -> 8"), entry(1, yesterday, "Rename Perou to Peru", undone=True))
    rows = tuple(rows_of(entries, "Peru", NOW.date()))
    assert [type(row) for row in rows] == [DayHeading, EditRow, DayHeading, EditRow]
    assert rows[0].text.startswith("Today, ")
    assert rows[1] == EditRow(2, "12:00", "Ana", "Current unrest 7 → 8", False)
    assert rows[3].spoken == "Rename Perou to Peru, 12:00 by Ana, undone"  # type: ignore[union-attr]


def test_a_page_goes_on_below_the_day_of_the_page_before() -> None:
    rows = tuple(rows_of((entry(1, NOW, "Peru: date"),), "Peru", NOW.date(), NOW.date()))
    assert [type(row) for row in rows] == [EditRow]


def test_days_are_named_as_people_name_them() -> None:
    today = dt.date(2026, 3, 11)
    assert day_text(dt.date(2026, 3, 10), today) == "Yesterday, 10 Mar 2026"
    assert day_text(dt.date(2026, 3, 7), today) == "Saturday, 7 Mar 2026"
    assert day_text(dt.date(2026, 2, 1), today) == "1 Feb 2026"


def test_an_edit_need_not_name_its_case_again() -> None:
    assert edit_text('Peru: add the note "x"', "Peru") == 'Add the note "x"'
