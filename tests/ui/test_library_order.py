from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.ui.library_lines import Assessment, Case
from ui.library_order import RECENT_KEPT, in_order, mark, opened_now

if TYPE_CHECKING:
    from ui.library_order import Order


CHILE = Case(3, "Chile")
BOLIVIA = Case(2, "Bolivia", (Assessment("B1", dt.date(2008, 8, 31)),))
PERU = Case(1, "Peru", (Assessment("P1", dt.date(2011, 8, 10)), Assessment("P2", dt.date(2014, 5, 15))))
CHANGED = {2: dt.datetime(2026, 2, 1, tzinfo=dt.UTC), 1: dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("name", ["Bolivia", "Chile", "Peru"]),
        ("date", ["Peru", "Bolivia", "Chile"]),
        ("changed", ["Bolivia", "Peru", "Chile"]),
        ("recent", ["Peru", "Bolivia", "Chile"]),
    ],
)
def test_countries_stand_in_the_order_chosen_and_the_rest_by_name(order: Order, names: list[str]) -> None:
    listed = in_order([PERU, CHILE, BOLIVIA], order, CHANGED, [mark("P1"), mark("B1")])
    assert [case.name for case in listed] == names


def test_what_is_opened_goes_first_and_the_oldest_is_forgotten() -> None:
    assert opened_now((mark("B1"), mark("P1")), "P1") == (mark("P1"), mark("B1"))
    many = tuple(str(number) for number in range(RECENT_KEPT))
    assert opened_now(many, "P1") == (mark("P1"), *many[:-1])


def test_a_mark_tells_assessments_apart_and_says_nothing_of_them() -> None:
    assert mark("PER-2014-2016") != mark("PER-2012-2014")
    assert "PER" not in mark("PER-2014-2016")
    assert mark("") == ""
