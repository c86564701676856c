"""One value a date: the same twice is counted once, and two that differ are a problem."""

from __future__ import annotations

from pathlib import Path

from advisor.case import Point, Series
from advisor.progress import Watch
from data.importers.contract import ImportMapping, SeriesOnOffer
from data.importers.importer import Task
from data.importers.problems import ImportProblems
from data.importers.readings import ReadingsByDate, check_chosen, described

OFFERS = {"a": SeriesOnOffer("a", "First", "percent"), "b": SeriesOnOffer("b", "Second")}


def task(*series: str) -> Task:
    return Task(Path("a.csv"), ImportMapping(series=series), "PER", ImportProblems("a.csv"), Watch())


def test_values_become_series_in_order_of_date() -> None:
    asked = task("a")
    readings = ReadingsByDate(asked)
    readings.take("a", "2015", "2", 3, "value", "a note")
    readings.take("a", "2014", "1", 2, "value")
    assert readings.series(OFFERS, described(asked, "me")) == (
        Series("a", "percent", "First; me, Peru", (Point("2014", 1.0), Point("2015", 2.0, note="a note"))),
    )
    assert readings.rows_used == 2


def test_a_row_that_repeats_another_is_noted_and_one_that_contradicts_it_a_problem() -> None:
    asked = task("a")
    readings = ReadingsByDate(asked)
    for row, value in ((2, "1"), (3, "1"), (4, "1.5")):
        readings.take("a", "2014", value, row, "value")
    assert [str(problem) for problem in asked.problems.of_rows] == [
        'a.csv: row 4, column "value": gives 1.5 for 2014, and row 2 gives 1; keep one of the two rows'
    ]
    assert len(readings.series(OFFERS, "me")[0].points) == 1
    assert [str(note) for note in asked.problems.notes] == ["a.csv: 1 value given twice and counted once"]


def test_empty_cells_are_passed_over_and_what_is_no_number_reported() -> None:
    asked = task("a", "b")
    readings = ReadingsByDate(asked)
    readings.take("a", "2014", "1", 2, "value")
    readings.take("a", "2015", "..", 3, "value")
    readings.take("a", "2016", "many", 4, "value")
    assert [str(problem) for problem in asked.problems.of_rows] == [
        'a.csv: row 4, column "value": "many" is no number; write a number, or leave it empty where there is none'
    ]
    assert [one.name for one in readings.series(OFFERS, "me")] == ["a"]
    assert [str(note) for note in asked.problems.notes] == ["a.csv: series: no value of b for this country"]


def test_a_year_that_is_none_is_reported() -> None:
    asked = task("a")
    assert ReadingsByDate(asked).year("2014.0", 2, "year") == "2014"
    assert ReadingsByDate(asked).year("soon", 3, "year") == ""
    assert [str(problem) for problem in asked.problems.of_rows] == [
        'a.csv: row 3, column "year": "soon" is no date; write a year, such as 2014'
    ]


def test_series_not_on_offer_and_an_empty_choice_are_problems() -> None:
    asked = task("a", "c")
    assert check_chosen(asked, OFFERS) == ("a",)
    nothing = task()
    assert check_chosen(nothing, OFFERS) == ()
    assert [str(problem) for problem in asked.problems.whole] == ['a.csv: series: gives no series "c"']
    assert [str(problem) for problem in nothing.problems.whole] == [
        "a.csv: series: gives many series; choose which to import"
    ]
