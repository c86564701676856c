"""Imported series keep where they come from, replace their earlier import, and spare what was made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.case import Case, Point, Series
from data.library import SeriesAdded, open_library

if TYPE_CHECKING:
    from pathlib import Path

ORIGIN = "ACLED event export: peru.csv, 1,200 bytes, read 2026-11-22, SHA-256 1234"
MAY, JUNE = Point("2014-05", 3.0, "ACLED, peru.csv", verified=True), Point("2014-06", 4.0, "ACLED, peru.csv")
IMPORTED = Series("acled.protests", "events", "Protests", (MAY, JUNE), ORIGIN)


def test_an_import_is_one_step_that_keeps_its_origin_and_can_be_undone(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.sqlite") as library:
        peru = library.import_case(Case("Peru", ()))
        assert library.import_series(peru, [IMPORTED]) == SeriesAdded(1, 0, 2)
        assert library.case(peru).series == (IMPORTED,)
        (step, *_) = library.history(peru)
        assert step.label == "Peru: import acled.protests"
        assert any("SHA-256 1234" in one.new for one in library.alterations(step.id))
        library.undo()
        assert library.case(peru).series == ()
        library.redo()
    with open_library(tmp_path / "library.sqlite") as again:
        assert again.case(peru).series == (IMPORTED,)


def test_a_later_import_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    other = Series("other", "", "By hand", (Point("2014", 1.0),))
    revised = replace(IMPORTED, points=(replace(MAY, value=2.0), JUNE), origin=f"{ORIGIN}5")
    with open_library(tmp_path / "library.sqlite") as library:
        peru = library.import_case(Case("Peru", (), (IMPORTED, other)))
        assert library.import_series(peru, [revised]) == SeriesAdded(0, 1, 1)
        assert library.case(peru).series == (revised, other)
        assert library.import_series(peru, [revised]) == SeriesAdded(0, 0, 0)
        library.undo()
        assert library.case(peru).series == (IMPORTED, other)


def test_a_series_made_by_hand_keeps_its_readings_and_gets_those_it_lacks(tmp_path: Path) -> None:
    by_hand = Series("acled.protests", "events", "Counted by the desk", (replace(MAY, value=9.0),))
    unsourced = replace(IMPORTED, points=(replace(MAY, source=""), replace(JUNE, source="")))
    with open_library(tmp_path / "library.sqlite") as library:
        peru = library.import_case(Case("Peru", (), (by_hand,)))
        assert library.import_series(peru, [unsourced]) == SeriesAdded(0, 0, 1)
        (held,) = library.case(peru).series
        assert held.points == (*by_hand.points, replace(JUNE, source=ORIGIN))
        assert (held.description, held.origin) == ("Counted by the desk", "")


def test_the_origin_goes_into_a_case_file_and_comes_back(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.sqlite") as library:
        peru = library.import_case(Case("Peru", (), (IMPORTED,)))
        library.export_case(peru, tmp_path / "peru.toml")
        assert library.case(library.import_file(tmp_path / "peru.toml")).series == (IMPORTED,)
