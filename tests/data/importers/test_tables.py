"""A table is found below its preamble, and rows that do not fit it are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.progress import Watch
from data.errors import DataError
from data.importers.contract import ImportMapping
from data.importers.importer import Task
from data.importers.problems import ImportProblems
from data.importers.tables import Table, TextTable, find_columns, find_sheet, has_headings, heading, open_table
from data.importers.workbooks import open_workbook
from tests.data.importers.files import workbook, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def task(path: Path, mapping: ImportMapping | None = None) -> Task:
    return Task(path, mapping or ImportMapping(), "PER", ImportProblems(path.name), Watch())


def is_header(names: Sequence[str]) -> bool:
    return has_headings(names, ("date", "value"), 2)


def test_the_header_is_found_below_a_preamble_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Source,me\n\nDate,Value,\n2014,1,\n\n2015,2,\n")
    table = TextTable(task(path), is_header)
    assert table.preamble == [("Source", "me"), ()]
    assert table.header == ("Date", "Value", "")
    assert list(table) == [(4, ["2014", "1", ""]), (6, ["2015", "2", ""])]
    assert table.rows == 2


def test_rows_too_short_or_long_are_reported_and_empty_cells_at_the_end_forgiven(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "date,value\n2014,1,,\n2015\n2016,1,2\n2017,4\n")
    asked = task(path)
    assert [number for number, _ in TextTable(asked, is_header)] == [2, 5]
    assert [str(problem) for problem in asked.problems.of_rows] == [
        "a.csv: row 3: has 1 cells where the header has 2; "
        "mend its delimiters and quotation marks, or export the file again",
        "a.csv: row 4: has 3 cells where the header has 2; "
        "mend its delimiters and quotation marks, or export the file again",
    ]


def test_a_quotation_mark_never_closed_is_found_before_memory_fills(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'date,value\n2014,1\n2015,"2\n' + "2016,3\n" * 30_000)
    asked = task(path)
    assert len(list(TextTable(asked, is_header))) == 1
    (problem,) = asked.problems.whole
    assert str(problem).startswith("a.csv: cannot be read further than row 2 (field larger than field limit")
    assert str(problem).endswith("look below it for a quotation mark that is never closed")


def test_footers_end_nothing_and_count_for_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "date,value\n2014,1\nData from somewhere\nLast seen,2020\n")
    asked = task(path)
    table = TextTable(asked, is_header, ("Data from", "Last seen"))
    assert [number for number, _ in table] == [2]
    assert table.rows == 1
    assert asked.problems.of_rows == ()


def test_rows_of_a_sheet_are_filled_up_to_the_header(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, {"Notes": [["nothing"]], "Data": [["Date", "Value", "Note"], [2014, 1], [2015, None, "x"]]}
    )
    book = open_workbook(path)
    assert find_sheet(book, is_header) == ("Data", ("Date", "Value", "Note"))
    assert find_sheet(book, is_header, ["Notes"]) == ("", ())
    table = open_table(task(path), is_header)
    assert list(table) == [(2, [2014.0, 1.0, None]), (3, [2015.0, None, "x"])]
    assert table.sha256 == book.sha256
    with pytest.raises(DataError, match='has no sheet "Dta"; it has Notes, Data'):
        open_table(task(path, ImportMapping(sheet="Dta")), is_header)


def test_without_a_header_there_are_no_names(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "one,two\n" * 40)
    assert TextTable(task(path), is_header).header == ()


def test_columns_go_by_their_usual_headings_or_by_those_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "x")
    header = ("Fecha", "VALUE", "value", "Note")
    asked = task(path, ImportMapping(columns={"date": "fecha"}))
    assert find_columns(asked, header, {"date": ("date",), "value": ("value",)}) == {"date": 0, "value": 1}
    assert asked.problems.whole == ()


def test_missing_columns_are_reported_together_with_what_is_there(tmp_path: Path) -> None:
    asked = task(written(tmp_path, "a.csv", "x"), ImportMapping(columns={"note": "Remark"}))
    wanted = {"date": ("event_date",), "value": ("value",), "note": ("note",), "unit": ("unit",)}
    assert find_columns(asked, ("event_dat", "Note"), wanted, ("note", "unit")) == {}
    assert [str(problem) for problem in asked.problems.whole] == [
        'a.csv: column "event_date": is missing; say which column holds "date", '
        'out of "event_dat", "Note"; did you mean "event_dat"?',
        'a.csv: column "value": is missing; say which column holds it, out of "event_dat", "Note"',
        'a.csv: column "Remark": is missing; say which column holds "note", out of "event_dat", "Note"',
    ]


def test_headings_are_text_on_one_line_and_years_are_written_as_years() -> None:
    assert [heading(cell) for cell in (2014.0, 2.5, " a\nb ", None)] == ["2014", "2.5", "a b", ""]


def test_a_table_of_rows_only_needs_rows() -> None:
    table = Table(iter([(1, ["date", "value"]), (2, ["2014", "1"])]), is_header, ImportProblems("a"))
    assert list(table) == [(2, ["2014", "1"])]
