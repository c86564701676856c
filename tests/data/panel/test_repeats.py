"""Keys are found again wherever they stood first."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data.panel.repeats import SeenKeys


@given(st.lists(st.lists(st.integers(0, 12), max_size=9), max_size=12))
def test_every_key_names_the_row_that_had_it_first(chunks: list[list[int]]) -> None:
    known: dict[int, int] = {}
    seen, start = SeenKeys(), 2
    for chunk in chunks:
        rows = np.arange(start, start + len(chunk))
        expected = [known.setdefault(key, row) for key, row in zip(chunk, rows.tolist(), strict=True)]
        assert seen.first_rows(np.array(chunk, dtype=np.uint64), rows).tolist() == expected
        start += len(chunk)


def test_the_runs_stay_few_however_many_chunks_there_are() -> None:
    seen = SeenKeys()
    for start in range(0, 10_000, 10):
        rows = np.arange(start, start + 10)
        seen.first_rows(rows.astype(np.uint64), rows)
    assert len(seen._runs) <= 11
