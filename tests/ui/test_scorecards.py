"""An analyst saves a scorecard for a colleague from the menu, blank or with the scores of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.scorecards import COMES_BACK, UNCHANGED, Scorecards

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from advisor.case import Assessment, Case
    from ui.main_window import MainWindow


class Writer:
    """Notes what it is asked to write, or fails."""

    def __init__(self) -> None:
        self.written: list[tuple[str, str, str, bool]] = []
        self.error: Exception | None = None

    def __call__(self, case: Case, assessment: Assessment, path: Path, marking: str, *, blank: bool) -> None:
        if self.error is not None:
            raise self.error
        self.written.append((case.name, assessment.id, marking, blank))


@pytest.fixture
def writer() -> Writer:
    return Writer()


@pytest.fixture
def scorecards(window: MainWindow, writer: Writer) -> Iterator[Scorecards]:
    made = Scorecards(window, writer)
    yield made
    assert made.close_work()


def test_both_kinds_are_written_and_what_to_do_with_them_is_said(
    scorecards: Scorecards, writer: Writer, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for blank in (True, False):
        with qtbot.waitSignal(scorecards.written):
            scorecards.save(tmp_path / "peru.xlsx", blank=blank)
    assert writer.written == [
        ("Peru", "PER-2014-2016", "UNCLASSIFIED", True),
        ("Peru", "PER-2014-2016", "UNCLASSIFIED", False),
    ]
    assert COMES_BACK in window.notice.text.text()


def test_a_file_that_cannot_be_written_is_said_with_what_became_of_the_old_one(
    scorecards: Scorecards, writer: Writer, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    writer.error = OSError("the disk is full")
    with qtbot.waitSignal(scorecards.failed):
        scorecards.save(tmp_path / "peru.xlsx", blank=True)
    assert "the disk is full" in window.notice.text.text()
    assert UNCHANGED in window.notice.text.text()


def test_the_file_is_asked_for_without_stopping_the_window(scorecards: Scorecards, writer: Writer) -> None:
    dialog = scorecards.ask(blank=True)
    assert dialog is not None
    assert "blank scorecard" in dialog.selectedFiles()[0]
    dialog.reject()
    assert writer.written == []


def test_with_nothing_open_there_is_nothing_to_write(
    scorecards: Scorecards, window: MainWindow, tmp_path: Path, writer: Writer
) -> None:
    window.session.close_assessment()
    assert not scorecards.blank.isEnabled()
    assert scorecards.ask(blank=False) is None
    scorecards.save(tmp_path / "x.xlsx", blank=False)
    assert writer.written == []
