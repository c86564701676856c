"""CSV that reads back as it was written, and starts no formula."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from data.panel.csv_target import csv_target

if TYPE_CHECKING:
    from pathlib import Path

WORD = pa.dictionary(pa.int8(), pa.string())
SCHEMA = pa.schema(
    [("case", pa.string()), ("date", pa.string()), ("x", pa.float64()), ("verdict.y", WORD), ("problem", pa.string())]
)


def written(path: Path, rows: list[dict[str, Any]], schema: Any = SCHEMA) -> list[dict[str, str]]:
    with csv_target(path, schema) as write:
        for row in rows:
            write(pa.RecordBatch.from_pylist([row], schema=schema))
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_numbers_are_written_in_full_and_nothing_as_nothing(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"case": "Perú", "date": "2014-05", "x": 0.1 + 0.2, "verdict.y": "lead"},
        {"case": 'a, "b"\nc', "date": "2014-06", "x": None, "verdict.y": None, "problem": "no; good"},
    ]
    first, second = written(tmp_path / "out.csv", rows)
    assert float(first["x"]) == 0.1 + 0.2
    assert (first["case"], first["verdict.y"], first["problem"]) == ("Perú", "lead", "")
    assert (second["case"], second["x"], second["verdict.y"], second["problem"]) == ('a, "b"\nc', "", "", "no; good")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "=cmd|' /C calc'!A0"])
def test_text_that_starts_a_formula_is_inert(tmp_path: Path, text: str) -> None:
    (row,) = written(tmp_path / "out.csv", [{"case": text, "date": text, "x": -1.5, "problem": text}])
    assert (row["case"], row["date"], row["problem"]) == (f"'{text}",) * 3
    assert row["x"] == "-1.5"


def test_dates_of_another_type_are_written_in_iso_order(tmp_path: Path) -> None:
    schema = SCHEMA.set(1, pa.field("date", pa.timestamp("us"))).set(0, pa.field("case", pa.int64()))
    (row,) = written(tmp_path / "out.csv", [{"case": 604, "date": dt.datetime(2014, 5, 15)}], schema)
    assert (row["case"], row["date"]) == ("604", "2014-05-15")
