"""A table of dates and values: what was found is shown, and every bit of it can be corrected."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from data.importers.contract import ImportMapping
from data.importers.date_values import DATE_VALUES
from tests.data.importers.files import SAMPLES, TODAY, notes, problems, values, workbook, written

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = SAMPLES / "approval.csv"


def test_encoding_delimiter_order_and_decimal_comma_are_found_and_shown() -> None:
    sniffed = DATE_VALUES.sniff(SAMPLE)
    assert sniffed.found == (
        "windows-1252, separated by semicolons",
        'dates in "Mes", day before month',
        'values in "Aprobación (%)", with a decimal comma',
    )
    found = sniffed.mapping
    assert (found.encoding, found.delimiter, found.date_order, found.decimal) == ("windows-1252", ";", "dmy", ",")
    assert found.columns == {"date": "Mes", "value": "Aprobación (%)"}


def test_the_analyst_names_the_series_and_its_unit() -> None:
    mapping = ImportMapping(series=("presidential_approval",), title="Approval of the president", unit="percent")
    (series,) = DATE_VALUES.read(SAMPLE, "Peru", mapping, TODAY).series
    assert (series.name, series.unit) == ("presidential_approval", "percent")
    assert series.description == "Approval of the president; approval.csv, Peru"
    assert (series.points[0].date, series.points[0].value) == ("2026-01-31", 42.5)
    assert len(series.points) == 5


def test_without_a_name_the_heading_gives_one() -> None:
    assert list(values(DATE_VALUES, SAMPLE)) == ["aprobacion"]


def test_what_no_cell_settles_is_told_and_can_be_corrected(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'date,value\n01/02/2026,"1,234"\n03/04/2026,"2,345"\n')
    assert DATE_VALUES.sniff(path).found[1:] == (
        'dates in "date", day before month (no cell settles it: check)',
        'values in "value", with a decimal point (no cell settles it: check)',
    )
    assert values(DATE_VALUES, path) == {"value": {"2026-02-01": 1234, "2026-04-03": 2345}}
    other = ImportMapping(date_order="mdy", decimal=",")
    assert values(DATE_VALUES, path, other) == {"value": {"2026-01-02": 1.234, "2026-03-04": 2.345}}
    assert len(notes(DATE_VALUES, path)) == 2


def test_another_delimiter_finds_other_columns(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "date|a,b\n2026-01|1,5\n2026-02|2,5\n")
    assert values(DATE_VALUES, path, ImportMapping(delimiter="|")) == {"a_b": {"2026-01": 1.5, "2026-02": 2.5}}


def test_columns_can_be_chosen(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "date,first,second\n2026-01,1,10\n2026-02,2,20\n")
    assert values(DATE_VALUES, path) == {"first": {"2026-01": 1, "2026-02": 2}}
    mapping = ImportMapping(columns={"value": "second"}, series=("mine",))
    assert values(DATE_VALUES, path, mapping) == {"mine": {"2026-01": 10, "2026-02": 20}}


def test_only_the_rows_of_the_country_count_where_a_column_names_it(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "country,year,value\nPeru,2024,1\nBolivia,2024,2\nAtlantis,2024,3\n")
    assert values(DATE_VALUES, path) == {"value": {"2024": 1}}
    assert notes(DATE_VALUES, path) == ['a.csv: countries: names not known as countries, left out: "Atlantis"']


def test_every_bad_cell_is_listed(tmp_path: Path) -> None:
    bad = "2026-01-31,1\n2026-02-30,2\nsoon,3\n2026-03-31,many\n2026-01-31,4\n"
    good = "".join(f"2025-{month:02},{month}\n" for month in range(1, 13))
    assert problems(DATE_VALUES, written(tmp_path, "a.csv", f"date,value\n{bad}{good}")) == [
        'a.csv: row 3, column "date": "2026-02-30" is a day that does not exist; '
        "write a date, such as 2014-05-15, or correct the order of day and month",
        'a.csv: row 4, column "date": "soon" is no date; '
        "write a date, such as 2014-05-15, or correct the order of day and month",
        'a.csv: row 5, column "value": "many" is no number; write a number, or leave it empty where there is none',
        'a.csv: row 6, column "value": gives 4 for 2026-01-31, and row 2 gives 1; keep one of the two rows',
    ]


def test_a_row_of_data_is_never_taken_for_the_headings(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "date;value\n31.12.2013;1,5\n15.03.2014;unclear\n15.04.2014;4,0\n15.05.2014;4\n")
    assert DATE_VALUES.sniff(path).mapping.columns == {"date": "date", "value": "value"}
    (problem,) = problems(DATE_VALUES, path)
    assert 'row 3, column "value"' in problem
    bare = written(tmp_path, "b.csv", "2014-01-31,40\n2014-02-28,41\n2014-03-31,42\n")
    assert DATE_VALUES.sniff(bare).found == ("no headings above a column of dates and a column of numbers",)


def test_a_workbook_with_dates_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    rows = [["Polls"], ["Fecha", "Aprueba", "Nota"], [dt.date(2026, 1, 31), 42.5, "a"], [dt.date(2026, 2, 28), 40]]
    path = workbook(tmp_path, {"Datos": rows})
    assert values(DATE_VALUES, path) == {"aprueba": {"2026-01-31": 42.5, "2026-02-28": 40}}
    assert DATE_VALUES.sniff(path).found[0] == 'sheet "Datos"'


def test_a_table_without_dates_or_numbers_has_nothing_to_offer(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "name,colour\nA,red\nB,blue\n")
    assert DATE_VALUES.sniff(path).confidence == 0
    assert problems(DATE_VALUES, path) == [
        'a.csv: has no row with the headings "date", "value"; say which columns hold date and value'
    ]


def test_one_table_makes_one_series() -> None:
    assert problems(DATE_VALUES, SAMPLE, ImportMapping(series=("a", "b"))) == [
        "approval.csv: series: makes one series; give it one name"
    ]
