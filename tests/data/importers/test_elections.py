"""Calendars of elections give the days of national elections, past and to come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from data.importers.contract import ImportMapping
from data.importers.elections import ELECTIONS
from tests.data.importers.files import SAMPLES, TODAY, changed, notes, problems, values, workbook, written

if TYPE_CHECKING:
    from pathlib import Path

NELDA = SAMPLES / "nelda.csv"
GUIDE = SAMPLES / "election_guide.csv"
PLAIN = SAMPLES / "election_calendar.csv"
EVERY = ImportMapping(series=("elections.national", "elections.executive", "elections.legislative"))


def test_nelda_s_rounds_become_days_with_what_they_were_for() -> None:
    assert values(ELECTIONS, NELDA, EVERY) == {
        "elections.national": {"2016-04-10": 1, "2016-06-05": 1, "2020-01-26": 1},
        "elections.executive": {"2016-04-10": 1, "2016-06-05": 1},
        "elections.legislative": {"2016-04-10": 1, "2020-01-26": 1},
    }
    first = ELECTIONS.read(NELDA, "Peru", None, TODAY).series[0].points[0]
    assert first.note == "Executive; Legislative/Parliamentary"


def test_elections_to_other_bodies_are_left_out_and_told() -> None:
    assert notes(ELECTIONS, NELDA) == ['nelda.csv: types of elections: left out: "Constituent Assembly"']


def test_a_declared_date_goes_before_an_expected_one_and_no_date_is_told() -> None:
    assert values(ELECTIONS, GUIDE) == {"elections.national": {"2026-04-12": 1, "2026-06-07": 1}}
    assert notes(ELECTIONS, GUIDE) == [
        'election_guide.csv: types of elections: left out: "Regional"',
        "election_guide.csv: 1 election without a date left out",
    ]


def test_a_type_nobody_knows_is_asked_about_and_never_guessed() -> None:
    assert problems(ELECTIONS, PLAIN) == [
        'election_calendar.csv: types of elections: "Popular consultation": '
        "say whether this is executive, legislative or to be left out"
    ]
    assert values(ELECTIONS, PLAIN, ImportMapping(kinds={"Popular consultation": ""})) == {
        "elections.national": {"2026-04-12": 1}
    }
    told = ImportMapping(kinds={"Popular consultation": "legislative"}, series=("elections.legislative",))
    assert values(ELECTIONS, PLAIN, told) == {"elections.legislative": {"2026-04-12": 1, "2026-10-04": 1}}
    assert problems(ELECTIONS, PLAIN, ImportMapping(kinds={"Popular consultation": "both"}))


def test_the_order_of_day_and_month_can_be_corrected() -> None:
    mapping = ImportMapping(kinds={"Popular consultation": ""}, date_order="mdy")
    assert values(ELECTIONS, PLAIN, mapping) == {"elections.national": {"2026-12-04": 1}}


@pytest.mark.parametrize(("mmdd", "date"), [("", "2016"), ("NA", "2016"), ("400", "2016-04"), ("1203", "2016-12-03")])
def test_of_an_unknown_day_only_what_is_known_is_kept(tmp_path: Path, mmdd: str, date: str) -> None:
    path = changed(tmp_path, NELDA.name, "2016,605", f"2016,{mmdd}")
    assert date in values(ELECTIONS, path)["elections.national"]


def test_a_day_that_cannot_be_is_a_problem(tmp_path: Path) -> None:
    assert problems(ELECTIONS, changed(tmp_path, NELDA.name, "2016,605", "2016,631")) == [
        'nelda.csv: row 4, column "mmdd": "2016-06-31" is a day that does not exist; write a date, such as 2016-04-10'
    ]


def test_a_calendar_without_types_counts_every_row_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, "dates.csv", "country,election_date\nPeru,2026-04-12\n")
    assert values(ELECTIONS, path) == {"elections.national": {"2026-04-12": 1}}
    assert notes(ELECTIONS, path) == [
        "dates.csv: no column says what is elected; every row counts as a national election"
    ]


def test_other_headings_and_a_workbook_will_do(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Sheet1": [["País", "Día"], ["Peru", dt.date(2026, 4, 12)]]})
    mapping = ImportMapping(columns={"country": "País", "date": "Día"}, series=("elections.national",))
    assert values(ELECTIONS, path, mapping) == {"elections.national": {"2026-04-12": 1}}
