from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from advisor.scores import Score
from data.library import Library
from tests.ui.conftest import PERU_2012, PERU_2014
from tests.ui.score_case import NARROW, WIDE, opened_page, place_of, saved, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.conftest import LogGuard
    from ui.score_page import ScorePage
    from ui.session import Session

Left, Plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ScorePage:
    return opened_page(qtbot, session)


class _Paints(QObject):
    """Notes that a widget is painted."""

    def __init__(self, widget: QWidget, name: str, painted: list[str]) -> None:
        super().__init__(widget)
        self._name, self._painted = name, painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self._painted.append(self._name)
        return False


def test_without_an_assessment_the_page_says_what_to_do(page: ScorePage, session: Session) -> None:
    assert not page.empty.isVisible()
    session.close_assessment()
    assert page.empty.isVisible()
    assert not page.scroll_area.isVisible()


def test_the_page_shows_the_scores_and_factors_of_the_open_assessment(page: ScorePage, session: Session) -> None:
    assert session.sheet is not None
    assert session.best is not None
    assert {name: row.score for name, row in page.rows.items()} == dict(session.sheet.scores)
    for name, header in (page.domestic.factors | page.external.factors).items():
        assert header.number == f"{session.best.factors[name]:.1f}"


def test_a_drag_moves_the_factors_at_every_tick_and_is_saved_once_on_release(
    page: ScorePage, session: Session, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits: list[object] = []
    save = library.set_score

    def counted(assessment: str, indicator: str, score: Score | None, **rest: str | None) -> None:
        edits.append(score)
        save(assessment, indicator, score, name=rest["name"] or "", merge_key=rest["merge_key"])

    monkeypatch.setattr(library, "set_score", counted)
    slider, unrest = page.rows["su_level"].slider, page.domestic.factors["unrest"]
    numbers = [unrest.number]
    before = saved(library, "su_level")
    QTest.mousePress(slider, Left, Plain, place_of(page, "su_level", 7))
    for value in (6, 4, 2):
        QTest.mouseMove(slider, place_of(page, "su_level", value))
        numbers.append(unrest.number)
        assert saved(library, "su_level") == before
    QTest.mouseRelease(slider, Left, Plain, place_of(page, "su_level", 2))
    assert numbers == sorted(set(numbers), reverse=True)
    assert len(edits) == 1
    assert saved(library, "su_level") == page.rows["su_level"].score
    session.undo()
    assert page.rows["su_level"].score == before


def test_only_what_changed_is_painted_again(page: ScorePage, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.what_if_ready):
        page.focus_indicator("su_level")
    QApplication.processEvents()
    painted: list[str] = []
    for name, row in page.rows.items():
        row.installEventFilter(_Paints(row, name, painted))
    for name, header in (page.domestic.factors | page.external.factors).items():
        header.installEventFilter(_Paints(header, name, painted))
    session.preview_score("su_level", Score(2, 3, 4))
    QApplication.processEvents()
    assert set(painted) == {"su_level", "unrest"}


def test_the_focused_row_is_marked_and_its_panel_opens(page: ScorePage) -> None:
    page.focus_indicator("de_access")
    assert page.selected == "de_access"
    assert [name for name, row in page.rows.items() if row.selected] == ["de_access"]
    assert page.panel.title.text() == "Trust and access"


def test_what_is_worth_finding_out_is_in_order_of_its_share_of_the_doubt(
    page: ScorePage, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: session.findings is not None)
    assert session.findings is not None
    doubts = [doubt.indicator for doubt in session.findings.doubts]
    assert [line.indicator for line in page.questions.lines] == doubts[: len(page.questions.lines)]
    shares = [int(line.words[2].removesuffix(" %")) for line in page.questions.lines]
    assert all(more >= less for more, less in pairwise(shares))


def test_a_click_on_what_to_find_out_goes_to_its_row(page: ScorePage) -> None:
    line = page.questions.lines[2]
    QTest.mouseClick(line, Left)
    assert page.rows[line.indicator].slider.hasFocus()


def test_a_point_more_and_less_of_the_focused_indicator_are_told(
    page: ScorePage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.what_if_ready):
        page.focus_indicator("su_level")
    more, less = page.panel.what_if.lines
    assert more.startswith("If 8.0: ")
    assert less.startswith("If 6.0: ")
    assert "%" in more


def test_numbers_from_likelihoods_dim_until_they_are_computed_again(
    page: ScorePage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.what_if_ready):
        page.focus_indicator("su_level")
    assert not page.questions.lines[0].dimmed
    before = page.panel.what_if.lines
    with qtbot.waitSignal(session.what_if_ready):
        QTest.keyClicks(page.rows["su_level"].slider, "6")
        assert page.questions.lines[0].dimmed
        assert page.panel.what_if.dimmed
        assert page.panel.what_if.lines == before
    assert not page.questions.lines[0].dimmed
    assert not page.panel.what_if.dimmed
    assert page.panel.what_if.lines != before


def test_a_narrow_page_stacks_its_columns_and_keeps_the_panel_in_view(page: ScorePage) -> None:
    def columns() -> tuple[QPoint, QPoint]:
        QApplication.processEvents()
        return page.domestic.mapTo(page, QPoint(0, 0)), page.external.mapTo(page, QPoint(0, 0))

    domestic, external = columns()
    assert domestic.y() == external.y()
    assert domestic.x() < external.x()
    page.resize(*NARROW)
    domestic, external = columns()
    assert page.stacked
    assert domestic.x() == external.x()
    assert domestic.y() < external.y()
    top = page.panel.mapTo(page, QPoint(0, 0)).y()
    assert 0 < top < page.height()
    page.resize(*WIDE)
    domestic, external = columns()
    assert domestic.y() == external.y()
    assert page.external.isAncestorOf(page.panel)


def test_a_library_that_refuses_edits_is_shown_but_not_changed(
    page: ScorePage, session: Session, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close_assessment()
    monkeypatch.setattr(Library, "read_only", property(lambda _: True))
    session.open_assessment(PERU_2014)
    before = saved(library, "su_level")
    page.focus_indicator("su_level")
    write("1")
    assert page.selected == "su_level"
    assert saved(library, "su_level") == before == page.rows["su_level"].score


def test_a_score_that_could_not_be_saved_is_not_shown_as_if_it_were(
    page: ScorePage,
    session: Session,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    log_guard: LogGuard,
) -> None:
    def refuse(*given: object, **named: object) -> None:
        raise OSError("The disk is full")

    log_guard.expect("not saved")
    monkeypatch.setattr(library, "set_score", refuse)
    before = page.rows["su_level"].score
    page.focus_indicator("su_level")
    with qtbot.waitSignal(session.failed):
        write("1")
    assert page.rows["su_level"].score == before


def test_another_assessment_takes_over_nothing_of_the_one_before(
    page: ScorePage, session: Session, library: Library, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.what_if_ready):
        page.focus_indicator("su_level")
    page.panel.justification.setFocus()
    page.panel.justification.selectAll()
    write("Typed for 2014")
    session.open_assessment(PERU_2012)
    assert not page.panel.what_if.lines
    score = library.assessment(PERU_2012).sheet.get("su_level")
    assert score is not None
    assert page.panel.justification.toPlainText() == score.justification
    page.focus_indicator("ue_aid")
    assert library.assessment(PERU_2012).sheet.get("su_level") == score
