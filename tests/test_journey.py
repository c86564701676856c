"""The five minutes of the README, in the real window, on a real library, with the real writer."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from composition import _write_briefing
from data.case_files import SHIPPED_CASES, read_cases
from data.library import open_library
from ui.app import open_first
from ui.dates import to_qt
from ui.forms import NewCaseForm
from ui.live_sections import NOTHING_SCORED
from ui.main_window import MainWindow
from ui.options_model import Column
from ui.pages import OPTIONS, PLAN, ROBUSTNESS, SCORE, TIMELINE
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme, load_fonts
from ui.widgets.waterfall_layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from advisor.scores import Score
    from data.library import Library

# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Key, Left, Plain = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
OBJECTION, PERIPHERY, CORE = "ms_opposition", "erad_periphery", "erad_core"


@dataclass
class Desk:
    """One sitting: the window on the library of the folder."""

    qtbot: QtBot
    window: MainWindow
    library: Library

    @property
    def session(self) -> Session:
        return self.window.session

    def settle(self) -> None:
        """Wait for the likelihoods."""
        if self.session.pending:
            with self.qtbot.waitSignal(self.session.likelihoods_changed, timeout=20_000):
                pass

    def score(self, indicator: str) -> Score | None:
        return None if self.session.sheet is None else self.session.sheet.get(indicator)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Plain) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.window.focusWidget(), key, modifier)

    def click_anchor(self, value: int) -> None:
        anchors = self.window.pages.score.panel.anchors
        item = next(
            item for row in range(anchors.count()) if (item := anchors.item(row)).text().startswith(f"{value}:")
        )
        QTest.mouseClick(anchors.viewport(), Left, Plain, anchors.visualItemRect(item).center())

    def click_option(self, option: str) -> None:
        page = self.window.pages.options
        place = page.table.visualRect(page.model.index(page.model.row_of(option) or 0, Column.NAME))
        QTest.mouseClick(page.table.viewport(), Left, Plain, place.center())

    def click_bar(self, label: str) -> None:
        shown = self.window.pages.options.detail.waterfall
        row = next(number for number, bar in enumerate(shown.rows) if bar.label == label)
        box = lay_out(shown.rows, shown.title, shown.width()).row(row)
        QTest.mouseClick(shown, Left, Plain, QPoint(10, round(box.center().y())))

    def close(self) -> None:
        self.window.close()
        self.library.close()


@pytest.fixture
def sit_down(qtbot: QtBot, qapp: QApplication, playbook: Playbook, tmp_path: Path) -> Iterator[partial[Desk]]:
    load_fonts()
    desks: list[Desk] = []

    def begin() -> Desk:
        library = open_library(tmp_path / "library.sqlite")
        if library.is_new:
            library.fill_once(read_cases(SHIPPED_CASES, playbook.indicator_ids))
        write = partial(_write_briefing, playbook)
        window = MainWindow(Session(playbook, library), write, Theme(qapp, "light"), Settings(tmp_path))
        qtbot.addWidget(window)
        open_first(window.session)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        desks.append(Desk(qtbot, window, library))
        desks[-1].settle()
        return desks[-1]

    yield partial(begin)
    for desk in desks:
        desk.close()


def test_scores_follow_keyboard_and_mouse_and_outlast_a_restart(sit_down: partial[Desk]) -> None:
    desk = sit_down()
    live, rows = desk.window.live_result, desk.window.pages.score.rows
    assert desk.window.windowTitle() == "Peru, 15 May 2014 - Second Image"
    assert live.stance.word.text() == "Divergent"
    assert live.stance.chance.text() == "Likely, 64 %"

    QTest.mouseClick(rows[OBJECTION], Left, Plain, QPoint(20, 10))
    assert desk.window.pages.score.panel.title.text() == "Military objection"
    before, chance = desk.score(OBJECTION), live.stance.chance.text()
    desk.click_anchor(2)
    desk.settle()
    assert live.stance.chance.text() != chance
    assert live.stance.before.isVisible()
    desk.window.menus.undo.trigger()
    desk.settle()
    assert desk.score(OBJECTION) == before
    assert live.stance.chance.text() == chance

    QTest.mouseClick(rows["su_level"], Left, Plain, QPoint(20, 10))
    desk.key(Key.Key_4)
    desk.key(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    desk.key(Key.Key_Tab)
    assert desk.window.pages.score.selected == "su_trend"
    kept = desk.score("su_level")
    assert kept is not None
    assert kept.best == 4
    desk.close()

    again = sit_down()
    assert again.score("su_level") == kept
    for _ in range(10):
        again.window.menus.undo.trigger()
    unrest = again.score("su_level")
    assert unrest is not None
    assert unrest.best == 7


def test_options_say_why_and_a_veto_says_so(sit_down: partial[Desk]) -> None:
    desk = sit_down()
    desk.window.menus.pages[OPTIONS].trigger()
    detail = desk.window.pages.options.detail
    desk.click_option(PERIPHERY)
    assert detail.name.text() == "Forced eradication outside the contested area"
    assert "Conditions to attach" in [section.title for section in detail.judged.sections]
    rule = next(bar for bar in detail.waterfall.rows if bar.kind == "rule")
    desk.click_bar(rule.label)
    assert detail.waterfall.selected == rule
    assert detail.reason.text.startswith(rule.label)
    assert "Because " in detail.reason.text

    desk.click_option(CORE)
    assert detail.chip.accessibleName() == "Verdict: Avoid"
    assert any(bar.vetoes for bar in detail.waterfall.rows)
    row = desk.window.pages.options.model.option_at(desk.window.pages.options.model.row_of(CORE) or 0)
    assert row is not None
    assert row.reason.startswith("Vetoed")


def test_a_country_goes_from_blank_to_its_first_verdict_and_away_and_back(sit_down: partial[Desk]) -> None:
    desk = sit_down()
    window = desk.window
    window.menus.new_case.trigger()
    form = window.form
    assert isinstance(form, NewCaseForm)
    QTest.keyClicks(form.name, "Paraguay")
    QTest.keyClicks(form.issue, "Radar coverage")
    form.as_of.setDate(to_qt(dt.date(2026, 3, 1)))
    QTest.keyClick(form.issue, Key.Key_Return)
    desk.settle()
    assert window.live_result.stance.word.text() == NOTHING_SCORED

    for indicator in window.pages.score.rows:
        window.pages.score.focus_indicator(indicator)
        desk.key(Key.Key_7)
    desk.settle()
    assert window.status.scored.text() == "22 of 22 indicators scored"
    assert window.live_result.stance.chance.text()
    assert desk.session.findings is not None
    assert {one.verdict for one in desk.session.findings.options} > {"avoid"}

    window.menus.delete_case.trigger()
    assert window.windowTitle() == "Second Image"
    window.notice.action.click()
    desk.settle()
    assert window.windowTitle() == "Paraguay, 1 Mar 2026 - Second Image"
    assert window.status.scored.text() == "22 of 22 indicators scored"
    assert window.pages.current == SCORE


def test_the_briefing_is_a_workbook(sit_down: partial[Desk], tmp_path: Path) -> None:
    desk = sit_down()
    path = tmp_path / "peru.xlsx"
    with desk.qtbot.waitSignal(desk.window.exporter.written, timeout=20_000):
        desk.window.exporter.export(path)
    assert str(path) in desk.window.notice.text.text()
    with closing(load_workbook(path, read_only=True)) as workbook:
        assert {"Brief", "Options"} <= set(workbook.sheetnames)


def test_the_plan_follows_the_knobs_and_goes_into_the_briefing(sit_down: partial[Desk], tmp_path: Path) -> None:
    desk = sit_down()
    page, planner = desk.window.pages.plan, desk.window.planner
    desk.window.menus.pages[PLAN].trigger()
    desk.qtbot.waitUntil(lambda: planner.complete, timeout=30_000)
    before = planner.plan
    assert before is not None
    assert page.board.isVisible()

    budget = page.side.knobs.limits["budget"].slider
    budget.setFocus()
    desk.key(Key.Key_Home)
    assert planner.stale
    desk.qtbot.waitUntil(lambda: planner.complete, timeout=30_000)
    after = planner.plan
    assert after is not None
    assert after.limits[0].allowed < before.limits[0].allowed
    assert after.worth_of_package < before.worth_of_package

    path = tmp_path / "plan.xlsx"
    with desk.qtbot.waitSignal(desk.window.exporter.written, timeout=20_000):
        desk.window.exporter.export(path)
    with closing(load_workbook(path, read_only=True)) as workbook:
        cells = {cell.value for row in workbook["Plan"].iter_rows() for cell in row}
    assert {desk.session.playbook.option[option].name for option in after.options} <= cells


def test_what_changed_is_told_and_leads_back_to_the_scores(sit_down: partial[Desk]) -> None:
    desk = sit_down()
    pages = desk.window.pages
    desk.window.menus.pages[TIMELINE].trigger()
    assert pages.timeline.panel.isVisible()
    assert "fell by" in pages.timeline.panel.sentence.text()
    desk.window.menus.pages[ROBUSTNESS].trigger()
    desk.qtbot.waitUntil(lambda: desk.window.surveyor.survey is not None, timeout=30_000)
    pages.robustness.indicator_wanted.emit(OBJECTION)
    assert pages.current == SCORE
    assert pages.score.selected == OBJECTION
