"""A World Bank download is read below its metadata, and regions are not taken for countries."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from data.importers.contract import ImportMapping
from data.importers.world_bank import WORLD_BANK
from tests.data.importers.files import SAMPLES, TODAY, changed, notes, problems, values

if TYPE_CHECKING:
    from pathlib import Path

NAME = "API_SP.POP.TOTL_DS2_en_csv_v2_1.csv"
SAMPLE = SAMPLES / NAME


def test_a_value_a_year_is_read_and_a_missing_one_left_out() -> None:
    found = values(WORLD_BANK, SAMPLE)["world_bank.SP.POP.TOTL"]
    assert list(found) == [str(year) for year in range(2018, 2025)]
    assert found["2018"] == 32e6
    assert found["2024"] == pytest.approx(32e6 * 1.06)


def test_the_description_names_the_source_out_of_the_metadata_file_beside_it(tmp_path: Path) -> None:
    described = WORLD_BANK.read(SAMPLE, "Peru", None, TODAY).series[0].description
    assert described == "Population, total; World Bank; Invented statistical office; updated 2026-01-15, Peru"
    alone = tmp_path / NAME
    shutil.copy(SAMPLE, alone)
    described = WORLD_BANK.read(alone, "Peru", None, TODAY).series[0].description
    assert described == "Population, total; World Bank; updated 2026-01-15, Peru"


def test_regions_are_listed_as_no_countries() -> None:
    assert notes(WORLD_BANK, SAMPLE) == [
        f'{NAME}: countries: names not known as countries, left out: "Africa Eastern and Southern", "World"'
    ]
    assert WORLD_BANK.read(SAMPLE, "Kosovo", None, TODAY).provenance.rows_used == 1


def test_the_databank_s_spelling_is_read_and_its_footer_left_out() -> None:
    read = WORLD_BANK.read(SAMPLES / "databank.csv", "Peru", None, TODAY)
    assert values(WORLD_BANK, SAMPLES / "databank.csv") == {"world_bank.MS.MIL.XPND.ZS": {"2023": 5.25}}
    assert read.series[0].unit == "% of general government expenditure"
    assert read.provenance.rows == 2
    assert notes(WORLD_BANK, SAMPLES / "databank.csv") == []


def test_a_table_of_several_indicators_asks_which(tmp_path: Path) -> None:
    line = '"Peru","PER","Surface area","AG.SRF.TOTL.K2","1","1","1","1","1","1","1","1",\r\n"World"'
    path = changed(tmp_path, NAME, '"World"', line)
    assert problems(WORLD_BANK, path) == [f"{NAME}: series: gives many series; choose which to import"]
    one = ImportMapping(series=("world_bank.AG.SRF.TOTL.K2",))
    assert set(values(WORLD_BANK, path, one)) == {"world_bank.AG.SRF.TOTL.K2"}


def test_a_cell_that_is_no_number_is_told_by_row_and_year(tmp_path: Path) -> None:
    path = changed(tmp_path, NAME, '"32000000"', '"about 32 m"')
    (problem,) = problems(WORLD_BANK, path)
    assert problem.startswith(f'{NAME}: row 9, column "2018": "about 32 m" is no number')
