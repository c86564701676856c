"""A file finds its importer, and one that none knows is told what was seen of it."""

from __future__ import annotations

import contextlib
import math
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.periods import period
from data.errors import DataError
from data.importers.contract import ImportMapping
from data.importers.registry import IMPORTERS, importer_for, recognise
from tests.data.importers.files import SAMPLES, TODAY, with_part, workbook, written


@pytest.mark.parametrize(
    ("sample", "importer"),
    [
        ("acled_export.csv", "acled"),
        ("acled_named_months.csv", "acled"),
        ("vdem_country_year.csv", "v_dem"),
        ("API_SP.POP.TOTL_DS2_en_csv_v2_1.csv", "world_bank"),
        ("databank.csv", "world_bank"),
        ("fsi-2022.xlsx", "fsi"),
        ("fsi-2023.xlsx", "fsi"),
        ("INFORM_Risk_2024_v001.xlsx", "inform"),
        ("INFORM2024_TREND_2020_2024.xlsx", "inform"),
        ("nelda.csv", "elections"),
        ("election_guide.csv", "elections"),
        ("election_calendar.csv", "elections"),
        ("approval.csv", "date_values"),
    ],
)
def test_each_sample_finds_its_importer(sample: str, importer: str) -> None:
    assert importer_for(SAMPLES / sample).id == importer
    found = recognise(SAMPLES / sample)
    assert found[0].confidence > found[1].confidence
    assert {one.importer for one in found} == set(IMPORTERS)


def test_a_metadata_file_points_to_the_file_beside_it() -> None:
    with pytest.raises(DataError, match=r"this is a metadata file; choose the file API_... beside it"):
        importer_for(SAMPLES / "Metadata_Country_API_SP.POP.TOTL_DS2_en_csv_v2_1.csv")


def test_a_file_in_no_known_format_is_told_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"letter.txt: is in none of the formats known .*ACLED event export, V-Dem"):
        importer_for(written(tmp_path, "letter.txt", "Dear colleague,\nyours\n"))


def test_a_bomb_is_told_by_its_limit(tmp_path: Path) -> None:
    path = with_part(workbook(tmp_path, {"Sheet1": [["a"]]}), "xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    with pytest.raises(DataError, match="a workbook may grow 200 times"):
        importer_for(path)


def test_the_registry_is_loaded_without_what_makes_a_start_wait() -> None:
    code = "import sys, data.importers.registry; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        timeout=60,
    )
    slow = ("PySide6", "country_converter", "matplotlib", "openpyxl", "pandas", "pyarrow", "scipy")
    assert [name for name in result.stdout.split() if name.startswith(slow)] == []


@settings(max_examples=150)
@given(
    sample=st.sampled_from(sorted(path.name for path in SAMPLES.iterdir())),
    damages=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12)), min_size=1, max_size=8),
    leave_out=st.booleans(),
)
def test_no_damage_to_a_file_gives_anything_but_series_or_problems(
    tmp_path_factory: pytest.TempPathFactory, sample: str, damages: list[tuple[float, int, bytes]], leave_out: bool
) -> None:
    content = bytearray((SAMPLES / sample).read_bytes())
    for where, length, put in damages:
        at = int(where * len(content))
        content[at : at + length] = put
    path = tmp_path_factory.mktemp("damaged") / sample
    path.write_bytes(bytes(content))
    for importer in IMPORTERS.values():
        with contextlib.suppress(DataError):
            read = importer.read(path, "Peru", ImportMapping(leave_out_bad_rows=leave_out), TODAY)
            assert all(math.isfinite(point.value) for one in read.series for point in one.points)
            assert all(period(point.date) for one in read.series for point in one.points)
