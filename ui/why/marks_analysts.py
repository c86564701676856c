"""What the numbers of several analysts are about: coefficients, indicators, and where each analyst comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from advisor.answers import Subject

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from advisor.answers import Answer, Kind
    from ui.analysts.analysts_view import AnalystsView
    from ui.main_window import MainWindow
    from ui.why.answerer import Answerer
    from ui.why.asking import Asking

_POSITION_COLUMNS: tuple[Kind, ...] = ("stance", "stance", "win_set", "confidence", "confidence")
"""What the columns of the table of positions are about, in order."""


def mark_analysts(asking: Asking, answerer: Answerer, part: QWidget, window: MainWindow) -> None:
    """Mark sentences, chart and tables."""
    from advisor import answers_analysts

    view = cast("AnalystsView", part)

    def position(index: QModelIndex) -> Subject | None:
        if view.opinions is None or not index.isValid():
            return None
        return Subject(_POSITION_COLUMNS[index.column()], of=view.opinions.positions[index.row()].assessment)

    def spread(index: QModelIndex) -> Subject | None:
        indicators = {one.name: one.id for one in window.session.playbook.indicators}
        named = indicators.get(str(index.siblingAtColumn(0).data()))
        return Subject("spreads") if named is None else Subject("spread", named)

    def answer(subject: Subject) -> Answer | None:
        found, playbook = view.opinions, window.session.playbook
        if found is None:
            return None
        match subject.kind:
            case "agreement":
                return answers_analysts.agreement_answer(playbook, found, subject.id)
            case "spread":
                return answers_analysts.spread_answer(playbook, found, subject.id)
            case "split":
                return answers_analysts.split_answer(playbook, found)
            case "packages":
                return answers_analysts.packages_answer(playbook, found, view.packages)
        return answers_analysts.spreads_answer(playbook, found)

    answerer.offer(("agreement", "spreads", "spread", "split", "packages"), answer)
    for label, subject in (
        (view.subject, Subject("spreads")),
        (view.frame, Subject("spreads")),
        (view.headline, Subject("split")),
        (view.side.splits, Subject("split")),
        (view.plan, Subject("packages")),
        (view.side.statistics, Subject("agreement")),
    ):
        asking.mark(label, lambda subject=subject: subject)  # type: ignore[misc]
    asking.mark(view.chart, lambda: Subject("spreads"), click=True, stop=True)
    QWidget.setTabOrder(view.frame.more, view.chart)
    view.side.positions.rings_cells = True
    asking.mark_cells(view.side.positions, position, click=True)
    asking.mark_cells(view.frame.table, spread, click=True)
