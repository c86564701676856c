"""The five minutes of the README and what follows them, in the real window, on a real library, with real files."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from composition import outside
from data.case_files import SHIPPED_CASES, read_case
from data.library import open_library
from ui.app import furnish, open_first
from ui.dates import to_qt
from ui.export_form import ExportForm
from ui.forms import NewCaseForm
from ui.importing.import_view import ImportView
from ui.importing.wiring import NAME as IMPORT
from ui.live_sections import NOTHING_SCORED
from ui.main_window import MainWindow
from ui.options_model import Column
from ui.pages import HISTORY, OPTIONS, PLAN, SCORE, TIMELINE
from ui.scorecards import Scorecards
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
    from ui.importing.importing import Importing

# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Key, Left, Plain = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
UNREST, OBJECTION, PERIPHERY, CORE = "su_level", "ms_opposition", "erad_periphery", "erad_core"
CASES = ("peru", "bolivia")
DRAWS = 256
"""Few, so that likelihoods and plans come at once; how many there are changes no way through the window."""


@dataclass
class Desk:
    """One sitting: the window on the library of the folder."""

    qtbot: QtBot
    window: MainWindow
    library: Library
    importing: Importing

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

    def answer(self, path: Path) -> None:
        """Choose a file in the dialog that asks for one."""
        dialog = next(one for one in self.window.findChildren(QFileDialog) if one.isVisible())
        dialog.fileSelected.emit(str(path))
        dialog.close()

    def close(self) -> None:
        self.window.close()
        self.library.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, playbook: Playbook) -> Path:
    """A library to copy: filling one takes longer than most tests."""
    path = tmp_path_factory.mktemp("journey") / "library.sqlite"
    with open_library(path) as library:
        library.fill_once([read_case(SHIPPED_CASES / f"{name}.toml", playbook.indicator_ids) for name in CASES])
    return path


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    return Theme(qapp, "light")


@pytest.fixture
def sit_down(qtbot: QtBot, theme: Theme, playbook: Playbook, filled: Path, tmp_path: Path) -> Iterator[partial[Desk]]:
    path, desks = shutil.copy(filled, tmp_path), list[Desk]()
    quick = replace(playbook, uncertainty=replace(playbook.uncertainty, draws=DRAWS))

    def begin() -> Desk:
        library = open_library(path)
        given = outside(quick, library)
        with theme.undressed():
            window = MainWindow(Session(quick, library), given.briefing, theme, Settings(tmp_path))
        qtbot.addWidget(window)
        importing = furnish(window, given)
        open_first(window.session)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        desks.append(Desk(qtbot, window, library, importing))
        desks[-1].settle()
        return desks[-1]

    yield partial(begin)
    for desk in desks:
        desk.close()


def test_scores_follow_keyboard_and_mouse_and_undo_works_after_a_restart(sit_down: partial[Desk]) -> None:
    desk = sit_down()
    live, rows = desk.window.live_result, desk.window.pages.score.rows
    assert desk.window.windowTitle() == "Peru, 15 May 2014 - Second Image"
    assert live.stance.word.text() == "Divergent"
    assert live.stance.chance.text().startswith("Likely, ")

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
    # The keyboard is on the row all the while: its keys work after a click on an anchor.
    assert rows[OBJECTION].isAncestorOf(desk.window.focusWidget())

    QTest.mouseClick(rows[UNREST], Left, Plain, QPoint(20, 10))
    desk.key(Key.Key_4)
    desk.key(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    desk.key(Key.Key_Tab)
    assert desk.window.pages.score.selected == "su_trend"
    kept = desk.score(UNREST)
    assert kept is not None
    assert kept.best == 4
    desk.close()

    again = sit_down()
    assert again.score(UNREST) == kept
    while again.window.menus.undo.isEnabled():
        again.window.menus.undo.trigger()
    unrest = again.score(UNREST)
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
    window, score = desk.window, desk.window.pages.score
    window.menus.pages[OPTIONS].trigger()
    window.menus.new_case.trigger()
    form = window.form
    assert isinstance(form, NewCaseForm)
    QTest.keyClicks(form.name, "Paraguay")
    QTest.keyClicks(form.issue, "Radar coverage")
    form.as_of.setDate(to_qt(dt.date(2026, 3, 1)))
    QTest.keyClick(form.issue, Key.Key_Return)
    desk.settle()
    assert window.pages.current == SCORE
    assert window.live_result.stance.word.text() == NOTHING_SCORED

    asked: list[str] = []
    for _ in range(3):
        desk.key(Key.Key_F8)
        asked.append(score.selected or "")
        desk.key(Key.Key_7)
        desk.settle()
    assert len(set(asked)) == 3
    for indicator in score.rows:
        score.focus_indicator(indicator)
        desk.key(Key.Key_7)
    desk.settle()
    assert window.live_result.stance.chance.text()
    findings = window.session.findings
    assert findings is not None
    assert "lead" in {one.verdict for one in findings.options}

    window.menus.delete_case.trigger()
    assert window.windowTitle() == "Second Image"
    window.notice.action.click()
    desk.settle()
    assert window.windowTitle() == "Paraguay, 1 Mar 2026 - Second Image"
    assert window.status.scored.text() == "22 of 22 indicators scored"
    assert window.pages.current == SCORE


def test_the_plan_follows_a_knob_and_goes_into_the_briefing(sit_down: partial[Desk], tmp_path: Path) -> None:
    desk = sit_down()
    page, planner = desk.window.pages.plan, desk.window.planner
    desk.window.menus.pages[PLAN].trigger()
    budget = page.side.knobs.limits["budget"].slider
    budget.setFocus()
    desk.key(Key.Key_Home)
    wanted = planner.knobs.budget
    assert wanted is not None
    assert wanted < desk.session.playbook.plan.budget

    desk.window.menus.export.trigger()
    form = desk.window.form
    assert isinstance(form, ExportForm)
    form.submit()
    path = tmp_path / "peru.xlsx"
    with desk.qtbot.waitSignal(desk.window.exporter.written, timeout=30_000):
        desk.answer(path)
    assert str(path) in desk.window.notice.text.text()
    plan = planner.plan
    assert plan is not None
    assert page.board.isVisible()
    assert plan.limits[0].allowed == wanted
    with closing(load_workbook(path, read_only=True)) as workbook:
        assert {"Brief", "Options", "Model"} <= set(workbook.sheetnames)
        cells = {cell.value for row in workbook["Plan"].iter_rows() for cell in row}
    assert {desk.session.playbook.option[option].name for option in plan.options} <= cells


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_scorecard_goes_to_a_colleague_and_comes_back(sit_down: partial[Desk], tmp_path: Path) -> None:
    desk = sit_down()
    scorecards = desk.window.findChild(Scorecards)
    assert scorecards is not None
    path, before = tmp_path / "card.xlsx", desk.session.assessment
    assert before is not None
    scorecards.filled.trigger()
    with desk.qtbot.waitSignal(scorecards.written, timeout=20_000):
        desk.answer(path)
    fill_in(path, "Ana Ruiz", {UNREST: 6})

    desk.importing.add([path])
    view = desk.window.views.view(IMPORT)
    assert isinstance(view, ImportView)
    desk.qtbot.waitUntil(lambda: desk.importing.ready, timeout=20_000)
    assert desk.window.views.isVisible()
    assert "1 score changes" in view.sentence.text()
    assert desk.session.assessment == before
    QTest.mouseClick(view.keep, Left)
    desk.settle()
    made = desk.session.assessment
    assert made is not None
    assert (made.analyst, made.as_of, made.sheet.scores[UNREST].best) == ("Ana Ruiz", before.as_of, 6)
    assert desk.window.views.isHidden()

    desk.window.notice.action.click()
    summaries = [one.id for case in desk.session.cases() or () for one in case.assessments]
    assert made.id not in summaries
    assert before.id in summaries


def test_what_came_about_is_told_and_what_was_done_is_kept(sit_down: partial[Desk]) -> None:
    desk = sit_down()
    pages = desk.window.pages
    desk.window.menus.pages[TIMELINE].trigger()
    assert pages.timeline.panel.isVisible()
    assert "fell by" in pages.timeline.panel.sentence.text()

    pages.show_indicator(OBJECTION)
    desk.key(Key.Key_N)
    QTest.keyClicks(pages.evidence.editor.text, "The command refused to fly")
    pages.evidence.notes.setFocus()
    desk.window.menus.pages[HISTORY].trigger()
    told = [row.text for row in pages.history.edits.edits.rows]
    assert any("note" in text.lower() for text in told), told


def fill_in(path: Path, analyst: str, scores: dict[str, float]) -> None:
    """Do what a colleague does with a scorecard: sign it, and type scores into the column Best."""
    workbook = load_workbook(path)
    (place,) = workbook.defined_names["analyst"].destinations
    workbook[place[0]][place[1].replace("$", "")] = analyst
    for indicator, best in scores.items():
        (place,) = workbook.defined_names[indicator].destinations
        workbook[place[0]][place[1].replace("$", "")] = best
    workbook.save(path)
