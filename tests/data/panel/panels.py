"""Small panels as files in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import xlsxwriter
from pyarrow import csv, parquet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from advisor.playbook import Playbook

Row = dict[str, Any]


def scored_rows(playbook: Playbook, count: int, seed: int = 1) -> list[Row]:
    """Return rows of one case by month, scored in half points."""
    scores = np.random.default_rng(seed).integers(0, 21, (count, len(playbook.indicators))) / 2
    return [
        {
            "case": "Peru",
            "date": f"{2000 + number // 12}-{number % 12 + 1:02}",
            **dict(zip(playbook.indicator_ids, row, strict=True)),
        }
        for number, row in enumerate(scores.tolist())
    ]


def table(rows: Sequence[Mapping[str, Any]]) -> Any:
    """Return rows as an Arrow table."""
    return pa.table({name: [row.get(name) for row in rows] for name in rows[0]})


def write_csv(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """Write rows as CSV."""
    csv.write_csv(table(rows), path)
    return path


def write_parquet(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """Write rows as Parquet."""
    parquet.write_table(table(rows), path)
    return path


def write_xlsx(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """Write rows as the first sheet of a workbook; dates and times become those of the sheet."""
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet("Scores")
        sheet.write_row(0, 0, list(rows[0]))
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, list(row.values()))
    return path


def read_csv(path: Path) -> Any:
    """Return a CSV file as a table in which empty cells are nothing."""
    return csv.read_csv(path, convert_options=csv.ConvertOptions(strings_can_be_null=True))
