"""Events of a case in the rows of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import CaseEvent
from data.library import rows
from data.library.errors import InvalidEdit, UnknownEntry

if TYPE_CHECKING:
    import sqlite3

    from data.library.rows import Value


def event_row(connection: sqlite3.Connection, event_id: int) -> sqlite3.Row:
    """Return the row of an event, or raise `UnknownEntry`."""
    row: sqlite3.Row | None = connection.execute("SELECT * FROM events WHERE id = ?", (event_id,)).fetchone()
    if row is None:
        raise UnknownEntry(f"the library holds no event {event_id}; it may have been deleted. Choose one from the list")
    return row


def read_events(connection: sqlite3.Connection, case_id: int) -> tuple[CaseEvent, ...]:
    """Return the events of a case in the order in which they came."""
    found = connection.execute("SELECT * FROM events WHERE case_id = ? ORDER BY id", (case_id,))
    return tuple(CaseEvent(row["date"], row["text"], row["source"], row["link"], row["id"]) for row in found)


def insert_event(connection: sqlite3.Connection, case_id: int, event: CaseEvent) -> int:
    """Write an event and return its id."""
    return rows.insert(connection, "events", {"case_id": case_id, **event_columns(event)})


def event_columns(event: CaseEvent) -> dict[str, Value]:
    """Return an event as columns, or raise `InvalidEdit` where it says nothing."""
    if not event.text.strip():
        raise InvalidEdit("an event needs a text; type what happened")
    return {"date": event.date, "text": event.text, "source": event.source, "link": event.link}
