"""Parquet as pandas, R and others write it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from data.errors import DataError
from data.panel import parquet_source
from data.panel.parquet_source import ParquetSource

if TYPE_CHECKING:
    from pathlib import Path

    from data.panel.chunks import RawChunk


def chunks_of(path: Path, table: Any) -> list[RawChunk]:
    parquet.write_table(table, path)
    with ParquetSource(path) as source:
        return list(source.chunks(range(len(source.names))))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "panel.parquet"


def test_columns_come_in_their_own_types(path: Path) -> None:
    days = [dt.date(2014, 5, 15), None]
    table = pa.table({"case": ["Peru", "Perú"], "date": days, "x": pa.array([6.5, None])})
    (found,) = chunks_of(path, table)
    assert found.first_row == 2
    assert {name: column.to_pylist() for name, column in found.columns.items()} == table.to_pydict()
    with ParquetSource(path) as source:
        assert source.types == {"case": pa.string(), "date": pa.date32(), "x": pa.float64()}


@pytest.mark.parametrize("kind", [pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.binary()])
def test_texts_are_texts_however_they_are_kept(path: Path, kind: Any) -> None:
    names = pa.array(["Peru", "Chile", "Peru"])
    table = pa.table({"case": names.dictionary_encode() if pa.types.is_dictionary(kind) else names.cast(kind)})
    (found,) = chunks_of(path, table)
    assert found.columns["case"].type == pa.string()
    assert found.columns["case"].to_pylist() == ["Peru", "Chile", "Peru"]


def test_a_long_file_comes_in_pieces_that_say_how_far_they_are(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_source, "_BATCH", 10)
    found = chunks_of(path, pa.table({"case": [str(number) for number in range(25)]}))
    assert [(chunk.first_row, chunk.rows) for chunk in found] == [(2, 10), (12, 10), (22, 5)]
    assert [chunk.share for chunk in found] == [0.4, 0.8, 1.0]


def test_what_is_no_parquet_file_is_told(path: Path) -> None:
    path.write_bytes(b"PAR1 and nothing more")
    with pytest.raises(DataError, match="cannot be read as Parquet"):
        ParquetSource(path)


def test_damage_further_on_is_told_with_its_place(path: Path) -> None:
    parquet.write_table(pa.table({"case": [str(number) for number in range(5000)]}), path, compression="none")
    content = bytearray(path.read_bytes())
    content[20:2000] = b"\xff" * 1980
    path.write_bytes(content)
    with ParquetSource(path) as source, pytest.raises(DataError, match="is damaged after row 1"):
        list(source.chunks([0]))


def test_lists_are_no_cells(path: Path) -> None:
    with pytest.raises(DataError, match="column x holds lists or tables"):
        chunks_of(path, pa.table({"x": [[1, 2], [3]]}))


def test_a_huge_text_repeated_by_reference_is_not_unfolded(path: Path) -> None:
    with pytest.raises(DataError, match="holds texts of more than 32,767 characters"):
        chunks_of(path, pa.table({"case": ["x" * 40_000] * 100}))
