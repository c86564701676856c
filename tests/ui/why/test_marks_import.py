from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.answers import Answer, Subject
from advisor.incoming import Column, ImportPreview, Part, Table
from tests.ui.importing.conftest import FakePort
from ui.importing.import_view import ImportView
from ui.importing.importing import Importing
from ui.why.marks_import import mark_import

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from tests.ui.why.conftest import Questions

ROWS = (("Current unrest", "8"), ("Direction of unrest", "6"))


def part(title: str) -> Part:
    columns = (Column("Indicator", 100, 1), Column("To", 60))
    table = Table("Scores that change", columns, ROWS, why=lambda row: Answer(f"{title} {row}", "", "So."))
    return Part((f"{title}.xlsx",), title, "Scorecard", lines=("1 score changes.",), tables=(table,))


@pytest.fixture
def importing(questions: Questions, library: Library, holder: QWidget) -> Iterator[Importing]:
    made = Importing(questions.session, FakePort(library), holder)
    yield made
    made.close()


@pytest.fixture
def view(qtbot: QtBot, questions: Questions, importing: Importing) -> ImportView:
    made = ImportView(importing)
    qtbot.addWidget(made)
    questions.mark(mark_import, made)
    return made


def show(importing: Importing, *titles: str) -> None:
    importing.files = {Path(f"{title}.xlsx"): {} for title in titles}
    importing.preview = ImportPreview(tuple(map(part, titles)), summary="Import adds 2 scores.")
    importing.changed.emit()


def test_a_row_of_a_preview_is_answered_by_its_table(
    view: ImportView, importing: Importing, questions: Questions
) -> None:
    show(importing, "ana", "ben")
    subject = questions.at(view.sections[1].tables[0], 1)
    assert subject == Subject("incoming", "1/0/1")
    assert questions.answer(subject).title == "ben 1"
    assert questions.answer(questions.asking.subject_of(view.sections[0])).title == "ana"
    assert questions.answer(questions.asking.subject_of(view.sentence)).value == "2 parts"


def test_what_is_read_anew_is_marked_anew(view: ImportView, importing: Importing, questions: Questions) -> None:
    show(importing, "ana")
    show(importing, "ben", "eva")
    assert questions.answer(questions.at(view.sections[0].tables[0], 0)).title == "ben 0"


def test_without_files_it_says_so(view: ImportView, questions: Questions) -> None:
    assert "No files" in questions.answer(questions.asking.subject_of(view.sentence)).meaning
