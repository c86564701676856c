from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.case import Point, Series
from advisor.case_series import data_series
from tests.advisor.made_cases import day
from ui.series_menu import SeriesMenu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SERIES = data_series(
    [Series(name, "", "", (Point("2012", 1.0),)) for name in ("Area", "Approval", "Conflicts")], day("2014-01-01")
)


@pytest.fixture
def menu(qtbot: QtBot) -> SeriesMenu:
    made = SeriesMenu()
    qtbot.addWidget(made)
    made.show_series(SERIES, (0, 2))
    return made


def test_the_button_says_how_many_of_how_many_are_shown(menu: SeriesMenu) -> None:
    assert menu.text() == "Data series: 2 of 3 shown"
    assert menu.accessibleName() == menu.text()


def test_the_list_ticks_what_is_shown(menu: SeriesMenu) -> None:
    assert [(tick.text(), tick.isChecked()) for tick in menu.ticks] == [
        ("Area", True),
        ("Approval", False),
        ("Conflicts", True),
    ]


def test_a_tick_adds_a_series_in_the_order_of_the_case_and_takes_it_away(qtbot: QtBot, menu: SeriesMenu) -> None:
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.ticks[1].trigger()
    assert chosen.args == [(0, 1, 2)]
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.ticks[0].trigger()
    assert chosen.args == [(1, 2)]


def test_another_case_has_its_own_list(menu: SeriesMenu) -> None:
    menu.show_series(SERIES[:1], ())
    assert [(tick.text(), tick.isChecked()) for tick in menu.ticks] == [("Area", False)]


def test_without_series_there_is_no_button(menu: SeriesMenu) -> None:
    menu.show_series((), ())
    assert menu.isHidden()
