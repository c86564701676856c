"""What an importer is told and gives back keeps together."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

from data.importers.contract import EventFilter, ImportMapping, Preview, Provenance
from tests.data.importers.files import TODAY


def test_what_is_told_goes_before_what_was_found() -> None:
    found = ImportMapping("utf-8", ";", ",", "dmy", columns={"date": "Fecha", "value": "Valor"}, series=("a",))
    told = ImportMapping(delimiter=",", columns={"value": "Nota"}, events=EventFilter(actors=("x",)))
    settled = told.over(found)
    assert (settled.encoding, settled.delimiter, settled.decimal, settled.date_order) == ("utf-8", ",", ",", "dmy")
    assert settled.columns == {"date": "Fecha", "value": "Nota"}
    assert settled.series == ("a",)
    assert settled.events.actors == ("x",)
    assert isinstance(settled.columns, MappingProxyType)


def test_a_filter_says_what_it_lets_pass() -> None:
    events = EventFilter(actors=("A", "B"), places=("Lima",), words=("road",))
    assert events.words_for == "named A or B, in Lima, mentioning road"
    assert EventFilter().words_for == ""


def test_a_preview_is_ready_with_something_to_import_and_nothing_in_its_way() -> None:
    assert not Preview("a", "a.csv", ImportMapping(), (), 0, 0, 0, (), ()).ready


def test_where_series_come_from_fits_on_a_line() -> None:
    one = Provenance("acled", "ACLED", "a.csv", "f" * 64, 10, "PER", 1200, 18, 2, TODAY, ImportMapping())
    assert one.text == "ACLED: a.csv, 18 of 1,200 rows, 2 left out, read 2026-07-05, SHA-256 ffffffffffff"
    assert one.read_on == dt.date(2026, 7, 5)
