from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import PERU_2012, PERU_2014
from ui.commands import CASE_SUFFIX, Commands, free_name
from ui.forms import Form, NewAssessmentForm, NewCaseForm, RedateForm, RenameForm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.session import Session


@pytest.fixture
def commands(qtbot: QtBot, session: Session) -> Commands:
    return Commands(session, session)


@pytest.fixture
def asked(qtbot: QtBot, commands: Commands) -> Iterator[list[Form]]:
    forms: list[Form] = []
    commands.form_wanted.connect(forms.append)
    yield forms
    for form in forms:
        qtbot.addWidget(form)


def test_each_edit_asks_with_its_own_form(commands: Commands, asked: list[Form]) -> None:
    for ask in (commands.new_case, commands.new_assessment, commands.rename, commands.redate):
        ask()
    assert [type(form) for form in asked] == [NewCaseForm, NewAssessmentForm, RenameForm, RedateForm]


def test_a_new_assessment_starts_from_the_one_that_is_open(commands: Commands, asked: list[Form]) -> None:
    commands.new_assessment()
    assert isinstance(asked[0], NewAssessmentForm)
    assert asked[0].start.currentData() == PERU_2014


def test_a_deleted_assessment_is_told_with_the_way_back(qtbot: QtBot, commands: Commands, session: Session) -> None:
    with qtbot.waitSignal(commands.told) as told:
        commands.delete_assessment(PERU_2012)
    assert told.args is not None
    text, action, act = told.args
    assert (text, action) == ("Deleted Peru, 31 Dec 2011.", "Undo")
    act()
    assert session.read(PERU_2012) is not None


def test_with_nothing_open_nothing_is_asked_of_it(commands: Commands, session: Session, asked: list[Form]) -> None:
    session.close_assessment()
    for ask in (commands.new_assessment, commands.rename, commands.redate, commands.delete_case):
        ask()
    assert not asked
    assert len(session.library.cases()) == 2


def test_on_a_read_only_library_nothing_is_asked_and_nothing_deleted(
    commands: Commands, asked: list[Form], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(library), "read_only", property(lambda _: True))
    commands.new_case()
    commands.rename()
    commands.delete_case()
    commands.delete_assessment()
    assert not asked
    assert [case.name for case in library.cases()] == ["Bolivia", "Peru"]


def test_a_copy_of_an_assessment_is_opened_and_can_be_taken_back(
    qtbot: QtBot, commands: Commands, session: Session
) -> None:
    with qtbot.waitSignal(commands.told) as told:
        commands.duplicate(PERU_2012)
    assert session.assessment is not None
    assert session.assessment.id != PERU_2012
    copied = session.read(PERU_2012)
    assert copied is not None
    assert (session.assessment.as_of, session.assessment.sheet) == (copied.as_of, copied.sheet)
    assert told.args is not None
    told.args[2]()
    assert session.case is not None
    assert len(session.case.assessments) == 3


def test_a_copy_of_a_country_holds_all_of_it_under_a_name_of_its_own(commands: Commands, session: Session) -> None:
    peru = next(case for case in session.cases() or () if case.name == "Peru")
    commands.duplicate_case(peru.id)
    copy = next(case for case in session.cases() or () if case.name == "Peru (copy)")
    assert [one.as_of for one in copy.assessments] == [one.as_of for one in peru.assessments]
    assert free_name("Peru", {"peru", "peru (copy)"}) == "Peru (copy 2)"


def test_a_country_is_written_to_a_case_file_that_can_be_read_again(
    qtbot: QtBot, commands: Commands, session: Session, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / f"Peru{CASE_SUFFIX}"
    with qtbot.waitSignal(commands.told) as told:
        commands.write_case(session.case_id or 0, path)
    assert told.args is not None
    assert str(path) in told.args[0]
    again = library.case(library.import_file(path))
    assert session.case is not None
    assert [one.sheet for one in again.assessments] == [one.sheet for one in session.case.assessments]
