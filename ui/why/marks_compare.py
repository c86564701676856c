"""What the numbers of Compare are about: each is that of one assessment, or of how far several lie apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from advisor.answers import Subject
from ui.compare.ranked_model import Column

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from advisor.answers import Answer, Kind
    from ui.compare.compare_view import CompareView
    from ui.main_window import MainWindow
    from ui.why.answerer import Answerer
    from ui.why.asking import Asking

_STANCE_ROWS: tuple[Kind, ...] = ("stance_chance", "stance", "reversal", "win_set", "confidence")
"""The rows of the table of stances, in order."""
_COMPARISON = Subject("comparison")


def mark_compare(asking: Asking, answerer: Answerer, part: QWidget, window: MainWindow) -> None:
    """Mark the ranked table, the sentence, and the tables side by side, which are made anew for each comparison."""
    view = cast("CompareView", part)

    def ranked(index: QModelIndex) -> Subject | None:
        if not index.isValid():
            return None
        of = view.model.rows[index.row()].entry.id
        verdicts = {Column.OFFERS: "offer_with_conditions", Column.LEADS: "lead"}
        verdict = verdicts.get(Column(index.column()))
        return Subject("stance", of=of) if verdict is None else Subject("verdict", verdict, of)

    def answer(subject: Subject) -> Answer | None:
        from advisor.answers_compare import apart_answer, comparison_answer

        found, playbook = view.side.found, window.session.playbook
        if found is None:
            return None
        return (
            comparison_answer(playbook, found) if subject == _COMPARISON else apart_answer(playbook, found, subject.id)
        )

    asking.mark_cells(view.table, ranked, activated=False)
    view.table.number_activated.connect(lambda: asking.ask(view.table))
    asking.mark(view.sentence, lambda: _COMPARISON)
    answerer.offer(("comparison", "apart"), answer)
    answerer.offer_computed(view.computed)
    view.side.tables_changed.connect(lambda: _mark_side(asking, view))
    _mark_side(asking, view)


def _mark_side(asking: Asking, view: CompareView) -> None:
    found = view.side.found
    if found is None:
        return
    ids = [one.id for one in found.compared]

    def stances(index: QModelIndex) -> Subject:
        place = index.column() - 1
        return _COMPARISON if place < 0 else Subject(_STANCE_ROWS[index.row()], of=ids[place])

    def pressures(index: QModelIndex) -> Subject:
        factor, place = found.factors[max(0, index.row())].id, index.column() - 1
        return Subject("factor", factor, ids[place]) if 0 <= place < len(ids) else Subject("apart", factor)

    def options(index: QModelIndex) -> Subject:
        option, place = found.options[max(0, index.row())].id, index.column() - 1
        return Subject("standing", option, ids[0]) if place < 0 else Subject("acceptance", option, ids[place])

    for table, asked in zip(view.side.tables, (stances, pressures, options), strict=True):
        table.rings_cells = True
        asking.mark_cells(table, asked, click=True)
