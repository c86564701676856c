from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import CaseEvent
from data.library import InvalidEdit, Library, UnknownEntry

if TYPE_CHECKING:
    from tests.data.library.conftest import OpenLibrary

STRIKE = CaseEvent("2014-05", "Strike in Cusco", "AP", "https://example.org")


def test_an_event_is_kept_changed_and_deleted(library: Library, peru_id: int, reopen: OpenLibrary) -> None:
    event_id = library.add_event(peru_id, STRIKE)
    assert reopen().case(peru_id).events[1] == STRIKE
    assert library.case(peru_id).events[1].id == event_id
    moved = replace(STRIKE, date="2014-06")
    library.set_event(event_id, moved)
    assert library.case(peru_id).events[1] == moved
    library.delete_event(event_id)
    assert len(library.case(peru_id).events) == 1


def test_an_event_needs_a_text(library: Library, peru_id: int) -> None:
    for edit in (
        lambda: library.add_event(peru_id, CaseEvent("2014", "")),
        lambda: library.set_event(library.case(peru_id).events[0].id, CaseEvent("2014", " ")),
    ):
        with pytest.raises(InvalidEdit, match="an event needs a text"):
            edit()


def test_an_event_that_is_gone_cannot_be_edited(library: Library, peru_id: int) -> None:
    event = library.case(peru_id).events[0]
    library.delete_event(event.id)
    with pytest.raises(UnknownEntry, match=f"no event {event.id}"):
        library.set_event(event.id, event)
    with pytest.raises(UnknownEntry, match=f"no event {event.id}"):
        library.delete_event(event.id)
    with pytest.raises(UnknownEntry, match="no case 99"):
        library.add_event(99, STRIKE)
