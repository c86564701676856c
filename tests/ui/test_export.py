from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from advisor.knobs import Knobs
from advisor.scores import Score
from tests.ui.conftest import PERU_2012, UNREST, FakeBriefing
from ui import export
from ui.export_form import PDF, ExportForm

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from advisor.briefing_choices import BriefingChoices
    from ui.main_window import MainWindow


def shown(window: MainWindow) -> list[str]:
    """What the status line says is being done; the newest is shown."""
    return [work.text for work in window.status.work.works]


def test_the_briefing_is_written_in_the_background_and_told(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.exporter.written):
        window.exporter.export(tmp_path / "peru.xlsx")
        assert not window.header.brief.isEnabled()
    assert (tmp_path / "peru.xlsx").read_text(encoding="utf-8") == "Peru 2014-05-15"
    assert window.notice.text.text() == f"The briefing was written to {tmp_path / 'peru.xlsx'}."
    assert window.notice.action.text() == "Open folder"
    assert window.header.brief.isEnabled()


def test_it_waits_for_likelihoods_of_the_scores_as_they_stand(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    window.session.set_score(UNREST, Score(1, 1, 1))
    with qtbot.waitSignal(window.exporter.written):
        window.exporter.export(tmp_path / "peru.xlsx")
        assert "Waiting for the likelihoods and the plan…" in shown(window)
    _, assessment, findings, plan = briefing.written[0]
    assert plan is not None
    assert plan.worth is not None
    assert plan.findings.best.sheet == assessment.sheet
    assert assessment.sheet.get(UNREST) == Score(1, 1, 1)
    assert findings.best.sheet == assessment.sheet


def test_when_another_assessment_is_opened_meanwhile_nothing_is_written(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    window.session.set_score(UNREST, Score(1, 1, 1))
    window.exporter.export(tmp_path / "peru.xlsx")
    with qtbot.waitSignal(window.exporter.failed), qtbot.waitSignal(window.session.likelihoods_changed):
        window.session.open_assessment(PERU_2012)
    assert not briefing.written
    assert not window.exporter.busy


def test_a_failure_says_what_to_do_and_keeps_the_detail_to_copy(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    briefing.error = PermissionError("the file is open in another program")
    with qtbot.waitSignal(window.exporter.failed):
        window.exporter.export(tmp_path / "peru.xlsx")
    assert window.notice.is_error
    assert "the file is open in another program" in window.notice.text.text()
    assert export.UNCHANGED in window.notice.text.text()
    assert window.notice.copy.isVisible()
    assert window.menus.export.isEnabled()


def test_the_question_where_to_does_not_stop_the_window(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = window.exporter.ask()
    assert isinstance(dialog, QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    with qtbot.waitSignal(window.exporter.written) as told:
        dialog.fileSelected.emit(str(tmp_path / "named.xlsx"))
    assert told.args == [tmp_path / "named.xlsx"]
    dialog.close()


def test_the_folder_of_the_briefing_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "ui.export.QDesktopServices.openUrl", staticmethod(lambda url: opened.append(url.toLocalFile()))
    )
    with qtbot.waitSignal(window.exporter.written):
        window.exporter.export(tmp_path / "peru.xlsx")
    window.notice.action.click()
    assert opened == [str(tmp_path)]


def test_a_plan_that_is_there_already_is_not_solved_again(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    for name in ("first.xlsx", "second.xlsx"):
        with qtbot.waitSignal(window.exporter.written):
            window.exporter.export(tmp_path / name)
    assert briefing.written[0][3] is briefing.written[1][3] is not None


def test_where_the_knobs_allow_no_plan_the_briefing_comes_without_one(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    window.planner.turn(Knobs(budget=0.0, pinned=("intel_share",)))
    with qtbot.waitSignal(window.exporter.written):
        window.exporter.export(tmp_path / "peru.xlsx")
    assert window.planner.problem
    assert briefing.written[0][3] is None


def test_a_briefing_whose_plan_was_stopped_is_not_written_and_says_so(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    window.exporter.export(tmp_path / "peru.xlsx")
    with qtbot.waitSignal(window.exporter.failed):
        window.planner.cancel()
    assert "its plan was stopped" in window.notice.text.text()
    assert not briefing.written
    assert not window.exporter.busy


def test_closing_while_a_briefing_is_written_waits_for_it(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.exporter.working, check_params_cb=lambda text: text.startswith("Writing")):
        window.exporter.export(tmp_path / "peru.xlsx")
    window.close()
    assert (tmp_path / "peru.xlsx").exists()


def test_what_to_export_is_asked_above_the_page_and_then_where_to(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[BriefingChoices, str]] = []
    monkeypatch.setattr(window.exporter, "ask", lambda choices, ending: asked.append((choices, ending)))
    window.menus.export.trigger()
    form = window.form
    assert isinstance(form, ExportForm)
    form.chosen.disconnect()
    form.chosen.connect(window.exporter.ask)
    form.marking.setCurrentText("SECRET//NOFORN")
    form.kind.setCurrentIndex(form.kind.findData(PDF))
    form.submit()
    ((choices, ending),) = asked
    assert (choices.marking, ending) == ("SECRET//NOFORN", ".pdf")
    assert window.form is None
    assert {banner.accessibleName() for banner in window.banners} == {"Marking: SECRET//NOFORN"}
    with qtbot.waitSignal(window.exporter.written):
        window.exporter.export(tmp_path / "peru.pdf", choices)
    assert briefing.choices == [choices]


def test_while_it_waits_it_can_be_cancelled_and_then_nothing_is_written(
    qtbot: QtBot, window: MainWindow, briefing: FakeBriefing, tmp_path: Path
) -> None:
    window.session.set_score(UNREST, Score(1, 1, 1))
    window.exporter.export(tmp_path / "peru.xlsx")
    window.status.work.cancel.click()
    assert not window.exporter.busy
    assert window.header.brief.isEnabled()
    assert shown(window)[-1:] != [export.WAITING]
    with qtbot.waitSignal(window.session.likelihoods_changed):
        window.session.set_score(UNREST, Score(2, 2, 2))
    assert briefing.written == []
