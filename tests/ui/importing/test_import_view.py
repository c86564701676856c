"""The view says what can be imported, what would change, and what stands in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.incoming import Trouble
from ui.importing.import_view import EMPTY, NOT_YET, ImportView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.importing.conftest import FakePort
    from ui.importing.importing import Importing

ANA = Path("ana.xlsx")


@pytest.fixture
def view(qtbot: QtBot, importing: Importing) -> ImportView:
    made = ImportView(importing)
    qtbot.addWidget(made)
    made.show()
    return made


def read(qtbot: QtBot, importing: Importing, *paths: Path) -> None:
    importing.add(paths)
    qtbot.waitUntil(lambda: not importing.busy)


def test_empty_it_says_what_can_be_imported_and_how_to_get_it(view: ImportView) -> None:
    assert view.sentence.text() == EMPTY
    assert [cell.plain for cell in view.guide.cells[0]] == ["Scorecard or briefing", "Excel", "From a colleague"]
    assert view.keep.isHidden()
    assert view.focusProxy() is view.choose


def test_it_shows_what_would_change_and_imports_with_one_button(
    qtbot: QtBot, view: ImportView, importing: Importing, port: FakePort
) -> None:
    port.opens = False
    read(qtbot, importing, ANA)
    assert view.sentence.text() == "Import adds 1 things."
    assert [section.kind.text() for section in view.sections] == ["Scorecard"]
    assert view.guide.isHidden()
    assert view.keep.isEnabled()
    with qtbot.waitSignal(importing.kept):
        view.keep.click()
    assert (view.sentence.text(), view.sections) == ("Imported it.", [])


def test_while_files_are_read_nothing_can_be_imported(
    qtbot: QtBot, view: ImportView, importing: Importing, port: FakePort
) -> None:
    port.waits = True
    importing.add([ANA])
    assert view.sentence.text() == "Reading ana.xlsx…"
    assert not view.keep.isEnabled()
    importing.cancel()
    assert view.sentence.text() == EMPTY
    port.waits = False


def test_problems_are_listed_and_hold_the_import_up(
    qtbot: QtBot, view: ImportView, importing: Importing, port: FakePort
) -> None:
    port.troubles = (Trouble("ana.xlsx", "Pressures!D12", "is no number"),)
    read(qtbot, importing, ANA)
    assert view.sentence.text() == NOT_YET
    assert not view.troubles.isHidden()
    assert not view.keep.isEnabled()
    view.clear.click()
    assert view.troubles.isHidden()


def test_a_library_that_cannot_be_changed_is_compared_with_and_says_why_no_more(
    qtbot: QtBot, view: ImportView, importing: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(importing.session.library), "read_only", property(lambda _: True))
    monkeypatch.setattr(type(importing.session.library), "read_only_reason", property(lambda _: "it is on a DVD"))
    read(qtbot, importing, ANA)
    assert view.sections
    assert view.problem.text() == "Nothing can be imported: it is on a DVD."
    assert not view.keep.isEnabled()


def test_a_setting_and_leaving_out_reach_the_files(qtbot: QtBot, view: ImportView, importing: Importing) -> None:
    read(qtbot, importing, ANA, Path("ben.xlsx"))
    section = view.sections[0]
    section.form.corrected.emit(section.form.field("target").setting, ("2",))
    qtbot.waitUntil(lambda: not importing.busy)
    assert view.sections[0] is section
    assert section.form.field("target").setting.value == "2"
    view.sections[1].leave.click()
    qtbot.waitUntil(lambda: not importing.busy)
    assert len(view.sections) == 1
    assert view.close_work()
