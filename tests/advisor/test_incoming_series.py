"""The preview of data: readings, first and last, which scores they suggest, and what becomes of those there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import Point, Series
from advisor.incoming_series import brought, informed, joined, series_table

if TYPE_CHECKING:
    from advisor.playbook import Playbook

PROTESTS = "acled.protests_riots"


def series(name: str, *points: tuple[str, float], origin: str = "a file") -> Series:
    return Series(name, "events", f"Protests; a file, {name}", tuple(Point(*point) for point in points), origin)


def in_library(playbook: Playbook, one: Series, *held: Series) -> object:
    return series_table(playbook, [one], held).rows[0][-1]


def test_a_row_names_the_series_its_ends_and_what_it_informs(playbook: Playbook) -> None:
    (row,) = series_table(playbook, [series(PROTESTS, ("2014-01-02", 3), ("2014-02-01", 1250))], ()).rows
    assert row[:4] == (f"Protests ({PROTESTS}, events)", "2", "2014-01-02: 3", "2014-02-01: 1,250")
    assert str(row[4]).startswith("Current unrest")
    assert series_table(playbook, [series("poll", ("2014", 1))], ()).rows[0][4] == "no indicator of this playbook"
    assert PROTESTS in informed(playbook)


def test_what_becomes_of_a_series_of_the_same_name_is_said(playbook: Playbook) -> None:
    new = series("poll", ("2014-01", 40), ("2014-02", 42))
    assert in_library(playbook, new) == "new"
    assert in_library(playbook, new, new) == "the same 2 readings"
    by_hand = series("poll", ("2014-01", 40), origin="")
    assert in_library(playbook, new, by_hand) == "adds 1 to 1 reading made by hand"


def test_a_file_a_year_adds_its_year_and_a_revised_one_replaces_it(playbook: Playbook) -> None:
    held = series("fsi.total", ("2021", 60), ("2022", 61), origin="fsi-2022.xlsx, SHA-256 a")
    next_year = series("fsi.total", ("2023", 62), origin="fsi-2023.xlsx, SHA-256 b")
    both = joined(next_year, [held])
    assert [(point.date, point.value) for point in both.points] == [("2021", 60), ("2022", 61), ("2023", 62)]
    assert both.origin.splitlines() == ["fsi-2023.xlsx, SHA-256 b", "fsi-2022.xlsx, SHA-256 a"]
    assert in_library(playbook, next_year, held) == "adds 1 to 2 readings"
    revised = series("fsi.total", ("2022", 65))
    assert [point.value for point in joined(revised, [held]).points] == [60, 65]
    assert in_library(playbook, revised, held) == "replaces 1 of 2 readings"
    by_hand = series("fsi.total", ("2021", 60), origin="")
    assert joined(next_year, [by_hand]) == next_year


def test_the_sentence_counts_series_and_readings() -> None:
    poll = series("poll", ("2014-01", 40))
    assert brought([poll]) == "the data series poll with 1 reading"
    assert brought([poll, poll]) == "2 data series with 2 readings"
