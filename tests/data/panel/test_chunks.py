"""Blank rows are rows, except at the end of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from data.panel.chunks import RawChunk, without_blank_end

if TYPE_CHECKING:
    from collections.abc import Sequence


def chunk(first_row: int, cells: Sequence[str | None], broken: dict[int, str] | None = None) -> RawChunk:
    numbers = pa.array([1.0 if cell else None for cell in cells], pa.float64())
    return RawChunk(first_row, {"case": pa.array(cells, pa.string()), "x": numbers}, 0.5, broken or {})


def rows_of(chunks: Sequence[RawChunk]) -> list[tuple[int, str | None]]:
    return [
        (one.first_row + place, cell) for one in chunks for place, cell in enumerate(one.columns["case"].to_pylist())
    ]


def test_blank_rows_at_the_end_are_left_out() -> None:
    kept = list(without_blank_end([chunk(2, ["a", "b", None, ""])]))
    assert rows_of(kept) == [(2, "a"), (3, "b")]


def test_blank_rows_in_between_are_rows_also_across_chunks() -> None:
    chunks = [chunk(2, ["a", None]), chunk(4, [None, None]), chunk(6, [None, "b", None])]
    kept = rows_of(list(without_blank_end(chunks)))
    assert [row for row, _ in kept] == [2, 3, 4, 5, 6, 7]
    assert [row for row, cell in kept if cell] == [2, 7]


def test_a_file_of_blank_rows_has_none() -> None:
    assert list(without_blank_end([chunk(2, [None, None]), chunk(4, [None])])) == []


def test_a_broken_row_is_not_blank_though_nothing_of_it_could_be_read() -> None:
    kept = list(without_blank_end([chunk(2, ["a", None, None], {1: "has 3 cells"})]))
    assert rows_of(kept) == [(2, "a"), (3, None)]


def test_many_blank_rows_come_in_pieces() -> None:
    chunks = [chunk(2, [None] * 40_000), chunk(40_002, ["a"])]
    kept = list(without_blank_end(chunks))
    assert max(one.rows for one in kept) < 40_000
    assert [row for row, _ in rows_of(kept)] == list(range(2, 40_003))
