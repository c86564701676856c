"""Columns as files hold them, turned into texts and numbers; what is no number is told, never guessed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from advisor.arrays import Array, BoolArray

# What spreadsheets, R, pandas and Stata write where there is no value.
_MISSING = ("", "NA", "N/A", "#N/A", "NaN", "nan", "NULL", "null", "None", ".")
MISSING = pa.array(_MISSING, pa.string())
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_MIDNIGHT = r"[T ]00:00(?::00(?:\.0+)?)?Z?$"
_SHOWN = 40


def texts(column: Any) -> Any:
    """Return a column as texts without blanks at their ends; times at midnight are dates, nothing is an empty text."""
    if not pa.types.is_string(column.type):
        column = column.cast(pa.string())
        column = pc.replace_substring_regex(column, _MIDNIGHT, "")
    return pc.fill_null(pc.utf8_trim_whitespace(column), "")


def coded(column: Any) -> tuple[list[str], NDArray[np.intp]]:
    """Return the distinct texts of a column, as `texts` gives them, and which of them stands in each row."""
    encoded = column.dictionary_encode(null_encoding="encode")
    codes: NDArray[np.intp] = encoded.indices.to_numpy(zero_copy_only=False).astype(np.intp)
    return texts(encoded.dictionary).to_pylist(), codes


def numbers(column: Any) -> tuple[Array, Mapping[int, str]]:
    """Return a column as numbers, NaN where there is none, and what stands where there should be one, by place."""
    kind = column.type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return _array(column.cast(pa.float64())), {}
    if pa.types.is_null(kind):
        return np.full(len(column), np.nan), {}
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_dictionary(kind):
        return _parsed(column.cast(pa.string()))
    shown = texts(column).to_pylist()
    return np.full(len(column), np.nan), {place: told(text) for place, text in enumerate(shown) if text}


def blank(column: Any) -> BoolArray:
    """Say which cells of a column hold nothing."""
    if pa.types.is_null(column.type):
        return np.ones(len(column), dtype=np.bool_)
    empty = pc.is_null(column, nan_is_null=True)
    if pa.types.is_string(column.type):
        empty = pc.or_(empty, pc.fill_null(pc.equal(pc.utf8_trim_whitespace(column), ""), True))
    found: BoolArray = empty.to_numpy(zero_copy_only=False)
    return found


def told(text: str) -> str:
    """Return text as a message quotes it: on one line, and not all of it where it is long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _SHOWN else f'"{line[:_SHOWN]}..."'


def _parsed(column: Any) -> tuple[Array, Mapping[int, str]]:
    """Read numbers from texts; the usual column, clean to the last cell, never leaves Arrow."""
    try:
        return _array(_without_empty(column).cast(pa.float64())), {}
    except pa.ArrowInvalid:
        encoded = _without_missing(pc.utf8_trim_whitespace(column)).dictionary_encode()
    places = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    distinct = encoded.dictionary.to_pylist()
    # The last value is that of place -1: a cell with nothing in it.
    values = np.array([*(_number(text) for text in distinct), np.nan])
    bad = np.flatnonzero(np.isnan(values[places]) & (places >= 0))
    return values[places], {int(place): told(distinct[places[place]]) for place in bad}


def _without_empty(column: Any) -> Any:
    length = pc.binary_length(column)
    if pc.min(length).as_py():
        return column
    return pc.if_else(pc.equal(length, 0), pa.scalar(None, pa.string()), column)


def _without_missing(column: Any) -> Any:
    return pc.if_else(pc.is_in(column, value_set=MISSING), pa.scalar(None, pa.string()), column)


def _number(text: str) -> float:
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else np.nan


def _array(column: Any) -> Array:
    values: Array = column.to_numpy(zero_copy_only=False)
    return values
