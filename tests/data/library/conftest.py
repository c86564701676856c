"""A library in a folder of its own, and a small case to put into it."""

from __future__ import annotations

import datetime as dt
import shutil
from itertools import count
from typing import TYPE_CHECKING, Protocol

import pytest

from advisor.case import (
    Analyst,
    Assessment,
    Case,
    CaseEvent,
    Fact,
    Note,
    Outcome,
    PlaybookVersion,
    Point,
    Series,
)
from advisor.knobs import Knobs
from advisor.scores import Score, ScoreSheet
from data.library import Library, database, open_library
from data.library.backups import Backups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class OpenLibrary(Protocol):
    """Opens the library of a test, closed with the test if not before."""

    def __call__(self) -> Library: ...


@pytest.fixture(autouse=True)
def backups_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave them out, for speed; the tests of backups put them back by a fixture of this name."""
    monkeypatch.setattr(Backups, "after_edit", lambda _self: None)


@pytest.fixture(autouse=True)
def on_a_local_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it not matter where the tests run."""
    monkeypatch.setattr(database, "place_of", lambda _path: "local")


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


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new library at rest: to copy it is quicker than to make one for every test."""
    made = tmp_path_factory.mktemp("empty") / "library.sqlite"
    open_library(made).close()
    return made


@pytest.fixture
def library(path: Path, empty_library: Path, reopen: OpenLibrary) -> Library:
    shutil.copy(empty_library, path)
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
        scored_with=PlaybookVersion("counternarcotics", "1.0", "ab12"),
    )
    second = Assessment("PER-2014-2016", "Peru", dt.date(2014, 5, 15), ScoreSheet({"su_level": Score(6, 7, 8)}))
    points = (Point("2011-Q3", 65.0, "Ipsos", True, "September; 55 in August"), Point("2011-Q4", 1e-17))
    notes = (
        Note("223 conflicts in July", "Defensoría", "https://example.org/a", "2011-07", "B", 2, "for", ("su_level",)),
        Note("Cocaleros divided", "IDL", "", "2011-08-01", "C", 3, "against", ("su_level", "ue_aid"), ("PER-2011H2",)),
    )
    return Case(
        "Peru",
        (first, second),
        (Series("approval", "percent", "Ipsos", points), Series("empty", "", "", ())),
        notes,
        (CaseEvent("2011-08-17", "Eradication halted for a week", "AP", "https://example.org/b"),),
        (Analyst("Luis", "Country team", "Lima"),),
        Knobs({"cultivation": 2.0}, budget=90.0, pinned=("alt_dev", "vetted_units"), ruled_out=("erad_core",)),
        "counternarcotics",
    )


@pytest.fixture
def peru_id(library: Library, peru: Case) -> int:
    return library.import_case(peru)
