"""The columns that a scored panel has, and its rows as Arrow batches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from advisor.findings import VERDICTS
from advisor.playbook import STANCE_CLASSES
from data.panel.columns import CASE, DATE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from advisor.arrays import Array
    from advisor.panel import PanelResult
    from advisor.playbook import Playbook
    from data.panel.checking import CheckedChunk

PROBLEM = "problem"
_WORD = pa.dictionary(pa.int8(), pa.string())


@dataclass(frozen=True, slots=True)
class ResultColumns:
    """The columns of the result; case and date keep the type they came in."""

    schema: Any

    def batch(self, chunk: CheckedChunk, result: PanelResult, accepted: Array | None) -> Any:
        """Return the rows of a chunk in order; `result` and `accepted` are of its sound rows alone."""
        sound = chunk.sound
        columns = _result_columns(result, accepted)
        if not sound.all():
            # A row with a problem takes its results from nowhere.
            places = pa.array(np.cumsum(sound) - 1, mask=~sound)
            columns = [column.take(places) for column in columns]
        problems = pa.array(_problems(chunk), pa.string())
        return pa.record_batch([chunk.case, chunk.date, *columns, problems], schema=self.schema)


def result_columns(playbook: Playbook, types: Mapping[str, Any], *, draws: bool) -> ResultColumns:
    """Return the columns of the result.

    Parameters
    ----------
    types
        The types in which case and date come; text where none is named.
    draws
        Whether there are likelihoods.
    """
    options = playbook.option_ids
    fields = [
        *(pa.field(name, types.get(name, pa.string())) for name in (CASE, DATE)),
        pa.field("stance_index", pa.float64()),
        pa.field("stance_class", _WORD),
        *(pa.field(f"p.{name}", pa.float64()) for name in STANCE_CLASSES),
        *(pa.field(f"standing.{option}", pa.float64()) for option in options),
        *(pa.field(f"verdict.{option}", _WORD) for option in options),
        *(pa.field(f"p_now.{option}", pa.float64()) for option in (options if draws else ())),
        pa.field("scored", pa.int16()),
        pa.field(PROBLEM, pa.string()),
    ]
    return ResultColumns(pa.schema(fields))


def _result_columns(result: PanelResult, accepted: Array | None) -> list[Any]:
    return [
        pa.array(result.index),
        _words(result.stance, STANCE_CLASSES),
        *_columns(result.probabilities),
        *_columns(result.standings),
        *(_words(verdicts, VERDICTS) for verdicts in result.verdicts.T),
        *(_columns(accepted) if accepted is not None else ()),
        pa.array(result.scored.astype(np.int16)),
    ]


def _columns(table: Array) -> list[Any]:
    return [pa.array(np.ascontiguousarray(column)) for column in table.T]


def _words(numbers: NDArray[np.int8], words: Sequence[str]) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array(np.ascontiguousarray(numbers)), pa.array(words))


def _problems(chunk: CheckedChunk) -> list[str | None]:
    texts: list[str | None] = [None] * len(chunk.best)
    for place in {*chunk.problems, *chunk.remarks}:
        texts[place] = chunk.what_of(place)
    return texts
