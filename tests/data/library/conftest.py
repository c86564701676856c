"""A library in a folder of its own, and a small case to put into it."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING, Protocol

import pytest

from advisor.case import Assessment, Case, Fact, Outcome, Point, Series
from advisor.scores import Score, ScoreSheet
from data.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class OpenLibrary(Protocol):
    """Opens the library of a test, closed with the test if not before."""

    def __call__(self) -> Library: ...


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def clock() -> Callable[[], dt.datetime]:
    minutes = count()
    return lambda: dt.datetime(2014, 5, 15, 12, 0, tzinfo=dt.UTC) + dt.timedelta(minutes=next(minutes))


@pytest.fixture
def reopen(path: Path, clock: Callable[[], dt.datetime]) -> Iterator[OpenLibrary]:
    opened: list[Library] = []

    def open_again() -> Library:
        opened.append(open_library(path, who="Rosa", clock=clock))
        return opened[-1]

    yield open_again
    for library in opened:
        library.close()


@pytest.fixture
def library(reopen: OpenLibrary) -> Library:
    return reopen()


@pytest.fixture
def peru() -> Case:
    first = Assessment(
        id="PER-2011H2",
        country="Peru",
        as_of=dt.date(2011, 8, 10),
        sheet=ScoreSheet(
            {"su_level": Score(5, 6.5, 8, "high", "223 conflicts"), "ue_aid": Score(0.1 + 0.2, 1 / 3, 0.5)}
        ),
        issue="Forced eradication",
        us_preferred_policy="Keep it up",
        playbook="counternarcotics",
        analyst="Luis",
        period_start=dt.date(2011, 7, 28),
        period_end=dt.date(2012, 1, 9),
        coded_blind=True,
        note="First half-year",
        facts=(
            Fact("2011-05", "Promise in Tingo María", "Info Region", True),
            Fact("2011-08-17", "Eradication halted", "MercoPress", False, after_coding_date=True),
        ),
        outcome=Outcome("contested", "Open wavering", dt.date(2011, 8, 17), "AP", None, "divergent"),
    )
    second = Assessment("PER-2014-2016", "Peru", dt.date(2014, 5, 15), ScoreSheet({"su_level": Score(6, 7, 8)}))
    points = (Point("2011-Q3", 65.0, "Ipsos", True, "September; 55 in August"), Point("2011-Q4", 1e-17))
    return Case("Peru", (first, second), (Series("approval", "percent", "Ipsos", points), Series("empty", "", "", ())))


@pytest.fixture
def peru_id(library: Library, peru: Case) -> int:
    return library.import_case(peru)
