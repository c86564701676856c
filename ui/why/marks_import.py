"""What the numbers of a preview are about: all files, one of them, a table in it, or a row of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from advisor.answers import RULE_MARK, Subject

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from advisor.answers import Answer
    from ui.importing.import_view import ImportView
    from ui.importing.part_section import PartSection
    from ui.main_window import MainWindow
    from ui.plan.text_table import TextTable
    from ui.why.answerer import Answerer
    from ui.why.asking import Asking

_MARKED = "asked"
"""Property of what is marked already: parts that stay the same between two readings keep their widgets."""


def mark_import(asking: Asking, answerer: Answerer, part: QWidget, _: MainWindow) -> None:
    """Mark the view as a whole, and its parts whenever they are shown anew."""
    view = cast("ImportView", part)

    def answer(subject: Subject) -> Answer | None:
        from advisor.answers_import import incoming_answer

        return incoming_answer(view.preview, subject.id)

    answerer.offer(("incoming",), answer)
    asking.mark(view, lambda: Subject("incoming"))
    for table in (view.guide, view.troubles.table):
        asking.mark_cells(table, lambda _: Subject("incoming"))
    view.parts_changed.connect(lambda: _mark_parts(asking, view))
    _mark_parts(asking, view)


def _mark_parts(asking: Asking, view: ImportView) -> None:
    for section in view.sections:
        if not section.property(_MARKED):
            section.setProperty(_MARKED, True)
            asking.mark(section, lambda section=section: _of_section(view, section))  # type: ignore[misc]
        for table in section.tables:
            if not table.property(_MARKED):
                table.setProperty(_MARKED, True)
                _mark_table(asking, view, section, table)


def _mark_table(asking: Asking, view: ImportView, section: PartSection, table: TextTable) -> None:
    def asked(index: QModelIndex) -> Subject | None:
        about = _of_section(view, section)
        if about is None or table not in section.tables:
            return about
        place = f"{about.id}{RULE_MARK}{section.tables.index(table)}"
        return Subject("incoming", f"{place}{RULE_MARK}{index.row()}" if index.isValid() else place)

    asking.mark_cells(table, asked, click=True)


def _of_section(view: ImportView, section: PartSection) -> Subject | None:
    return Subject("incoming", str(view.sections.index(section))) if section in view.sections else None
