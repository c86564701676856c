"""The Fragile States Index is read in each of the layouts it was published in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from data.importers.contract import ImportMapping
from data.importers.fsi import FSI
from tests.data.importers.files import SAMPLES, TODAY, notes, problems, values, workbook

if TYPE_CHECKING:
    from pathlib import Path

BOTH = ImportMapping(series=("fsi.total", "fsi.x1"))
HEADER = ["Country", "Year", "Rank", "Total", *[f"{name}: Something" for name in ("C1", "C2", "C3", "E1", "E2", "E3")]]


def test_a_year_kept_as_a_date_or_as_a_number_is_the_same_year() -> None:
    assert values(FSI, SAMPLES / "fsi-2022.xlsx", BOTH) == {"fsi.total": {"2022": 61.2}, "fsi.x1": {"2022": 5.1}}
    assert values(FSI, SAMPLES / "fsi-2023.xlsx", BOTH) == {"fsi.total": {"2023": 63.6}, "fsi.x1": {"2023": 5.3}}


def test_indicators_go_by_their_letters_whatever_the_order_of_columns() -> None:
    offers = {one.name: one.title for one in FSI.sniff(SAMPLES / "fsi-2023.xlsx").offers}
    assert offers["fsi.c1"] == "Security Apparatus (FSI C1)"
    assert offers["fsi.total"] == "Total fragility score"
    assert len(offers) == 13


def test_sheets_of_several_years_are_read_together(tmp_path: Path) -> None:
    rows = {str(year): [HEADER, ["Peru", year, "1st", 60 + year % 10, 1, 2, 3, 4, 5, 6]] for year in (2013, 2014)}
    assert values(FSI, workbook(tmp_path, rows)) == {"fsi.total": {"2013": 63, "2014": 64}}
    only = ImportMapping(sheet="2014")
    assert values(FSI, workbook(tmp_path, rows), only) == {"fsi.total": {"2014": 64}}


def test_names_read_by_a_pattern_and_pairs_of_countries_are_told() -> None:
    preview = FSI.preview(SAMPLES / "fsi-2022.xlsx", None, "Congo Democratic Republic")
    assert [str(note) for note in preview.notes] == [
        'fsi-2022.xlsx: countries: names not known as countries, left out: "Israel and West Bank"',
        'fsi-2022.xlsx: countries: "Congo Democratic Republic" is read as DR Congo; correct it where that is wrong',
    ]
    assert notes(FSI, SAMPLES / "fsi-2023.xlsx") == []


def test_a_country_twice_in_a_year_is_a_problem_where_the_two_differ(tmp_path: Path) -> None:
    row = ["Peru", dt.date(2022, 1, 1), "1st", 60, 1, 2, 3, 4, 5, 6]
    path = workbook(tmp_path, {"Sheet1": [HEADER, row, row, ["Peru", 2022, "2nd", 61, 1, 2, 3, 4, 5, 6]]})
    assert problems(FSI, path) == [
        'made.xlsx: row 4, column "Total": gives 61 for 2022, and row 2 gives 60; keep one of the two rows'
    ]


def test_a_workbook_without_the_table_and_a_sheet_that_is_not_there_are_problems(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Sheet1": [["Country", "Total"], ["Peru", 1]]})
    assert problems(FSI, path)[0].startswith("made.xlsx: holds no Fragile States Index table")
    assert problems(FSI, SAMPLES / "fsi-2022.xlsx", ImportMapping(sheet="2022"))[0] == (
        'fsi-2022.xlsx: has no sheet "2022"; it has Sheet1'
    )


def test_the_country_column_may_be_called_otherwise(tmp_path: Path) -> None:
    header = ["State", *HEADER[1:]]
    path = workbook(tmp_path, {"Sheet1": [header, ["Peru", 2022, "1st", 60, 1, 2, 3, 4, 5, 6]]})
    assert values(FSI, path, ImportMapping(columns={"country": "State"})) == {"fsi.total": {"2022": 60}}
    assert FSI.read(path, "PER", ImportMapping(columns={"country": "State"}), TODAY).provenance.rows == 1
