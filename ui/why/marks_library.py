"""What the numbers of Evidence, History and Backups are about: notes and their weight, edits, and copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from advisor.answers import Subject

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from advisor.answers import Answer
    from ui.backups_view import BackupsView
    from ui.evidence_page import EvidencePage
    from ui.history_page import HistoryPage
    from ui.main_window import MainWindow
    from ui.why.answerer import Answerer
    from ui.why.asking import Asking


def mark_evidence(asking: Asking, _: Answerer, part: QWidget, __: MainWindow) -> None:
    """Mark the indicators with their notes, the notes, and what they suggest; Return on a note goes to its text."""
    page = cast("EvidencePage", part)

    def weighing() -> Subject:
        indicator = page.filter.indicator
        return Subject("evidence") if indicator is None else Subject("weighing", indicator)

    def note(_: QModelIndex) -> Subject | None:
        return _note(page.notes.chosen_note)

    def edited() -> Subject | None:
        return None if page.editor.note is None else _note(page.editor.note.id)

    asking.mark(page, lambda: Subject("evidence"))
    asking.mark(page.weighing, weighing, click=True)
    asking.mark(page.editor, edited)
    asking.mark_cells(page.filter, lambda _: weighing())
    asking.mark_cells(page.notes, note)


def mark_history(asking: Asking, answerer: Answerer, part: QWidget, window: MainWindow) -> None:
    """Mark the edits, what the chosen one altered, and the scores of that moment."""
    page = cast("HistoryPage", part)
    panel = page.panel

    def edit() -> Subject | None:
        return None if panel.edit is None else Subject("edit", str(panel.edit.entry))

    def moment(index: QModelIndex) -> Subject:
        indicators = {one.name: one.id for one in window.session.playbook.indicators}
        return Subject("moment", indicators.get(str(index.siblingAtColumn(0).data()), ""))

    def answer(subject: Subject) -> Answer | None:
        from advisor.answers_history import edit_answer, moment_answer

        shown, then = panel.edit, panel.then
        if subject.kind == "moment":
            return None if then is None else moment_answer(window.session.playbook, then, panel.now, subject.id)
        if shown is None or str(shown.entry) != subject.id:
            return None
        told = [(one.what, one.old, one.new) for one in shown.alterations]
        return edit_answer(shown.text, shown.made, told, undone=page.is_undone(shown.entry))

    answerer.offer(("edit", "moment"), answer)
    asking.mark(page, edit)
    asking.mark_cells(page.edits, lambda _: edit())
    asking.mark_cells(panel.table, lambda _: edit(), click=True)
    asking.mark_cells(panel.scores, moment, click=True)
    asking.mark(panel.sentence, lambda: Subject("moment"))


def mark_backups(asking: Asking, answerer: Answerer, part: QWidget, _: MainWindow) -> None:
    """Mark the list of backups; Return on one goes to the button that goes back to it."""
    view = cast("BackupsView", part)

    def answer(subject: Subject) -> Answer | None:
        from advisor.answers_history import backup_answer

        return backup_answer(subject.id)

    answerer.offer(("backup",), answer)
    asking.mark(view, lambda: Subject("backup"))
    asking.mark_cells(view.list, lambda index: Subject("backup", str(index.data() or "")), activated=False)


def _note(note: int | None) -> Subject | None:
    return Subject("note", str(note)) if note else None
