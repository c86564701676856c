"""What the numbers of the Timeline are about: the case over time, and what changed between two assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from advisor.answers import Subject
from advisor.change import BEFORE
from advisor.tipping import STANCE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from advisor.answers import Kind
    from ui.main_window import MainWindow
    from ui.timeline_page import TimelinePage
    from ui.why.answerer import Answerer
    from ui.why.asking import Asking

_TIMELINE = Subject("timeline")


def mark_timeline(asking: Asking, _: Answerer, part: QWidget, __: MainWindow) -> None:
    """Mark the page as what the assessments come to, and the numbers of a change as those of the later assessment."""
    page = cast("TimelinePage", part)
    panel = page.panel

    def of(kind: Kind, name: str = "", *, earlier: bool = False) -> Subject:
        since, until = page.picked or ("", "")
        return Subject(kind, name, since if earlier else until)

    def value(*, earlier: bool = False) -> Subject:
        if panel.change is None:
            return _TIMELINE
        option = panel.change.subject
        return of("stance", earlier=earlier) if option == STANCE else of("standing", option, earlier=earlier)

    def chance() -> Subject:
        if panel.change is None:
            return _TIMELINE
        option = panel.change.subject
        return of("stance_chance") if option == STANCE else of("acceptance", option)

    def bar() -> Subject:
        selected = panel.waterfall.selected
        if selected is None or selected.kind == "level" or panel.change is None:
            return value(earlier=selected is not None and selected.id == BEFORE)
        return of("factor", selected.id.partition(":")[2])

    def moved() -> Subject | None:
        current = panel.moves.current
        return None if current is None else of("acceptance", current.id)

    asking.mark(page, lambda: _TIMELINE)
    asking.mark(panel.sentence, value, click=True, stop=True)
    asking.mark(panel.chances, chance, click=True)
    asking.mark(panel.sides, value, click=True)
    asking.mark(panel.waterfall, bar)
    asking.mark(panel.reason, bar, click=True)
    asking.mark(panel.moves, moved)
