from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.scores import Score
from tests.ui.options_case import case, session_over
from ui.options_model import Column
from ui.options_page import EMPTY, OptionsPage
from ui.widgets.ink_label import InkLabel
from ui.widgets.line_text import advance
from ui.widgets.table_rows import PAD, TEXT, Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.session import Session

# What the offscreen platform says of every window that cannot be made smaller than it needs.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made, library = session_over(tmp_path)
    yield made
    assert made.close()
    library.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> OptionsPage:
    """The page with Peru open, its likelihoods computed."""
    made = OptionsPage(session)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(session.likelihoods_changed):
        session.open_assessment(case().latest.id)
    return made


def text(page: OptionsPage, option_id: str, column: Column) -> str:
    return str(page.model.index(page.model.row_of(option_id) or 0, column).data())


def likelihood_is_dim(page: OptionsPage, option_id: str) -> bool:
    reading = page.model.index(page.model.row_of(option_id) or 0, Column.NOW).data(Role.CELL).reading
    return bool(reading.dim)


def edit(session: Session, indicator: str, value: float) -> None:
    session.set_score(indicator, Score(value, value, value, "high"))


def test_without_an_assessment_one_sentence_says_what_to_do(qtbot: QtBot, session: Session) -> None:
    made = OptionsPage(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert [label.text() for label in made.findChildren(InkLabel) if label.isVisible()] == [EMPTY]
    assert not made.table.isVisible()


def test_an_opened_assessment_shows_its_options_with_the_first_chosen(page: OptionsPage, session: Session) -> None:
    assert page.table.isVisible()
    assert session.best is not None
    assert page.table.chosen == session.best.ranked[0].id
    assert page.detail.option == session.best.ranked[0]


def test_before_likelihoods_are_there_the_page_already_shows_standings(qtbot: QtBot, session: Session) -> None:
    page = OptionsPage(session)
    qtbot.addWidget(page)
    with qtbot.waitSignal(session.likelihoods_changed):
        session.open_assessment(case().latest.id)
        assert session.best is not None
        assert page.model.rowCount() == 26
        assert text(page, "alt_dev", Column.NOW) == "–"
        assert page.detail.option == session.best.ranked[0]
    assert text(page, "alt_dev", Column.NOW).endswith(" %")


def test_choosing_a_row_shows_its_reasons(page: OptionsPage) -> None:
    page.choose("erad_core")
    assert page.detail.name.text() == "Forced eradication in the core area"


def test_an_edit_changes_the_standing_at_once_and_the_likelihoods_when_computed(
    qtbot: QtBot, page: OptionsPage, session: Session
) -> None:
    page.choose("erad_core")
    before, title = text(page, "erad_periphery", Column.NOW), page.detail.waterfall.title
    with qtbot.waitSignal(session.likelihoods_changed):
        edit(session, "su_level", 0)
        assert page.detail.waterfall.title != title
        assert text(page, "erad_periphery", Column.NOW) == before
        assert likelihood_is_dim(page, "erad_periphery")
        assert page.detail.now.bar.reading.dim
    assert text(page, "erad_periphery", Column.NOW) != before
    assert not likelihood_is_dim(page, "erad_periphery")
    assert not page.detail.now.bar.reading.dim


def test_the_option_stays_chosen_through_an_edit_that_ranks_it_otherwise(
    qtbot: QtBot, page: OptionsPage, session: Session
) -> None:
    page.choose("erad_periphery")
    before = text(page, "erad_periphery", Column.RANK)
    with qtbot.waitSignal(session.likelihoods_changed):
        edit(session, "su_level", 0)
    assert text(page, "erad_periphery", Column.RANK) != before
    assert page.table.chosen == "erad_periphery"
    assert page.table.currentIndex().row() == page.model.row_of("erad_periphery")
    assert page.detail.option is not None
    assert page.detail.option.id == "erad_periphery"


def test_another_assessment_keeps_the_option_and_shows_its_own_numbers(
    qtbot: QtBot, page: OptionsPage, session: Session
) -> None:
    page.choose("erad_core")
    title = page.detail.waterfall.title
    with qtbot.waitSignal(session.likelihoods_changed):
        session.open_assessment(case().assessments[0].id)
        assert text(page, "erad_core", Column.NOW) == "–"
    assert page.table.chosen == "erad_core"
    assert page.detail.waterfall.title != title


def test_a_closed_assessment_leaves_the_empty_page(page: OptionsPage, session: Session) -> None:
    session.close_assessment()
    assert not page.table.isVisible()
    assert page.model.rowCount() == 0


def test_a_picture_that_cannot_be_saved_is_told_to_the_window(
    qtbot: QtBot, page: OptionsPage, session: Session, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.failed) as failed:
        page.detail.waterfall.taking.save(str(tmp_path / "no such folder" / "x.png"))
    assert "not saved" in failed.args[0]


def test_tab_goes_from_the_table_to_the_reasons_to_the_waterfall(page: OptionsPage) -> None:
    page.activateWindow()
    page.table.setFocus()
    stops = []
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops == [page.detail, page.detail.waterfall]


@pytest.mark.parametrize(("width", "height"), [(904, 560), (1244, 720)])
def test_table_and_reasons_share_the_page_and_nothing_is_cut_off(page: OptionsPage, width: int, height: int) -> None:
    page.resize(width, height)
    assert page.table.width() + page.detail.width() == width - 1
    assert page.table.width() > page.detail.width()
    assert page.minimumSizeHint().width() <= 904
    assert page.table.isColumnHidden(Column.WHY) is (width < 1000)
    assert page.table.columnWidth(Column.NAME) >= 292


def test_at_the_usual_size_most_reasons_can_be_read_to_their_end(page: OptionsPage) -> None:
    page.resize(1244, 720)
    room = page.table.columnWidth(Column.WHY) - 2 * PAD
    reasons = [option.reason for row in range(page.model.rowCount()) if (option := page.model.option_at(row))]
    assert sum(advance(TEXT, reason) <= room for reason in reasons) > len(reasons) / 2


def test_an_option_outside_the_win_set_shows_its_price_or_why_nothing_brings_it_in(
    qtbot: QtBot, page: OptionsPage, session: Session
) -> None:
    with qtbot.waitSignal(session.prices_changed):
        edit(session, "ms_opposition", 9.5)
    page.choose("erad_core")
    assert "Price" in [label.text() for label in page.detail.judged.findChildren(InkLabel) if label.isVisibleTo(page)]
    assert session.best is not None
    inside = session.best.win_set[0].id
    page.choose(inside)
    assert inside not in session.prices
    shown = [label.text() for label in page.detail.judged.findChildren(InkLabel) if label.isVisibleTo(page)]
    assert "Price" not in shown
