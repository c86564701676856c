"""Full-text search over everything that was written into a library."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.library.errors import DamagedLibrary
from data.library.indexing import INDEXED, PLACES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from data.library.indexing import Kind

_BEGIN, _END, _CUT, _WORDS_SHOWN = "\x02", "\x03", "…", 24
# What the analyst puts in quotes stands together; anything else is single words.
_TERMS = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORDS = re.compile(r"[^\W_]+")
_KINDS: dict[int, Kind] = {one.place: one.kind for one in INDEXED}
_FOUND = f"""
    SELECT rowid, snippet(search, -1, '{_BEGIN}', '{_END}', '{_CUT}', {_WORDS_SHOWN}) AS snippet
    FROM search WHERE search MATCH ? AND rank MATCH 'bm25(2.0, 1.0)' ORDER BY"""
# The text of a note says more than the name of its source; a single letter says nothing, and the newest come first.
_RANKED, _NEWEST = f"{_FOUND} rank", f"{_FOUND} rowid DESC"
_LETTER = len('"a"*')
_PLACES: dict[Kind, str] = {
    "note": "SELECT case_id, NULL AS slug, NULL AS indicator FROM notes WHERE id = ?",
    "justification": "SELECT case_id, slug, indicator FROM scores JOIN assessments ON assessments.id = assessment_id"
    " WHERE scores.id = ?",
    "fact": "SELECT case_id, slug, NULL AS indicator FROM facts JOIN assessments ON assessments.id = assessment_id"
    " WHERE facts.id = ?",
    "assessment": "SELECT case_id, slug, NULL AS indicator FROM assessments WHERE id = ?",
    "event": "SELECT case_id, NULL AS slug, NULL AS indicator FROM events WHERE id = ?",
}
_NOTE_INDICATORS = "SELECT indicator FROM note_indicators WHERE note_id = ? ORDER BY id"
_NOTE_ASSESSMENTS = (
    "SELECT slug FROM note_assessments JOIN assessments ON assessments.id = assessment_id"
    " WHERE note_id = ? ORDER BY note_assessments.id"
)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A text in which everything asked for was found.

    Parameters
    ----------
    kind, id
        What it is; the id is that of the note or the event, and of no use for the other kinds.
    case_id, case
        Where it is.
    assessments, indicators
        Ids of those it belongs to; several or none only for notes and events.
    snippet
        Words around the place, in pieces; the flag says that a piece is what was found.
    """

    kind: Kind
    id: int
    case_id: int
    case: str
    assessments: tuple[str, ...]
    indicators: tuple[str, ...]
    snippet: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The snippet as plain text."""
        return "".join(piece for piece, _ in self.snippet)


def search(connection: sqlite3.Connection, text: str, case_id: int | None, limit: int) -> tuple[SearchHit, ...]:
    """Return the texts that hold every word of `text`, the best first; the last word need not be complete."""
    query = query_of(text)
    if not query:
        return ()
    sql = _RANKED if len(query) > _LETTER else _NEWEST
    found = (_hit(connection, row) for row in connection.execute(sql, (query,)))
    wanted = (hit for hit in found if case_id is None or hit.case_id == case_id)
    return tuple(hit for hit, _ in zip(wanted, range(limit), strict=False))


def query_of(text: str) -> str:
    """Return what was typed as a query of FTS5 that has no syntax but words; empty where there is no word."""
    phrases = list(_phrases(text))
    quoted = [f'"{phrase}"' for phrase in phrases]
    # A word that may still be typed on finds all that begin like it.
    return " ".join(quoted) + ("" if not phrases or text.endswith('"') else "*")


def _phrases(text: str) -> Iterator[str]:
    for match in _TERMS.finditer(text):
        if words := _WORDS.findall(match[0]):
            yield " ".join(words)


def _hit(connection: sqlite3.Connection, row: sqlite3.Row) -> SearchHit:
    row_id, place = divmod(row["rowid"], PLACES)
    kind = _KINDS[place]
    spot = connection.execute(_PLACES[kind], (row_id,)).fetchone()
    case = spot and connection.execute("SELECT name FROM cases WHERE id = ?", (spot["case_id"],)).fetchone()
    if case is None:
        raise DamagedLibrary(f"the search finds a text that belongs to nothing ({kind} {row_id}); open a backup copy")
    assessments = [spot["slug"]] if spot["slug"] is not None else []
    indicators = [spot["indicator"]] if spot["indicator"] is not None else []
    if kind == "note":
        assessments = [slug for (slug,) in connection.execute(_NOTE_ASSESSMENTS, (row_id,))]
        indicators = [indicator for (indicator,) in connection.execute(_NOTE_INDICATORS, (row_id,))]
    return SearchHit(
        kind, row_id, spot["case_id"], case["name"], tuple(assessments), tuple(indicators), _pieces(row["snippet"])
    )


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    pieces = re.split(f"({_BEGIN}[^{_END}]*{_END})", snippet)
    return tuple((piece.strip(_BEGIN + _END), piece.startswith(_BEGIN)) for piece in pieces if piece)
