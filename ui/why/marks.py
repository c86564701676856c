"""What each part of the window is about: one place for all of it, so that pages know nothing of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.answers import RULE_MARK, Subject
from advisor.tipping import STANCE
from ui.options_model import Column
from ui.widgets.open_questions import QuestionLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableWidget

    from advisor.answers import Kind
    from ui.live_result import LiveResult
    from ui.options_page import OptionsPage
    from ui.plan_page import PlanPage
    from ui.planner import Planner
    from ui.result_strip import ResultStrip
    from ui.robustness_page import RobustnessPage
    from ui.score_page import ScorePage
    from ui.session import Session
    from ui.status_line import StatusLine
    from ui.why.asking import Asking


def mark_live_result(asking: Asking, live: LiveResult, session: Session) -> None:
    """Mark the sections; the keyboard stops at each."""
    asking.mark(live.stance, always("stance"), click=True, stop=True)
    asking.mark(live.stance.chance, always("stance_chance"), click=True)
    asking.mark(live.stance.likelier, always("stance_chance"), click=True)
    asking.mark(live.stance.before, always("stance_chance"), click=True)
    asking.mark(live.reversal, always("reversal"), click=True, stop=True)
    asking.mark(live.win_set, always("win_set"), click=True, stop=True)
    asking.mark(live.leads, lambda: _named_option(session, live.leads.rows[0][0].text()), click=True, stop=True)
    for name, chance in live.leads.rows:
        for label in (name, chance):
            asking.mark(label, lambda name=name: _named_option(session, name.text()), click=True)  # type: ignore[misc]
    asking.mark(live.tipping, always("tipping", STANCE), click=True, stop=True)
    asking.mark(live.confidence, always("confidence"), click=True, stop=True)
    asking.mark(live.reliability, always("reliability"), click=True, stop=True)


def mark_strip(asking: Asking, strip: ResultStrip) -> None:
    """Mark the live result in short."""
    asking.mark(strip, always("stance"))
    asking.mark(strip.stance, always("stance"), click=True, stop=True)
    asking.mark(strip.chance, always("stance_chance"), click=True, stop=True)
    asking.mark(strip.reversal, always("reversal"), click=True, stop=True)
    asking.mark(strip.win_set, always("win_set"), click=True, stop=True)
    asking.mark(strip.domestic, always("side", "domestic"), click=True, stop=True)
    asking.mark(strip.external, always("side", "external"), click=True, stop=True)


def mark_status(asking: Asking, status: StatusLine) -> None:
    """Mark the facts about the assessment."""
    asking.mark(status.scored, always("confidence"), click=True)
    asking.mark(status.confidence, always("confidence"), click=True)
    asking.mark(status.draws, always("stance_chance"), click=True)
    asking.mark(status.playbook, always("playbook"), click=True)


def mark_score(asking: Asking, page: ScorePage) -> None:
    """Mark rows, headers and panel of the Score page; a click on a row scores, so the row asks by key alone."""

    def suggestion() -> Subject | None:
        return Subject("suggestion", f"{page.selected}{RULE_MARK}{page.panel.data.pointed}") if page.selected else None

    asking.mark(page.panel, lambda: Subject("score", page.selected) if page.selected else None)
    asking.mark(page.panel.data, suggestion)
    for column, side in ((page.domestic, "domestic"), (page.external, "external")):
        asking.mark(column, always("side", side))
        asking.mark(column.header, always("side", side), click=True, stop=True)
        for factor, header in column.factors.items():
            asking.mark(header, always("factor", factor), click=True, stop=True)
    for indicator, row in page.rows.items():
        asking.mark(row, always("score", indicator))
    asking.mark(page.questions, always("stance_chance"))
    for line in page.questions.findChildren(QuestionLine):
        asking.mark(line, lambda line=line: _indicator(line.indicator))  # type: ignore[misc]


def mark_options(asking: Asking, page: OptionsPage) -> None:
    """Mark the table, whose current cell is meant, and the reasons of the option chosen."""
    detail = page.detail

    def chosen(kind: Kind) -> Callable[[], Subject | None]:
        return lambda: None if detail.option is None else Subject(kind, detail.option.id)

    def bar() -> Subject | None:
        selected = detail.waterfall.selected
        if detail.option is None or selected is None or selected.kind == "sum" or selected.indent > 1:
            return chosen("standing")()
        return Subject("rule", f"{detail.option.id}{RULE_MARK}{selected.id}")

    def cell() -> Subject | None:
        kinds: dict[int, Kind] = {Column.NOW: "acceptance", Column.HORIZON: "acceptance", Column.VALUE: "us_value"}
        kind = kinds.get(page.table.currentIndex().column(), "standing")
        return None if page.table.chosen is None else Subject(kind, page.table.chosen)

    asking.mark(page.table, cell)
    page.table.activated.connect(lambda _: asking.ask(page.table))
    asking.offer(page.table)
    asking.mark(detail, chosen("standing"))
    asking.mark(detail.facts, chosen("us_value"), click=True)
    asking.mark(detail.chip, chosen("standing"), click=True)
    for likelihood in (detail.now, detail.horizon):
        asking.mark(likelihood, chosen("acceptance"), click=True, stop=True)
    asking.mark(detail.waterfall, bar)
    asking.mark(detail.reason, bar, click=True)
    asking.mark(detail.judged, chosen("price"), click=True, stop=True)


def mark_plan(asking: Asking, page: PlanPage, planner: Planner) -> None:
    """Mark the columns, tables and knobs of the plan; an option's menu stays what a click opens."""
    board, side = page.board, page.side
    asking.mark(page, always("package"))
    asking.mark(board.headline, always("package"), click=True, stop=True)
    for column in board.cards.columns:
        asking.mark(column, lambda column=column: _focused_option(column))  # type: ignore[misc]
        asking.mark(column.figure, always("package"), click=True)
    asking.mark(board.switches, always("switches"))
    asking.mark(board.switches.sentence, always("switches"), click=True)
    asking.mark(board.pathways, always("switches"))
    lists = board.lists

    def priced() -> Subject | None:
        return _of_row(lists.prices.table, [] if planner.plan is None else [one.option for one in planner.plan.prices])

    def refused() -> Subject | None:
        options = [] if planner.plan is None else [one.option for one in planner.plan.substitutes]
        return _of_row(lists.refused.table, options, "acceptance")

    def watched() -> Subject | None:
        options = [] if planner.plan is None else [one.subject for one in planner.plan.watch_list]
        return _of_row(lists.watch.table, options, "tipping")

    for section, asked in ((lists.prices, priced), (lists.refused, refused), (lists.watch, watched)):
        asking.mark(section.table, asked)
        section.table.activated.connect(lambda _, table=section.table: asking.ask(table))
        asking.offer(section.table)
    board.switches.table.activated.connect(lambda _: asking.ask(board.switches.table))
    for name, limit in (("budget", "budget"), ("footprint", "footprint")):
        asking.mark(side.knobs.limits[name], always("limit", limit))
        asking.mark(side.knobs.limits[name].number, always("limit", limit), click=True)
        asking.mark(side.knobs.limits[name].note, always("limit", limit), click=True)
    asking.mark(side.worth, always("worth"))
    asking.mark(side.worth.sentence, always("worth"), click=True, stop=True)


def mark_robustness(asking: Asking, page: RobustnessPage) -> None:
    """Mark the page as counted over futures, and its lines by indicator."""
    # Deferred: a window that shows the scores need not wait for these.
    from ui.robustness.link_list import LinkList
    from ui.widgets.indicator_link import IndicatorLink

    asking.mark(page, always("futures"))
    asking.mark(page.headline, always("futures"), click=True, stop=True)
    asking.mark(page.stance, always("stance_chance"))
    asking.mark(page.turns, always("tipping", STANCE))
    for links in page.findChildren(LinkList):
        for link in links.findChildren(IndicatorLink):
            asking.mark(link, lambda link=link: _indicator(link.indicator))  # type: ignore[misc]


def always(kind: Kind, name: str = "") -> Callable[[], Subject]:
    """Return the same subject whenever it is asked."""
    subject = Subject(kind, name)
    return lambda: subject


def _indicator(name: str) -> Subject | None:
    return Subject("score", name) if name else None


def _named_option(session: Session, name: str) -> Subject | None:
    options = () if session.best is None else session.best.options
    found = next((one.id for one in options if one.name == name), None)
    return Subject("acceptance", found) if found else Subject("win_set")


def _focused_option(column: Any) -> Subject | None:
    rows = [row for row in column.rows if row.hasFocus() or row.underMouse()]
    entry = rows[0].entry if rows else None
    return Subject("package") if entry is None else Subject("standing", entry.option)


def _of_row(table: QTableWidget, options: list[str], kind: Kind = "price") -> Subject | None:
    row = max(0, table.currentRow())
    return Subject(kind, options[row]) if row < len(options) else None
