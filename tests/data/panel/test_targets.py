"""The ending decides what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from data.panel.sources import ENDINGS
from data.panel.targets import open_target

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = pa.schema([("case", pa.string()), ("date", pa.string())])
BEGINNINGS = {".csv": b'"case","date"', ".xlsx": b"PK\x03\x04", ".parquet": b"PAR1"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_has_its_format_whatever_the_file_is_called(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "temporary"
    with open_target(path, ending, SCHEMA) as write:
        write(pa.RecordBatch.from_pylist([{"case": "Peru", "date": "2014"}], schema=SCHEMA))
    assert path.read_bytes().startswith(BEGINNINGS[ending])
