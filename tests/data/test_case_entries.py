"""The tables of a case file become what they stand for."""

from __future__ import annotations

import datetime as dt

import pytest

from advisor.case import Analyst, CaseEvent, Lock, Note, PlaybookVersion, Point, Series
from advisor.knobs import InvalidKnob, Knobs
from data.case_entries import AnalystEntry, EventEntry, KnobsEntry, LockEntry, NoteEntry, SeriesEntry


def test_every_table_becomes_the_value_it_stands_for() -> None:
    at = dt.datetime(2014, 5, 15, 12, tzinfo=dt.UTC)
    version = PlaybookVersion("counternarcotics", "1.0", "ab12")
    assert LockEntry(at, "Rosa", version, "{}", "DCM").lock() == Lock(at, "Rosa", version, "{}", "DCM")
    assert EventEntry("2014", "Strike", "AP", "x").event() == CaseEvent("2014", "Strike", "AP", "x")
    assert AnalystEntry("Rosa", "INR", "x").analyst() == Analyst("Rosa", "INR", "x")
    points = (Point("2014", 1.0),)
    assert SeriesEntry("coca", "ha", "area", points).series() == Series("coca", "ha", "area", points)
    note = NoteEntry("Strike", "AP", "x", "2014", "B", 2, "against", ("su_level",), ("PER-2014",)).note()
    assert note == Note("Strike", "AP", "x", "2014", "B", 2, "against", ("su_level",), ("PER-2014",))


def test_settings_that_are_left_out_are_as_in_the_playbook() -> None:
    assert KnobsEntry().knobs() == Knobs()
    assert KnobsEntry({"x": 1.0}, 1, 2, 3, 4, ("a",), ("b",)).knobs() == Knobs({"x": 1.0}, 1, 2, 3, 4, ("a",), ("b",))
    with pytest.raises(InvalidKnob):
        KnobsEntry(budget=-1).knobs()
