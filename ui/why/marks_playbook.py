"""What the numbers of the view Playbook are about: entries as they stand now, and what is tried out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from advisor.answers import RULE_MARK, Subject

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from advisor.answers import Answer
    from ui.main_window import MainWindow
    from ui.playbook.playbook_view import PlaybookView
    from ui.why.answerer import Answerer
    from ui.why.asking import Asking


def mark_playbook(asking: Asking, answerer: Answerer, part: QWidget, window: MainWindow) -> None:
    """Mark the list, whose current entry is meant also in the description, and all that compares before and after."""
    from advisor import answers_trial

    view = cast("PlaybookView", part)

    def entry(_: QModelIndex | None = None) -> Subject | None:
        current = view.tree.current
        if current is None:
            return None
        kind, name = current
        if kind in ("option", "indicator", "lever"):
            return Subject("standing" if kind == "option" else "score", name)
        return Subject("entry", f"{kind}{RULE_MARK}{name}")

    def answer(subject: Subject) -> Answer | None:
        playbook = window.session.playbook
        if subject.kind == "trial":
            return answers_trial.trial_answer(playbook, view.trying.trial, view.trying.effect)
        kind, _, name = subject.id.partition(RULE_MARK)
        if kind == "objective":
            return answers_trial.objective_answer(playbook, name)
        known = answerer.known("")
        return None if known is None else answers_trial.rule_now_answer(known, name)

    answerer.offer(("entry", "trial"), answer)
    asking.mark(view, lambda: Subject("playbook"))
    asking.mark_cells(view.tree, entry)
    asking.mark(view.detail, entry)
    asking.mark(view.lead, lambda: Subject("playbook"))
    for widget in (view.strip, view.effects):
        asking.mark(widget, lambda: Subject("trial"))
    for table in (view.effects.stance, view.effects.options, view.effects.record):
        asking.mark_cells(table, lambda _: Subject("trial"))
