from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from advisor.plan_headline import headline
from tests.advisor.solved_plans import PLAYBOOK, WITH_SWITCH, plan_of
from ui.plan.plan_board import PlanBoard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

START = dt.date(2014, 5, 15)


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> PlanBoard:
    made = PlanBoard(PLAYBOOK)
    qtbot.addWidget(made)
    made.show_plan(plan_of(), "Peru", START)
    made.show_age("", stopped=False)
    made.resize(940, 1200)
    made.show()
    return made


def ink(board: PlanBoard) -> str:
    return board.headline.ink


def test_it_begins_with_what_the_plan_says(board: PlanBoard) -> None:
    assert board.headline.text() == headline(PLAYBOOK, plan_of())
    assert not board.age.isVisible()


def test_another_plan_is_shown_in_all_its_parts(board: PlanBoard) -> None:
    board.show_plan(plan_of(WITH_SWITCH), "Peru", START)
    assert board.headline.text() == headline(PLAYBOOK, plan_of(WITH_SWITCH))
    assert board.switches.table.isVisible()
    assert board.map.pathways is not None
    assert len(board.map.pathways.lanes) == 2
    assert board.pathways.caption.text() == board.map.pathways.caption
    assert board.lists.watch.more.isVisible()


def test_options_that_were_left_aside_are_named(board: PlanBoard) -> None:
    assert not board.narrowed.isVisible()
    board.show_plan(plan_of(budget=1e4, footprint=1e4), "Peru", START)
    assert board.narrowed.isVisible()
    assert board.narrowed.text().startswith("Too many packages")


def test_an_earlier_plan_is_dimmed_and_says_since_when_it_stands(board: PlanBoard) -> None:
    board.show_age("Out of date.", stopped=False)
    assert board.age.isVisible()
    assert not board.again.isVisible()
    assert ink(board) == "ink3"
    board.show_age("Out of date.", stopped=True)
    assert board.again.isVisible()
    board.show_age("", stopped=False)
    assert ink(board) == "ink"


def test_a_pin_is_passed_on(qtbot: QtBot, board: PlanBoard) -> None:
    row = board.cards.row_of("justice")
    assert row is not None
    with qtbot.waitSignal(board.pin_wanted) as told:
        row.menu().actions()[0].trigger()
    assert told.args == ["justice", "pinned"]


def test_a_map_that_cannot_be_saved_says_so(qtbot: QtBot, board: PlanBoard, tmp_path: Path) -> None:
    with qtbot.waitSignal(board.failed) as told:
        board.pathways.taking.save(str(tmp_path / "nowhere" / "map.svg"))
    assert told.args is not None
    assert "not saved" in told.args[0]


def test_the_map_is_written_as_svg_and_png(board: PlanBoard, tmp_path: Path) -> None:
    for name, begins in (("map.svg", b"<?xml"), ("map.png", b"\x89PNG")):
        board.pathways.taking.save(str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("width", [600, 940])
def test_nothing_is_wider_than_the_page(board: PlanBoard, width: int) -> None:
    board.show_plan(plan_of(WITH_SWITCH), "Peru", START)
    board.resize(width, 2000)
    assert board.minimumSizeHint().width() <= 600
    assert board.width() == width
