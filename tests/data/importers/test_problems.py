"""Problems stay a readable list, whatever the number of rows."""

from __future__ import annotations

from data.importers.problems import MOST_LISTED, ImportProblems, counted, shown, some_of


def test_rows_with_one_problem_are_listed_up_to_a_limit_and_then_counted() -> None:
    problems = ImportProblems("a.csv")
    for row in range(2, 1002):
        problems.row(row, "date", '"soon" is no date', "write a date")
    problems.row(1002, "value", '"many" is no number', "write a number")
    listed = [str(problem) for problem in problems.of_rows]
    assert len(listed) == MOST_LISTED + 2
    assert listed[0] == 'a.csv: row 2, column "date": "soon" is no date; write a date'
    assert listed[MOST_LISTED] == 'a.csv: column "date": 980 further rows with the same problem; write a date'
    assert listed[-1] == 'a.csv: row 1,002, column "value": "many" is no number; write a number'
    assert problems.bad_rows == 1001


def test_a_row_with_two_problems_is_one_bad_row() -> None:
    problems = ImportProblems("a.csv")
    problems.row(5, "date", "x", "y")
    problems.row(5, "value", "x", "y")
    assert problems.bad_rows == 1


def test_whole_file_problems_stand_apart_from_those_of_rows() -> None:
    problems = ImportProblems("a.csv")
    problems.add("is no table")
    problems.note("1 row left out")
    assert [str(one) for one in problems.whole] == ["a.csv: is no table"]
    assert problems.of_rows == ()
    assert str(problems.notes[0]) == "a.csv: 1 row left out"


def test_values_are_quoted_and_cut_and_names_counted() -> None:
    assert shown("a\n b") == '"a b"'
    assert shown("x" * 50) == f'"{"x" * 40}..."'
    assert counted(1, "row") == "1 row"
    assert counted(1200, "row") == "1,200 rows"
    assert some_of(str(number) for number in range(20)).endswith("13, 14 and 5 more")
