"""The form above the page that asks what to export."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.briefing_choices import SHEET_NAMES, BriefingChoices
from ui.export_form import LIVE_NOTE, MARKING_MISSING, PDF, PDF_NOTE, VALUES_NOTE, WORKBOOK, ExportForm
from ui.marking import Marking
from ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


@pytest.fixture
def form(qtbot: QtBot, settings: Settings) -> ExportForm:
    made = ExportForm(Marking(settings), settings, "Peru")
    qtbot.addWidget(made)
    return made


def test_everything_goes_into_a_workbook_unless_chosen_otherwise(qtbot: QtBot, form: ExportForm) -> None:
    with qtbot.waitSignal(form.closed), qtbot.waitSignal(form.chosen) as told:
        form.submit()
    choices, ending = told.args
    assert (choices.marking, choices.sheets, ending) == ("UNCLASSIFIED", SHEET_NAMES, WORKBOOK)


def test_the_marking_and_the_paper_are_remembered(form: ExportForm, settings: Settings, qtbot: QtBot) -> None:
    form.marking.setCurrentText("SECRET//NOFORN")
    form.paper.setCurrentText("A4")
    form.submit()
    again = ExportForm(Marking(settings), settings, "Peru")
    qtbot.addWidget(again)
    assert (again.choices.marking, again.choices.paper) == ("SECRET//NOFORN", "A4")


def test_without_a_marking_nothing_is_exported(form: ExportForm) -> None:
    written: list[BriefingChoices] = []
    form.chosen.connect(lambda choices, _: written.append(choices))
    form.marking.setCurrentText("  ")
    form.submit()
    assert form.problem(form.marking) == MARKING_MISSING
    assert not written


def test_model_holds_what_it_needs_and_the_brief_is_always_there(form: ExportForm) -> None:
    assert form.note.text() == LIVE_NOTE
    assert [name for name, box in form.sheets.items() if not box.isEnabled()] == ["Brief", "Pressures", "Options"]
    form.sheets["Model"].setChecked(False)
    assert form.note.text() == VALUES_NOTE
    form.sheets["Options"].setChecked(False)
    assert form.choices.sheets == ("Brief", "Pressures", "Plan", "Why", "Timeline", "Evidence", "Method")
    form.sheets["Model"].setChecked(True)
    assert "Options" in form.choices.sheets


def test_a_pdf_is_the_brief_alone(form: ExportForm) -> None:
    form.kind.setCurrentIndex(form.kind.findData(PDF))
    assert form.note.text() == PDF_NOTE
    assert not any(box.isEnabled() for box in form.sheets.values())
