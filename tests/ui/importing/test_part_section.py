"""What one file would bring: settings, judgement, facts, tables and notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from advisor.incoming import Column, Table
from tests.ui.importing.conftest import TABLE, part_of
from ui.importing.part_section import PartSection, text_table
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PART = part_of(Path("ana.xlsx"), {})


def texts(section: PartSection) -> list[str]:
    return [label.text() for label in section.findChildren(InkLabel) if not label.isHidden()]


def test_everything_of_a_part_is_shown(qtbot: QtBot) -> None:
    section = PartSection()
    qtbot.addWidget(section)
    section.show_part(PART)
    assert section.accessibleName() == "ana.xlsx, Scorecard"
    assert {"The stance stays.", "By Ana.", "Scores that change", "Mind."} <= set(texts(section))
    table = section.tables[0]
    section.show_part(replace(PART, settings=()))
    assert section.tables[0] is table
    section.show_part(replace(PART, judgements=("The stance turns.",), tables=()))
    assert "The stance stays." not in texts(section)
    assert section.tables == []


def test_its_settings_and_its_removal_name_its_files(qtbot: QtBot) -> None:
    section = PartSection()
    qtbot.addWidget(section)
    section.show_part(PART)
    with qtbot.waitSignal(section.corrected) as said:
        section.form.corrected.emit(PART.settings[0], ("2",))
    assert said.args == [("ana.xlsx",), PART.settings[0], ("2",)]
    with qtbot.waitSignal(section.left_out) as gone:
        section.leave.click()
    assert gone.args == [("ana.xlsx",)]


def test_dates_of_readings_are_written_as_in_the_rest_of_the_window(qtbot: QtBot) -> None:
    columns = Column("Series", 90), Column("First", 90, dated=True)
    table = text_table(Table("Series found", columns, (("approval", "2026-01-31: 42.5"), ("gdp", "2021: 1"), ("", ""))))
    qtbot.addWidget(table)
    assert [row[1].plain for row in table.cells] == ["31 Jan 2026: 42.5", "2021: 1", ""]


def test_a_table_is_copied_as_cells(qtbot: QtBot) -> None:
    table = text_table(TABLE)
    qtbot.addWidget(table)
    table.copy()
    assert QGuiApplication.clipboard().text() == "Indicator\tTo\nCurrent unrest\t8 9\n"
