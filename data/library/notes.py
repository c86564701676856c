"""Evidence notes in the rows of the library, with what they are linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import Note
from data.library import rows
from data.library.errors import InvalidEdit, UnknownEntry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from data.library.rows import Value


def note_row(connection: sqlite3.Connection, note_id: int) -> sqlite3.Row:
    """Return the row of a note, or raise `UnknownEntry`."""
    row: sqlite3.Row | None = connection.execute("SELECT * FROM notes WHERE id = ?", (note_id,)).fetchone()
    if row is None:
        raise UnknownEntry(f"the library holds no note {note_id}; it may have been deleted. Choose one from the list")
    return row


def read_notes(connection: sqlite3.Connection, case_id: int) -> tuple[Note, ...]:
    """Return the notes of a case in the order in which they came."""
    indicators = _links(
        connection,
        "SELECT note_id, indicator FROM note_indicators JOIN notes ON notes.id = note_id"
        " WHERE case_id = ? ORDER BY note_indicators.id",
        case_id,
    )
    assessments = _links(
        connection,
        "SELECT note_id, slug FROM note_assessments JOIN assessments ON assessments.id = assessment_id"
        " WHERE case_id = ? ORDER BY note_assessments.id",
        case_id,
    )
    found = connection.execute("SELECT * FROM notes WHERE case_id = ? ORDER BY id", (case_id,))
    return tuple(_note(row, indicators.get(row["id"], ()), assessments.get(row["id"], ())) for row in found)


def read_note(connection: sqlite3.Connection, row: sqlite3.Row) -> Note:
    """Return the note in a row of notes."""
    indicators = [found for _, found in _indicator_links(connection, row["id"])]
    assessments = [found for _, _, found in _assessment_links(connection, row["id"])]
    return _note(row, indicators, assessments)


def insert_note(connection: sqlite3.Connection, case_id: int, note: Note) -> int:
    """Write a note with its links and return its id."""
    note_id = rows.insert(connection, "notes", {"case_id": case_id, **_columns(note)})
    _link_indicators(connection, note_id, note.indicators)
    _link_assessments(connection, case_id, note_id, note.assessments)
    return note_id


def update_note(connection: sqlite3.Connection, row: sqlite3.Row, note: Note) -> None:
    """Change a note and its links to what is given."""
    rows.update(connection, "notes", row["id"], _columns(note))
    held = _indicator_links(connection, row["id"])
    kept = _same_start([name for _, name in held], note.indicators)
    for link_id, _ in held[kept:]:
        rows.delete(connection, "note_indicators", link_id)
    _link_indicators(connection, row["id"], note.indicators[kept:])
    linked = _assessment_links(connection, row["id"])
    kept = _same_start([slug for _, _, slug in linked], note.assessments)
    for link_id, _, _ in linked[kept:]:
        rows.delete(connection, "note_assessments", link_id)
    _link_assessments(connection, row["case_id"], row["id"], note.assessments[kept:])


def linked_assessments(connection: sqlite3.Connection, note_id: int) -> tuple[str, ...]:
    """Return the ids of the assessments that a note belongs to."""
    return tuple(slug for _, _, slug in _assessment_links(connection, note_id))


def _links(connection: sqlite3.Connection, sql: str, case_id: int) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for note_id, linked in connection.execute(sql, (case_id,)):
        found.setdefault(note_id, []).append(linked)
    return found


def _indicator_links(connection: sqlite3.Connection, note_id: int) -> list[tuple[int, str]]:
    sql = "SELECT id, indicator FROM note_indicators WHERE note_id = ? ORDER BY id"
    return [(row[0], row[1]) for row in connection.execute(sql, (note_id,))]


def _assessment_links(connection: sqlite3.Connection, note_id: int) -> list[tuple[int, int, str]]:
    sql = (
        "SELECT note_assessments.id, assessment_id, slug FROM note_assessments"
        " JOIN assessments ON assessments.id = assessment_id WHERE note_id = ? ORDER BY note_assessments.id"
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(sql, (note_id,))]


def _note(row: sqlite3.Row, indicators: Sequence[str], assessments: Sequence[str]) -> Note:
    return Note(
        text=row["text"],
        source=row["source"],
        link=row["link"],
        date=row["date"],
        reliability=row["reliability"],
        credibility=row["credibility"],
        bearing=row["bearing"],
        indicators=tuple(indicators),
        assessments=tuple(assessments),
        id=row["id"],
    )


def _columns(note: Note) -> dict[str, Value]:
    if not note.text.strip():
        raise InvalidEdit("a note needs a text; type what the source says")
    return {
        "text": note.text,
        "source": note.source,
        "link": note.link,
        "date": note.date,
        "reliability": note.reliability,
        "credibility": note.credibility,
        "bearing": note.bearing,
    }


def _link_indicators(connection: sqlite3.Connection, note_id: int, indicators: Sequence[str]) -> None:
    for indicator in dict.fromkeys(indicators):
        rows.insert(connection, "note_indicators", {"note_id": note_id, "indicator": indicator})


def _link_assessments(connection: sqlite3.Connection, case_id: int, note_id: int, slugs: Sequence[str]) -> None:
    for slug in dict.fromkeys(slugs):
        sql = "SELECT id FROM assessments WHERE slug = ? AND case_id = ?"
        row = connection.execute(sql, (slug, case_id)).fetchone()
        if row is None:
            raise InvalidEdit(f'the case has no assessment "{slug}" to link the note to; choose one of its own')
        rows.insert(connection, "note_assessments", {"note_id": note_id, "assessment_id": row["id"]})


def _same_start(held: Sequence[str], wanted: Sequence[str]) -> int:
    """Return how many links at the start stay, so that the others come to stand in the order that is wanted."""
    pairs = zip(held, wanted, strict=False)
    return next((place for place, (old, new) in enumerate(pairs) if old != new), min(len(held), len(wanted)))
