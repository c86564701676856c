from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from advisor.knobs import Knobs
from data.library.settings import LISTS, NUMBERS

if TYPE_CHECKING:
    from data.library import Library
    from tests.data.library.conftest import OpenLibrary

EVERYTHING = Knobs(
    {"finance": 0.0, "cultivation": 3.0}, 0.1 + 0.2, 0.0, 24, 60, ("vetted_units", "alt_dev"), ("erad_core",)
)


def cells(library: Library) -> list[tuple[object, ...]]:
    found = library._database.connection.execute(
        "SELECT kind, old, new FROM changes JOIN cells ON change_id = changes.id"
        " WHERE step_id = (SELECT max(id) FROM steps) AND column_name = 'value'"
    )
    return [tuple(row) for row in found]


def test_every_knob_of_a_plan_is_kept() -> None:
    assert {one.name for one in fields(Knobs)} == {"weights", *NUMBERS, *LISTS}


def test_the_settings_of_a_case_are_there_after_a_restart(library: Library, reopen: OpenLibrary) -> None:
    peru, bolivia = library.add_case("Peru"), library.add_case("Bolivia")
    library.set_knobs(peru, EVERYTHING)
    library.close()
    assert reopen().case(peru).knobs == EVERYTHING
    assert reopen().case(bolivia).knobs == Knobs()


def test_a_knob_turned_back_to_the_playbook_leaves_no_trace(library: Library) -> None:
    peru = library.add_case("Peru")
    library.set_knobs(peru, EVERYTHING)
    library.set_knobs(peru, Knobs())
    assert library.case(peru).knobs == Knobs()
    assert library._database.connection.execute("SELECT count(*) FROM settings").fetchone()[0] == 0
    library.undo()
    assert library.case(peru).knobs == EVERYTHING


def test_a_slider_drawn_through_the_budget_changes_one_number(library: Library) -> None:
    peru = library.add_case("Peru")
    library.set_knobs(peru, Knobs(budget=120, footprint=10))
    for budget in (110.0, 100.0, 90.0):
        library.set_knobs(peru, Knobs(budget=budget, footprint=10), merge_key="budget")
    assert cells(library) == [("update", 120.0, 90.0)]
    library.undo()
    assert library.case(peru).knobs == Knobs(budget=120, footprint=10)


def test_options_keep_their_order(library: Library) -> None:
    peru = library.add_case("Peru")
    for pinned in (("a", "b", "c"), ("c", "a"), ("b", "c", "a")):
        library.set_knobs(peru, Knobs(pinned=pinned))
        assert library.case(peru).knobs.pinned == pinned
