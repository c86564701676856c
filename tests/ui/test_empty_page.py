from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.commands import Commands
from ui.empty_page import NO_COUNTRY, NONE_OPEN, EmptyPage
from ui.forms import NewCaseForm
from ui.library_edits import LibraryEdits

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, empty_session: Session) -> EmptyPage:
    made = EmptyPage(empty_session, Commands(empty_session, empty_session))
    qtbot.addWidget(made)
    return made


def test_it_says_to_choose_while_there_is_something_to_choose(page: EmptyPage) -> None:
    assert page.sentence.text() == NONE_OPEN


def test_on_an_empty_library_it_says_to_begin(page: EmptyPage, empty_session: Session) -> None:
    for case in empty_session.library.cases():
        LibraryEdits(empty_session).delete_case(case.id)
    assert page.sentence.text() == NO_COUNTRY


def test_its_button_asks_for_a_new_country(qtbot: QtBot, empty_session: Session) -> None:
    commands = Commands(empty_session, empty_session)
    page = EmptyPage(empty_session, commands)
    qtbot.addWidget(page)
    with qtbot.waitSignal(commands.form_wanted) as wanted:
        page.button.click()
    assert wanted.args is not None
    assert isinstance(wanted.args[0], NewCaseForm)
    qtbot.addWidget(wanted.args[0])


def test_on_a_read_only_library_nothing_can_be_added(
    qtbot: QtBot, empty_session: Session, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(library), "read_only", property(lambda _: True))
    page = EmptyPage(empty_session, Commands(empty_session, empty_session))
    qtbot.addWidget(page)
    assert not page.button.isEnabled()
