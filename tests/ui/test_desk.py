"""What helps in all of the window, as it is used there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.scores import Score
from tests.ui.conftest import PERU_2012, PERU_2014, UNREST
from tests.ui.whole_window import whole_window
from ui.desk import HELP, NOTHING_TO_ASK, SETTINGS
from ui.pages import NAMES, OPTIONS, SCORE
from ui.settings_view import SettingsView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from ui.help.help_view import HelpView
    from ui.main_window import MainWindow
    from ui.theme import Theme


@pytest.fixture(scope="module")
def whole(
    playbook: Playbook, filled_library: Path, worn_theme: Theme, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """One window for all these tests."""
    with whole_window(playbook, filled_library, worn_theme, tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture
def active(qtbot: QtBot, whole: MainWindow) -> MainWindow:
    """The window on the Score page of Peru 2014, with nothing above it."""
    whole.session.open_assessment(PERU_2014)
    whole.go_to_page("Score")
    whole.notice.hide()
    whole.desk.why.close_panel()
    with qtbot.waitActive(whole):
        whole.activateWindow()
    return whole


def choose(window: MainWindow, letters: str) -> None:
    window.menus.anything.trigger()
    QTest.keyClicks(window.desk.anything.wanted, letters)
    QTest.keyClick(window.desk.anything.wanted, Qt.Key.Key_Return)


def test_the_palette_goes_to_options_indicators_assessments_pages_and_views(active: MainWindow) -> None:
    choose(active, "vetted police")
    assert active.pages.current == OPTIONS
    assert active.pages.options.table.chosen == "vetted_units"
    choose(active, "current unrest")
    assert active.pages.current == SCORE
    assert active.pages.score.selected == UNREST
    choose(active, "peru 2011 dec")
    assert active.session.assessment is not None
    assert active.session.assessment.id == PERU_2012
    choose(active, "settings")
    assert active.views.heading.text() == SETTINGS
    choose(active, "bolivia")
    assert active.session.case is not None
    assert active.session.case.name == "Bolivia"
    assert active.shown_page is active.pages.score


def test_f1_opens_the_guide_where_the_keyboard_is(active: MainWindow) -> None:
    active.pages.score.rows[UNREST].slider.setFocus()
    active.menus.help_here.trigger()
    view: HelpView = active.views.view(HELP)  # type: ignore[assignment]
    assert view.isVisible()
    assert view.browser.textCursor().block().text() == "Score"
    active.menus.about.trigger()
    assert view.shown == "About Second Image"


def test_shift_f1_says_why_and_follows_an_edit(active: MainWindow) -> None:
    why = active.desk.why
    active.pages.score.rows[UNREST].slider.setFocus()
    active.menus.why.trigger()
    assert why.title.text() == "Current unrest"
    assert why.value.text().startswith("7.0")
    active.session.set_score(UNREST, Score(1, 2, 3))
    assert why.value.text() == "2.0 (range 1–3)"
    active.go_to_page("Options")
    assert why.isHidden()
    active.session.undo()


def test_a_click_on_the_live_result_says_why(active: MainWindow) -> None:
    for section, title in (
        (active.live_result.stance.word, "Stance: Divergent"),
        (active.live_result.stance.chance, "Likelihood of the stance"),
        (active.live_result.win_set.figure, "Win-set"),
        (active.live_result.reversal.word, "Reversal within 12 months"),
    ):
        QTest.mouseClick(section, Qt.MouseButton.LeftButton)
        assert active.desk.why.title.text() == title
        active.desk.why.close_panel()


def test_return_on_an_option_says_why_for_the_column_it_is_in(active: MainWindow) -> None:
    active.go_to_page("Options")
    table = active.pages.options.table
    option = active.session.best.ranked[0]  # type: ignore[union-attr]
    table.choose(option.id)
    table.activated.emit(table.currentIndex())
    assert active.desk.why.title.text() == option.name


def test_where_there_is_no_number_that_is_said(active: MainWindow) -> None:
    active.library.tree.setFocus()
    active.menus.why.trigger()
    assert active.notice.text.text() == NOTHING_TO_ASK
    assert active.desk.why.isHidden()


def test_it_goes_with_the_next_thing_done(qtbot: QtBot, active: MainWindow) -> None:
    active.library.tree.setFocus()
    active.menus.why.trigger()
    assert active.notice.isVisible()
    QTest.keyClick(active.library.tree, Qt.Key.Key_Down)
    qtbot.waitUntil(active.notice.isHidden)


def test_all_indicators_fit_the_score_page_without_scrolling(active: MainWindow) -> None:
    score = active.pages.score
    QApplication.processEvents()
    assert active.size() == QSize(1440, 900)
    assert len(score.rows) == len(active.session.playbook.indicators)
    seen = score.scroll_area.viewport()
    for name, row in score.rows.items():
        assert seen.rect().contains(QRect(row.mapTo(seen, QPoint()), row.size())), name
    assert score.scroll_area.verticalScrollBar().maximum() == 0


def test_at_text_of_150_per_cent_the_window_fits_the_least_screen(qtbot: QtBot, active: MainWindow) -> None:
    active.resize(round(1100 / 1.5), round(700 / 1.5))
    assert active.width() == round(1100 / 1.5)
    for page in range(len(NAMES)):
        active.pages.go_to(page)
        qtbot.waitUntil(lambda: active.minimumSizeHint().width() <= active.width())


def test_the_scores_are_copied_from_their_page(active: MainWindow) -> None:
    active.pages.score.rows[UNREST].slider.setFocus()
    QTest.keyClick(active.pages.score.rows[UNREST].slider, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Social unrest\tCurrent unrest\t6\t7" in QGuiApplication.clipboard().text().replace(".0", "")


def test_a_date_style_is_worn_by_what_is_shown(active: MainWindow) -> None:
    active.menus.settings.trigger()
    view = active.views.view(SETTINGS)
    assert isinstance(view, SettingsView)
    view.dates.setCurrentIndex(view.dates.findData("iso"))
    view.dates.activated.emit(view.dates.currentIndex())
    assert active.windowTitle().startswith("Peru, 2014-05-15")
    view.dates.setCurrentIndex(view.dates.findData("day_first"))
    view.dates.activated.emit(view.dates.currentIndex())


def test_another_size_of_text_comes_back_to_the_settings(qtbot: QtBot, active: MainWindow) -> None:
    active.menus.settings.trigger()
    view = active.views.view(SETTINGS)
    assert isinstance(view, SettingsView)
    with qtbot.waitSignal(active.desk.text_size_changed):
        view.text_size.setCurrentIndex(view.text_size.findData(150))
        view.text_size.activated.emit(0)
    active.views.left.emit()
    active.desk.resume()
    assert view.isVisible()
    assert active.focusWidget() is view.text_size
    active.views.left.emit()
    active.desk.resume()
    assert not view.isVisible()
