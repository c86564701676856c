from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from advisor.scores import Score
from tests.ui.conftest import PERU_2012, PERU_2014, UNREST, FakeBriefing
from ui.forms import NewCaseForm, RenameForm
from ui.library_edits import LibraryEdits
from ui.library_model import Role
from ui.main_window import MainWindow
from ui.pages import OPTIONS, SCORE
from ui.session import Session
from ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from data.library import Library
    from tests.conftest import LogGuard
    from ui.theme import Theme


def test_the_title_says_which_country_and_when(window: MainWindow) -> None:
    assert window.windowTitle() == "Peru, 15 May 2014 - Second Image"


def test_with_nothing_open_the_title_is_the_programs_name(window: MainWindow) -> None:
    window.session.close_assessment()
    assert window.windowTitle() == "Second Image"
    assert window.empty.isVisible()
    assert not window.live_result.isVisible()


def test_a_key_on_a_score_moves_the_live_result_at_once(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.score.focus_indicator(UNREST)
    before = window.live_result.win_set.figure.text(), window.status.scored.text()
    gauge = window.live_result.stance.gauge.accessibleName()
    QTest.keyClick(window.pages.score.rows[UNREST].slider, Qt.Key.Key_0)
    assert window.live_result.stance.gauge.accessibleName() != gauge
    assert window.live_result.stance.chance.ink == "ink3"
    assert before[1] == window.status.scored.text()


def test_the_menu_names_what_undo_would_do(window: MainWindow) -> None:
    assert window.menus.undo.text() == "Undo"
    assert not window.menus.undo.isEnabled()
    window.session.set_score(UNREST, Score(1, 1, 1))
    assert window.menus.undo.text() == "Undo Peru: Current unrest 7 → 1"
    window.menus.undo.trigger()
    assert window.menus.redo.text() == "Redo Peru: Current unrest 7 → 1"


def test_control_and_a_digit_change_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.pages[OPTIONS].trigger()
    assert window.pages.options.isVisible()
    assert [action.shortcut().toString() for action in window.menus.pages] == [f"Ctrl+{page}" for page in range(1, 8)]
    window.menus.pages[SCORE].trigger()
    assert window.pages.score.isVisible()


def test_on_the_options_page_the_live_result_folds_into_a_strip_and_comes_back(window: MainWindow) -> None:
    window.pages.go_to(OPTIONS)
    assert window.pages.strip.isVisible()
    assert not window.live_result.isVisible()
    window.pages.strip.expand.click()
    assert window.live_result.isVisible()
    assert not window.pages.strip.isVisible()
    assert window.menus.live_result.isChecked()
    window.pages.go_to(SCORE)
    window.pages.go_to(OPTIONS)
    assert window.live_result.isVisible()


def test_a_new_country_is_asked_for_beside_the_work(window: MainWindow) -> None:
    window.menus.new_case.trigger()
    form = window.form
    assert isinstance(form, NewCaseForm)
    assert not form.isModal()
    form.name.setText("Paraguay")
    form.submit()
    assert window.form is None
    assert window.windowTitle().startswith("Paraguay")
    assert window.status.scored.text() == "0 of 22 indicators scored"


def test_a_second_form_takes_the_place_of_the_first(window: MainWindow) -> None:
    window.menus.new_case.trigger()
    window.menus.rename.trigger()
    assert isinstance(window.form, RenameForm)


def test_escape_leaves_a_form(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.new_case.trigger()
    assert isinstance(window.form, NewCaseForm)
    QTest.keyClick(window.form.name, Qt.Key.Key_Escape)
    assert window.form is None


def test_deleting_a_country_asks_nothing_and_offers_to_take_it_back(window: MainWindow) -> None:
    window.menus.delete_case.trigger()
    assert window.session.assessment is None
    assert window.notice.text.text() == "Deleted Peru."
    window.notice.action.click()
    assert window.session.assessment is not None
    assert window.session.assessment.id == PERU_2014
    assert not window.notice.isVisible()


def test_the_offer_to_take_back_goes_once_it_would_take_back_something_else(window: MainWindow) -> None:
    window.commands.delete_assessment(PERU_2012)
    assert window.notice.isVisible()
    window.session.set_score(UNREST, Score(1, 1, 1))
    assert not window.notice.isVisible()


def test_what_fails_is_told_with_its_detail_to_copy(window: MainWindow) -> None:
    window.session.failed.emit("The score was not saved: the disk is full", "Traceback")
    assert window.notice.is_error
    assert window.notice.copy.isVisible()


def test_closing_during_work_is_safe(window: MainWindow) -> None:
    for value in range(10):
        window.session.preview_score(UNREST, Score(value, value, value))
    assert window.close()


def test_the_window_comes_back_with_its_theme_and_without_anything_of_a_case(
    window: MainWindow, tmp_path: Path
) -> None:
    window.menus.themes["dark"].trigger()
    window.close()
    assert Settings(tmp_path / "settings").theme == "dark"
    kept = (tmp_path / "settings" / "window.ini").read_text(encoding="utf-8")
    assert "Peru" not in kept
    assert "PER-" not in kept


def test_a_read_only_library_can_be_looked_at_and_not_edited(
    qtbot: QtBot,
    playbook: Playbook,
    library: Library,
    briefing: FakeBriefing,
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(library), "read_only", property(lambda _: True))
    monkeypatch.setattr(type(library), "read_only_reason", property(lambda _: "the file is write-protected"))
    session = Session(playbook, library)
    window = MainWindow(session, briefing, theme, Settings(tmp_path))
    qtbot.addWidget(window)
    session.open_assessment(PERU_2014)
    menus = window.menus
    for action in (menus.new_case, menus.new_assessment, menus.rename, menus.redate, menus.delete_case, menus.undo):
        assert not action.isEnabled(), action.text()
    assert menus.export.isEnabled()
    assert window.status.saved.text == "Open for reading only"
    assert "the file is write-protected" in window.status.saved.toolTip()
    peru = window.library.tree.entry(PERU_2014).parent()
    assert peru.model().rowCount(peru) == peru.data(Role.COUNT)
    assert window.notice.text.text() == "Nothing can be changed: the file is write-protected."
    window.close()


def test_help_is_shown_in_the_window_and_not_before_it(window: MainWindow) -> None:
    window.menus.about.trigger()
    window.menus.shortcuts.trigger()
    assert window.views.isVisible()
    assert window.views.heading.text() == "Help"
    assert [one for one in window.findChildren(QWidget) if one.isWindow() and one.isVisible()] == []


def test_every_control_has_a_name(window: MainWindow) -> None:
    window.commands.new_case()
    for page in (SCORE, OPTIONS):
        window.pages.go_to(page)
        nameless = [
            control
            for kind in (QAbstractButton, QLineEdit, QComboBox)
            for control in window.findChildren(kind)
            if control.isVisible() and not (control.accessibleName() or getattr(control, "text", str)())
            if not control.objectName().startswith("qt_")
        ]
        assert nameless == []


def test_tab_goes_from_the_library_to_the_head_of_the_page_and_on_to_the_scores(window: MainWindow) -> None:
    order, widget = [], window.library.search
    for _ in range(400):
        order.append(widget)
        widget = widget.nextInFocusChain()  # type: ignore[assignment]
    stops: list[QWidget] = [
        window.library.search,
        window.library.tree,
        window.header.as_of,
        window.header.brief,
        window.pages.tabs,
        window.pages.score.rows["eb_overlap"].slider,
    ]
    places = [order.index(stop) for stop in stops]  # type: ignore[arg-type]
    assert places == sorted(places)


def test_another_date_of_the_same_country_opens_from_the_head_of_the_page(window: MainWindow) -> None:
    place = window.header.as_of.findText("31 Dec 2011")
    window.header.as_of.setCurrentIndex(place)
    window.header.as_of.activated.emit(place)
    assert window.windowTitle() == "Peru, 31 Dec 2011 - Second Image"
    assert window.session.assessment is not None
    assert window.session.assessment.as_of == dt.date(2011, 12, 31)


def test_the_keyboard_begins_on_the_library(window: MainWindow) -> None:
    assert window.focusWidget() is window.library.tree


def test_after_a_new_country_the_keyboard_is_on_the_score_in_the_panel(window: MainWindow) -> None:
    window.menus.new_case.trigger()
    assert isinstance(window.form, NewCaseForm)
    window.form.name.setText("Paraguay")
    window.form.submit()
    assert window.focusWidget() is window.pages.score.rows[window.pages.score.selected or ""].slider


def test_after_a_form_that_opened_nothing_the_keyboard_is_back_where_it_was(window: MainWindow) -> None:
    window.pages.score.focus_indicator(UNREST)
    for form in (window.menus.rename, window.menus.redate):
        form.trigger()
    assert window.form is not None
    window.form.cancel_button.click()
    assert window.focusWidget() is window.pages.score.rows[UNREST].slider


def test_after_what_was_open_is_deleted_the_keyboard_is_on_the_library(window: MainWindow) -> None:
    window.pages.score.focus_indicator(UNREST)
    window.menus.delete_case.trigger()
    assert window.focusWidget() is window.library.tree


def test_a_long_name_does_not_make_the_window_wider(window: MainWindow) -> None:
    assert window.session.case_id is not None
    before = window.minimumSizeHint().width()
    LibraryEdits(window.session).rename_case(window.session.case_id, "A very long name " * 20)
    assert window.minimumSizeHint().width() == before


def test_a_library_that_can_no_longer_be_read_is_told_and_what_is_shown_stays(
    window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch, log_guard: LogGuard
) -> None:
    log_guard.expect("could not be")

    def refuse() -> None:
        raise OSError("the share is gone")

    monkeypatch.setattr(library, "cases", refuse)
    shown = window.library.tree.model().rowCount()
    for act in (window.menus.new_assessment, window.menus.rename, window.menus.redate, window.menus.delete_case):
        act.trigger()
        assert window.form is None
    window.library.search.setText("pe")
    assert window.library.tree.model().rowCount() == shown
    assert window.notice.text.text() == "✕  The library could not be read: the share is gone"


def test_everything_can_be_asked_for_at_once(qtbot: QtBot, window: MainWindow) -> None:
    for value in range(10):
        window.session.preview_score(UNREST, Score(value, value, value))
        window.pages.go_to(value % 2)
        window.menus.live_result.trigger()
        (window.menus.rename if value % 3 else window.menus.new_case).trigger()
    window.session.set_score(UNREST, Score(3, 3, 3))
    window.menus.delete_assessment.trigger()
    for step in (window.session.undo, window.session.redo, window.session.undo, window.session.undo):
        for _ in range(5):
            step()
    assert window.session.library.undo_label is None
    assert window.windowTitle() == "Peru, 15 May 2014 - Second Image"
    qtbot.waitUntil(lambda: not window.session.pending)
