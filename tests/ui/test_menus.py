from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from tests.ui.conftest import UNREST
from ui.commands import Commands
from ui.library_edits import LibraryEdits
from ui.menus import Menus, keys
from ui.pages import NAMES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session
    from ui.theme import Theme


@pytest.fixture
def menus(qtbot: QtBot, session: Session, theme: Theme) -> Menus:
    made = Menus(session, Commands(session, session), theme, NAMES)
    qtbot.addWidget(made)
    return made


def test_no_two_actions_share_a_key(menus: Menus) -> None:
    used = [key for _, shown in keys(menus) for key in shown.split(", ")]
    assert len(used) == len(set(used))


def test_what_needs_an_open_assessment_is_greyed_without_one(menus: Menus, session: Session) -> None:
    needing = (menus.export, menus.new_assessment, menus.rename, menus.redate, menus.delete_case)
    assert all(action.isEnabled() for action in needing)
    session.close_assessment()
    assert not any(action.isEnabled() for action in needing)
    assert menus.new_case.isEnabled()


def test_undo_and_redo_go_through_the_session(menus: Menus, session: Session) -> None:
    session.set_score(UNREST, Score(1, 1, 1))
    menus.undo.trigger()
    assert not menus.undo.isEnabled()
    menus.redo.trigger()
    assert session.sheet is not None
    assert session.sheet.get(UNREST) == Score(1, 1, 1)


def test_an_ampersand_in_a_name_is_no_mnemonic(menus: Menus, session: Session) -> None:
    assert session.case_id is not None
    LibraryEdits(session).rename_case(session.case_id, "Trinidad & Tobago")
    assert menus.undo.text() == "Undo Rename Peru to Trinidad && Tobago"


def test_the_theme_is_chosen_in_the_menu(menus: Menus, theme: Theme) -> None:
    assert menus.themes["light"].isChecked()
    menus.themes["dark"].trigger()
    assert theme.choice == "dark"
    menus.themes["light"].trigger()
