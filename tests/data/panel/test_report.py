"""What is told of a run: all of it counted, the first of it listed."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from data.panel.checking import CheckedChunk
from data.panel.report import NothingScored, ReportBuilder, problem_lines


def chunk(first_row: int, rows: int, problems: dict[int, str], remarks: dict[int, str]) -> CheckedChunk:
    keys = pa.array(["x"] * rows)
    months = np.zeros(rows, dtype=np.int64)
    return CheckedChunk(first_row, keys, keys, months, True, np.zeros((rows, 1)), None, problems, remarks)


def test_rows_are_counted_and_problems_listed_in_order() -> None:
    builder = ReportBuilder("panel.csv")
    builder.add(chunk(2, 10, {3: "bad", 1: "worse"}, {1: "and odd", 0: "odd"}))
    builder.add(chunk(12, 10, {0: "last"}, {}))
    report = builder.report(["a note"])
    assert (report.rows, report.scored, report.listed) == (20, 17, 4)
    assert [(one.row, one.what, one.scored) for one in report.problems] == [
        (2, "odd", True),
        (3, "worse; and odd", False),
        (5, "bad", False),
        (12, "last", False),
    ]
    assert list(problem_lines(report)) == [
        "panel.csv: row 2: odd (scored all the same)",
        "panel.csv: row 3: worse; and odd",
        "panel.csv: row 5: bad",
        "panel.csv: row 12: last",
    ]
    assert report.notes == ("a note",)


def test_twenty_problems_are_shown_and_the_others_counted() -> None:
    builder = ReportBuilder("panel.csv")
    builder.add(chunk(2, 5000, dict.fromkeys(range(3000), "bad"), {}))
    report = builder.report([])
    lines = list(problem_lines(report))
    assert len(lines) == 21
    assert lines[-1] == "panel.csv: 2,980 more rows have a problem"
    assert len(report.problems) == 1000


def test_long_problems_are_cut_on_the_screen_alone() -> None:
    builder = ReportBuilder("panel.csv")
    builder.add(chunk(2, 1, {0: "very " * 200 + "bad"}, {}))
    report = builder.report([])
    assert len(next(problem_lines(report))) < 300
    assert report.problems[0].what.endswith("bad")


def test_nothing_scored_lists_why() -> None:
    builder = ReportBuilder("panel.csv")
    builder.add(chunk(2, 1, {0: "bad"}, {}))
    assert str(NothingScored(builder.report([]))) == (
        "panel.csv: row 2: bad\npanel.csv: none of its 1 rows can be scored; nothing was written"
    )
    empty = ReportBuilder("panel.csv").report([])
    assert str(NothingScored(empty)) == "panel.csv: there is no row below the header; nothing was written"
